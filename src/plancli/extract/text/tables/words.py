"""The words of a dumped table's header: tokens → rows of words, as they stand, and where they end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from ....grammar.pattern import Pattern
from ....language.header_rows import is_broken, leaves_over, repeats_upper, words_over
from ....language.headers import HeaderRole, Lexicon, month_number
from .costs import FAR, NO_GAP
from .head_words import SERIES, UNKNOWN_LONG, Word, is_head, is_series
from .tokens import Token, is_ordinal

_LONG = 14  # characters of a header word
_TOLD_LONG = 12  # … where rows are told
_ROWS = 3
_NO_WORD = Pattern("[。；，：]")
_ASIDE = Pattern(r"[（(][^（）()]*[)）]")


def read_words(
    tokens: Sequence[Token], lexicon: Lexicon, *, told: bool, wrapped: bool
) -> tuple[list[list[Word]], list[int]]:
    """The rows of header words (one, where rows are not told), and the token after the last word of each, or after each word
    where they are not; nothing where the first token begins no header."""
    rows, ends = _WordReader(tokens, lexicon, told=told, wrapped=wrapped).read()
    return (rows, ends) if rows and rows[0] and is_head(rows, told=told, wrapped=wrapped) else ([], [])


class _WordReader:
    """Takes tokens as the words of a header, one after the other, until one is none."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon, *, told: bool, wrapped: bool) -> None:
        self.tokens, self.lexicon, self.told, self.wrapped = tokens, lexicon, told, wrapped
        self.rows: list[list[Word]] = [[]]
        self.ends: list[int] = []

    def read(self) -> tuple[list[list[Word]], list[int]]:
        """The rows of words and where they end, be they a header or not."""
        end = next((k for k, each in enumerate(self.tokens) if not self._take(k, each)), len(self.tokens))
        if self.told:
            rows = [row for row in self.rows if row]
            return rows, [*self.ends, end][: len(rows)]
        _without_cells(self.rows[0], self.ends, self.tokens)
        if self.ends and self.ends[-1] < len(self.tokens) and not self.tokens[self.ends[-1]].bare:
            _counted_row(self.rows, self.ends, self.tokens, self.lexicon)
        return self.rows, self.ends

    def _take(self, k: int, each: Token) -> bool:
        """Whether a token is a word, or part of one: it is then among those read."""
        last = self.rows[-1][-1] if self.rows[-1] else None
        if last and self._joins(last, each):
            bare = last.bare + each.bare
            role = self.lexicon.role(bare) or last.role
            self.rows[-1][-1] = Word([*last.lines, *each.lines], bare, role, self.lexicon.is_word(bare), last.at)
        elif not self._take_apart(k, each, last):
            return False
        if not self.told:
            self.ends[len(self.rows[0]) - 1 :] = [k + 1]
        return True

    def _joins(self, last: Word, each: Token) -> bool:
        """Whether a token goes on with the word before it."""
        if last.bare and each.bare:
            if each.stay < FAR and is_broken(last.bare, each.bare, self.lexicon):
                return True
            close = each.stay <= 0.0 and min(each.cell, each.row) >= NO_GAP
            if close and not _is_below_title(last, each, self.lexicon):
                return True
        # 任务 / 名称
        return not self.told and _is_said(self.rows[0], each) and self.lexicon.joins(last.bare, each.bare)

    def _take_apart(self, k: int, each: Token, last: Word | None) -> bool:
        """The same of a token that goes on with no word."""
        first = self.rows[0]
        numbered = bool(first) and first[0].sure and is_series(first[0])
        numbered = numbered or (len(first) > 1 and SERIES.fullmatch(first[1].bare) is not None)  # 升旗日期 | 周次 | …
        if self.told and k and each.row <= 0.0 and self._row_ends(k) and not self._begin_row(k):
            return False
        if not each.bare:
            return self._take_empty(each)
        if not _may_be_word(each, self.lexicon, told=self.told, numbered=numbered):
            return False
        role = _role(each.bare, self.lexicon, numbered=numbered)
        if not self.told:
            unknown = last and role is None and not _unknown_may_follow(first, last)
            if unknown or _is_said(first, each):
                return False
        self.rows[-1].append(Word(list(each.lines), each.bare, role, self.lexicon.is_word(each.bare), k, each.place))
        return True

    def _take_empty(self, each: Token) -> bool:
        """An empty field is a word without a name, where rows are told; elsewhere none follows it."""
        if not self.told:
            return not (self.rows[-1] and len(self.rows) == 1)
        if not each.blank and (len(self.rows) > 1 or (self.rows[-1] and not each.loose)):
            self.rows[-1].append(Word([], "", None))
        return True

    def _row_ends(self, k: int) -> bool:
        """Whether a line of words ends before one that begins with a token, and is not broken off there."""
        if not self.wrapped:
            return True
        goes_on = _goes_on(self.rows, self.tokens, k, self.lexicon)
        return not goes_on and is_head(self.rows, told=self.told, wrapped=self.wrapped)

    def _begin_row(self, k: int) -> bool:
        """Begin a lower row of words at a token; False where it begins none."""
        after = next((n for n in range(k + 1, len(self.tokens)) if self.tokens[n].row <= 0.0), len(self.tokens))
        if not self.tokens[k].bare:
            _pad(self.rows, self.tokens[:k], after - k)
        if len(self.rows) == _ROWS or not _is_lower(self.rows, self.tokens[k:after], self.lexicon):
            return False
        self.rows.append([])
        self.ends.append(k)
        return True


