"""Questions to many bulletins: which tasks are due when, whose they are, what is in doubt.

sources ─► bulletins ─► selection ─► bulletins cut down to what is wanted ─► export
"""
