"""What looks like a time."""
