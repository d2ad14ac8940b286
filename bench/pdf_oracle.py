"""Where plancli and other readers of PDF disagree on files whose truth nobody has written down: what to look at first.

python bench/pdf_oracle.py FILE-OR-FOLDER... [--worst 15] [--show 8]

Two questions to each file, neither of which trusts the other reader alone:

characters   the multiset that plancli took up, in its text or in what it says it left out, against pdfminer's (pdfplumber
             brings it). `lost` are pdfminer's that plancli has not, `found` plancli's that pdfminer has not.
order        four characters in a row on which all of the other readers agree (pdfminer line by line, and poppler's pdftotext
             in its reading order, `-layout` and `-raw`, where it is installed) and that stand nowhere in plancli's text.
             Where a table or a column makes the others differ among themselves, nothing is asked. `torn` are places at
             which all of them go on, while a paragraph of plancli's ends there, in a line that nearly reaches the
             right edge and without a stop.

Files are ranked by the sum of the shares; a high one is a question, not a fault.
"""

from __future__ import annotations

import argparse
import io
import logging
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from plancli.clean import clean
from plancli.errors import InputError
from plancli.extract import extract
from plancli.language.radicals import fold
from plancli.language.script import simplify
from plancli.model.settings import Settings
from plancli.model.source import Line, Paragraph, Source, Table

GRAM = 4
MODES = ((), ("-layout",), ("-raw",))  # pdftotext's orders
STOPS = "。！？；：!?;:…”）)】》"
TWIN = 2.0  # points: the same character drawn again as near is a bold
RAGGED = 3.0  # em: a line that ends so near the right edge of its page, or nearer, may go on


@dataclass(slots=True)
class Verdict:
    """One file: shares of characters and four-grams in dispute, and specimens of them."""

    path: Path
    size: int = 0
    lost: int = 0
    found: int = 0
    asked: int = 0
    astray: int = 0
    torn: int = 0
    specimens: list[str] = field(default_factory=list)
    error: str = ""

    @property
    def rank(self) -> float:
        """The sum of the shares."""
        most = max(self.size, 1)
        return (self.lost + self.found) / most + self.astray / max(self.asked, 1) + self.torn * GRAM / most


def folded(text: str) -> str:
    """Text without what readers differ in by habit: blanks, width, script, ligatures, the look of dashes and quotation marks."""
    text = simplify(fold(unicodedata.normalize("NFKC", text)))
    text = text.translate(str.maketrans("“”„‘’–—―─－‐‑~～•·∙", '"""\'\'-------~~···'))
    return "".join(character for character in text if character > " " and unicodedata.category(character)[0] != "C")


def spoken(source: Source, *, furniture: bool) -> Iterator[str]:
    """The paragraphs and cells of a source in reading order; with or without what it set aside as furniture."""
    for block in source.blocks:
        if isinstance(block, Table):
            yield from (cell.text for cell in block.cells())
            yield from (text for _, text in block.dropped if furniture)
        elif isinstance(block, Line) or furniture or not block.left_out:
            yield block.text


def pdfminer_pages(data: bytes) -> list[str]:
    """The text that pdfminer lays out, page by page, a line a line."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return [
            "\n".join("".join(one["text"] for one in line) for line in _rows(page.dedupe_chars(tolerance=TWIN).chars))
            for page in document.pages
        ]


def _rows(characters: list[dict]) -> Iterator[list[dict]]:  # type: ignore[type-arg]
    """The characters in the order of the file, a line ending where the base line changes."""
    row: list[dict] = []  # type: ignore[type-arg]
    for one in characters:
        if row and abs(one["matrix"][5] - row[-1]["matrix"][5]) > 1:
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def pdftotext(path: Path, *options: str) -> str:
    """Poppler's text of a file in one of its orders."""
    done = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace")


def grams(text: str) -> set[str]:
    """All runs of four characters."""
    return {text[k : k + GRAM] for k in range(len(text) - GRAM + 1)}


