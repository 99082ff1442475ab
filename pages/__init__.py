"""The pages of the dashboard, one file each, and the parts that they share on screen."""
