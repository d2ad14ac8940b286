"""Second stage: Source → Source. Lines become paragraphs, tables over pages one table, furniture is marked.

Total: any source gives a source. Nothing is dropped: what is no text carries the reason in `left_out`.
"""

from __future__ import annotations

from ..model.source import Source
from .steps import steps


def clean(source: Source) -> Source:
    """Blocks as extracted → paragraphs and tables in simplified script, each knowing its lines of origin."""
    return Source(steps(source), source.media_type, source.pages, source.attempts, source.notes)