def judge(path: Path) -> Verdict:
    """Read one file with all readers."""
    verdict = Verdict(path)
    data = path.read_bytes()
    try:
        settings = Settings(ocr="never")
        source = clean(extract(data, settings=settings), settings=settings)
    except InputError as error:
        verdict.error = f"{error.code}: {error.what}"
        return verdict
    everything = folded("".join(spoken(source, furniture=True)))
    notes = folded("".join(message for _, message, _ in source.notes))
    try:
        pages = pdfminer_pages(data)
    except Exception as error:
        verdict.error = f"pdfminer: {type(error).__name__}"
        return verdict
    theirs, ours = Counter(folded("".join(pages))), Counter(everything)
    verdict.size = sum(theirs.values())
    lost = theirs - ours - Counter(notes)
    found = ours - theirs
    verdict.lost, verdict.found = sum(lost.values()), sum(found.values())
    verdict.specimens += [
        f"{name}: {_counts(counter)}" for name, counter in (("lost", lost), ("found", found)) if counter
    ]
    texts = ["\n".join(pages)]
    if shutil.which("pdftotext"):
        texts += [pdftotext(path, *mode) for mode in MODES]
    aside = {folded(block.text) for block in source.blocks if isinstance(block, Paragraph) and block.left_out}
    texts = ["".join(line for line in map(folded, text.splitlines()) if line not in aside) for text in texts]
    sets = [grams(text) for text in texts]
    agreed = set.intersection(*sets)
    kept = folded("".join(spoken(source, furniture=False)))
    astray = agreed - grams(kept) - grams(everything) - grams(notes)
    verdict.asked, verdict.astray = len(agreed), len(astray)
    verdict.specimens += list(_stretches(texts[0], astray))
    torn = list(_torn(source, sets))
    verdict.torn = len(torn)
    verdict.specimens += torn
    return verdict


def _torn(source: Source, sets: list[set[str]]) -> Iterator[str]:
    """Places at which all of the others go on and a paragraph ends without a stop, far on the right."""
    edges: dict[int | None, float] = defaultdict(float)
    texts = [block for block in source.blocks if isinstance(block, Paragraph) and block.lines and not block.left_out]
    for line in (line for block in texts for line in block.lines):
        edges[line.page] = max(edges[line.page], line.x1)
    for before, after in pairwise(texts):
        last, text, rest = before.lines[-1], folded(before.text), folded(after.text)
        near = last.x1 > edges[last.page] - RAGGED * (last.size or 12.0)
        if near and len(rest) > 1 and text[-1:] not in STOPS and all(text[-2:] + rest[:2] in one for one in sets):
            yield f"torn: …{text[-12:]} ‖ {rest[:12]}…"


def _stretches(text: str, astray: set[str]) -> Iterator[str]:
    """The stretches of a text that astray grams cover, longest first."""
    covered = [False] * len(text)
    for k in range(len(text) - GRAM + 1):
        if text[k : k + GRAM] in astray:
            covered[k : k + GRAM] = [True] * GRAM
    found, start = [], None
    for k, inside in enumerate([*covered, False]):
        if inside and start is None:
            start = k
        elif not inside and start is not None:
            found.append(text[start:k])
            start = None
    yield from (f"astray: {stretch[:60]}" for stretch in sorted(dict.fromkeys(found), key=len, reverse=True))


def _counts(counter: Counter[str]) -> str:
    return " ".join(f"{character}×{count}" if count > 1 else character for character, count in counter.most_common(40))


def files(places: Iterable[Path]) -> Iterator[Path]:
    """The PDFs among files and folders."""
    for place in places:
        yield from sorted(place.rglob("*.pdf")) if place.is_dir() else [place]


def main() -> int:
    """Judge all files and print those with most in dispute first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", nargs="+", type=Path, metavar="FILE-OR-FOLDER")
    parser.add_argument("--worst", type=int, default=15, help="how many files to show specimens of")
    parser.add_argument("--show", type=int, default=8, help="how many specimens of each")
    arguments = parser.parse_args()
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    verdicts = sorted(map(judge, files(arguments.places)), key=lambda verdict: -verdict.rank)
    print(f"{'rank':>7} {'chars':>7} {'lost':>5} {'found':>5} {'astray':>6} {'torn':>4}  file")
    for k, one in enumerate(verdicts):
        said = one.error and f"  ({one.error})"
        counts = f"{one.rank:7.4f} {one.size:7} {one.lost:5} {one.found:5} {one.astray:6} {one.torn:4}"
        print(f"{counts}  {one.path}{said}")
        if k < arguments.worst and one.rank:
            for specimen in one.specimens[: arguments.show]:
                print(f"{'':>10}{specimen}")
    whole = [one for one in verdicts if not one.error]
    asked, astray = sum(one.asked for one in whole), sum(one.astray for one in whole)
    print(
        f"{len(whole)} of {len(verdicts)} files: {sum(v.lost for v in whole)} characters lost and "
        f"{sum(v.found for v in whole)} found among {sum(v.size for v in whole)}, "
        f"{astray} of {asked} agreed four-grams astray, {sum(v.torn for v in whole)} torn"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
