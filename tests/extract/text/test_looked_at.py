"""How much of a text is looked at for tables: what cannot head one costs nothing, and none more than it takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from plancli.extract.text.reader import extract_text
from plancli.extract.text.tables import reading, records
from plancli.extract.text.tables.aligner import Aligner
from plancli.extract.text.tables.dump import Dump, Lexer
from plancli.extract.text.tables.heads import find_heads, hypotheses
from plancli.extract.text.tables.layout_rows import layout_rows
from plancli.extract.text.tables.naming_words import NamingWords, begins_unheaded
from plancli.extract.text.tables.regular_rows import likeliest, written_rows
from plancli.extract.text.tables.tabbed import tabs
from plancli.extract.text.tables.tokens import look_at
from plancli.language.headers import lexicon_of
from plancli.model.settings import Settings
from plancli.model.source import Line, Table

BODIES = ("渔政科", "航道科", "港务科", "船检科", "引航站")
WORK = ("清理碍航渔网", "检修浮标", "疏浚支航道", "核验船员名册")
TIMES = ("3月底前", "全年", "6月底前", "第二季度", "9月", "年底前", "11月15日前")
NO_HEADERS: dict[str, Callable[[int], str]] = {
    "bodies, work and times": lambda k: f"{BODIES[k % 5]}      {WORK[k % 4]}      {TIMES[k % 7]}",
    "single blanks": lambda k: f"{BODIES[k % 5]} {WORK[k % 4]} {TIMES[k % 7]}",
    "numbered rows": lambda k: f"{k}    {WORK[k % 4]}    {BODIES[k % 5]}    {TIMES[k % 7]}",
    "times alone": lambda k: TIMES[k % 7],
    "times beside each other": lambda k: "    ".join(TIMES[(k + n) % 7] for n in range(4)),
    "names and numbers": lambda k: f"周小{'江河湖海'[k % 4]}      {BODIES[k % 5]}      0{k}23456",
    "fields with labels": lambda k: f"{('责任单位', '完成时限', '牵头领导')[k % 3]}：{BODIES[k % 5]}",
    "fields by tabs": lambda k: f"{BODIES[k % 5]}\t{WORK[k % 4]}\t{TIMES[k % 7]}",
    "fields by bars": lambda k: f"| {BODIES[k % 5]} | {WORK[k % 4]} | {TIMES[k % 7]} |",
    "set in": lambda k: "　" * (k % 9) + f"第{k}段      完工      {TIMES[k % 7]}",
    "another language": lambda k: f"the quay is dredged once more in turn {k}",
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Of each call of a lexer how many lines it may look at."""
    found: list[int] = []

    def noting(lexer: Lexer) -> Lexer:
        def lex(lines: Sequence[Line], at: int) -> Dump | None:
            found.append(len(lines) - at)
            return lexer(lines, at)

        return lex

    monkeypatch.setattr(reading, "LEXERS", tuple(map(noting, reading.LEXERS)))
    return found


def tables(text: str) -> list[int]:
    """The tables of a text, by their rows."""
    blocks = extract_text(text.encode(), settings=Settings()).blocks
    return [len(block.rows) for block in blocks if isinstance(block, Table)]


@pytest.mark.parametrize("kind", NO_HEADERS)
def test_lines_without_a_word_that_names_a_column_are_not_looked_at(kind: str, asked: list[int]) -> None:
    assert tables("石浦县2024年工作要点\n" + "\n".join(map(NO_HEADERS[kind], range(1, 121)))) == []
    assert len(asked) < 20


