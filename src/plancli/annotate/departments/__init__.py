"""Bodies and persons that answer for a task: `rules` finds them, `corpus` says what must be found."""
