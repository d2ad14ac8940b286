"""A bulletin without persons: no leaders, no names of theirs or of whom to ask, no telephone numbers, wherever they stand.

What is left out of a text is shown as ＊, a sign for a sign, so that every place in it stays true. The name of a body or a plan stays
whole, though it should hold a leader's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from .grammar.pattern import Pattern
from .language.lexicon import load
from .language.posts import person_in
from .language.surnames import looks_like_person
from .messages import Message
from .model.bulletin import Bulletin

CODE = "persons-withheld"
_SIGN = "＊"
_DIGIT = "[0-9０-９]"
_GAP = r"[ \t\u3000\xa0]{0,3}"  # within a padded name
_NUMBER = Pattern(
    rf"(?<!{_DIGIT})(?:\+?86[- ]?)?[1１][3-9３-９]{_DIGIT}(?:[- ]?{_DIGIT}{{4}}){{2}}(?![0-9０-９.万亿元])"  # a mobile
    rf"|(?<!{_DIGIT})[（(]?[0０]{_DIGIT}{{2,3}}[)）]?[-—–－ ]?[2-9２-９]{_DIGIT}{{6,7}}(?:[-—–－转]{{1,2}}{_DIGIT}{{1,6}})?(?!{_DIGIT})"
)


def without_persons(bulletin: Bulletin) -> Bulletin:
    """The bulletin without leaders, persons to ask and telephone numbers; a diagnostic says how many were left out."""
    columns = [header for plan in bulletin.plans for task in plan.tasks for header in task.extra if _of_persons(header)]
    names = _names(bulletin, set(columns))
    hide = _hider(names, _bodies(bulletin))
    numbers = 0

    def hidden(text: str) -> str:
        nonlocal numbers
        shown, found = hide(text)
        numbers += found
        return shown

    data = bulletin.model_dump()
    for plan in data["plans"]:
        for task in plan["tasks"]:
            task["leaders"] = ()
            task["extra"] = {header: text for header, text in task["extra"].items() if not _of_persons(header)}
    for part in ("notice", "plans", "diagnostics"):
        data[part] = _walked(data[part], hidden)
    _settle(data)
    if names or numbers or columns:
        data["diagnostics"] += (_told(len(names), numbers),)
    return Bulletin.model_validate(data)


def _told(names: int, numbers: int) -> dict[str, Any]:
    message = Message("left out as asked: persons {names}, telephone numbers {numbers}", names=names, numbers=numbers)
    return {"code": CODE, "severity": "info", "message": message}


def _settle(data: dict[str, Any]) -> None:
    """What follows from leaving out: nobody signs, no diagnostic points to what is gone, and words are those of the text."""
    if data["notice"] is not None:
        data["notice"]["signatory"] = None
    for told in data["diagnostics"]:
        if re.search("/leaders(?:/|$)|/extra/|/signatory$", told["value"] or ""):
            told["value"] = None
    for plan in data["plans"]:
        for task in plan["tasks"]:
            for node in task["time_nodes"]:
                if node["span"] is not None:
                    node["raw"] = task["text"][slice(*node["span"])]


def _walked(value: Any, change: Callable[[str], str]) -> Any:
    """Plain data with each text changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _walked(one, change) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return tuple(_walked(one, change) for one in value)
    return value


@cache
def _words() -> tuple[Pattern, Pattern, Pattern]:
    """A column's header; names behind a word that says whom to ask; numbers behind one that says which."""
    lists: Mapping[str, Any] = load("persons")
    contacts, numbers = ("|".join(sorted(lists[name], key=len, reverse=True)) for name in ("contacts", "numbers"))
    name = "[㐀-鿿·]{2,8}"
    return (
        Pattern(rf"(?:{contacts}|{numbers})(?:及?(?:{contacts}|{numbers}))*$"),
        Pattern(rf"(?:{contacts})[^：:\n，。；、]{{0,8}}[：:]\s*({name}(?:[、，,和 ]\s*{name})*)"),
        Pattern(
            rf"(?:{numbers})[^0-9０-９\n。；]{{0,8}}({_DIGIT}[0-9０-９—–－ -]{{5,18}}(?:[、，,/;；]\s*{_DIGIT}[0-9０-９—–－ -]{{5,18}})*)"
        ),
    )


def _of_persons(header: str) -> bool:
    return bool(_words()[0].search("".join(header.split())))


def _names(bulletin: Bulletin, columns: set[str]) -> set[str]:
    """The persons of a bulletin; who is named by a post alone is none."""
    tasks = [task for plan in bulletin.plans for task in plan.tasks]
    found = {leader.name for task in tasks for leader in task.leaders if person_in(leader.name)[2] != "post"}
    cells = [task.extra[header] for task in tasks for header in columns & set(task.extra)]
    if bulletin.notice is not None and bulletin.notice.signatory:
        cells.append(bulletin.notice.signatory)
    found.update(name for cell in cells for name in _persons(cell))
    texts: list[str] = []
    _walked(bulletin.model_dump(include={"notice", "plans", "diagnostics"}), lambda text: texts.append(text) or text)  # type: ignore[func-returns-value]
    found.update(name for text in texts for match in _words()[1].finditer(text) for name in _persons(match[1]))
    return {name for name in found if len(name) > 1}


def _persons(text: str) -> Iterator[str]:
    """The names in a stretch that names persons, without posts."""
    for piece in re.split(r"[^㐀-鿿·]+", re.sub(rf"(?<![㐀-鿿])([㐀-鿿]){_GAP}([㐀-鿿])(?![㐀-鿿])", r"\1\2", text)):
        start, end, kind = person_in(piece)
        if kind != "post" and looks_like_person(piece[start:end]):
            yield piece[start:end]


def _bodies(bulletin: Bulletin) -> set[str]:
    plans = bulletin.plans
    held = {body.name for plan in plans for task in plan.tasks for body in task.departments}
    return held | {plan.title for plan in plans} | {plan.issuer for plan in plans if plan.issuer}


def _hider(names: Iterable[str], bodies: Iterable[str]) -> Callable[[str], tuple[str, int]]:
    """What hides the names and telephone numbers of a text, and counts the numbers; `bodies` are left as they are."""
    hidden = sorted(names, key=lambda name: (-len(name), name))
    kept = sorted(
        {body for body in bodies if any(name in body for name in hidden)}, key=lambda body: (-len(body), body)
    )
    parts = [_GAP.join(map(re.escape, name)) for name in (*kept, *hidden)]
    pattern = re.compile("|".join(parts)) if parts else None
    whole = set(kept)

    def hide(text: str) -> tuple[str, int]:
        if pattern is not None:
            text = pattern.sub(lambda match: match[0] if "".join(match[0].split()) in whole else _signs(match[0]), text)
        text, mobiles = _NUMBER.subn(lambda match: _signs(match[0]), text)
        text, others = _words()[2].subn(lambda match: match[0][: -len(match[1])] + _signs(match[1]), text)
        return text, mobiles + others

    return hide


def _signs(text: str) -> str:
    return re.sub(r"[^\s、，,；;/]", _SIGN, text)
