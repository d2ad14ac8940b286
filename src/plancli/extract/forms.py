"""Characters that stand for others: CJK compatibility forms, and signs typed in a symbol font."""

from __future__ import annotations

import re

_FORMS = re.compile("[\u2e80-\u2fd5\uf020-\uf0ff\uf900-\ufaff\U0002f800-\U0002fa1f]")


def fold_forms(text: str) -> str:
    """Text with ⼀ (U+2F00) as 一 and a tick of Wingdings (U+F0FC) as √: one for one, the length stays."""
    if not _FORMS.search(text):
        return text
    from .docx.symbols import without_private
    from .pdf.radicals import fold

    return without_private(fold(text))
