"""Second stage: Source → Source. Lines become paragraphs, tables over pages one table, furniture is marked.

Total: any source gives a source. Nothing is dropped: what is no text carries the reason in `left_out`.
"""

from __future__ import annotations

from dataclasses import replace

from ..language.lexicon.in_force import in_force
from ..language.page_record import record_of
from ..model.settings import Settings
from ..model.source import Paragraph, Source
from .steps import steps


def clean(source: Source, *, settings: Settings | None = None) -> Source:
    """Blocks as extracted → paragraphs and tables in simplified script, each knowing its lines of origin.

    `settings.lexicon` tells which words are headers, bodies and roles.
    """
    with in_force(settings.lexicon if settings else None):
        blocks = steps(source)
    frame = [block.text for block in blocks if isinstance(block, Paragraph) and block.left_out == "web-frame"]
    return replace(source, blocks=blocks, record=record_of(frame) | source.record)
