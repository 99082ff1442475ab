"""Step 5, check: canonical types, keys that occur once, and the rules of the field."""
