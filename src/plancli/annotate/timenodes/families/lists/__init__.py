"""Several times in a row."""
