"""`plancli view`: what is shown, of which file, in which language; pictures of pages."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from plancli.cli import pictures
from plancli.cli import view as view_command
from plancli.cli.spoken_language import language
from plancli.isolation import read_by
from plancli.model.settings import Limits, Settings
from plancli.pipeline import parse_bytes
from plancli.query.originals import original

from .conftest import Run

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples/outline-roles"
TEXT = "云岭区2025年工作要点\n1.整理台账。3月完成。（区教育局负责）\n"


def shown(file: str) -> str:
    return html.fromstring(Path(file).read_text("utf-8")).text_content()


def test_a_file(plancli: Run) -> None:
    Path("要点.txt").write_text(TEXT, "utf-8")
    got = plancli("view", "要点.txt", "-o", "page.html", "--lang", "zh")
    assert (got.code, got.out) == (0, b"") and "任务 1 项，其中存疑 0 项" in got.err
    assert "责任 区教育局" in shown("page.html")


def test_a_pdf_is_shown_as_pictures_or_as_text(plancli: Run) -> None:
    for choice in ("auto", "never"):
        got = plancli("view", str(SAMPLE / "source.pdf"), "-o", f"{choice}.html", "--pictures", choice)
        assert got.code == 0, got.err
    drawn, text = (html.fromstring(Path(f"{name}.html").read_bytes()) for name in ("auto", "never"))
    assert len(drawn.xpath("//*[@class='sheet']")) == 3
    frames = drawn.xpath("//rect[contains(@class, 'department')]/@data-t")
    assert {"0", "1", "2"} <= set(frames)
    (held,) = drawn.xpath("(//image)[1]/@href")
    assert held.startswith("data:image/webp;base64,")
    assert not text.xpath("//*[@class='sheet']") and "Pages are not drawn" in text.text_content()
    assert text.xpath("//span[contains(@class, 'department') and @data-t='1']/text()")[0] == "社会救助科"


@pytest.mark.parametrize(("change", "said"), [("", ""), ("gone", "is not there"), ("changed", "has changed since")])
def test_a_result_shows_its_file_where_it_is_still_the_same(plancli: Run, change: str, said: str) -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    assert plancli("parse", "a.txt", "-o", "r.json").code == 0
    if change == "gone":
        Path("a.txt").unlink()
    elif change:
        Path("a.txt").write_text(TEXT + "\n", "utf-8")
    got = plancli("view", "r.json", "-o", "page.html", "--lang", "en")
    assert got.code == 0 and said in got.err
    assert ("The file" in shown("page.html")) == bool(change)
    assert "区教育局" in shown("page.html")


def test_a_result_beside_its_file_is_found_from_anywhere(plancli: Run, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    bulletin = parse_bytes(TEXT.encode(), name="a.txt")
    (tmp_path / "b/a.txt").write_text(TEXT, "utf-8")
    assert original(bulletin.source, [Path(), tmp_path / "b"], limits()) == TEXT.encode()
    assert original(bulletin.source, [Path()], limits()) == "not-found"


def test_the_files_of_a_batch_are_found_where_they_are_named(plancli: Run) -> None:
    Path("in/b").mkdir(parents=True)
    Path("in/b/a.txt").write_text(TEXT, "utf-8")
    assert plancli("batch", "in", "-o", "out", "-j", "1").code == 0
    absent = plancli("view", "out", "-o", "page.html")
    assert "b/a.txt: the file is not there (--files names its folder)" in absent.err
    got = plancli("view", "out", "-o", "page.html", "--files", "in", "--lang", "en")
    assert (got.code, "not there" in got.err) == (0, False)
    assert "The file" not in shown("page.html")


def limits() -> Limits:
    return Limits()


def test_a_file_in_an_archive(plancli: Run) -> None:
    import zipfile

    with zipfile.ZipFile("all.zip", "w") as archive:
        archive.writestr("x/a.txt", TEXT)
        archive.writestr("b.txt", TEXT.replace("教育", "民政"))
    got = plancli("view", "all.zip", "-o", "page.html", "--lang", "en")
    assert got.code == 0 and "not there" not in got.err
    tree = html.fromstring(Path("page.html").read_bytes())
    assert tree.xpath("//h2[@class='path']/text()") == ["all.zip/b.txt", "all.zip/x/a.txt"]


def test_a_path_in_a_result_opens_no_other_file(plancli: Run) -> None:
    """A result may name any file: what is not the file it was made from is not shown."""
    Path("secret.txt").write_text("口令：不可外传", "utf-8")
    Path("a.txt").write_text(TEXT, "utf-8")
    assert plancli("parse", "a.txt", "-o", "r.json").code == 0
    held = json.loads(Path("r.json").read_bytes())
    held["source"]["path"] = str(Path("secret.txt").resolve())
    Path("r.json").write_text(json.dumps(held), "utf-8")
    assert plancli("view", "r.json", "-o", "page.html").code == 0
    assert "不可外传" not in shown("page.html")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["view", "none.pdf", "-o", "p.html"], 1, "none.pdf: no such file"),
        (["view", "a.txt", "-o", "none/p.html"], 2, "there is no folder none"),
        (["view", "a.txt", "-o", "a.txt"], 2, "a.txt is an input too"),
        (["view", "a.txt"], 2, "--output"),
        (["view", "a.txt", "-o", "p.html", "--lang", "fr"], 2, "--lang"),
    ],
)
def test_what_is_wrong_is_said(plancli: Run, arguments: list[str], code: int, said: str) -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    got = plancli(*arguments)
    assert got.code == code and said in got.err, got.err
    assert not Path("p.html").exists()


@pytest.mark.parametrize(
    ("asked", "environment", "told"),
    [
        (None, {}, "en"),
        (None, {"LANG": "zh_CN.UTF-8"}, "zh"),
        (None, {"LANG": "zh_CN.GBK", "LC_ALL": "C.UTF-8"}, "en"),
        (None, {"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW"}, "zh"),
        (None, {"LC_ALL": "", "LANG": "zh_CN"}, "zh"),
        (None, {"LC_CTYPE": "zh_CN.UTF-8", "LANG": "de_DE"}, "en"),
        ("en", {"LANG": "zh_CN.UTF-8"}, "en"),
        ("zh", {"LANG": "C"}, "zh"),
    ],
)
def test_the_language(asked: str | None, environment: dict[str, str], told: str) -> None:
    assert language(asked, environment) == told  # type: ignore[arg-type]


def test_the_language_of_the_configuration(plancli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    Path("plancli.toml").write_text('lang = "zh"\n')
    assert plancli("view", "a.txt", "-o", "p.html").code == 0
    assert "只看存疑" in shown("p.html")
    monkeypatch.setenv("PLANCLI_LANG", "en")
    assert plancli("view", "a.txt", "-o", "p.html").code == 0
    assert "Doubts only" in shown("p.html")


def test_pictures_are_small_and_as_large_as_their_pages() -> None:
    found = pictures.pictures((SAMPLE / "source.pdf").read_bytes(), None)
    assert sorted(found) == [1, 2, 3]
    assert all(590 < one.width < 600 and 838 < one.height < 846 for one in found.values())
    assert all(one.data[:4] == b"RIFF" and len(one.data) < 110 << 10 for one in found.values())


def test_what_cannot_be_drawn_gives_no_picture() -> None:
    assert pictures.pictures(b"%PDF-1.4 nothing", None) == {}
    assert pictures.pictures(b"\x89PNG\r\n", None) == {}


def noise(width: int, height: int) -> bytes:
    """A picture that no compression makes small, repeatably."""
    import random

    from PIL import Image

    pixels = random.Random(7).randbytes(width * height * 3)
    out = io.BytesIO()
    Image.frombytes("RGB", (width, height), pixels).save(out, "PNG")
    return out.getvalue()


def test_a_photograph_is_made_smaller_until_it_fits() -> None:
    from PIL import Image

    image = Image.open(io.BytesIO(noise(900, 700)))
    data, way = pictures._kept(image, 60_000, 0)
    assert len(data) <= 60_000 and way > 0
    assert pictures._kept(Image.new("RGB", (900, 700), "white"), 60_000, way)[1] == way - 1


def test_a_picture_file_is_as_wide_as_a_page() -> None:
    (one,) = pictures.pictures(noise(300, 200), None).values()
    assert (one.width, one.height) == (842.0, 561.33)


def test_the_text_beside_the_tasks_is_read_under_the_same_guards() -> None:
    asked: list[str] = []

    def caller(name: str, function: Any, /, *arguments: Any, **named: Any) -> object:
        asked.append(name)
        return function(*arguments, **named)

    with read_by(caller):
        found = view_command._text("plan.txt", "云岭县2026年工作要点\n1.修订制度。".encode(), Settings())
    assert asked == ["plan.txt"]
    assert found is not None
