"""The title of an item: its first sentence, without what that says of who and when in a bracket behind it."""

from __future__ import annotations

from ..grammar.pattern import Pattern
from ..language.assignments import trailing_assignment
from ..language.lexicon.in_force import asked_once
from ..language.script import has_any
from ..language.titles import TERMS
from ..language.verbs import ADVERB, WORK

BEGINS_WORK = Pattern(rf"{ADVERB}{{0,3}}{WORK}")
_OF_TERMS = Pattern(rf"[㐀-鿿、与及和]{{2,8}}?(?P<noun>{TERMS})[。；;：:]?")

_CLOSED_BY = {"（": "）)", "(": "）)", "《": "》", "“": "”", "【": "】]", "[": "】]"}
_SIGN = Pattern(r"[（(《“【\[）)》”】\]。！？\n]")
# 巩固成果．每季度监测: a point of full width between words is a stop.
_SIGN_OR_POINT = Pattern(rf"{_SIGN.pattern}|(?<=[㐀-鿿])(?<![一二三四五六七八九十])．(?=[㐀-鿿\d])")


@asked_once
def split_title(head: str) -> tuple[str, str]:
    """An item's own paragraph → its title, without the full stop, and the rest.

    An assignment that closes the first sentence is no part of the title: 开展活动（责任单位：教育局）。 A line feed ends a title that its
    look has told (`run_in`).
    """
    stop = _sentence_end(head)
    sentence = head[:stop].rstrip("\n")
    cut_at = trailing_assignment(sentence) if sentence[-1:] not in "：:" else 0  # 具体时间安排： is no label of a value
    if 0 < cut_at < len(sentence.rstrip("。；;，,.")):
        return sentence[:cut_at].rstrip("。；;，,、 ｜|—–"), head[cut_at:]
    return sentence.rstrip("。；;，,．"), head[stop:].lstrip("\n")


def heads_terms(head: str) -> bool:
    """Whether a line alone heads what is to be reached, for whom and on what terms (工作目标, 参赛对象, 报送要求。), and no work."""
    match = _OF_TERMS.fullmatch(head)
    work = BEGINS_WORK.match(head)
    return match is not None and (work is None or work.end() >= match.start("noun"))  # 报送要求, not 落实安全要求


def _sentence_end(head: str) -> int:
    """Where the first sentence ends, a stop inside brackets or quotation marks aside; a mark that nothing closes opens none."""
    inside: list[str] = []
    for sign in (_SIGN_OR_POINT if "．" in head else _SIGN).finditer(head):
        char, position = sign.group(), sign.start()
        if char == "\n":
            return position + 1
        if char in "。！？．":
            if not inside or position + 1 == len(head):
                return position + 1
        elif closing := _CLOSED_BY.get(char):
            if has_any(head[position:], closing):
                inside.append(closing)
        else:
            fit = next((at for at in reversed(range(len(inside))) if char in inside[at]), len(inside))
            del inside[fit:]
    return len(head)
