"""Names that stand together without a separator: joined by 和, led by 各, or run into one another."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ...language.bodies import open_brackets
from ...language.collectives import AND_SO_ON
from ...language.roles import Words
from ...language.script import has_any
from ...language.seams import are_one_office, seam, seams

_LONGEST = 80  # what is longer is no name and no row of names


def split_joined(
    text: str, start: int, end: int, words: Words, known: Collection[str]
) -> Iterator[tuple[int, int, str]]:
    """Names joined by 和, 及, 与, 各 or nothing at all; the connective inside a name (教育和体育局) stays."""
    if end - start > _LONGEST or text[start:end] in known:
        yield start, end, ""
        return
    begin = start
    for match in seams().joint.finditer(text, start, end) if has_any(text[start:end], "及与和") else ():
        left, right = AND_SO_ON.sub("", text[begin : match.start()]), text[match.end() : end]
        if (
            open_brackets(text, begin, match.start()) == 0
            and (left in known or (words.is_complete(left) and words.is_body(left)))
            and words.is_body(right)
            and (left in known or right in known or not are_one_office(left, right, words))
        ):
            yield from _run_on(text, begin, begin + len(left), words, known, "and")
            begin = match.end()
    rule = "and" if begin > start else ""
    for match in seams().each.finditer(text, begin, end) if text.find("各", begin, end) > 0 else ():
        if open_brackets(text, begin, match.start()) == 0 and words.is_complete(text[begin : match.start()]):
            yield from _run_on(text, begin, match.start(), words, known, "run-on")
            begin, rule = match.start(), "run-on"
    yield from _run_on(text, begin, end, words, known, rule)


def _run_on(
    text: str, start: int, end: int, words: Words, known: Collection[str], rule: str
) -> Iterator[tuple[int, int, str]]:
    """Names with nothing between them: cut where the plan's other cells have the names, or the second is none of the first's."""
    name = text[start:end]
    if 5 <= len(name) <= _LONGEST and name not in known:
        if cuts := known_cuts(name, known, words):
            for a, b in zip([0, *cuts], [*cuts, len(name)], strict=True):
                yield start + a, start + b, "run-on"
            return
        if at := seam(name, words):
            yield start, start + at, "run-on"
            yield from _run_on(text, start + at, end, words, known, "run-on")
            return
    yield start, end, rule


def known_cuts(name: str, known: Collection[str], words: Words) -> list[int]:
    """Where a run of two or more known names is to be cut; empty if it is none."""
    if not known:
        return []
    best: dict[int, list[int]] = {0: []}
    for end in range(2, len(name) + 1):
        for start in range(end - 1):
            if (
                start in best
                and name[start:end] in known
                and not (start and words.organ(name[:start], name[start:end]))
            ):
                best[end] = [*best[start], end]
                break
    cuts = best.get(len(name), [])
    return cuts[:-1] if len(cuts) > 1 else []
