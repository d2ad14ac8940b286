"""What annotate reports: code → severity and when. The codes are stable; scripts rely on them."""

from __future__ import annotations

from typing import Any

from ..messages import Message, Several
from ..model.bulletin import Severity

CODES: dict[str, tuple[Severity, str]] = {
    "no-tasks": ("warning", "no task was found in the file"),
    "no-year": ("warning", "no year is named; dates are left open"),
    "no-plan": ("warning", "the text has tasks but is hardly a plan"),
    "lost-text": ("warning", "characters of the source are in no field and no diagnostic"),
    "doubtful-name": (
        "info",
        "a body's name was joined over a line break, cut where it could have been otherwise, or reads as none among others",
    ),
    "unreadable-cell": ("info", "a cell of a column of bodies or persons in which no name was found"),
}

# What an extractor notes and nobody needs to look at: text that is no part of what a reader sees.
UNSEEN = frozenset(
    {
        "hidden-text",
        "turned-text",
        "watermark",
        "footnote-text",
        "ruby-text",
        "control-characters",
        "line-number",
        "note-mark",
        "side-note",
        "outside-page",
        "clipped-text",
        "covered-text",
        "replacement-text",
        "web-frame",
        "attachment-link",
    }
)


def report(code: str, message: Message | Several, **where: Any) -> dict[str, Any]:
    """A diagnostic as plain data; `where`: plan, task, text, location."""
    return {"code": code, "severity": CODES[code][0], "message": message, **where}


def noted(code: str, message: Message | Several, page: int | None) -> dict[str, Any]:
    """A note of an extractor as a diagnostic."""
    severity = "info" if code in UNSEEN else "warning"
    return {"code": code, "severity": severity, "message": message, "location": {"page": page}}
