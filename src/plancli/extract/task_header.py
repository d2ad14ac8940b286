"""Whether a row of texts heads a table of tasks: what HTML and spreadsheets ask before a table is a table."""

from __future__ import annotations

from collections.abc import Sequence

from ..language import header_rows
from ..language.headers import Lexicon


def is_header(texts: Sequence[str], lexicon: Lexicon) -> bool:
    """A header by its words, of which two columns of different kinds are named in full, and half of what stands in the row."""
    said = [text for text in texts if text]
    roles = [role for text in said if (role := lexicon.role(text)) is not None and role.whole]
    return (
        len({role.kind for role in roles}) >= 2 and len(roles) * 2 >= len(said) and header_rows.is_header(said, lexicon)
    )
