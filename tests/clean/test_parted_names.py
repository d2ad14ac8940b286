"""Blanks in brackets between names: kept where they alone tell two words apart, and nowhere else."""

from __future__ import annotations

import pytest

import plancli
from plancli.clean.parted_names import squeeze_between_names

BLANKS = [" ", "　", "   ", "\t"]


@pytest.mark.parametrize("blank", BLANKS)
@pytest.mark.parametrize(
    "words",
    [
        ("游园（大队部", "总务处）"),
        ("巡查（秩序中队", "罗刚）"),
        ("植树（4月10日", "体育组）"),
        ("修渠（县水利局", "12月底前）"),
        ("（责任部门：执行局", "配合部门：法警大队）"),
        ("（牵头单位：县水利局", "完成时限：6月底）"),
    ],
)
def test_a_blank_between_two_words_in_brackets_stays(words: tuple[str, str], blank: str) -> None:
    assert squeeze_between_names(blank.join(words)) == " ".join(words)


@pytest.mark.parametrize("blank", BLANKS)
@pytest.mark.parametrize(
    "words",
    [
        ("县水利局", "县住建局"),  # no brackets
        ("（县水利局）", "县住建局"),
        ("（教", "育", "局）"),  # one word, its characters spread
        ("（县教育局关于", "印发方案）"),
        ("（6月30日", "前）"),
    ],
)
def test_any_other_blank_goes(words: tuple[str, ...], blank: str) -> None:
    assert squeeze_between_names(blank.join(words)) == "".join(words)


@pytest.mark.parametrize(
    ("bracket", "bodies", "persons"),
    [
        ("大队部　总务处", ["大队部", "总务处"], []),
        ("大队部 总务处 教导处", ["大队部", "总务处", "教导处"], []),
        ("3月底前  园林处 林业站", ["园林处", "林业站"], []),
        ("秩序中队 罗刚", ["秩序中队"], ["罗刚"]),
        ("秩序中队 罗刚  农村中队 刘勇", ["秩序中队", "农村中队"], ["罗刚", "刘勇"]),
        ("责任部门：执行局　配合部门：法警大队", ["执行局", "法警大队"], []),
    ],
)
def test_names_that_a_blank_parts_are_two(bracket: str, bodies: list[str], persons: list[str]) -> None:
    text = f"云岭县2027年工作要点\n一、重点工作\n1.整治街面（{bracket}）。\n2.修缮校舍（教务处）。"
    task = plancli.parse(text.encode()).plans[0].tasks[0]
    assert [body.name for body in task.departments] == bodies
    assert [person.name for person in task.leaders] == persons
