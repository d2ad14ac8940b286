"""Dates, months and years in all their written shapes."""
