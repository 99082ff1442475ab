"""The page Panduan: terms, data dictionary, codes, tariffs, duties and sources, generated where data declares them."""
