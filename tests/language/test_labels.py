"""One reader of labels: every form is one in a paragraph, a cell and a hard-wrapped line alike; the series tells the rest."""

from __future__ import annotations

import pytest

from plancli.clean import clean
from plancli.extract import extract
from plancli.language.labels import label_form, labels_of, read_label, read_number, split_items, split_label
from plancli.language.labels.run_together import items_run_together
from plancli.model.settings import Settings
from plancli.model.source import Line, Paragraph

HAN = "一二三四五六七八九十"
FORMS = {  # three labels of each form, in order
    "一、": [f"{n}、" for n in HAN[:3]],
    "（一）": [f"（{n}）" for n in HAN[:3]],
    "(一)": [f"({n})" for n in HAN[:3]],
    "㈠": list("㈠㈡㈢"),
    "㊀": list("㊀㊁㊂"),
    "【一】": [f"【{n}】" for n in HAN[:3]],
    "一．": [f"{n}．" for n in HAN[:3]],
    "一：": [f"{n}：" for n in HAN[:3]],
    "1：": ["1：", "2：", "3："],
    "1.": ["1.", "2.", "3."],
    "1、": ["1、", "2、", "3、"],
    "1．": ["1．", "2．", "3．"],
    "１．": ["１．", "２．", "３．"],
    "01.": ["01.", "02.", "03."],
    "1）": ["1）", "2）", "3）"],
    "1)": ["1)", "2)", "3)"],
    "（1）": ["（1）", "（2）", "（3）"],
    "(1)": ["(1)", "(2)", "(3)"],
    "【1】": ["【1】", "【2】", "【3】"],
    "[1]": ["[1]", "[2]", "[3]"],
    "①": list("①②③"),
    "❶": list("❶❷❸"),
    "⑴": list("⑴⑵⑶"),
    "⒈": list("⒈⒉⒊"),
    "1.1": ["1.1", "1.2", "1.3"],
    "1.1.1": ["1.1.1", "1.1.2", "1.1.3"],
    "1-1": ["1-1", "1-2", "1-3"],
    "第一条": ["第一条", "第二条", "第三条"],
    "第一章": ["第一章", "第二章", "第三章"],
    "第一节": ["第一节", "第二节", "第三节"],
    "第一部分": ["第一部分", "第二部分", "第三部分"],
    "第一项：": ["第一项：", "第二项：", "第三项："],
    "第一阶段：": ["第一阶段：", "第二阶段：", "第三阶段："],
    "任务一：": ["任务一：", "任务二：", "任务三："],
    "重点任务1：": ["重点任务1：", "重点任务2：", "重点任务3："],
    "【任务1】": ["【任务1】", "【任务2】", "【任务3】"],
    "★1.": ["★1.", "★2.", "★3."],
    "▲一、": ["▲一、", "▲二、", "▲三、"],
    "A.": ["A.", "B.", "C."],
}
WIDTH = 30
FILLER = "完善制度机制，推动工作任务逐项落地见效并持续巩固提升"


def _wrapped(labels: list[str], lines: int) -> str:
    """Items that fill their lines to the last character, with nothing between them but line breaks."""
    text = ""
    for label in labels:
        item = (label + FILLER * (lines + 1))[: WIDTH * lines - 1] + "。"
        text += "".join(item[at : at + WIDTH] + "\n" for at in range(0, len(item), WIDTH))
    return text


