"""The table whose header begins at a line: the lexer, the header and the width under which its cells fit best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ....grammar.pattern import Pattern
from ....language.header_rows import meanings_of, squeezed
from ....language.headers import Lexicon
from ....language.script import simplify
from ....model.source import Line, Table
from .aligner import Aligner
from .bare_heads import dated_head, numbered_head
from .bars import BAR, behind_rules
from .body import body_of
from .broken_days import join_days
from .broken_words import join_halves, join_pieces
from .costs import COUNTED_SKIPS, FULL_SKIPS, MAX_DOUBTFUL, MAX_MEAN, SAMPLE, SINGLE, TORN, UNREAD
from .counted_rows import counted_rows, numbered_rows
from .dump import Dump, is_stop
from .fit import Fit, learn, sizes_of
from .grid import Grid, doubt_marks, to_grid, to_table
from .heads import MOST_TOKENS, TextHead, find_heads, hypotheses, is_aside
from .lexers import LEXERS
from .regular_rows import full_rows, likeliest, merged_rows, padded_rows, written_rows
from .tokens import Token, look_at, mark_chain, part_totals

PROBE = 64  # lines in which a header must end
_ROWS = 8  # lines that are looked at for that, however many pieces they have
_REACH = 128  # lines in which most tables end; all the rest of a text, for each, would take as long as the text is
_SLACK = 40  # lines: what stands nearer to the end of those that were looked at may go on behind it
_FURTHER = 4  # times as many lines are looked at then
_WORDS = 12  # of a line, looked at to tell whether it may begin a table
_WORD = 14  # characters
_ABOVE = 4  # lines above a header, blank ones too, in which its title stands
_BELOW = 2  # lines below a table, looked at to tell whether it goes on there
_APART = Pattern(r"\S {3,}\S")
_WIDER = 2  # columns that words may be merged over beyond those printed


@dataclass(slots=True)
class TableReading:
    """A table, or None where its columns cannot be told apart, and the index of the line after it."""

    table: Table | None
    after: int
    barred: bool


@dataclass(slots=True)
class _Candidate:
    dump: Dump
    grid: Grid
    mean: float
    unread: str
    until: int  # the last line that was looked at
    sure: bool  # each cell is written, and they make whole rows
    torn: bool  # lines in columns follow right below


def may_begin(lines: Sequence[Line], at: int, lexicon: Lexicon) -> bool:
    """Whether a header, or a numbered row with tabs or bars, may begin at a line: the cheap test."""
    text = lines[at].text
    if not text.strip() or is_aside(squeezed(text), lexicon):
        return False
    if at and text == lines[at - 1].text:
        return False  # the same words again, line by line, head nothing
    near = [text]
    if BAR.search(text):
        near += [line.text for line in lines[at + 1 : at + 3]]
    elif len(text.strip()) <= _WORD and at + 1 < len(lines):
        if len(text.strip()) <= 4:
            near.append(text.strip() + lines[at + 1].text.strip())
        near += _assigning(lines[at + 1 : at + 6], lexicon)
    for each in near:
        fields = BAR.sub(" ", each).split("\t")
        words = [*fields, *BAR.sub(" ", each).split()[:_WORDS]] if len(fields) == 1 else fields
        for word in words:
            flat = simplify(squeezed(word)) if len(word) <= 2 * _WORD else ""
            if flat and len(flat) <= _WORD and (lexicon.role(flat) or (flat.isdecimal() and len(words) > 2)):
                return True
    return False


def _assigning(below: Sequence[Line], lexicon: Lexicon) -> list[str]:
    """The next two words of a header a line each, below one that no list has, where they say who and when."""
    words = [word for line in below if (word := squeezed(BAR.sub("", line.text)))][:2]
    roles = [lexicon.role(word) for word in words if len(word) <= _WORD]
    kinds = {role.kind for role in roles if role and role.whole and not role.is_time}
    return words if kinds == {"departments", "time"} else []


def read_table(lines: Sequence[Line], at: int, lexicon: Lexicon) -> TableReading | None:
    """The table whose first row begins at line `at`; None where none does."""
    near = lines[: at + _probe(lines, at)]
    likely = [lexer for lexer in LEXERS if (probe := lexer(near, at)) and _heads(probe, lexicon)]
    best: _Candidate | None = None
    reach = _REACH if likely else len(lines)
    while likely:
        part = lines[: at + reach]
        found = (one for lexer in likely if (dump := lexer(part, at)) for one in _candidates(dump, lines, at, lexicon))
        best = min(found, key=_weight, default=None)
        if len(part) == len(lines) or best is None or best.until < len(part) - _SLACK:
            break
        best = None  # not held beside what comes of more lines
        reach *= _FURTHER  # the table may go on behind what was looked at
    if best is None:
        return None
    barred = any(BAR.search(line.text) for line in lines[at : best.grid.after])
    if best.unread:
        return TableReading(None, _end_of_block(lines, max(at, best.grid.after - 1)), barred)
    table = to_table(best.grid, written=best.dump.written)
    after = _behind_page(lines, behind_rules(lines, best.grid.after), best.dump)
    table.dropped += [(reason, text) for k, reason, text in best.dump.marks if k < after]
    return TableReading(table, after, barred)


def _weight(each: _Candidate) -> tuple[bool, float]:
    """What speaks against a reading of a table."""
    single = SINGLE * (sum(len(row) > 1 for row in each.grid.rows) == 1)
    return not each.sure, single + each.mean + UNREAD * bool(each.unread) + each.dump.against + TORN * each.torn


def _behind_page(lines: Sequence[Line], after: int, dump: Dump) -> int:
    """The index behind the number of a table's last page, where those of the pages before are known."""
    pages = [int(text) for k, reason, text in dump.marks if reason == "page-number" and k < after]
    below = next((k for k in range(after, len(lines)) if lines[k].text.strip()), None)
    if not pages or below is None or squeezed(lines[below].text) != str(pages[-1] + 1):
        return after
    dump.marks.append((below, "page-number", lines[below].text.strip()))
    return below + 1


