"""The lexer of tables whose rows run on as one paragraph, a bar between cells and two behind each row, as antiword prints those that are
too wide for a line: 序号 |任务 |时限 | |1 |修路 |6月 | |2 |…"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from ....language.header_rows import meanings_of, squeezed
from ....language.headers import lexicon_of
from ....model.source import Line
from .bars import BAR, is_rule
from .costs import END_ROW, FAR
from .dump import Dump
from .tokens import Token, token

_LEAST_WORDS, _MOST_WORDS, _LEAST_ROWS = 3, 24, 2


def flowing_bars(lines: Sequence[Line], at: int) -> Dump | None:
    """The rows of such a paragraph, each with all its cells; None for another dump."""
    end = next((k for k in range(at, len(lines)) if not lines[k].text.strip()), len(lines))
    block = lines[at:end]
    if (
        not BAR.search(lines[at].text)
        or BAR.match(lines[at].text.strip())
        or any(is_rule(line.text.strip()) for line in block)
    ):
        return None
    whole = "\n".join(line.text for line in block)
    starts = [0, *accumulate(len(line.text) + 1 for line in block)]
    fields: list[tuple[str, int]] = []  # what each says, the index of its line
    last = -1
    for place in [*(bar.start() for bar in BAR.finditer(whole)), len(whole)]:
        text = whole[last + 1 : place]
        lead = len(text) - len(text.lstrip())
        fields.append((squeezed_lines(text), at + bisect_right(starts, last + 1 + (lead if text.strip() else 0)) - 1))
        last = place
    width = _width([text for text, _ in fields])
    if not width or all(len(BAR.findall(line.text)) == width + 1 for line in block):
        return None
    dump = Dump([], told=True, written=True)
    dump.marks = [(k, "rule", "".join(BAR.findall(line.text))) for k, line in enumerate(block, at)]
    rows = len(fields) // (width + 1)
    for r in range(rows):
        dump.tokens += _row(lines, fields[r * (width + 1) : r * (width + 1) + width])
    dump.tokens += [token(lines[k], text, k, row=0.0) for text, k in fields[rows * (width + 1) :] if text]
    return dump


def squeezed_lines(text: str) -> str:
    """A field without the line ends that have broken it."""
    return "".join(part.strip() for part in text.split("\n"))


def _width(fields: Sequence[str]) -> int:
    """How many cells each row has, by the empty field behind each; 0 where none are to be seen, or no header begins."""
    lexicon = lexicon_of()
    for width in range(_LEAST_WORDS, min(_MOST_WORDS, len(fields) // (_LEAST_ROWS + 1)) + 1):
        head = fields[:width]
        if not all(head):
            return 0
        if len(fields) % (width + 1) > 1 or any(fields[k] for k in range(width, len(fields) - 1, width + 1)):
            continue
        roles = [role for word in head if (role := lexicon.role(squeezed(word))) is not None and role.whole]
        return width if len(roles) * 2 > width and len(meanings_of(roles)) >= _LEAST_WORDS - 1 else 0
    return 0


def _row(lines: Sequence[Line], fields: Sequence[tuple[str, int]]) -> list[Token]:
    made: list[Token] = []
    for n, (text, k) in enumerate(fields):
        line = [replace(lines[k], text=text)] if text else []
        made.append(Token(line, k, cell=0.0 if n else FAR, row=FAR if n else 0.0, end=END_ROW, until=k))
    return made