def paragraphs(text: str) -> list[Paragraph]:
    """What `clean` makes of a text file."""
    blocks = clean(extract(text.encode(), settings=Settings())).blocks
    return [block for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("lines", [1, 2, 3])
@pytest.mark.parametrize("form", FORMS)
def test_each_form_begins_a_paragraph_in_wrapped_text(form: str, lines: int) -> None:
    labels = FORMS[form]
    found = paragraphs(_wrapped(labels, lines))
    assert [paragraph.text[: len(label)] for paragraph, label in zip(found, labels, strict=True)] == labels
    assert all(len(paragraph.text) == WIDTH * lines for paragraph in found)


@pytest.mark.parametrize("form", [*FORMS, "一是"])
def test_a_full_last_line_does_not_swallow_the_next_item(form: str) -> None:
    labels = FORMS.get(form, ["一是", "二是", "三是"])
    assert len(paragraphs(_wrapped(labels * 2, 2))) == 6


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_read_alike_in_paragraph_and_cell(form: str) -> None:
    labels = FORMS[form]
    read = [read_label(label + "完善制度") for label in labels]
    assert [label.text if label else None for label in read] == labels
    assert len({label.form for label in read if label}) == 1
    assert [label.value for label in read if label] == [1, 2, 3]
    for label, value in zip(labels, read, strict=True):
        assert value is not None
        assert read_number(label) == value.number
        assert split_label(label + "完善制度") == (value.number, label, "完善制度")
    assert len({label_form(label) for label in labels}) == 1


@pytest.mark.parametrize("form", [form for form in FORMS if "." not in form[1:-1]])
def test_items_of_one_cell(form: str) -> None:
    labels = FORMS[form]
    assert [label for _, label, _ in split_items("\n".join(f"{label}完善制度" for label in labels))] == labels


BEGINNINGS = ["3月底前完成规划", "10个项目开工", "5G网络全覆盖", "8月1日启用", "11月29日—12月15日：举办招聘会", "24小时值守", "200公里管网改造", "2.5万户改厕"]  # fmt: skip


def _read(lines: list[str]) -> list[str | None]:
    return [label.number if label else None for label in labels_of(paragraphs("\n".join(lines) + "\n"))]


@pytest.mark.parametrize("stop", [".", "．", "、"])
@pytest.mark.parametrize("text", BEGINNINGS)
def test_an_item_may_begin_with_digits_where_the_series_says_so(text: str, stop: str) -> None:
    assert _read([f"{n}{stop}{text}。" for n in (1, 2, 3)]) == ["1", "2", "3"]
    assert _read([f"1{stop}完善制度。", f"2{stop}{text}。", f"3{stop}强化保障。"]) == ["1", "2", "3"]
    assert _read([f"1{stop}完善制度。", "具体如下。", f"2{stop}{text}。"]) == ["1", None, "2"]


@pytest.mark.parametrize("text", BEGINNINGS)
@pytest.mark.parametrize("label", ["1.", "7．", "3、", "1.1", "2.3."])
def test_a_blank_behind_the_point_is_no_decimal(label: str, text: str) -> None:
    line = Line(f"{label} {text}", ending="hard")
    paragraph = clean_line(line)
    [found] = labels_of([paragraph, clean_line(Line("1.2 完善", ending="hard"))])[:1]
    if label != "2.3.":  # no 2.2 before it
        assert found is not None
        assert found.text == label
        assert paragraph.text[found.end :] == text


def clean_line(line: Line) -> Paragraph:
    """One line as `clean` gives it."""
    from plancli.model.source import Source

    [block] = clean(Source([line], "text/plain")).blocks
    assert isinstance(block, Paragraph)
    return block


@pytest.mark.parametrize(
    "lines",
    [
        ["1.完善制度。", "3.5亿元资金已经到位。", "2.强化保障。"],
        ["1.完善制度。", "2.5亿元资金已经到位。", "2.强化保障。"],
        ["1.5倍。"],
        ["2.检查。", "3、9月各查一次。"],
        ["3.15晚会直播。"],
        ["12.4宪法宣传日。", "12.9纪念日。"],
    ],
)
def test_decimals_dates_and_lists_of_months_are_no_labels(lines: list[str]) -> None:
    for line, number in zip(lines, _read(lines), strict=True):
        assert (number is None) == (line[1:3] not in (".完", ".强", ".检")), line


def test_a_blank_between_a_month_and_its_word_makes_no_decimal() -> None:
    """As typesetters put it between digits and Chinese."""
    texts = ("1.3 月份启动。", "2. 备料。", "二、保障", "1.2 月启动。", "2.2 月底前完成。", "3. 验收。")
    found = labels_of([clean_line(Line(text, ending="hard")) for text in texts])
    assert [label and label.text for label in found] == ["1.", "2.", "二、", "1.", "2.", "3."]


@pytest.mark.parametrize(
    "word", ["升级系统", "个性化服务", "分设窗口", "件件有回音", "级差管理", "年度考核", "名录更新", "条块结合"]
)
def test_in_a_series_a_decimal_before_a_unit_is_a_label(word: str) -> None:
    lines = ["2.1开展培训。", f"2.2{word}。", "2.3整理档案。"]
    found = labels_of([Paragraph(text, [Line(text)], [0]) for text in lines])
    assert [label and label.text for label in found] == ["2.1", "2.2", "2.3"]


@pytest.mark.parametrize("amount", ["2.2亿元到位", "2.2万亩造林", "2.2公里修通", "5.5升汽油", "2.2%增长"])
def test_an_amount_between_items_is_none(amount: str) -> None:
    lines = ["1.落实资金：", amount, "2.开展验收。"]
    found = labels_of([Paragraph(text, [Line(text)], [0]) for text in lines])
    assert [label and label.text for label in found] == ["1.", None, "2."]


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["三、修订章程", "四、十二月组织义诊", "五、开展总结"], ["3", "4", "5"]),
        (["一、修订章程", "二、三季度组织义诊", "三、开展总结"], ["1", "2", "3"]),
        (["一、九月份", "1.开学", "二、十月份", "1.运动会", "三、十一月份"], ["1", "1", "2", "1", "3"]),
        (["一、目的", "二、要求", "一、三月：植树", "二、四月：读书"], ["1", "2", "1", "2"]),
        (["一、四季度各查一次。", "一、优化服务", "二、强化保障"], [None, "1", "2"]),
        (["一、优化服务", "一、四季度各查一次。", "二、强化保障"], ["1", None, "2"]),
        (["一、二月份：慰问", "三、四月份：植树", "五、六月份：演练"], [None, None, None]),
        (["一、修订章程", "二、三季度各查一次。", "二、强化保障"], ["1", None, "2"]),
        (["一、修订章程", "三、四月份组织义诊。", "二、强化保障"], ["1", None, "2"]),
        (["二、优化服务", "2.1修订章程", "（1）起草。", "（2）印发。", "2.2清点档案"], ["2", "2.1", "1", "2", "2.2"]),
        (["二、优化服务", "2-1修订章程", "起草后印发。", "2-2清点档案"], ["2", "2.1", None, "2.2"]),
    ],
)
def test_a_series_tells_numbers_from_months_and_amounts(lines: list[str], numbers: list[str | None]) -> None:
    assert _read(lines) == numbers


