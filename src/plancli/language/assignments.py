"""Signs in a text that it assigns work or sets a time; enough to tell a task from a heading, not to read the values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..grammar.pattern import Pattern
from .duties import CLAUSE, LONGEST, deeds_alone, duty_part, listed_names, states_who
from .labels import read_label
from .lexicon.in_force import asked_once
from .marks import BULLETS
from .posts import behind_post, names_holders, names_titled
from .roles import Words, words
from .script import has_any
from .surnames import looks_like_person
from .time_pieces import ends_as_time
from .times import is_time
from .verbs import BUILDS, INSPECTS

_LONGEST_TIME = 14  # characters of one beside a name
_TIME_IN_BRACKET = Pattern(
    r"[月季年日旬](?:底|末|初|份|度|中|上旬|中旬|下旬)?之?(?:前|内|完成)|底前|全年|长期|持续|每[年月季周日]|季度|[\d一二三四五六七八九十]月|\d日(?![报均照])"
)
_BRACKET = Pattern(r"[（(【\[〔）)】\]〕]", needs=("（(【[〔）)】]〕",))
_NUMBER = Pattern(r"^\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]|[①-⑳])")
_OPEN, _CLOSE = "（(【[〔", "）)】]〕"
_TIME_BOUND = Pattern(
    r"(?:\d|[一二三四五六七八九十])(?:月|季度|日)(?:[（(](?:周|星期)[一二三四五六日天][)）])?(?:份|底|末|上旬|中旬|下旬|下班|(?:[上中下]午|晚上?)?\d{1,2}[:：点时](?:\d{1,2}分?|半)?)?(?:之|以)?前"
    r"|年底前|年内完成|月底前|\d日[^。；;，,]{0,4}截止"
)
_LEFT_OPEN = Pattern("(?:另定|另行(?:通知|确定|安排)|待定|自定)$")  # （培训部，合作单位另定）
_DASH = Pattern(r"(?:——|--|—)([^—。：；]{2,120})[。；]?$")
_STOP = Pattern(r"[。；;！？!?](?=.)")
_AUDIENCE = Pattern("全(?:校|园|院|县|市|区|镇|乡|村|局)|[低中高]年级|[一二三四五六七八九]年级")
_BETWEEN_STOPS = Pattern(r"[^，,；;。\s]+")
_FACILITY = Pattern(r"(?![省市县区镇乡村])[㐀-鿿]{2,10}(?:站|中心|[馆园场院所库厂点])")
_BUILDS = Pattern(rf"{BUILDS}[^。；;，,]{{1,12}}$")
# 清查水利工程（山塘水库）: what is looked into, none that does it.
_SITE = Pattern(r"(?![省市县区镇乡村])[㐀-鿿]{2,10}[库厂矿]")
_INSPECTS = Pattern(rf"{INSPECTS}[^。；;，,]{{1,12}}$")
_LONGEST_UNKNOWN = 8  # characters of a name among bodies that reads as none


def assigns(text: str) -> bool:
    """True where the text says who answers for it, or until when."""
    return bounds_time(text) or names_who(text) or any(_says_when(part) for _, part in _brackets(text))


def bounds_time(text: str) -> bool:
    """True where the text says until when: 6月底前, 年内完成."""
    return ("前" in text or "年内完成" in text or "截止" in text) and _TIME_BOUND.search(text) is not None


@asked_once
def names_who(text: str) -> bool:
    """True where the text says who answers for it: 责任单位：…, （…牵头）, ——教育局、财政局, 由教育局牵头."""
    known = words()
    return (
        known.find_label(text) is not None
        or known.find_time_label(text) is not None
        or _ends_in_names_behind_dash(text, known)
        or any(_bracket_assigns(part, text[:start], known) for start, part in _brackets(text))
        or states_who(text, known)
    )


def begins_with_label(text: str) -> bool:
    """Whether a text begins with a label of names or of times: 责任单位：, 完成时限：."""
    known = words()
    found = known.find_label(text) or known.find_time_label(text)
    return found is not None and not _NUMBER.sub("", text[: found.start()], count=1).strip("（(【[ " + BULLETS)


def is_bare_label(text: str) -> bool:
    """Whether a line is a label without its colon, whose names stand on the next: 责任单位."""
    return words().bare_label.fullmatch(text.strip()) is not None


def ends_in_value(text: str) -> bool:
    """Whether a text ends in a label and its value, behind which no stop is due: 完成时限：6月底."""
    colon = max(text.rfind("："), text.rfind(":"))
    if colon < 1 or not 0 < len(text) - colon - 1 <= 40 or any(stop in text[colon:] for stop in "。；"):
        return False
    known = words()
    begin, end = max(0, colon - 24), colon + 1
    return known.find_label(text, begin, end) is not None or known.find_time_label(text[:end], begin) is not None


@asked_once
def trailing_assignment(text: str) -> int:
    """Where the assignments that close a sentence begin (…活动（责任单位：教育局）); len(text) where there are none."""
    known = words()
    end = cut = len(text.rstrip("。；;.，,"))
    end = _before_time(text, end)
    while end and text[end - 1] in _CLOSE:
        start = _opening(text, end - 1)
        if start is None or not _bracket_assigns(text[start + 1 : end - 1], text[:start], known):
            break
        end = cut = start
        while end and text[end - 1] in "。；; ，,":
            end -= 1
    return _first_label(text, cut, known)


def _before_time(text: str, end: int) -> int:
    """Where the bracket ends behind which a text up to `end` says nothing but when: 组织植树（园林站）|3月12日; else `end`."""
    closing = max(text.rfind(sign, max(0, end - _LONGEST_TIME), end) for sign in _CLOSE)
    return closing + 1 if closing >= 0 and is_time(text[closing + 1 : end].strip(" ，,、")) else end


def ends_in_assignment(text: str) -> bool:
    """Whether a line says what is done, and behind that who does it: …活动（责任单位：教育局）. Not 责任单位：教育局 alone."""
    label = read_label(text)
    return (label.end if label else 0) < trailing_assignment(text) < len(text.rstrip("。；;.，,"))


def bare_names_assign(content: str, before: str) -> bool:
    """Whether a bracket that holds nothing but names, behind a word, says who does it (举办读书节（县图书馆）), rather than
    what the word is (建设卫生院（社区卫生服务中心）, 企业（场所）)."""
    known = words()
    names = listed_names(content)
    if any(_AUDIENCE.fullmatch(name) for name in names):
        return False  # 校外教育（高年级）
    bodies = [name for name in names if known.is_body(name)]
    if len(bodies) < len(names):
        told = is_list_of_names(names, known) or all(map(names_titled, names)) or name_their_persons(names)
        return told and not before.endswith(("：", ":"))
    if not names:
        return False
    if all(map(known.is_particular, names)):
        return True
    if all(map(_FACILITY.fullmatch, names)) and _BUILDS.search(before):
        return False  # 改造公厕（垃圾中转站）: what is built
    if all(map(_SITE.fullmatch, names)) and _INSPECTS.search(before):
        return False
    behind_body = known.ends_as_body(before[-8:]) and before[-1:] not in "。；;！？!?\n"
    return not behind_body and not any(map(known.is_bare_kind, names))


def name_their_persons(names: Sequence[str]) -> bool:
    """Whether a list is offices in particular, each with a person behind it: 法规科, 何静, 执法队, 周明远."""
    known = words()
    return len(names) % 2 == 0 < len(names) and all(
        known.is_body(office) and not known.is_bare_kind(office) and looks_like_person(person)
        for office, person in zip(names[::2], names[1::2], strict=True)
    )


def beside_time(content: str) -> tuple[int, int]:
    """Where what a bracket says beside a time at its head or its end begins and ends: 6月底前，|县水利局|, |技术科|，3月, 3月|技术科|,
    |县水利局|，3月开工，9月底前完工."""
    begin, end = 0, len(content)
    stops = list(_BETWEEN_STOPS.finditer(content))
    if len(stops) > 1 and is_time(stops[0].group()):
        begin = stops[1].start()
    elif (names_end := _before_clauses(content, stops)) < end:
        end = names_end
    elif len(stops) > 1 and is_time(stops[-1].group()):
        end = stops[-2].end()
    first, last = glued_to_time(content[begin:end])
    return begin + first, begin + last


def _before_clauses(content: str, pieces: Sequence[re.Match[str]]) -> int:
    """Where the bodies end with which a bracket begins, where its other clauses say when (县水利局、县住建局|，3月开工，9月底前完工);
    the content's length where it says anything else."""
    known = words()
    for before, piece in pairwise(pieces):
        if not bare_names_assign(before.group(), "。"):
            break
        if not known.is_particular(piece.group()) and not known.is_body(piece.group()):
            rest = content[piece.start() :]
            return (
                before.end()
                if "已" not in rest and (bounds_time(rest) or _TIME_IN_BRACKET.search(rest) or _LEFT_OPEN.search(rest))
                else len(content)
            )
    return len(content)


