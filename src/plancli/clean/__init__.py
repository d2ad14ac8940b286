"""Second stage: Source → Source. Lines become paragraphs, tables over pages one table, furniture is marked.

Total: any source gives a source. Nothing is dropped: what is no text carries the reason in `left_out`.
"""

from __future__ import annotations

from dataclasses import replace

from ..language.lexicon.in_force import in_force
from ..model.settings import Settings
from ..model.source import Source
from .steps import steps


def clean(source: Source, *, settings: Settings | None = None) -> Source:
    """Blocks as extracted → paragraphs and tables in simplified script, each knowing its lines of origin.

    `settings.lexicon` tells which words are headers, bodies and roles.
    """
    with in_force(settings.lexicon if settings else None):
        return replace(source, blocks=steps(source))
