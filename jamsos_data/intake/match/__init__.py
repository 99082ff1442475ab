"""Step 3, match: which data set a table is, what each column means, and what holds for the whole sheet."""
