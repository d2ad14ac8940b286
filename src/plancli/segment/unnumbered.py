"""Items without a number: lines in a row led by a time or that say who, and titles each with lines 责任单位：… of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from ..grammar.pattern import Pattern
from ..language.assignments import (
    assigns,
    begins_with_label,
    bounds_time,
    ends_in_assignment,
    names_who,
    trailing_assignment,
)
from ..language.duties import share_end, speaks_of_division
from ..language.fields import name_of_field
from ..language.headers import role_of_header
from ..language.labels import Label
from ..language.marks import BOXES, BULLETS
from ..language.month_days import days_by_points, led_by_weekday
from ..language.openings import addresses_all
from ..language.times import (
    heads_by_theme,
    heads_by_time,
    leads_with_day,
    leads_with_hour,
    led_by_time,
    speaks_of_times,
)
from .fields import NAMES_A_TASK, OF_ALL
from .headings import is_short_line
from .outline import UNNUMBERED
from .said_items import closes, count_said, is_bare_heading, is_bare_title
from .stream import Element, Passage
from .tasks import HEADINGS
from .titled_fields import titles_of_fields

_BEFORE = BULLETS + "-* "  # what a list has before each line
_BEHIND_STOP = Pattern("[。；;]")
_LONGEST_SHARE = 10  # characters of its name
_FEW = 3  # lines led by a time; fewer may be a text
_RANK = 6


def count_unnumbered(body: list[Element]) -> list[Element]:
    """A plan's body → the same, with a label by count for each item that has no number of its own."""
    if any(isinstance(element, Passage) and element.label for element in body):
        return _beneath_headings(body)
    cards = titles_of_fields(body) or _records(body) or _monthly(body, 0, len(body))
    if len(cards) > 1:
        return _counted(body, cards)
    if (said := count_said(body)) is not body:
        return said
    body = [part for element in body for part in _times_apart(element)]
    every = 0, len(body)
    found = _timed(body, *every) or _marked(body) or _assigned(body, *every) or _assigned(body, *every, _is_share)
    return _counted(body, found)


def _beneath_headings(body: list[Element]) -> list[Element]:
    """Lines led by a time beneath a heading that speaks of times (二、日程安排), or each behind a bullet; lines that each begin with
    who has that part beneath one that speaks of a division (三、职责分工); lines beneath months that number none; lines that are
    items."""
    if bullets := _beneath_bare_items(body):
        ranks = [element.label.rank for element in body if isinstance(element, Passage) and element.label]
        return _counted(body, bullets, max(ranks) + 1)
    found = titles_of_fields(body) or _beneath_bare_months(body)
    runs: list[range] = []
    for at, element in enumerate(body):
        if not isinstance(element, Passage) or element.label is None:
            continue
        end = next((k for k in range(at + 1, len(body)) if closes(body[k])), len(body))
        if end == at + 1:
            continue
        if records := _records(body[at + 1 : end]):
            found += [at + 1 + start for start in records]
        elif speaks_of_division(element.text) and (shares := _shares(body, at + 1, end)):
            found += shares
        elif speaks_of_times(element.text):
            found += _timed(body, at + 1, end) or _monthly(body, at + 1, end)
        elif timed := _times_beneath(body, element, element.label, range(at + 1, end)):
            found += timed
        elif is_bare_heading(element):
            runs.append(range(at + 1, end))
    counted = _counted(body, found)
    said = count_said(counted)
    return said if said is not counted else _counted(body, found + _lists(body, runs))


def _lists(body: list[Element], runs: list[range]) -> list[int]:
    """Of runs beneath bare headings (一、绿化提升) the lines that are items: behind boxes; behind bullets, where half of them say who is to do
    them or until when; behind none, where each says who, and most headings have several."""
    lines = {at: line.text for run in runs for at in run if isinstance(line := body[at], Passage)}
    marked = {at: lines[at] for run in runs if _all_behind_bullets(body, run) for at in run if lines[at][0] in BULLETS}
    if marked or not runs:
        boxes = len(marked) >= _FEW and all(line[0] in BOXES for line in marked.values())  # each is to be ticked off
        return list(marked) if boxes or _says_of_each(body, list(marked)) else []
    last = runs[-1]
    while last and not ends_in_assignment(lines.get(last[-1], "")):  # what closes the plan
        last = last[:-1]
    runs = [*runs[:-1], last]
    items = [at for run in runs for at in run]
    several = sum(len(run) > 1 for run in runs) * 2 >= len(runs)
    return (
        items if several and len(items) >= _FEW and all(ends_in_assignment(lines.get(at, "")) for at in items) else []
    )