def glued_to_time(piece: str) -> tuple[int, int]:
    """Where the names in a piece begin and end to which a time is glued, whose blank is lost: 3月底前|德育处|, |德育处|3月."""
    if not has_any(piece, "月日季年周旬前"):
        return 0, len(piece)
    known = words()
    if piece[0].isdigit() or piece[0] in "第上下全每年" or "前" in piece:
        for at in range(min(len(piece) - 2, _LONGEST_TIME), 1, -1):
            time, rest = piece[:at], piece[at:]
            if not (ends_as_time(time.removesuffix("完成")) and is_time(time)) or rest[0] in "后内":
                continue
            if known.is_body(rest) or known.verb_behind(rest, duties=True):
                return at, len(piece)
    for at in range(2, len(piece) - 1):
        if piece[at].isdigit() and not piece[at - 1].isdigit() and is_time(piece[at:]) and known.is_body(piece[:at]):
            return 0, at
    return 0, len(piece)


def is_list_of_names(names: Sequence[str], known: Words) -> bool:
    """Whether a list in which some names are no known bodies lists who does a thing: bodies in particular and those who hold a
    post (干部股、各乡镇统战委员), or most of them bodies (县水利局、县水投、县河长办)."""
    bodies = [name for name in names if known.is_body(name)]
    others = [name for name in names if not known.is_body(name) and not names_holders(name)]
    return (
        len(names) > 1
        and any(map(known.is_particular, bodies))
        and len(others) < len(bodies)
        and all(1 < len(name) <= _LONGEST_UNKNOWN and known.may_be_name(name) for name in others)
    )


