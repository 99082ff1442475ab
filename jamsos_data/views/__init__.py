"""What is looked at (a view) and the figures that belong to it, the same for pages, slides and reports."""