def _beneath_bare_items(body: list[Element]) -> list[int]:
    """The lines behind bullets beneath numbered items that are nothing but titles, each of which has some: 01 聚焦主线 / ◎ …（新闻部）."""
    items = [at for at, element in enumerate(body) if isinstance(element, Passage) and element.label]
    forms = {element.label.form for at in items if isinstance(element := body[at], Passage) and element.label}
    runs = [range(at + 1, end) for at, end in pairwise([*items, len(body)])]
    if len(forms) != 1 or not forms.isdisjoint(HEADINGS) or not all(is_bare_title(body[at]) for at in items):
        return []
    lines = [at for run in runs for at in run]
    bulleted = all(isinstance(line := body[at], Passage) and line.text[0] in _BEFORE for at in lines)
    return lines if bulleted and all(runs) and _says_of_each(body, lines) else []


def _marked(body: list[Element]) -> list[int]:
    """The lines behind the bullet that most lines have, half of which say who is to do them or until when, where nothing but short
    headings, behind another mark or none, and what says it of the line above stands between."""
    texts = {at: line.text for at, line in enumerate(body) if isinstance(line, Passage) and line.text[0] in BULLETS}
    bullet, _ = max(Counter(text[0] for text in texts.values()).items(), key=lambda each: each[1], default=("", 0))
    items = {at: text for at, text in texts.items() if text[0] == bullet}
    if not _says_of_each(body, list(items)):
        return []
    between = [body[at] for at in range(min(items), max(items)) if at not in items]
    return list(items) if all(is_short_line(line) or _says_who(line) for line in between) else []


def _says_who(element: Element) -> bool:
    return isinstance(element, Passage) and names_who(element.text)


def _says_of_each(body: list[Element], items: list[int]) -> bool:
    """Whether half of some lines, three or more, or the lines right below, say who is to do them or until when."""
    said, begun = 0, frozenset(items)
    for at in items:
        line, below = body[at], body[at + 1] if at + 1 < len(body) and at + 1 not in begun else None
        own = isinstance(line, Passage) and (names_who(line.text) or bounds_time(line.text))
        said += own or (below is not None and _says_who(below))
    return said >= _FEW and said * 2 >= len(items)


def _all_behind_bullets(body: list[Element], run: range) -> bool:
    """Whether all lines of a run stand behind bullets, but for those that say who is to do what the line above says."""
    lines = [line.text for at in run if isinstance(line := body[at], Passage)]
    return len(lines) == len(run) and all(
        line[0] in BULLETS or (at > 0 and not trailing_assignment(line)) for at, line in enumerate(lines)
    )


def _timed(body: list[Element], start: int, end: int) -> list[int]:
    """The lines of a run that are led by a time, behind a bullet or not, where all are, but for headings that are times
    themselves, a first and a last."""
    texts = {at: line.text for at in range(start, end) if isinstance(line := body[at], Passage)}
    led = [at for at, text in texts.items() if _is_led(text.lstrip(_BEFORE))]
    themes = {at for at in led if heads_by_theme(texts[at])}
    if themes and {at + 1 for at in themes} <= {*led} - themes:  # 三月：学雷锋月 above its days
        led = [at for at in led if at not in themes]
    marked = [at for at in led if texts[at][0] in _BEFORE]
    led = marked if len(marked) >= _FEW else led  # 三月：安全月 above lines with bullets is a heading
    heads = [at for at, text in texts.items() if at not in led and (heads_by_time(text) or heads_by_theme(text))]
    others = [at for at in range(start, end) if at not in led and at not in heads]
    before = [at for at in others if at < led[0]] if led else []
    said = len(before) < 2 or all(
        texts.get(at, "")[-1:] in ("：", ":", "。") for at in before
    )  # 各位理事： / 现安排如下。
    if len(led) < _FEW or not said or any(led[0] < at < led[-1] for at in others):
        return []
    return led


def _is_led(text: str) -> bool:
    return led_by_time(text) or days_by_points(text) is not None or led_by_weekday(text)


def _times_beneath(body: list[Element], heading: Passage, label: Label, run: range) -> list[int]:
    """The lines beneath any heading, where each is led by a time: all behind bullets, or beneath a bare heading that names no aim, by
    times of the plan's year (二、主要活动 / 3月5日 慰问老人)."""
    if label.form in HEADINGS and _all_behind_bullets(body, run):
        return _timed(body, run.start, run.stop)
    role = role_of_header(heading.text[label.end :])
    texts = [line.text for at in run if isinstance(line := body[at], Passage)]
    every = len(texts) >= _FEW and all(_is_led(text) and not text.startswith("20") for text in texts)
    named = role is not None and role.kind in ("goal", "time")
    return list(run) if every and not named and is_bare_heading(heading) else []


def _shares(body: list[Element], start: int, end: int) -> list[int]:
    """The lines of a run, where each begins with who has that part (区财政局：负责落实资金)."""
    lines = [line.text for at in range(start, end) if isinstance(line := body[at], Passage)]
    every = len(lines) == end - start > 1 and all(map(share_end, lines))
    return list(range(start, end)) if every else []


def _is_share(line: str) -> bool:
    """Whether a line names a part of the work and says until when: 宣传组：…，3月底前完成."""
    return 0 < line.replace(":", "：").find("：") <= _LONGEST_SHARE and bounds_time(line)