def names_behind_dash(content: str) -> bool:
    """Whether what stands behind a dash says who does it (——县文旅局; ——县水利局牵头，县应急局配合), rather than goes on with a
    title (——云端大厅)."""
    known = words()
    if known.may_do(content) and not _STOP.search(content) and duty_part(content) == 0:
        return True
    names = listed_names(content)
    return bool(names) and all(known.is_body(name) and known.is_particular(name) for name in names)


def _ends_in_names_behind_dash(text: str, known: Words) -> bool:
    dash = _DASH.search(text) if "—" in text or "--" in text else None
    return dash is not None and names_behind_dash(dash[1])


def _first_label(text: str, end: int, known: Words) -> int:
    """Where the first 责任单位：… outside brackets begins, `end` where there is none."""
    position = 0
    while position < end:
        found = [
            one for one in (known.find_label(text[:end], position), known.find_time_label(text[:end], position)) if one
        ]
        if not found:
            break
        first = min(found, key=lambda one: one.start())
        if first.start() > 0 and _depth(text[: first.start()]) <= 0:
            return first.start()
        position = first.end()
    return end


def _bracket_assigns(part: str, before: str, known: Words) -> bool:
    """A bracket that says who: （牵头单位：…）, （教育局、财政局）. One that only says when belongs to the name (动员阶段（3月））."""
    if known.find_label(part) is not None or known.bare_label.fullmatch(part):
        return True
    if len(part) <= LONGEST and deeds_alone(part):
        return True
    if known.may_do(part):
        clauses = [match.group() for match in CLAUSE.finditer(part)]
        verbs = [verb for clause in clauses if (verb := known.verb_behind(clause, duties=True)) and verb.start()]
        if verbs and (known.has_lead(part) or any(_last_is_body(verb, known) for verb in verbs)):
            return True
    if behind_post(part):
        return True
    begin, end = beside_time(part)
    return len(part) <= 400 and bare_names_assign(part[begin:end], before)


def _last_is_body(verb: re.Match[str], known: Words) -> bool:
    names = listed_names(verb.string[: verb.start()])
    return bool(names) and (
        known.is_body(names[-1]) or any(map(known.is_particular, names)) or names_holders(names[-1])
    )


def _says_when(part: str) -> bool:
    return len(part) <= 24 and bool(_TIME_IN_BRACKET.search(part))


def _opening(text: str, closing: int) -> int | None:
    """Where the bracket that closes at `closing` opens."""
    depth = 0
    for position in range(closing, -1, -1):
        char = text[position]
        depth += (char in _CLOSE) - (char in _OPEN)
        if depth == 0:
            return position
    return None


def _depth(text: str) -> int:
    return sum((match.group() in _OPEN) - (match.group() in _CLOSE) for match in _BRACKET.finditer(text))


def _brackets(text: str) -> Iterator[tuple[int, str]]:
    """Outermost bracketed parts, each with the place where its bracket opens."""
    depth = start = 0
    for match in _BRACKET.finditer(text):
        if match.group() in _OPEN:
            depth += 1
            if depth == 1:
                start = match.end()
        elif depth:
            depth -= 1
            if depth == 0:
                yield start - 1, text[start : match.start()]
