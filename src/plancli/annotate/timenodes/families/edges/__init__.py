"""Edges of years, quarters and months."""
