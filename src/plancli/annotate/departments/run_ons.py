"""Names that stand together without a separator: joined by 和, led by 各, or run into one another."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from ...grammar.pattern import Pattern
from ...language.bodies import LEVEL, LEVEL_HEAD, OPEN
from ...language.collectives import AND_SO_ON, are_named_together
from ...language.roles import Words
from ...language.script import has_any
from .labelled import depth

# 和 begins places as well: 和平区, 和田地区.
_AND = Pattern(
    r"以及|[及与](?!其)|和(?!其|平(?:区|县|街|镇|路|分|社区|派出|小学|中学)|田(?:市|县|地|分)|[龙顺静](?:市|县|分)|政县|硕县|林格尔)"
)
_EACH = Pattern(r"(?<=..)各(?=镇|乡|街|区|县|市|旗|州|盟|学校|中小学|幼儿园|园所|基层|开发区|园区|中学|小学)")
_LONGEST = 80  # what is longer is no name and no row of names
_INNER = Pattern(r"[科处股室办]$")


def split_joined(
    text: str, start: int, end: int, words: Words, known: Collection[str]
) -> Iterator[tuple[int, int, str]]:
    """Names joined by 和, 及, 与, 各 or nothing at all; the connective inside a name (教育和体育局) stays."""
    if end - start > _LONGEST or text[start:end] in known:
        yield start, end, ""
        return
    begin = start
    for match in _AND.finditer(text, start, end) if has_any(text[start:end], "及与和") else ():
        left, right = AND_SO_ON.sub("", text[begin : match.start()]), text[match.end() : end]
        if (
            depth(text, begin, match.start()) == 0
            and (left in known or (words.is_complete(left) and words.is_body(left)))
            and words.is_body(right)
            and not _one_office(left, right, words, known)
        ):
            yield from _run_on(text, begin, begin + len(left), words, known, "and")
            begin = match.end()
    rule = "and" if begin > start else ""
    for match in _EACH.finditer(text, begin, end) if text.find("各", begin, end) > 0 else ():
        if depth(text, begin, match.start()) == 0 and words.is_complete(text[begin : match.start()]):
            yield from _run_on(text, begin, match.start(), words, known, "run-on")
            begin, rule = match.start(), "run-on"
    yield from _run_on(text, begin, end, words, known, rule)


def _one_office(left: str, right: str, words: Words, known: Collection[str]) -> bool:
    """Whether 和 stands inside an office's name, whose field is a kind of body: 基金会和社会服务机构管理科."""
    if left in known or right in known:
        return False
    if are_named_together(left, right):
        return True
    if right in ("政府", "人民政府"):
        return left.endswith("委")  # 各县党委和政府
    return words.is_kind(left) and _INNER.search(right) is not None and not LEVEL_HEAD.match(right)


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
        if at := _seam(name, words):
            yield start, start + at, "run-on"
            yield from _run_on(text, start + at, end, words, known, "run-on")
            return
    yield start, end, rule


# A body of the first kind has none of the second beneath it: one that follows is a name of its own.
_SEAMS = (
    ("科", Pattern(r"(?:[科股处局委办院校会馆所部]|中心|公司|镇|街道)$")),
    ("股", Pattern(r"(?:[股科处局委办院校会馆所部]|中心|公司|镇|街道)$")),
    ("处", Pattern(r"(?:[处局委院校会馆]|公司|镇|街道)$")),
    ("办", Pattern(r"(?:[办局委院校会馆]|公司|镇|街道)$")),
    ("办公室", Pattern(r"(?:[处局委院校会馆]|公司|镇|街道|办公室)$")),
    ("局", Pattern(r"(?:委|政府|镇|街道|乡)$")),
    ("学校", Pattern(r"(?:学校|学会|协会|学院|大学|局)$")),
)

_LEVEL_BEHIND = Pattern(rf"(?<=[局委办科处室厅署股院校所站队馆部会心司学行府联协])(?:{LEVEL})")

# What any body may have beneath it: a branch, the organs of the party and of the staff.
_BRANCH = Pattern(
    r"分(?:局|公司|行|院|校|中心|部|会|所|站|队|园|馆)$|支(?:行|公司)$|营业部$|^附属|^(?:直属)?(?:机关)?(?:党委|党组|党总支|党支部|纪委|纪检组|工会|团委)$"
)
_HEAD_OFFICE = Pattern(r"总(?:局|公司|署|队|会|行|部|社|院|站)$")
_PLACE_END = Pattern(r"(?:共青团|南部|新会)$")  # 共青团市委 is one; 南部县 is a place
_PARTY = Pattern(r"(?:[省市县区州盟旗镇乡]委|党委|工委)$")


@lru_cache(maxsize=4096)  # the same names come in many tasks
def _seam(name: str, words: Words) -> int:
    """The first place where two names that run together meet (教务处学生处, 教育中心县人社局); 0 where it is one name."""
    places = [at for at in (_after_office(name, words), _before_level(name, words)) if at]
    return min(places, default=0)


def _after_office(name: str, words: Words) -> int:
    """Where an office ends behind which stands what cannot be part of it."""
    for suffix, behind in _SEAMS:
        place = name.find(suffix, 2)
        if not 0 < place <= len(name) - 3 - len(suffix):
            continue
        field = suffix == "局" and name.endswith("局")
        if not field and not behind.search(name):
            continue
        follows = words.continuations.get(suffix[-1], "") + OPEN
        while place > 0:
            at = place + len(suffix)
            if at > len(name) - 3:
                break
            left, right = name[:at], name[at:]
            if (
                name[at] not in follows
                and not depth(name, 0, at)
                and not left.endswith("办事处")
                and words.is_body(left)
                and not _belongs(left, right)
                and (not field or right[:-1] in words.sectors)  # 林业局森林公安局 is one, 财政局教育局 are two
            ):
                return at
            place = name.find(suffix, at)
    return 0


def _before_level(name: str, words: Words) -> int:
    """Where a body that says its level begins behind a whole one: 党员教育中心|县人社局."""
    for match in _LEVEL_BEHIND.finditer(name, 2):
        at = match.start()
        left, right = name[:at], name[at:]
        if len(right) < 3 or depth(name, 0, at) or _PLACE_END.search(left) or _belongs(left, right):
            continue
        if _PARTY.search(left) and right.startswith("政府", 1):
            continue  # 县委县政府督查室
        if words.is_complete(left) and words.is_body(left) and words.is_body(right):
            return at
    return 0


def _belongs(left: str, right: str) -> bool:
    """Whether the second may be a branch or an organ of the first: 国家税务总局|某市税务局, 公安局|城北分局."""
    if _BRANCH.search(right) or (left.endswith("纪委") and right.startswith("监委", 1)):  # 区纪委区监委 are one office
        return True
    if LEVEL_HEAD.match(right):
        return left.endswith("公司") and right[1:] == "公司"  # 烟草公司县公司
    return _HEAD_OFFICE.search(left) is not None or (left.endswith("局") and left[-3:] == right[-3:])


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
