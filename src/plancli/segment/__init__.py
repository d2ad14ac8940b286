"""Third stage: Source → Draft. The document is cut into notice and plans, plans into sections and tasks.

Total: any source gives a draft. Every character is in exactly one field of the draft or left out with a reason.
"""

from __future__ import annotations

from ..language.lexicon.in_force import in_force
from ..model.draft import Draft
from ..model.settings import Settings
from ..model.source import Source
from .plans import draft_of


def segment(source: Source, *, settings: Settings | None = None) -> Draft:
    """Paragraphs and tables in order → plans as cut, the covering notice, diagnostics and the count of characters."""
    settings = settings or Settings()
    with in_force(settings.lexicon):
        return draft_of(source, settings)
