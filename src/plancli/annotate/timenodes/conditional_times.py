"""What a time on an event asks of the words around it: 待通知发布后, 方案批复后, 根据市教委通知要求."""

from __future__ import annotations

from collections.abc import Mapping

from ...grammar.pattern import Pattern
from ...language.bodies import ends_as_body
from ...language.posts import names_holders
from .model import Where
from .single_times import ANY_DEED, Guard
from .surroundings import Site

# Who lets it be done, or is told: a step, no event that is waited for. 报主任办公会审定后, 向社会公布后.
_STEP = Pattern(r"经|提交|报[请送经]|向|前[和及与]|领导审|(?P<leave>审[定批]|批准|同意)")
_DONE_AS_TOLD = Pattern(r"(?:推进|进行|实施|开展|启动|组织|落实|执行)$")  # 根据上级安排适时进行


def _is_step(site: Site) -> bool:
    step = _STEP.search(site.line, site.start, site.end)
    if step is None or not step["leave"]:
        return step is not None
    whose = site.line[site.start : step.start()]
    return ends_as_body(whose) or names_holders(whose)


def _event(site: Site) -> str | None:
    if site.line[site.start] in "经报由" or (site.line[site.start] not in "待俟" and _is_step(site)):
        return "manner"  # 经县政府批准后实施: by whose leave
    if site.tail and site.line[site.start] in "待俟":
        return None  # 放假安排待上级通知下发后另行通知
    return None if site.whole or site.head else "adverb"


def _opening_event(site: Site) -> str | None:
    """What the work waits for before all: 手续办妥后启动, not 清表，手续齐备后进场."""
    opens = site.start == 0 or site.line[site.start - 1] in "。;:(\n"
    return _event(site) if opens else "adverb"


def _event_offset(site: Site) -> str | None:
    return None if site.whole or site.head else "attribute"


def _instruction(site: Site) -> str | None:
    """根据…要求: where it is all that is said, or says with it what is done."""
    if site.whole:
        return None
    closed = site.line[site.end : site.end + 1] in ("", "。", ";")
    clause = site.head and (site.tail or site.line[site.end : site.end + 1] in (",", "，"))
    acts = _DONE_AS_TOLD.search(site.line, site.start, site.end) is not None
    if site.head and site.line.find("通知", site.start, site.end) > 0 and ANY_DEED.match(site.line, site.end):
        return None  # 根据市教委通知要求开展评选
    return None if (site.context.schedule and site.head and closed) or (clause and acts) else "manner"


EVENTS: Mapping[Where, Guard] = {
    "event": _event,
    "opening-event": _opening_event,
    "event-offset": _event_offset,
    "instruction": _instruction,
}
