"""The fifth stage: a bulletin → JSON, JSON Lines, CSV or a table for people, and back through the schema.

One module a format; none of them writes to a file or a stream by itself (`whole` does).
"""
