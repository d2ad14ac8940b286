"""Rows of header words: what reads as a header, words broken over lines, words beneath merged ones.

Texts are those of a row's cells, blanks in them do not count; `lexicon` is `headers.lexicon_of(settings.lexicon)`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar.pattern import Pattern
from .headers import HeaderRole, Lexicon, month_number

_ASIDE = Pattern(r"[（(][^（）()]{1,12}[)）]")  # 总投资（万元）
_NUMBER = Pattern(r"第?[（(]?(?:\d+(?:[.．-]\d+)*|[一二三四五六七八九十百]+|[①-⑳⑴-⒛㈠-㈩])[)）]?[.．、项条号]?")
_FIELD = Pattern(r"[㐀-鿿]{2,8}(?:[（(][㐀-鿿]{1,6}[)）])?[:：]?")
_LONG = 30  # characters; a longer cell is none of a header
_HALF = 4  # characters that half a broken word has at most
_LEAF = 14
_ONE_BENEATH = 1.5  # what speaks against a merged word with a single one beneath


def squeezed(text: str) -> str:
    """A text without any white space."""
    return text.replace(" ", "") if text.isprintable() else "".join(text.split())


def is_header(texts: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the cells of a row read as a header: at least two words of different meaning, and half of the cells known."""
    shown = [text for each in texts if (text := squeezed(each))]
    if len(shown) < 2 or any(_NUMBER.fullmatch(text) or _is_long(text) for text in shown):
        return False
    roles = [role for text in shown if (role := lexicon.role(text)) is not None]
    meanings = meanings_of(roles)
    return len(meanings) >= 2 and len(roles) * 2 >= len(shown) and (len(meanings) > 2 or any(r.whole for r in roles))


def is_form(texts: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the cells of a row, empty ones too, are fields of a form, each a name and its value: 项目名称 | 河堤加固 | 负责人 | 何苇."""
    shown = [squeezed(text) for text in texts]
    while shown and not shown[-1] and len(shown) % 2:
        shown.pop()
    names, values = shown[::2], shown[1::2]
    if not any(values) or len(names) != len(values) or any(lexicon.is_word(value) for value in values):
        return False
    return all(_FIELD.fullmatch(name) for name in names)


def _is_long(text: str) -> bool:
    return len(text) > _LONG and len(_ASIDE.sub("", text)) > _LONG


def meanings_of(roles: Sequence[HeaderRole]) -> set[tuple[str, str | None]]:
    """What the words of a header mean, each meaning once; months or quarters, stages or batches are columns of one schedule."""
    meanings: set[tuple[str, str | None]] = {(role.kind, role.role) for role in roles if not role.is_time}
    if sum(role.is_time for role in roles) > 1:
        meanings.add(("time", None))
    if sum(role.ordinal for role in roles) > 1:
        meanings.add(("time", "ordinal"))
    return meanings


def is_broken(upper: str, lower: str, lexicon: Lexicon) -> bool:
    """Whether two header lines are one word that a narrow cell has broken: 序 / 号, 完成 / 时限, 总投资 / （万元）."""
    upper, lower = squeezed(upper), squeezed(lower)
    if _ASIDE.fullmatch(lower):
        return len(upper) <= 2 * _HALF
    if not 0 < len(upper) <= _HALF or not 0 < len(lower) <= _HALF:
        return False
    if lexicon.halves(upper, lower):
        return True
    if lexicon.role(upper) is None and lexicon.role(lower) is None:
        role = lexicon.role(upper + lower)
        return role is not None and role.whole  # 责任领 / 导
    if not lexicon.is_word(upper + lower):
        return False
    if not lexicon.is_word(upper) or not lexicon.is_word(lower) or len(upper) == 1:
        return True
    role = lexicon.role(lower)
    return role is not None and role.kind == "category"  # 工作 / 板块; but 项目 / 内容 may be two columns


def words_over(upper: Sequence[str], lower: Sequence[str], lexicon: Lexicon) -> list[int] | None:
    """For each column the index of the upper word over it, where `lower` has a word beneath each slot of a merged one and
    "" beneath the others; None where they do not fit. The best of the fits by the words' meanings."""
    blanks = sum(not word for word in lower)
    if not len(lower) > len(upper) > blanks:
        return None
    best: dict[int, tuple[float, list[int]]] = {-1: (0.0, [])}  # the last upper word used → score, words so far
    for c, leaf in enumerate(lower):
        following: dict[int, tuple[float, list[int]]] = {}
        for k, (score, path) in best.items():
            steps = [k + 1] if not leaf or not path or not lower[c - 1] else [k, k + 1]
            for step in steps:
                if step >= len(upper) or step < 0:
                    continue
                value = score + (agreement(upper[step], leaf, lexicon) if leaf else 0.0)
                if step != k and leaf and (c + 1 == len(lower) or not lower[c + 1]):
                    value -= _ONE_BENEATH
                if step not in following or value > following[step][0]:
                    following[step] = (value, [*path, step])
        best = following
    found = best.get(len(upper) - 1)
    return found[1] if found is not None else None


_WHO = {"departments", "leaders"}  # 责任分工 over 牵头领导, 牵头单位


def leaves_over(upper: Sequence[str], leaves: Sequence[str], lexicon: Lexicon) -> list[int] | None:
    """For each of the words of a lower row, written without the blanks that stand for the other columns, the index of the
    upper word over it; None where they are no such words, or one has no fellow under its upper word."""
    if any(not word or len(word) > _LEAF for word in leaves):
        return None
    over: list[int] = []
    for leaf in leaves:
        fits = [(agreement(word, leaf, lexicon), -k) for k, word in enumerate(upper) if not over or k >= over[-1]]
        best = max(fits, default=(0.0, 0))
        if best[0] <= 0:
            return None
        over.append(-best[1])
    return over if all(over.count(k) > 1 for k in over) else None


def repeats_upper(upper: Sequence[str], lower: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a row goes on with a header whose merged words are written in each slot: some words stand again below
    themselves, others have finer ones below."""
    if len(upper) != len(lower) or not is_header(lower, lexicon):
        return False
    finer = [a for a, b in zip(upper, lower, strict=True) if a != b]
    return 1 < len(finer) < len(upper) and len(set(finer)) < len(finer)


def agreement(parent: str, leaf: str, lexicon: Lexicon) -> float:
    """How well a merged word goes with one beneath it."""
    over, under = lexicon.role(parent), lexicon.role(leaf)
    if over is None:
        return 0.0
    if over.kind == "time" and (month_number(leaf) or (under is not None and under.is_time)):
        return 3.0
    if over.kind == "goal" and under is not None and under.is_time:
        return 2.0  # 年度目标 over 2024年, 2025年
    if under is None:
        return -1.0
    if over.kind == under.kind == "other":
        return 0.0  # words of many meanings: 抽查比例 beside 抽查频次
    return 2.0 if under.kind == over.kind or {under.kind, over.kind} == _WHO else -1.0