@pytest.mark.parametrize("label", ["1-2", "2－3", "1.2"])
@pytest.mark.parametrize("text", ["3月底前完成规划", "8月1日启用"])
def test_a_blank_parts_a_number_of_two_parts_from_a_time(label: str, text: str) -> None:
    first = label[:-1] + str(int(label[-1]) - 1)
    lines = [
        clean_line(Line(line, ending="hard")) for line in (f"{label[0]}-1 起草", f"{first} 起草", f"{label} {text}")
    ]
    found = labels_of(lines)[-1]
    assert found is not None
    assert found.text == label


@pytest.mark.parametrize("stops", ["..", "、.", ".、", "、、"])
@pytest.mark.parametrize("last", ["10月开展体验。", "5G基站建成。", "2.4公里护岸开工。", "开展总结。"])
def test_a_number_before_digits_goes_on_a_series_of_either_stop(stops: str, last: str) -> None:
    first, second = stops
    if last.startswith("10") and second == "、":
        last = "12月开展体验。"
    lines = [f"1{first}修路。", f"2{second}种树。", f"3{second}3个园区建成。", f"4{second}{last}"]
    found = labels_of([Paragraph(text, [Line(text)], [0]) for text in lines])
    assert [label and label.number for label in found] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("text", ["⒈9月前完成验收。", "⒓3个园区建成。", "⒈2025年6月启动。", "⒈5G基站建成。"])
def test_a_number_in_one_character_is_a_label_before_digits(text: str) -> None:
    label = read_label(text)
    assert label is not None
    assert label.text == text[0]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1.3月底前排练。\n2.4月汇演。\n3.5月中旬下乡。", ["3月底前排练。", "4月汇演。", "5月中旬下乡。"]),
        ("1.清点库房。\n2.4月上报。", ["清点库房。", "4月上报。"]),
        ("1、5月底前普查；2、6月建档；3、9月上报", ["5月底前普查；", "6月建档；", "9月上报"]),
        ("1.2025年3月立项。\n2.10-11月验收。", ["2025年3月立项。", "10-11月验收。"]),
        ("1.3月底前排练。", []),  # a decimal, or a number alone
        ("1.5万吨粮食入库。\n2.补种行道树。", []),
        ("2.4月汇演。\n3.5月中旬下乡。", ["4月汇演。", "5月中旬下乡。"]),
        ("1.何苇：绘制page2.html，参照首页；2.周岭：绘制导航", ["何苇：绘制page2.html，参照首页；", "周岭：绘制导航"]),
        ("1.制作PPT2.印刷手册", ["制作PPT", "印刷手册"]),
    ],
)
def test_items_of_a_cell_that_begin_with_a_time(text: str, items: list[str]) -> None:
    assert [rest for _, _, rest in split_items(text)] == items


@pytest.mark.parametrize(
    "text", ["1. 完善预案。2. 建立制度。3.　开展巡查。", "一、完善预案。二、 建立制度。三 、开展巡查。"]
)
def test_items_run_together_begin_behind_the_blanks_of_their_labels(text: str) -> None:
    found = items_run_together(text)
    rests = [text[begin + label.end :].lstrip()[:4] for begin, label in found]
    assert rests == ["完善预案", "建立制度", "开展巡查"]


@pytest.mark.parametrize(("label", "number"), [("二", "2"), ("12", "12"), ("1.2", "1.2"), ("１２", "12")])
@pytest.mark.parametrize("blank", [" ", "\u3000", "  "])
def test_in_a_cell_a_blank_stands_for_the_stop_of_a_label(label: str, number: str, blank: str) -> None:
    assert split_label(f"{label}{blank}完善制度") == (number, label, "完善制度")


@pytest.mark.parametrize(("step", "found"), [(1, True), (2, True), (3, True), (4, False)])
def test_a_series_of_two_parts_may_leave_out_two_numbers(step: int, found: bool) -> None:
    labels = labels_of([Paragraph(text, [Line(text)], [0]) for text in ("1.1完善制度", f"1.{1 + step}补充台账")])
    assert (labels[1] is not None) is found