def _probe(lines: Sequence[Line], at: int) -> int:
    """In how many lines from `at` on a header must end: they have some times as many pieces as it has words."""
    pieces = count = 0
    for line in lines[at : at + PROBE]:
        if count >= _ROWS and pieces > 4 * MOST_TOKENS:
            break
        pieces += len(line.text.split())
        count += 1
    return count


def _end_of_block(lines: Sequence[Line], at: int) -> int:
    """The index of the next blank line."""
    return next((k for k in range(at, len(lines)) if not lines[k].text.strip()), len(lines))


def _heads(dump: Dump, lexicon: Lexicon) -> list[TextHead]:
    """The headers that the first tokens may be."""
    while dump.tokens and not dump.tokens[0].lines:
        dump.tokens.pop(0)
    look_at(dump.tokens[:MOST_TOKENS], lexicon)
    join_halves(dump.tokens, lexicon)
    join_pieces(dump.tokens, lexicon)
    heads = find_heads(dump.tokens, lexicon, told=dump.told, wrapped=not dump.written)
    if not heads and dump.told:
        head = (numbered_head(dump.tokens, lexicon) if dump.written else None) or dated_head(dump.tokens)
        heads = [head] if head else []
    return heads


def _candidates(dump: Dump, lines: Sequence[Line], at: int, lexicon: Lexicon) -> Iterator[_Candidate]:
    """The reading of a dump under the header that suits it best, if one does."""
    heads = _heads(dump, lexicon)
    if not heads:
        return
    look_at(dump.tokens, lexicon)
    join_days(dump, max(head.end for head in heads))
    if not dump.told:
        part_totals(dump.tokens)
    title = {squeezed(line.text) for line in lines[max(0, at - _ABOVE) : at] if line.text.strip()}
    ends = sorted({head.end for head in heads}, reverse=True)
    below = body_of(dump, ends, title, lexicon)
    chain = mark_chain(dump.tokens, reach=(2 if dump.written else 1) if dump.told else None)
    whole: tuple[Fit, list[Token]] | None = None
    if dump.written or not dump.told or dump.closed:
        whole = min(_whole(dump, heads, ends, below, chain), key=lambda each: each[0].cost, default=None)
    closed = dump.closed > 0 and dump.written and not dump.told
    if closed and whole is None:
        return
    best = whole or min(_aligned(dump, heads, ends, below, chain), key=lambda each: each[0].cost, default=None)
    if best is None:
        return
    fit, body = best
    learn(body[:SAMPLE], fit)
    if whole is None:
        fit = Aligner(fit.head, _skips(dump, _sizes(dump, body), len(fit.head.columns))).align(body, margins=True)
    grid = to_grid(body, fit)
    if dump.counted or not dump.written:
        doubt_marks(grid)
    rows = [row for row in grid.rows if len(row) > 1]
    numbered = any(cell.tokens and cell.tokens[0].value == 1 for row in rows[:1] for cell in row)
    if len(rows) < 2 - (dump.told or numbered):
        return
    inside = sum(bool(each.bare) and c <= len(fit.head.columns) for each, c in zip(body, fit.path, strict=False))
    unread = dump.unread or _unread(grid, (fit.cost - fit.head.cost) / max(1, inside))
    words = [column.words[-1].role for column in fit.head.columns if column.words]
    if unread and len(meanings_of([role for role in words if role])) < 3:
        return
    last = body[min(len(fit.path), len(body)) - 1]  # behind it the table had surely ended
    sure = closed or (dump.counted and whole is not None)
    torn = _stand_in_columns(lines[grid.after : grid.after + _BELOW])
    yield _Candidate(dump, grid, fit.cost / max(1, inside), unread, last.until or last.at, sure, torn)


