"""What holds for any text: totality, disjoint spans, order, shifts of the year, concatenation, linear work."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancli import find_time_nodes
from plancli.annotate.timenodes import TimeContext, read
from plancli.annotate.timenodes import reading as reader
from plancli.annotate.timenodes.families import SCANNER
from plancli.annotate.timenodes.folding import fold
from plancli.annotate.timenodes.forms import FAMILIES, corpus_of
from plancli.grammar.pattern import Pattern
from plancli.grammar.scanner import Scanner
from plancli.model.bulletin import TimeNode

steady = settings(derandomize=True, deadline=None, max_examples=300)

ALPHABET = "0123456789０３一二三四五六七八九十廿两上中下旬年月日号季度周半初末底前后起至到-—~、，。；：（）()和及每按逢双单全长期常态化推进完成春节国庆暑寒假学开学“”《》十四五 \n第Q.·/待后根据要求适时立即年级个次"
PIECES = [example.text for family in FAMILIES for example in corpus_of(family).examples]
mixed = st.tuples(
    st.sampled_from(["", "、", "，", "。", "-", "至", "和"]), st.lists(st.sampled_from(PIECES), min_size=1, max_size=4)
)
any_text = st.one_of(
    st.text(max_size=60), st.text(alphabet=ALPHABET, max_size=60), mixed.map(lambda parts: parts[0].join(parts[1]))
)

month = st.integers(1, 12)
day = st.integers(1, 28)
EXPRESSIONS = st.one_of(
    month.map(lambda m: f"{m}月"),
    month.map(lambda m: f"{m}月底前完成"),
    month.map(lambda m: f"{m}月前"),
    month.map(lambda m: f"{m}月末"),
    month.map(lambda m: f"{m}月起"),
    st.tuples(month, day).map(lambda p: f"{p[0]}月{p[1]}日前"),
    st.tuples(month, day).map(lambda p: f"{p[0]}月{p[1]}日"),
    st.tuples(month, month).map(lambda p: f"{p[0]}-{p[1]}月"),
    st.tuples(month, month).map(lambda p: f"{p[0]}月至{p[1]}月"),
    st.tuples(month, st.sampled_from("上中下")).map(lambda p: f"{p[0]}月{p[1]}旬"),
    st.tuples(st.integers(1, 6), st.integers(7, 12)).map(lambda p: f"{p[0]}、{p[1]}月"),
    st.sampled_from("一二三四").map(lambda q: f"{q}季度"),
    st.sampled_from(
        ["上半年", "下半年", "前三季度", "年底前", "年内", "年初", "一二季度", "3月、9月底前", "每月", "每周四"]
    ),
)
CLAUSES = st.tuples(EXPRESSIONS, st.sampled_from(["", "，完成方案编制", "：组织开展检查", "召开推进会"])).map("".join)


def dates(nodes: list[TimeNode]) -> list[tuple[date | None, date | None]]:
    return [(node.start, node.end) for node in nodes]


@steady
@given(any_text, st.sampled_from([None, 0, 2024, 2025, 9999]), st.booleans(), st.booleans(), st.booleans())
def test_any_text_gives_sound_nodes(text: str, year: int | None, schedule: bool, limit: bool, referred: bool) -> None:
    reference = date(2025, 1, 31) if referred else None
    nodes = read(text, TimeContext(year, reference, schedule=schedule, limit=limit))
    for node in nodes:
        assert node.span is not None
        start, end = node.span
        assert 0 <= start < end <= len(text)
        assert node.raw == text[start:end]
        assert node.rules
        if node.start is not None and node.end is not None:
            assert node.start <= node.end
        if node.kind == "deadline":
            assert node.start is None
        if node.kind == "conditional":
            assert node.start is None and node.end is None and node.edtf is None
        assert (node.rrule is not None) == (node.kind == "recurring")
    for before, after in pairwise(nodes):
        assert before.span is not None and after.span is not None
        # Members of one enumeration share its span: 3、9月.
        assert before.span == after.span or before.span[1] <= after.span[0]


@steady
@given(EXPRESSIONS, st.integers(2001, 2090))
def test_a_plan_four_years_later_has_dates_four_years_later(text: str, year: int) -> None:
    def shifted(day: date | None) -> date | None:
        return day.replace(year=day.year + 4) if day else None

    now = dates(find_time_nodes(text, year=year))
    assert now
    assert dates(find_time_nodes(text, year=year + 4)) == [(shifted(a), shifted(b)) for a, b in now]


@steady
@given(CLAUSES, CLAUSES)
def test_two_clauses_have_the_nodes_of_both(first: str, second: str) -> None:
    def told(nodes: list[TimeNode], offset: int = 0) -> list[object]:
        return [
            (node.raw, node.kind, node.start, node.end, node.rrule, node.span and tuple(p + offset for p in node.span))
            for node in nodes
        ]

    both = find_time_nodes(f"{first}。{second}", year=2025)
    apart = told(find_time_nodes(first, year=2025)) + told(find_time_nodes(second, year=2025), len(first) + 1)
    assert told(both) == apart


@steady
@given(EXPRESSIONS, st.integers(2001, 2090))
def test_blanks_and_widths_do_not_matter(text: str, year: int) -> None:
    plain = find_time_nodes(text, year=year)
    wide = text.translate({ord("0") + d: ord("０") + d for d in range(10)})
    spaced = " ".join(re.findall(r"[0-9]+|[^0-9]", text))
    for other in (wide, spaced):
        assert dates(find_time_nodes(other, year=year)) == dates(plain)


@steady
@given(any_text)
def test_without_any_year_nothing_is_invented(text: str) -> None:
    if re.search(r"\d{2}|[一二三四五六七八九〇零两]{2}|十.五|[二两]千", text):
        return
    for node in read(text, TimeContext(schedule=True)):
        assert node.start is None and node.end is None


def test_no_rule_matches_where_its_opening_keeps_it_from_being_tried() -> None:
    """A rule matched at each place whose first character it names must be one that the scanner tries there."""
    texts = {fold(text + more).text for text in PIECES for more in ("", "前", "、3月")}
    for rule in SCANNER.rules:
        firsts = {character for opening in rule.openings for character in opening.first}
        tried = Scanner([rule])
        for text in texts:
            for place, character in enumerate(text):
                if character in firsts and (match := rule.pattern.match(text, place)) and rule.build(match):
                    assert tried.at(text, place) is not None, (rule.name, text[place : place + 9])
                    assert (found := tried.after(text, place)) and found.start == place


@steady
@given(
    st.sampled_from([*PIECES, "时间", "工作目标", "2025年", "一季度", "3月5日8"]),
    st.sampled_from(PIECES),
    st.sampled_from([None, 2025]),
    st.booleans(),
)
def test_a_heading_that_was_read_before_reads_as_the_whole_line(
    head: str, rest: str, year: int | None, schedule: bool
) -> None:
    """Headings are remembered; what is remembered must not depend on the line that it was met in."""
    context = TimeContext(year, schedule=schedule)
    text = f"{head}：{rest}"
    remembered = [reader.read_text(text, context) for _ in range(2)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "_HEADING", Pattern("(?!)"))
        afresh = reader.read_text(text, context)
    for reading in remembered:
        assert told(text, reading) == told(text, afresh)


def told(text: str, reading: reader.Reading) -> object:
    return [(node.node(text), node.derivation()) for node in reading.found], reading.refusals, reading.problems


class Counted:
    """A scanner that counts how often it is asked, and how far each answer moves on."""

    def __init__(self) -> None:
        self.asked = 0

    def at(self, text: str, position: int) -> object:
        self.asked += 1
        return reader_scanner.at(text, position)

    def after(self, text: str, position: int) -> object:
        self.asked += 1
        return reader_scanner.after(text, position)


reader_scanner = reader.SCANNER
HOSTILE = [
    "3-3-3-",
    "月月月",
    "（（（",
    "、、、",
    "3月",
    "3月、",
    "3、",
    "每月",
    "“3月",
    "根据",
    "待",
    "2025年",
    "20250305",
    "从3月",
    "一",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_costs_work_in_proportion(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def work(size: int) -> int:
        counted = Counted()
        monkeypatch.setattr(reader, "SCANNER", counted)
        read(piece * (size // len(piece)), TimeContext(year=2025, schedule=True))
        return counted.asked

    small, large = work(1000), work(8000)
    assert large <= 8 * small + 64


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_of_100000_characters_is_read(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    nodes = read(text, TimeContext(year=2025))
    assert all(node.action is None or len(node.action) <= 3100 for node in nodes)


@pytest.mark.parametrize("family", FAMILIES)
def test_an_example_reads_the_same_twice(family: str) -> None:
    for example in corpus_of(family).examples:
        assert find_time_nodes(example.text, year=2025) == find_time_nodes(example.text, year=2025)