@pytest.mark.parametrize(
    "lines",
    [
        ["序号    工作任务    责任单位"],
        ["工 作 任 务"],
        ["责任 单位"],
        ["序", "号", "任", "务"],
        ["责任      完成", "单位      时限"],
        ["| 牵头科室 | 完成时限 |"],
        ["月份\t主要工作"],
        ["年度重点工\t负责\t何时", "作\t人\t完成"],
        ["第一批    第二批"],
    ],
)
def test_words_are_known_however_they_are_broken(lines: list[str]) -> None:
    above = [Line(f"{BODIES[k % 5]}    {WORK[k % 4]}", number=k) for k in range(9)]
    words = NamingWords([*above, *(Line(text, number=9) for text in lines)], lexicon_of())
    assert not words.within(0, len(above))
    assert words.within(1, len(above) + len(lines))


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("1\t清理碍航渔网\t渔政科", True),
        ("| 1 | 清理碍航渔网 | 渔政科 |", True),
        ("3月5日      清理碍航渔网", True),
        ("|", True),
        ("\t检修浮标", True),
        ("1    清理碍航渔网    渔政科    6月底前", False),
        ("渔政科      清理碍航渔网", False),
        ("渔政科\t清理碍航渔网\t6月底前", False),
    ],
)
def test_a_table_without_a_header_begins_with_a_number_or_a_day(text: str, begins: bool) -> None:
    assert begins_unheaded(Line(text, number=1), lexicon_of()) is begins


def test_behind_a_table_that_has_surely_ended_no_more_is_looked_at(asked: list[int]) -> None:
    """Rows of its kind, which go on no series of numbers, follow to the end of the text."""
    rows = [f"{k}\t{WORK[k % 4]}{k}处\t{BODIES[k % 5]}\t{TIMES[k % 7]}\t" for k in range(1, 27)]
    odd = f"25\t{WORK[1]}、引航和靠泊会商机制引航站\t9月中旬：开展宣传周活动；10月：完成核验。"
    again = [*rows[21:24], odd, rows[25], "", "船员名册全部入库，警示牌全覆盖。\t"] * 120
    tables("\n".join(["石浦县2024年重点任务", "序号\t工作任务\t责任单位\t完成时限\t备注", *rows, "", *again]))
    assert max(asked) < 300


def test_of_many_readings_of_a_header_few_are_laid_over_all_rows() -> None:
    lexicon = lexicon_of()
    words = ["工作目标", "进度要求", "牵头领导", "责任科室"]
    rows = [[f"{WORK[k % 4]}{k}处", "编制", "开工", "过半", "周小江", BODIES[k % 5]] for k in range(1, 40)]
    dump = tabs([Line("\t".join(row), number=n) for n, row in enumerate([words, *rows], 1)], 0)
    assert dump is not None
    look_at(dump.tokens, lexicon)
    head = find_heads(dump.tokens, lexicon, told=True, wrapped=False)[0]
    body = dump.tokens[head.end :]
    aligners = [Aligner(each) for each in hypotheses(head, 2, chain=True)]
    kept = likeliest(aligners, body)
    assert len(kept) <= 24 < len(aligners)
    costs = [fit.cost if (fit := written_rows(each, body)) else float("inf") for each in aligners]
    assert aligners[costs.index(min(costs))] in kept


def test_a_table_in_columns_of_blanks_ends_above_the_title_of_the_next() -> None:
    head = "序号      工作任务            责任单位      完成时限"
    rows = "1         清理碍航渔网        渔政科        3月底前", "2         检修浮标            航道科        6月底前"
    lines = [line for k in range(9) for line in (f"表{k}", head, *rows, "")]
    dump = layout_rows([Line(text, number=n) for n, text in enumerate(lines, 1)], 0)
    assert dump is not None
    assert {each.at for each in dump.tokens} == {0, 1, 2, 3}
    assert tables("\n".join(lines)) == [3] * 9


def test_lines_that_each_begin_with_a_day_are_no_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    kept = records._fields
    monkeypatch.setattr(records, "_fields", lambda line, lexicon: asked.append(line.number) or kept(line, lexicon))
    assert tables("\n".join(f"{k % 12 + 1}月{k % 28 + 1}日 检修浮标" for k in range(200))) == []
    assert len(asked) < 1000
