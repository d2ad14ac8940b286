"""Words of a document for a terminal: characters that would steer it are shown, not obeyed."""

from __future__ import annotations

import re

# controls but tab and line feed, marks of direction, line separators, halves of a character (Unicode, UAX #9 and 23.1)
_STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_BREAKS = re.compile("\\s*[\t\n\v\f\r\x85\u2028\u2029]\\s*")


def harmless(text: str) -> str:
    """The text with each such character as Python would write it: `\\x1b`, `\\u202e`."""
    return _STEERS.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def one_line(text: str) -> str:
    """The text on one line, harmless."""
    return harmless(_BREAKS.sub(" ", text))
