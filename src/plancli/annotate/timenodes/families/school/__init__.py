"""The school calendar."""
