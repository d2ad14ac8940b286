"""Done by then."""