def _goes_on(rows: Sequence[Sequence[Word]], tokens: Sequence[Token], k: int, lexicon: Lexicon) -> bool:
    """Whether the line that begins with a token holds the words that follow one which the line before has broken off, as a viewer
    copies them: each is one, or the last breaks off as well."""
    if len(rows) > 1 or len(rows[0][-1].lines) < 2:
        return False
    line = [tokens[k], *takewhile(lambda each: each.row > 0.0, tokens[k + 1 :])]
    rest = tokens[k + len(line)].bare if k + len(line) < len(tokens) else ""
    known = [role for each in line if (role := lexicon.role(each.bare)) is not None and role.whole]
    return len(known) + is_broken(line[-1].bare, rest, lexicon) >= len(line) and not any(each.value for each in line)


def _is_said(words: Sequence[Word], each: Token) -> bool:
    """Whether a word stands among those before it."""
    return any(word.bare == each.bare for word in words)


def _pad(rows: list[list[Word]], first: Sequence[Token], width: int) -> None:
    """Put the empty fields at the end of the first row, of a word merged over them, into it where the row below is as wide with them."""
    empty = sum(each.loose and not each.blank for each in first)
    if len(rows) == 1 and empty and len(rows[0]) + empty == width:
        rows[0] += [Word([], "", None) for _ in range(empty)]


def _unknown_may_follow(words: Sequence[Word], last: Word) -> bool:
    """A word that no list has: not two in turn, unless numbered; not behind a time."""
    return not (last.role is None and not is_series(words[0])) and not (last.role and last.role.is_time)


def _without_cells(words: list[Word], ends: list[int], tokens: Sequence[Token]) -> None:
    """Take away what ends the words of a dump without told rows and is a cell: a lone 一月, a word that no list has."""
    while words:
        role = words[-1].role
        times = sum(bool(word.role and word.role.is_time) for word in words)
        first = ends[-1] < len(tokens) and tokens[ends[-1]].value == 1
        lone = role is not None and role.is_time and times == 1
        if not lone and (role or (is_series(words[0]) and first)):
            return
        words.pop()
        ends.pop()