def _times_apart(element: Element) -> Iterator[Element]:
    """A line whose clauses each begin with a time (1—3月，…；4—6月，…；7—9月，…) as that many lines; else the element."""
    if not isinstance(element, Passage) or element.label:
        yield element
        return
    text = element.text
    bounds = [0, *(stop.end() for stop in _BEHIND_STOP.finditer(text) if stop.end() < len(text)), len(text)]
    parts = [text[start:end] for start, end in pairwise(bounds)]
    if len(parts) < _FEW or not all(map(led_by_time, parts)):
        yield element
        return
    yield from (Passage(part, element.lines, [0]) for part in parts)


def _assigned(body: list[Element], start: int, end: int, says: Callable[[str], bool] = names_who) -> list[int]:
    """The lines of a run that say who is to do them, or what else `says` asks, behind a bullet or not, where nothing but short
    headings stands between."""
    texts = {at: line.text for at in range(start, end) if isinstance(line := body[at], Passage)}
    said = [at for at, text in texts.items() if says(text) and not begins_with_label(text)]
    if len(said) < _FEW:
        return []
    between = [body[at] for at in range(said[0], said[-1]) if at not in said]
    return said if all(map(is_short_line, between)) else []


def _monthly(body: list[Element], start: int, end: int) -> list[int]:
    """Lines of a run beneath bare times (1月, 二月份：): beneath three times or more, or where each says who is to do it or when. Titles
    with fields beneath are found before."""
    texts = {at: line.text for at in range(start, end) if isinstance(line := body[at], Passage)}
    times = [at for at, text in texts.items() if heads_by_time(text)]
    if len(times) < 2:
        return []
    more = {at for at, text in texts.items() if text[0] not in _BEFORE and begins_with_label(text)}  # 责任人：周老师
    items = _but_closing(body, [at for at in texts if at > times[0] and at not in times and at not in more])
    said = all(assigns(texts[at]) or leads_with_day(texts[at]) or leads_with_hour(texts[at]) for at in items)
    apart = all(later - at > 1 for at, later in pairwise(times))
    return items if len(items) > 1 and (said or (len(times) >= _FEW and apart)) else []


def _beneath_bare_months(body: list[Element]) -> list[int]:
    """The lines beneath such of three bare times or more (三月份) as number none, where others do: 1、学雷锋活动。"""
    lines = [element if isinstance(element, Passage) else None for element in body]
    times = [at for at, line in enumerate(lines) if line and not line.label and heads_by_time(line.text)]
    runs = [range(at + 1, end) for at, end in pairwise([*times, len(body)])]
    numbered = [run for run in runs if run and (line := lines[run[0]]) and line.label]
    plain = [run for run in runs if run and all((line := lines[at]) and not line.label for at in run)]
    if len(times) < _FEW or not numbered or len(numbered) + len(plain) < len(runs):
        return []
    return _but_closing(body, [at for run in plain for at in run])


def _but_closing(body: list[Element], items: list[int]) -> list[int]:
    """The lines of a plan without those at its end that address all of it: 各部门要认真准备。"""
    end = len(body)
    while items and items[-1] == end - 1 and isinstance(line := body[end - 1], Passage) and addresses_all(line.text):
        items, end = items[:-1], end - 1
    return items


def _records(body: list[Element]) -> list[int]:
    """The first lines of records of fields, one of which says what is done and one who or when, each begun by the same field or
    by a bare time: 时间：2月 / 工作内容：补考 / 责任人：教务科."""
    names = [_name_in_record(element.text) if isinstance(element, Passage) else "" for element in body]
    often = Counter(names)  # 各位读者： above is no field
    first = next((at for at, name in enumerate(names) if name and often[name] > 1), len(names))
    while names and not names[-1]:  # who has signed below
        names.pop()
    starts = [at for at in range(first, len(names)) if names[at] == names[first]]
    records = [names[start:end] for start, end in pairwise([*starts, len(names)])]
    if len(records) < 2 or not all(names[first:]) or any(len(set(one)) < max(2, len(one)) for one in records):
        return []
    roles = [role_of_header(name) for name in set(names[first:])]
    kinds = {role.kind for role in roles if role is not None and role.whole}
    return starts if kinds & set(OF_ALL) and kinds & set(NAMES_A_TASK) else []


def _name_in_record(line: str) -> str:
    """The name of a line's field, 时间 for a bare time; "" for another line."""
    return "时间" if heads_by_time(line) else name_of_field(line)


def _counted(body: list[Element], items: list[int], rank: int = _RANK) -> list[Element]:
    labels: dict[int, Label] = {}
    for number, at in enumerate(items, 1):
        text = element.text if isinstance(element := body[at], Passage) else ""
        bullet = text[: len(text) - len(text.lstrip(_BEFORE))]
        labels[at] = Label(bullet, UNNUMBERED, rank, number, str(number), len(bullet))
    return [
        replace(element, label=labels[at]) if at in labels and isinstance(element, Passage) else element
        for at, element in enumerate(body)
    ]
