from __future__ import annotations

from rich.cells import cell_len

from plancli.export import table

from .bulletins import bulletin


def test_it_shows_who_does_what_by_when() -> None:
    text = table.text(bulletin(), width=160)
    for shown in (
        "云岭区2025年民生工作要点",
        "民生实事 > 养老服务",
        "民政局*",
        "各镇街+",
        "林知远",
        "12月底前 (by 12-31)",
    ):
        assert shown in text
    assert "3月 (03-01–03-31)" in text


def test_lines_keep_within_the_width() -> None:
    for width in (60, 100):
        assert max(cell_len(line) for line in table.text(bulletin(), width=width).split("\n")) <= width


def test_colour_only_where_asked() -> None:
    assert "\x1b[" not in table.text(bulletin())
    assert "\x1b[" in table.text(bulletin(), color=True)


def test_words_in_brackets_are_text_not_markup() -> None:
    plan = bulletin().plans[0]
    task = plan.tasks[1].model_copy(update={"title": "落实[red]要求[/red]"})
    marked = bulletin(plans=(plan.model_copy(update={"tasks": (task,)}),))
    assert "[red]要求[/red]" in table.text(marked)


def test_a_year_other_than_the_plans_is_said() -> None:
    plan = bulletin().plans[0].model_copy(update={"year": 2024})
    assert "12月底前 (by 2025-12-31)" in table.text(bulletin(plans=(plan,)), width=160)


def test_long_names_are_folded_not_cut() -> None:
    assert "…" not in table.text(bulletin(), width=40)
