"""The page in a real browser: clicks lead both ways, filters filter, nothing is run or fetched, thousands of tasks scroll."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from plancli.export.page import render, told
from plancli.export.page.told import Original
from plancli.query.occurrences import due_days

from ..bulletins import bulletin
from .test_page import TABLE, TEXT, evil, page_of

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install '.[dev]'")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium: apt-get install chromium")

Show = Callable[[Any], Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Show]:
    """Opens a page that was told; afterwards nothing may have gone wrong in it, and nothing have been asked of the network."""
    said: list[str] = []
    context = browser.new_context(viewport={"width": 1200, "height": 800}, accept_downloads=True)

    def opened(page: Any) -> Any:
        file = tmp_path / "page.html"
        file.write_bytes(render(page, "zh"))
        sheet = context.new_page()
        sheet.on("console", lambda message: said.append(message.text))
        sheet.on("pageerror", lambda error: said.append(str(error)))
        sheet.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
        sheet.on("request", lambda asked: asked.url.startswith(("file:", "data:", "blob:")) or said.append(asked.url))
        sheet.goto(file.as_uri())
        return sheet

    yield opened
    context.close()
    assert said == []


def on(page: Any) -> list[str]:
    return [one.text_content() for one in page.query_selector_all("#source .on")]


def visible(page: Any) -> list[str]:
    return [one.get_attribute("id") for one in page.query_selector_all("#cards > li:not([hidden])")]


def test_a_click_on_a_task_shows_its_words(show: Show) -> None:
    page = show(page_of(TEXT))
    page.click("#t0 h3")
    assert "1.推进养老服务站建设" in on(page) and "区民政局" in on(page)
    page.click("#t0 .values .time >> nth=1")
    assert page.text_content("#source .value-on") == "12月底前"


def test_a_click_on_words_shows_their_task(show: Show) -> None:
    page = show(page_of(TEXT))
    page.click("#source span.department >> text=区财政局")
    assert "on" in page.get_attribute("#t0", "class").split()
    assert "区财政局" in page.text_content(".values .value-on")


def test_a_merged_cell_leads_to_one_task_after_the_other(show: Show) -> None:
    page = show(page_of(f"<html><body><h1>云岭区2025年重点任务表</h1>{TABLE}</body></html>"))
    seen = []
    for _ in range(3):
        page.click("#source span.department")
        seen.append(page.get_attribute(".card.on", "id"))
    assert seen == ["t0", "t1", "t0"]


def test_filters(show: Show) -> None:
    page = show(page_of(TEXT))
    assert visible(page) == ["t1", "t0"]
    page.fill("[name=words]", "摸底 民政")
    assert visible(page) == ["t0"] and page.text_content("#count") == "1 / 2 项"
    page.fill("[name=words]", "没有这样的词")
    assert visible(page) == [] and page.is_visible("#none")
    page.click("[type=reset]")
    page.wait_for_selector("#t1", state="visible")
    page.select_option("[name=department]", "教育局")
    assert visible(page) == ["t1"]
    page.select_option("[name=role]", "lead")
    assert visible(page) == []
    page.select_option("[name=department]", "")
    assert visible(page) == ["t0"]
    page.select_option("[name=role]", "")
    page.select_option("[name=month]", "2025-12")
    assert visible(page) == ["t0"]
    page.select_option("[name=month]", "")
    page.select_option("[name=kind]", "period")
    assert visible(page) == ["t0"]
    page.select_option("[name=kind]", "")
    page.check("[name=doubts]")
    assert visible(page) == ["t1"]
    page.uncheck("[name=doubts]")
    page.check("[name=order]")
    assert visible(page) == ["t0", "t1"]


def test_tabs_the_timeline_and_the_heat_table_lead_to_tasks(show: Show) -> None:
    page = show(page_of(TEXT))
    page.click("[data-tab=timeline]")
    assert page.is_visible("#timeline") and not page.is_visible("#tasks")
    page.click(".lane[data-t='0'] a")
    assert page.is_visible("#tasks") and page.get_attribute(".card.on", "id") == "t0"
    page.click("[data-tab=heat]")
    page.click("#heat button >> nth=0")
    assert visible(page) == ["t0"] and page.is_visible("#tasks")
    page.click("[data-tab=out]")
    assert "—1—" in page.text_content("#out")


def test_keys(show: Show) -> None:
    page = show(page_of(TEXT))
    page.keyboard.press("j")
    assert page.get_attribute(".card.on", "id") == "t1"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.get_attribute(".card.on", "id") == "t0"
    page.keyboard.press("d")
    assert page.get_attribute(".card.on", "id") == "t1"
    page.keyboard.press("/")
    page.keyboard.type("j")
    assert page.input_value("[name=words]") == "j"
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    assert page.is_visible("#timeline")


def test_whatever_a_document_says_stays_text(show: Show) -> None:
    page = show(told([evil()], [Original()], due_days))
    page.click("#t0 h3")
    page.select_option("[name=department]", index=1)
    assert "<script>alert(1)</script>" in page.text_content("#t0 h3")


def test_a_foreign_script_or_style_does_not_run(show: Show, tmp_path: Path) -> None:
    """What the policy forbids is forbidden, were there a hole in the escaping."""
    page = show(page_of(TEXT))
    html = page.content().replace("</main>", "</main><script>document.title = 'broken'</script>")
    (tmp_path / "other.html").write_text(html, "utf-8")
    other = page.context.new_page()
    other.goto((tmp_path / "other.html").as_uri())
    assert other.title() == "云岭区2025年民生工作要点"


def test_five_thousand_tasks_scroll_and_are_filtered(show: Show) -> None:
    whole = bulletin()
    plan = whole.plans[0]
    first = plan.tasks[0]
    many = tuple(
        first.model_copy(update={"id": f"p1.t{i}", "number": str(i), "title": f"推进第{i}号服务站建设"})
        for i in range(1, 5001)
    )
    page = show(
        told([whole.model_copy(update={"plans": (plan.model_copy(update={"tasks": many}),)})], [Original()], due_days)
    )
    assert page.text_content("#count").startswith("5000 / 5000")
    page.hover("#t0")
    for _ in range(200):
        page.mouse.wheel(0, 10_000)
        if page.evaluate("document.getElementById('t4999').getBoundingClientRect().top < innerHeight"):
            break
    page.click("#t4999 h3")
    assert any("第5000号" in text for text in on(page))
    page.fill("[name=words]", "第4321号")
    assert visible(page) == ["t4320"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark(show: Show, scheme: str) -> None:
    page = show(page_of(TEXT))
    page.emulate_media(color_scheme=scheme)
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    light = sum(map(int, colour[4:-1].split(",")[:3])) > 380
    assert light == (scheme == "light")


def test_print_shows_every_task_and_no_controls(show: Show) -> None:
    page = show(page_of(TEXT))
    page.click("[data-tab=heat]")
    page.emulate_media(media="print")
    assert page.is_visible("#t0") and page.is_visible("#timeline") and page.is_visible("#out")
    assert not page.is_visible("#filters") and not page.is_visible("#source")
