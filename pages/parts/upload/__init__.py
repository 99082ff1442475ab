"""The page Unggah data: dropping files, what was understood, what is wrong, what would change, saving, undoing."""
