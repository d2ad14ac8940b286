"""What became of the tasks of a plan: two sets of bulletins → tasks continued, new, dropped, moved, split, merged.

bulletins ─► items ─► likeness ─► assignment ─► pairing ─► changes ─► report
"""
