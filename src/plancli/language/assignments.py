"""Signs in a text that it assigns work or sets a time; enough to tell a task from a heading, not to read the values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..grammar.pattern import Pattern
from .bodies import is_collective
from .collectives import AND_SO_ON
from .marks import BULLETS
from .posts import names_holders
from .roles import Words, words
from .times import is_time

_TIME_IN_BRACKET = Pattern(
    r"[月季年日旬](?:底|末|初|份|度|中|上旬|中旬|下旬)?之?(?:前|内|完成)|底前|全年|长期|持续|每[年月季周日]|季度|[\d一二三四五六七八九十]月"
)
_BRACKET = Pattern(r"[（(【\[〔）)】\]〕]")
_NUMBER = Pattern(r"^\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]|[①-⑳])")
_OPEN, _CLOSE = "（(【[〔", "）)】]〕"
_TIME_BOUND = Pattern(
    r"(?:\d|[一二三四五六七八九十])(?:月|季度|日)(?:份|底|末|上旬|中旬|下旬)?(?:之|以)?前|年底前|年内完成|月底前"
)
_DASH = Pattern(r"(?:——|--|—)([^—。：；]{2,120})[。；]?$")
_CLAUSE = Pattern(r"[^，,；;。—―\s]+")
_STOP = Pattern(r"[。；;！？!?](?=.)")
_PIECE = Pattern(r"[^，,；;。、\s]+")
_BETWEEN_STOPS = Pattern(r"[^，,；;。\s]+")
_NAME = Pattern(r"(?:[^、，,；;。\s/（(]|[（(][^（()）]*[)）]?)+")
_AND = Pattern(r"[和及与]")
_OF_THIS = r"(?:以上|上述|该|此|本|这)?[两三四五六七八九十\d]{0,2}(?:各?项|条|个)?(?:工作|任务|事项|目标|项目|措施|举措|内容|活动)?"
_BY = Pattern(rf"^{_OF_THIS}(?:均|统一|主要|具体)?[由请]")
_PERSON = Pattern(r"[㐀-鿿]{2,8}同志$")
# 列第一位的为牵头单位; 牵头单位列第一位
_FIRST = Pattern(
    r"(?P<before>[^，。；]{0,12}?)(?:(?:排名?|列|居|在)(?:在|于)?(?:第一|首位?|最前)|第一(?:[位个家名列]|责任|单位|部门|科室)|首(?:[位个家列]|单位))"
    r"(?:[^，。；]{0,10}?(?:为|是|系|即|作为)(?P<behind>[^，。；]{0,12}))?",
    needs=("一首最",),
)
_LONGEST_UNKNOWN = 8  # characters of a name among bodies that reads as none
_LONGEST = 120  # characters of a clause or line that may be an assignment and nothing else


def assigns(text: str) -> bool:
    """True where the text says who answers for it, or until when."""
    return bounds_time(text) or names_who(text) or any(_says_when(part) for _, part in _brackets(text))


def bounds_time(text: str) -> bool:
    """True where the text says until when: 6月底前, 年内完成."""
    return _TIME_BOUND.search(text) is not None


def names_who(text: str) -> bool:
    """True where the text says who answers for it: 责任单位：…, （…牵头）, ——教育局、财政局, 由教育局牵头."""
    known = words()
    return (
        known.find_label(text) is not None
        or known.find_time_label(text) is not None
        or _ends_in_names_behind_dash(text, known)
        or any(_bracket_assigns(part, text[:start], known) for start, part in _brackets(text))
        or _states_who(text, known)
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


def trailing_assignment(text: str) -> int:
    """Where the assignments that close a sentence begin (…活动（责任单位：教育局）); len(text) where there are none."""
    known = words()
    end = cut = len(text.rstrip("。；;.，,"))
    while end and text[end - 1] in _CLOSE:
        start = _opening(text, end - 1)
        if start is None or not _bracket_assigns(text[start + 1 : end - 1], text[:start], known):
            break
        end = cut = start
        while end and text[end - 1] in "。；; ，,":
            end -= 1
    return _first_label(text, cut, known)


def bare_names_assign(content: str, before: str) -> bool:
    """Whether a bracket that holds nothing but names, behind a word, says who does it (举办读书节（县图书馆）), rather than
    what the word is (建设卫生院（社区卫生服务中心）, 企业（场所）)."""
    known = words()
    names = _names(content)
    bodies = [name for name in names if known.is_body(name)]
    if len(bodies) < len(names):
        return is_list_of_names(names, known) and not before.endswith(("：", ":"))
    if not names:
        return False
    if all(map(known.is_particular, names)):
        return True
    behind_body = known.ends_as_body(before[-8:]) and before[-1:] not in "。；;！？!?\n"
    return not behind_body and not any(map(known.is_bare_kind, names))


def beside_time(content: str) -> tuple[int, int]:
    """Where what a bracket says beside a time at its head or its end begins and ends: 6月底前，|县水利局|, |技术科|，3月."""
    begin, end = 0, len(content)
    pieces = list(_BETWEEN_STOPS.finditer(content))
    if len(pieces) > 1 and is_time(pieces[0].group()):
        begin = pieces[1].start()
    elif len(pieces) > 1 and is_time(pieces[-1].group()):
        end = pieces[-2].end()
    return begin, end


def is_list_of_names(names: list[str], known: Words) -> bool:
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
    names = _names(content)
    return bool(names) and all(known.is_body(name) and known.is_particular(name) for name in names)


def is_duty_line(text: str) -> bool:
    """Whether a line is nothing but bodies with their verbs: 市公安局负责，市城管局、各区政府配合."""
    return duty_part(text) == len(text) - len(text.lstrip())


def duty_part(text: str) -> int:
    """Where a sentence begins to say nothing but which bodies do it (修好水渠，|县水利局负责，各镇配合。); -1 where it does not end so."""
    line = text.rstrip().rstrip("。；;")
    known = words()
    last = max(map(line.rfind, "，,；;。 ")) + 1
    if not 2 < len(line) - last <= _LONGEST or not (known.may_do(line[last:]) or known.deed_behind(line[last:])):
        return -1
    clauses = list(_CLAUSE.finditer(line, max(0, len(line) - _LONGEST)))
    begin, told, whole = -1, False, False  # told: a body in particular is said to do more than to support
    for clause in reversed(clauses):
        verb = _verb_behind_bodies(clause.group(), known, duties=True)
        if not verb and (begin < 0 or not _all_names(clause.group(), known)):
            break
        names = _names(clause.group()[: verb.start()] if verb else clause.group())
        if verb and known.verb_behind(clause.group()):
            particular = any(
                (known.is_particular(name) or names_holders(name)) and not is_collective(name) for name in names
            )
            told = told or (particular and known.role_of(verb.group()) != "support")
            whole = True
        begin = clause.start()
    return begin if told or (whole and not line[:begin].strip()) else -1


# A牵头实施古驿道修缮, B负责资金保障: an object behind the verb.
_PART_OF_WORK = Pattern(r"(?P<names>[^，,；;。]{2,60}?)(?:具体|主要|分别)?(?:负责|牵头)(?!人|的)(?:[㐀-鿿（）]{2,16})$")


def division_part(sentence: str) -> int:
    """Where a sentence begins to divide its work (A牵头实施修缮，B负责资金保障，C配合): two clauses at least of bodies, their verb
    and an object, or one of two bodies joined by 会同; -1 where it does not."""
    if "负责" not in sentence and "牵头" not in sentence:
        return -1
    known = words()
    line = sentence.rstrip().rstrip("。；;")
    begin, parts = -1, 0
    for clause in reversed(list(_CLAUSE.finditer(line))):
        part = _PART_OF_WORK.match(clause.group())
        names = part["names"].replace("会同", "、") if part and "的" not in clause.group() else ""
        if names and _all_names(names, known):
            parts += 1 + ("会同" in clause.group())
        elif not _verb_behind_bodies(clause.group(), known, duties=True):
            break
        begin = clause.start()
    return begin if parts > 1 else -1


def first_leads(note: str) -> bool:
    """Whether a note says that the body listed first leads: 列第一位的为牵头单位."""
    if "第一" not in note and "首" not in note and "最前" not in note:
        return False
    known = words()
    for match in _FIRST.finditer(note):
        before, behind = match["before"], match["behind"] or ""
        if known.has_lead(behind) or (known.has_lead(before) and known.bare_label.search(before)):
            return True
    return False


def _states_who(text: str, known: Words) -> bool:
    """Whether a clause of a sentence says who leads, or by whom it is done."""
    if not known.may_lead(text) and not (len(text) <= _LONGEST and known.may_act(text)):
        return False
    if duty_part(text) >= 0:
        return True
    for match in _CLAUSE.finditer(text):
        clause = match.group()
        by = _BY.search(clause)
        if len(clause) > _LONGEST or not (by or known.has_lead(clause) or known.part.search(clause)):
            continue
        if _verb_behind_bodies(clause[by.end() :] if by else clause, known, duties=by is not None, objects=False):
            return True
    return False


def _verb_behind_bodies(
    clause: str, known: Words, *, duties: bool = False, objects: bool = True
) -> re.Match[str] | None:
    """县水利局、县财政局负责: the verb of a clause that is names and a verb behind them."""
    verb = known.verb_behind(clause, duties=duties, objects=objects)
    if verb is None and duties and objects:
        verb = known.deed_behind(clause)
    return verb if verb is not None and verb.start() and _all_names(clause[: verb.start()], known) else None


def _all_names(text: str, known: Words) -> bool:
    names = _names(text)
    return bool(names) and all(
        known.is_body(name) or names_holders(name) or _PERSON.fullmatch(name) is not None for name in names
    )


def _names(text: str) -> list[str]:
    """The names of a list, 等 behind the last aside; joined by 和 they count as one where that is a name."""
    listed = [AND_SO_ON.sub("", name).removeprefix("由").removeprefix("会同") for name in _NAME.findall(text)]
    known = words()
    return [
        part
        for name in listed
        if name
        for part in ([name] if known.is_body(name) or is_collective(name) else filter(None, _AND.split(name)))
    ]


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
    if len(part) <= _LONGEST and deeds_alone(part, known):
        return True
    if known.may_do(part):
        clauses = [match.group() for match in _CLAUSE.finditer(part)]
        verbs = [verb for clause in clauses if (verb := known.verb_behind(clause, duties=True)) and verb.start()]
        if verbs and (known.has_lead(part) or any(_last_is_body(verb, known) for verb in verbs)):
            return True
    begin, end = beside_time(part)
    return len(part) <= 400 and bare_names_assign(part[begin:end], before)


def deeds_alone(part: str, known: Words) -> bool:
    """Whether a bracket says of each office what it does, in verbs of any kind: 工程部自查，安全部复查."""
    clauses = [match.group() for match in _PIECE.finditer(part)]
    return bool(clauses) and all(known.deed_behind(clause) is not None for clause in clauses)


def _last_is_body(verb: re.Match[str], known: Words) -> bool:
    names = _names(verb.string[: verb.start()])
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