def _counted_row(rows: list[list[Word]], ends: list[int], tokens: Sequence[Token], lexicon: Lexicon) -> None:
    """A lower row of the header where each cell has its line: blank ones below the words that go down, and perhaps behind the
    merged words of the upper row."""
    run: list[Word] = []
    for k, each in enumerate(tokens):
        role = lexicon.role(each.bare) if each.bare else None
        if each.bare and k >= ends[-1] and (len(each.bare) > UNKNOWN_LONG or each.value or not (role and role.whole)):
            break
        run.append(Word(list(each.lines), each.bare, role, lexicon.is_word(each.bare), k))
    upper, lower = run[: len(run) // 2], run[len(run) // 2 :]
    if len(upper) == len(lower) and _stand_over(upper, lower):
        rows[:], ends[:] = [upper, lower], [len(upper), len(run)]
        return
    lower = run[ends[-1] :]
    if lower and words_over([w.bare for w in rows[0]], [w.bare for w in lower], lexicon):
        rows.append(lower)
        ends[:] = [ends[-1], len(run)]


def _stand_over(upper: Sequence[Word], lower: Sequence[Word]) -> bool:
    """Whether two rows in which each cell is written make columns: a word in each, some of the lower ones beneath merged ones."""
    pairs = [(bool(a.bare), bool(b.bare)) for a, b in zip(upper, lower, strict=True)]
    return pairs[0][0] and all(a or b for a, b in pairs) and (False, True) in pairs and (True, False) in pairs


def _is_lower(rows: Sequence[Sequence[Word]], row: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a row goes on with the header above it: words beneath merged ones, each written, blanks for the others or not."""
    texts = [each.bare for each in row if not each.blank]
    written = without_padding(texts)
    if len(written) > 1 and all(written) and leaves_over([w.bare for w in rows[-1]], written, lexicon):
        return True
    upper = [word.bare for word in rows[-1]]
    shown = [text for text in texts if text]
    if len(shown) < 2 or any(len(text) > _LONG for text in shown):
        return False
    if len(shown) == len(texts):
        return repeats_upper(upper, texts, lexicon) or leaves_over(upper, texts, lexicon) is not None
    known = [text for text in shown if (role := lexicon.role(text)) and role.whole]
    numbers = [text for text in shown if month_number(text)]
    fits = len(texts) == len(upper) or words_over(upper, texts, lexicon) is not None
    below = len(texts) != len(upper) or not (upper[0] and texts[0] and not texts[-1])
    return fits and below and (len(known) * 2 >= len(shown) or len(numbers) == len(shown) > 2)


def without_padding(texts: Sequence[str]) -> Sequence[str]:
    """The texts of a row up to the last that is not empty."""
    return texts[: max((k + 1 for k, text in enumerate(texts) if text), default=0)]


def _may_be_word(each: Token, lexicon: Lexicon, *, told: bool, numbered: bool) -> bool:
    text = _ASIDE.sub("", each.bare) or each.bare
    if (
        len(text) > (_LONG if not text.startswith("是否") else 2 * _LONG)
        or is_ordinal(text)
        or each.heading
        or _NO_WORD.search(text)
    ):
        return False
    if each.value:
        return False
    longest = _TOLD_LONG if told else UNKNOWN_LONG
    return _role(text, lexicon, numbered=numbered) is not None or (len(text) <= longest and "time" not in each.looks)


def _role(text: str, lexicon: Lexicon, *, numbered: bool) -> HeaderRole | None:
    """What a word names by its whole, or by its end where that can hardly end a title, or where it stands behind the word for
    numbers: 重大行政决策事项."""
    role = lexicon.role(text)
    return role if role and (numbered or role.whole or role.kind in ("departments", "leaders", "time")) else None


def _is_below_title(word: Word, each: Token, lexicon: Lexicon) -> bool:
    """Whether a title's last line stands right above the word for numbers, which ends no word that lines have broken."""
    role = lexicon.role(each.bare) if lexicon.is_word(each.bare) else None
    return role is not None and role.kind == "number" and not lexicon.is_word(word.bare + each.bare)
