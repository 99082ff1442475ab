"""What the data says: coverage, targets, premiums and what needs attention. Tables in, small tables out."""
