"""Two results → what differs, task by task, in words for people.

Works on plain data (a result's JSON), so that a result of another version can be compared as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from ..messages import Message

_ROOM = 24  # characters shown on either side of the first place where two texts differ
_ENTRIES = {"departments": ("name", "role"), "leaders": ("name", "role"), "time_nodes": ("raw", "kind", "start", "end")}


class Difference(NamedTuple):
    """A place in a result (`p1.t3 全面实施…`, or empty) and what differs there."""

    place: str
    what: str


def differences(expected: Mapping[str, Any], given: Mapping[str, Any]) -> list[Difference]:
    """Everything that differs, in the order of the document."""
    found = list(_fields("", expected, given, apart=("plans", "diagnostics")))
    for index, (old, new) in enumerate(_paired(expected.get("plans") or [], given.get("plans") or []), 1):
        if old is None or new is None:
            found.append(_one_sided(Message("plan {number}", number=index), "plan", old, new))
        else:
            found += _plan(new.get("id", f"p{index}"), old, new)
    return found + [
        Difference(Message("diagnostics"), line)
        for line in _entries(expected.get("diagnostics") or [], given.get("diagnostics") or [], ("code", "message"))
    ]


def _plan(place: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    yield from _fields(place, old, new, apart=("sections", "tasks"))
    renamed = 0
    for noun in ("sections", "tasks"):
        for before, after in _paired(old.get(noun) or [], new.get(noun) or []):
            if before is None or after is None:
                yield _one_sided(place, noun.removesuffix("s"), before, after)
                continue
            renamed += before.get("id") != after.get("id")
            yield from _fields(_name(after), before, after, apart=("id", "section", "parent"))
    if renamed:
        yield Difference(
            place,
            Message(
                "{count} section or task has another id", "{count} sections and tasks have other ids", count=renamed
            ),
        )


def _one_sided(place: str, noun: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> Difference:
    held = old if new is None else new
    assert held is not None
    told = Message("missing {noun}: {name}") if new is None else Message("new {noun}: {name}")
    return Difference(place, told.also(noun=Message(noun), name=_name(held)))


def _name(held: Mapping[str, Any]) -> str:
    """`p1.t3 全面实施…`: enough for people to find it."""
    title = str(held.get("title", ""))
    return f"{held.get('id', '?')} {title[:_ROOM]}{'…' if len(title) > _ROOM else ''}".rstrip()


def _paired(
    old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[Mapping[str, Any] | None, Mapping[str, Any] | None]]:
    """Items that stand for each other, by title, else by what stands around them; None where there is none."""
    matcher = SequenceMatcher(None, [_title(item) for item in old], [_title(item) for item in new], autojunk=False)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        for step in range(max(i2 - i1, j2 - j1)):
            yield (
                old[i1 + step] if i1 + step < i2 else None,
                new[j1 + step] if j1 + step < j2 else None,
            )


def _title(item: Mapping[str, Any]) -> str:
    return str(item.get("title"))


def _fields(
    place: str, old: Mapping[str, Any], new: Mapping[str, Any], *, apart: Sequence[str] = ()
) -> Iterator[Difference]:
    for key in dict.fromkeys((*old, *new)):
        if key not in apart and old.get(key) != new.get(key):
            yield from (Difference(place, line) for line in _values(key, old.get(key), new.get(key)))


def _values(path: str, old: object, new: object) -> Iterator[str]:
    """Lines that say how one value differs from another."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*old, *new)):
            if old.get(key) != new.get(key):
                yield from _values(f"{path}.{key}", old.get(key), new.get(key))
    elif isinstance(old, list) and isinstance(new, list) and all(isinstance(item, Mapping) for item in old + new):
        if len(old) == len(new):
            for index, (before, after) in enumerate(zip(old, new, strict=True)):
                if before != after:
                    yield from _values(f"{path}[{index}]", before, after)
        else:
            yield from (f"{path}: {line}" for line in _entries(old, new, _ENTRIES.get(path, ())))
    elif isinstance(old, str) and isinstance(new, str):
        yield "{}: {} → {}".format(path, *_texts(old, new))
    else:
        yield f"{path}: {_shown(old)} → {_shown(new)}"


def _entries(old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]], keys: Sequence[str]) -> Iterator[str]:
    """`- entry` and `+ entry` for what is on one side only."""

    def shown(entry: Mapping[str, Any]) -> str:
        return " ".join(str(entry.get(key)) for key in keys) if keys else _shown(entry)

    def exact(entries: Sequence[Mapping[str, Any]]) -> list[str]:
        return [json.dumps(entry, ensure_ascii=False, sort_keys=True) for entry in entries]

    for _, i1, i2, j1, j2 in [
        op for op in SequenceMatcher(None, exact(old), exact(new), False).get_opcodes() if op[0] != "equal"
    ]:
        yield from (f"- {shown(entry)}" for entry in old[i1:i2])
        yield from (f"+ {shown(entry)}" for entry in new[j1:j2])


def _texts(old: str, new: str) -> tuple[str, str]:
    """Two texts, cut down to where they begin to differ."""
    at = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    return _window(old, at), _window(new, at)


def _window(text: str, at: int) -> str:
    start, end = max(at - _ROOM, 0), at + _ROOM
    cut = text[start:end].replace("\n", "⏎")
    return f"「{'…' if start else ''}{cut}{'…' if end < len(text) else ''}」"


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 4 * _ROOM else f"{text[: 4 * _ROOM]}…"
