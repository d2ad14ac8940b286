"""`pytest --gold DIR`: the quality gate runs on DIR/gold/*.json against DIR/seeds/<stem>.* and <stem>_<variant>.* too."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

KINDS = {".txt", ".docx", ".pdf", ".html", ".xlsx", ".doc", ".ofd"}


os.environ.pop("COLUMNS", None)  # tables are as wide as where none is said, whoever runs the tests
os.environ["PLANCLI_OCR"] = "never"  # in programs that tests run: what is seen does not depend on the extra


@pytest.fixture(autouse=True)
def _without_ocr(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No scan is read, but where a test asks for it."""
    if "test_scan" not in str(request.path):
        monkeypatch.setattr("plancli.extract.scan.is_installed", lambda: False)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--gold", metavar="DIR", help="a folder with gold/*.json and seeds/, scored by the quality gate")


def gold_cases(folder: Path) -> list[tuple[Path, Path]]:
    """Each gold file with each source of its name: `<stem>.ext` and `<stem>_<variant>.ext`."""
    sources = sorted(p for p in (folder / "seeds").iterdir() if p.suffix in KINDS)
    return [
        (gold, source)
        for gold in sorted((folder / "gold").glob("*.json"))
        for source in sources
        if source.stem == gold.stem or source.stem.startswith(f"{gold.stem}_")
    ]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "gold_case" not in metafunc.fixturenames:
        return
    folder = metafunc.config.getoption("--gold")
    if not folder:
        metafunc.parametrize("gold_case", [None], ids=["none"])
        return
    cases = gold_cases(Path(folder))
    if not cases:
        raise pytest.UsageError(f"--gold {folder}: no gold/*.json with a source in seeds/")
    metafunc.parametrize("gold_case", cases, ids=[source.name for _, source in cases])
