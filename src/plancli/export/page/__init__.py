"""A page to check by: one HTML file without network, the source on the left, the tasks on the right.

told        what the page is told, as plain values
left        the source: pictures with frames, or text with marks (stretches)
right       the tasks: cards, doubts
year        timeline, bodies by month
labels      the words, in two languages
page.*, corrections.js   the template, the style and the two parts of the script, which are in the package too
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from ...model.bulletin import Bulletin
from .labels import Language, PageWords
from .left import document_of, left_out
from .right import DueDays, cards, doubts_of
from .told import Card, Doubt, Original, ShownDocument, ShownLeftOut, Timeline, Told
from .year import heat, timelines

# the words that the script says
_SAID = (
    "shown", "strike", "merge", "split", "add", "undo", "unsaved", "bad-days", "no-title", "lead", "responsible", "support",
    "deadline", "period", "ongoing", "recurring", "conditional",
    "number", "title", "text", "remarks", "departments", "leaders", "time_nodes",
)  # fmt: skip
# Nothing is loaded and nothing is sent; the style and the script are those whose digests are named.
_POLICY = (
    "default-src 'none'; img-src data:; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"
)


def told(bulletins: Sequence[Bulletin], originals: Sequence[Original], due_days: DueDays) -> Told:
    """Bulletins with the files behind them → what the page is told. `due_days` gives the days on which a node is due."""
    documents: list[ShownDocument] = []
    listed: list[Card] = []
    notes: list[Doubt] = []
    lines: list[Timeline] = []
    out: list[ShownLeftOut] = []
    for bulletin, original in zip(bulletins, originals, strict=True):
        first = len(listed)
        lines += timelines(bulletin, first, due_days)
        listed += cards(bulletin, len(documents), first, due_days)
        notes += (doubt for doubt in doubts_of(bulletin, first) if doubt.task is None)
        out += left_out(bulletin)
        documents.append(document_of(bulletin, original, first))
    plans = [plan.title for bulletin in bulletins for plan in bulletin.plans if plan.title]
    title = plans[0] if plans else documents[0].path if documents else ""
    return Told(title, tuple(documents), tuple(listed), tuple(notes), tuple(out), tuple(lines), heat(listed))


def render(page: Told, language: Language, corrections: Sequence[str] = ()) -> bytes:
    """The page as HTML in UTF-8. Whatever a document says stays text. `corrections` are the lines that were applied already, which
    are saved again with those that are made on the page."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    room = files(__package__)
    style, template, *parts = (
        room.joinpath(name).read_text("utf-8") for name in ("page.css", "page.html.jinja", "page.js", "corrections.js")
    )
    script = "\n".join(parts)
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    labels = PageWords(language)
    html = environment.from_string(template).render(
        page=page,
        cards=sorted(page.cards, key=lambda card: not card.doubts),
        say=labels,
        policy=_POLICY.format(style=_digest(style), script=_digest(script)),
        style=Markup(style),
        script=Markup(script),
        data=Markup(_data(page, labels, corrections)),
        departments=_departments(page),
        months=sorted({month for card in page.cards for month in card.months}),
    )
    return html.encode("utf-8", "replace")


def _digest(text: str) -> str:
    """The digest by which a policy names an inline element (CSP 3, 6.7.3)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _data(page: Told, labels: PageWords, corrections: Sequence[str]) -> str:
    """What the script is told, as JSON that may stand in HTML: no tag, no comment can begin in it."""
    held = {
        "words": {name: labels(name) for name in _SAID},
        "documents": [document.sha256 for document in page.documents],
        "corrections": list(corrections),
        "tasks": [_task(card) for card in page.cards],
    }
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _task(card: Card) -> dict[str, Any]:
    """A task as the filters ask for it, and as a correction names it (`at`) and changes it (`fields`)."""
    bodies, leaders, times = (
        [value for value in card.values if value.kind == kind] for kind in ("department", "leader", "time")
    )
    return {
        "document": card.document,
        "at": {"plan": card.plan, "place": dict(card.at)},
        "fields": {
            "number": card.number,
            "title": card.title,
            "text": card.text,
            "remarks": card.remarks,
            "departments": [{"name": value.words, "role": value.role} for value in bodies],
            "leaders": [{"name": value.words, "role": value.role} for value in leaders],
            "time_nodes": [
                {"raw": one.words, "kind": one.role, "start": one.first or None, "end": one.last or None}
                for one in times
            ],
        },
        "departments": [[value.key, value.role] for value in bodies],
        "kinds": sorted({value.role for value in card.values if value.kind == "time"}),
        "months": list(card.months),
        "doubt": bool(card.doubts),
    }


def _departments(page: Told) -> list[tuple[str, int]]:
    """The bodies by their keys with how many tasks each has, the busiest first."""
    counts: dict[str, int] = {}
    for card in page.cards:
        for key in {value.key for value in card.values if value.kind == "department"}:
            counts[key] = counts.get(key, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
