"""Tables from gaps, where no ruling lines tell the columns."""
