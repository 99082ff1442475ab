"""What is claimed about speed, measured. Run all with `python -m benchmarks`."""
