"""The pictures of the README, made from the samples: python docs/pictures/make.py

ledger.png   the ledger (XLSX) of the plan of next year, as LibreOffice prints its first page
page.png     the page to check by, as Chromium shows it, at the task with a doubt
ledger.zh.png, page.zh.png   both in Chinese
and samples/outline-next-year/corrections.jsonl, what that page saves once the doubt is mended on it.

Needed for making them alone: LibreOffice (`soffice`), Chromium, playwright, fonts for Chinese. Look at what was made before you
commit it.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SAMPLE = "samples/outline-next-year/source.pdf"
WIDTH, HEIGHT = 1200, 680
LEDGER = 1600
SHOWN = 0.677  # the columns from the number to the last day; what is left for the office to fill in stands behind


def plancli(*arguments: str) -> None:
    """Runs a command on the tree that this script stands in."""
    subprocess.run([sys.executable, "-m", "plancli", *arguments, "-q"], cwd=ROOT, check=True)


def keep(picture: Any, name: str) -> None:
    """Writes a picture of few colours: a page of text loses nothing by it."""
    file = HERE / name
    picture.convert("RGB").quantize(48).save(file, optimize=True)
    print(f"written: {file.relative_to(ROOT)}, {file.stat().st_size // 1024} kB")


def ledger(folder: Path, lang: str, name: str) -> None:
    """The first page that LibreOffice prints of the ledger, without its empty margins and its last columns."""
    import pypdfium2
    from PIL import ImageChops

    book = folder / "ledger.xlsx"
    plancli("tasks", SAMPLE, "-o", str(book), "--lang", lang)
    soffice = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", "pdf"]
    subprocess.run([*soffice, "--outdir", str(folder), str(book)], check=True, capture_output=True)
    drawn = pypdfium2.PdfDocument(folder / "ledger.pdf")[0].render(scale=5).to_pil().convert("RGB")
    box = ImageChops.invert(drawn).getbbox()
    picture = drawn.crop(box)
    picture = picture.crop((0, 0, int(picture.width * SHOWN), picture.height))
    keep(picture.resize((LEDGER, picture.height * LEDGER // picture.width)), name)


def page(folder: Path, lang: str, name: str) -> None:
    """The page at its doubt; then the doubt is mended on it, and what it saves is kept."""
    from PIL import Image
    from playwright.sync_api import sync_playwright

    file = folder / "page.html"
    plancli("view", SAMPLE, "-o", str(file), "--lang", lang)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))),
            args=["--no-sandbox"],
        )
        sheet = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, accept_downloads=True)
        sheet.goto(file.as_uri())
        card = sheet.locator("#cards > li").first
        card.locator("h3").click()
        sheet.wait_for_timeout(1000)
        keep(Image.open(io.BytesIO(sheet.screenshot())), name)
        card.locator("[data-do=correct]").click()
        form = sheet.locator(".editor")
        form.locator("[data-rows=time_nodes] [data-do=more]").click()
        form.locator("[data-rows=time_nodes] [name=raw]").last.fill("6月30日前")
        form.locator("[type=submit]").click()
        sheet.click("[data-tab=corrections]")
        with sheet.expect_download() as waited:
            sheet.click("#save")
        waited.value.save_as(ROOT / SAMPLE.replace("source.pdf", "corrections.jsonl"))
        browser.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        for lang, ending in (("en", "png"), ("zh", "zh.png")):
            ledger(Path(name), lang, f"ledger.{ending}")
            page(Path(name), lang, f"page.{ending}")
