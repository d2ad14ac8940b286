"""What is corrected on the page in a real browser is what plancli then applies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from plancli.corrections import corrected
from plancli.corrections.file import read_corrections
from plancli.model.bulletin import Bulletin
from plancli.pipeline import parse_bytes

from .test_browser import Show, browser, pytestmark, show  # noqa: F401 - fixtures
from .test_page import page_of

TEXT = """云岭区2025年民生工作要点
1.推进养老服务站建设。3月完成摸底；12月底前全面建成。（区民政局牵头，区财政局、各镇街配合）
2.整理台账。每月汇总一次。（区教育局负责）
3.建设食堂。9月底前建成。（区民政局牵头）
4.巡查水库。汛期前完成。（区水利局负责）
"""


@pytest.fixture
def page(show: Show) -> Any:  # noqa: F811
    return show(page_of(TEXT))


def do(page: Any, task: int, what: str) -> None:
    page.click(f"#t{task} h3")
    page.click(f"#t{task} [data-do={what}]")


def saved(page: Any, tmp_path: Path) -> tuple[Bulletin, list[dict[str, Any]]]:
    """The bulletin with what the page saves, and the lines that it saves."""
    page.click("[data-tab=corrections]")
    with page.expect_download() as waited:
        page.click("#save")
    assert waited.value.suggested_filename == "corrections.jsonl"
    waited.value.save_as(tmp_path / "c.jsonl")
    plain = parse_bytes(TEXT.encode(), name="要点.txt")
    lines = read_corrections(tmp_path / "c.jsonl")
    assert set(lines) == {plain.source.sha256}
    done = corrected(plain, lines[plain.source.sha256])
    assert "correction-unplaced" not in [told.code for told in done.diagnostics]
    return done, [json.loads(line) for line in (tmp_path / "c.jsonl").read_text("utf-8").splitlines()]


def test_fields(page: Any, tmp_path: Path) -> None:
    do(page, 0, "correct")
    form = page.locator(".editor")
    form.locator("[name=title]").fill("推进养老服务站建设（续建）")
    form.locator("[data-rows=departments] .row [name=role]").nth(1).select_option("lead")
    form.locator("[data-rows=departments] [data-do=less]").nth(2).click()
    form.locator("[data-rows=time_nodes] [data-do=more]").click()
    form.locator("[data-rows=time_nodes] [name=raw]").nth(2).fill("10月底前")
    form.locator("[type=submit]").click()
    assert page.locator("#t0 .made li").all_text_contents() == [
        "任务：推进养老服务站建设（续建）",
        "单位：区民政局（牵头）、区财政局（牵头）",
        "时间：3月 时段 2025-03-01 2025-03-31、12月底前 时限 2025-12-31、10月底前",
    ]
    assert "1 · 未保存" in page.text_content("#made")
    done, (line,) = saved(page, tmp_path)
    assert set(line["fields"]) == {"title", "departments", "time_nodes"}
    task = done.plans[0].tasks[0]
    assert [(body.name, body.role) for body in task.departments] == [("区民政局", "lead"), ("区财政局", "lead")]
    before = parse_bytes(TEXT.encode(), name="要点.txt").plans[0].tasks[0]
    assert task.time_nodes[:2] == before.time_nodes and str(task.time_nodes[2].end) == "2025-10-31"
    assert "未保存" not in page.text_content("#made")


def test_nothing_changed_is_no_correction(page: Any) -> None:
    for task in range(4):
        do(page, task, "correct")
        page.click(".editor [type=submit]")
    assert page.text_content("#made") == ""


def test_strike_merge_split_add_and_undo(page: Any, tmp_path: Path) -> None:
    do(page, 0, "split")
    page.fill(".editor [name=parts]", "完成摸底\n3月完成摸底\n\n全面建成\n12月底前全面建成")
    page.click(".editor [type=submit]")
    do(page, 1, "merge")
    do(page, 3, "add")
    page.fill(".editor [name=title]", "走访企业")
    page.click(".editor [type=submit]")
    do(page, 3, "add")
    page.fill(".editor [name=title]", "回访企业")
    page.click(".editor [type=submit]")
    do(page, 3, "strike")
    assert "gone" in page.get_attribute("#t3", "class") and "gone" in page.get_attribute("#t2", "class")
    done, _ = saved(page, tmp_path)
    titles = [task.title for task in done.plans[0].tasks]
    assert titles == ["完成摸底", "全面建成", "整理台账", "走访企业", "回访企业"]
    assert page.locator("#t0 .made li").all_text_contents() == ["拆分：完成摸底", "拆分：全面建成"]
    page.click("#records li:has-text('删去') button")
    assert page.locator("#t3 .made li").all_text_contents() == ["在其后新增：走访企业", "在其后新增：回访企业"]
    done, _ = saved(page, tmp_path)
    assert "巡查水库" in [task.title for task in done.plans[0].tasks]


def test_what_is_wrong_is_said_on_the_page(page: Any) -> None:
    do(page, 0, "correct")
    page.fill(".editor [name=title]", "")
    page.click(".editor [type=submit]")
    assert page.text_content(".editor .fault") == "任务不能为空。"
    page.fill(".editor [name=title]", "甲")
    page.select_option(".editor [name=kind] >> nth=0", "period")
    page.fill(".editor [name=start] >> nth=0", "2025-05-01")
    page.fill(".editor [name=end] >> nth=0", "2025-03-01")
    page.click(".editor [type=submit]")
    assert page.text_content(".editor .fault") == "起止日期不对。"
    page.click(".editor [data-do=cancel]")
    assert page.query_selector(".editor") is None and page.text_content("#made") == ""


def test_earlier_corrections_are_saved_again(show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    import tests.export.page.test_browser as browser_tests
    from plancli.export.page import render

    plain = parse_bytes(TEXT.encode(), name="要点.txt")
    place = plain.plans[0].tasks[3].location.model_dump(exclude={"boxes"}, exclude_none=True)
    at = {"title": "巡查水库", "place": place}
    earlier = json.dumps({"sha256": plain.source.sha256, "op": "strike", "at": at}, ensure_ascii=False)
    monkeypatch.setattr(browser_tests, "render", lambda page, language: render(page, language, [earlier]))
    page = show(page_of(TEXT))
    do(page, 2, "strike")
    done, lines = saved(page, tmp_path)
    assert len(lines) == 2 and len(done.plans[0].tasks) == 2
