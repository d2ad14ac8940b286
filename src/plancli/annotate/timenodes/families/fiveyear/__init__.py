"""Five-year plans."""
