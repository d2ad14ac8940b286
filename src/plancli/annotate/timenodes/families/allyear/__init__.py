"""All year, and for long."""