def _stand_in_columns(below: Sequence[Line]) -> bool:
    """Whether some of the lines below a table, down to a blank one, have pieces far apart, as its own have."""
    near = takewhile(lambda line: line.text.strip() and not is_stop(squeezed(line.text)), below)
    return any(_APART.search(line.text) for line in near)


def _unread(grid: Grid, mean: float) -> str:
    """Why the cells of a table cannot be told apart, which cost so much each; "" where they can."""
    if mean > MAX_MEAN:
        return "its cells do not fit its header"
    return "the columns of most of its rows cannot be told apart" if grid.doubtful > MAX_DOUBTFUL else ""


def _aligned(
    dump: Dump, heads: Sequence[TextHead], ends: Sequence[int], below: list[Token], chain: bool
) -> Iterator[tuple[Fit, list[Token]]]:
    """The readings of a dump, each with its body, in which the first cells are laid where they cost least."""
    for head in heads:
        body = dump.tokens[head.end : ends[0]] + below
        if len(body) < min(2, len(head.columns)):
            continue
        sizes = _sizes(dump, body)
        for extra in _extras(sizes, head, chain):
            skips = _skips(dump, sizes, len(head.columns) + extra)
            for each in hypotheses(head, extra, chain=chain):
                yield Aligner(each, skips).align(body[:SAMPLE]), body


def _sizes(dump: Dump, body: list[Token]) -> list[int]:
    """How many cells the rows have, from the fewest on, where a dump tells; else none."""
    return sizes_of(body) if dump.told and dump.written else []


def _whole(
    dump: Dump, heads: Sequence[TextHead], ends: Sequence[int], below: list[Token], chain: bool
) -> Iterator[tuple[Fit, list[Token]]]:
    """The readings of a dump, each with its body, in which each row writes a cell for each word of a header."""
    words = {word.bare for head in heads for column in head.columns for word in column.words if word.sure}
    for head in heads:
        body = dump.tokens[head.end : ends[0]] + below
        padding = sum(each.loose for each in dump.tokens[: head.end]) if dump.told and dump.written else 0
        wider = [0, padding] if 0 < padding <= _WIDER else [0]  # what its words are merged over is written behind them
        for extra in wider if head.end and body else ():
            aligners: Sequence[Aligner] = [Aligner(each) for each in hypotheses(head, extra, chain=chain)]
            for aligner in likeliest(aligners, body) if dump.told and dump.written else aligners:
                fit = full_rows(aligner, body, dump.closed) or merged_rows(aligner, body, dump.closed)
                fit = fit or (written_rows(aligner, body) if dump.told else numbered_rows(aligner, body, words))
                fit = fit or (padded_rows(aligner, body) if dump.told and dump.written else None)
                fit = fit or (counted_rows(aligner, body) if dump.counted else None)
                if fit is not None:
                    yield fit, body


def _extras(sizes: Sequence[int], head: TextHead, chain: bool) -> Sequence[int]:
    """By how many columns the rows may be wider than the header: by the widest of them, where rows are told."""
    if sizes:
        wider = max(0, sizes[-1 - len(sizes) // 10] - len(head.columns))
        return [wider] if wider <= _WIDER else []
    return [0, 1] if chain and not any(column.kind == "series" for column in head.columns) else [0]


def _skips(dump: Dump, sizes: Sequence[int], width: int) -> float:
    """How much more than usual it costs that a cell is missing: where all are written, or most rows are full."""
    if dump.counted:
        return COUNTED_SKIPS
    return FULL_SKIPS if sum(size >= width - 1 for size in sizes) * 2 > len(sizes) else 1.0
