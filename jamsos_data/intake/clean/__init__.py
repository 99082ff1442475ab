"""Step 4, clean: texts of the cells → numbers, months, codes and areas, each with a reason when it fails."""
