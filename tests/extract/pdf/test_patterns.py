"""Words that tiling patterns paint and soft masks let through are said to be there; those that show none are not spoken of."""

from __future__ import annotations

import pytest

from plancli.extract.pdf import extract_pdf
from plancli.extract.pdf.patterns import painted_words
from plancli.model.settings import Settings

from .drawing import texts, written

TEXT = "BT /F 12 Tf 80 700 Td <更新公交站牌，六月底前完成。> Tj ET\n"
WORDS = "BT /F 12 Tf 80 300 Td <检修电梯，九月底前完成。> Tj ET"
ARRAY = "BT /F 12 Tf 80 300 Td [<检修电梯> -20 <九月底前>] TJ ET"
HATCH = "0 0 m 9 9 l S (Tj) pop"
FILL = "/Pattern cs /P scn 0 0 595 842 re f"
FONT = "/Font << /F 5 0 R >>"
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 595 842]"


def tile(content: str, resources: str = FONT, kind: str = "/PatternType 1") -> str:
    head = f"/Type /Pattern {kind} /PaintType 1 /TilingType 1 /BBox [0 0 595 842] /XStep 595 /YStep 842"
    return held(content, f"{head} /Resources << {resources} >>")


def held(content: str, head: str) -> str:
    """A stream; its strings get no mark of their own, as those of content streams."""
    digits = content.replace("<", "(").replace(">", ")") if content.isascii() else _shown(content)
    return f"<< {head} /Length {len(digits)} >>\nstream\n{digits}\nendstream"


def _shown(content: str) -> str:
    parts = content.replace("<", "\0<").replace(">", ">\0").split("\0")
    return "".join(f"<{one[1:-1].encode('utf-16-be').hex()}>" if one.startswith("<") else one for one in parts)


@pytest.mark.parametrize(
    ("painted", "objects", "resources", "said"),
    [
        (FILL, [tile(WORDS)], "/Pattern << /P 10 0 R >>", True),
        (FILL, [tile(ARRAY, kind="/PatternType\n1")], "/Pattern << /P 10 0 R >>", True),
        ("/Cs cs 0 0 0 /P scn 0 0 595 842 re f", [tile(WORDS)], "/Pattern << /P 10 0 R >>", True),
        ("/Pattern CS /P SCN 0 0 m 9 9 l S", [tile(WORDS)], "/Pattern << /P 10 0 R >>", True),
        ("/X Do", [tile(WORDS), held(FILL, FORM + " /Resources << /Pattern << /P 10 0 R >> >>")], "/XObject << /X 11 0 R >>", True),
        (FILL, [tile("/X Do", "/XObject << /X 11 0 R >>"), held(WORDS, f"{FORM} /Resources << {FONT} >>")], "/Pattern << /P 10 0 R >>", True),
        (FILL, [tile("/X Do", "/XObject << /X 10 0 R >>")], "/Pattern << /P 10 0 R >>", False),  # one that draws itself
        (FILL, [tile(HATCH)], "/Pattern << /P 10 0 R >>", False),
        (FILL, [tile("")], "/Pattern << /P 10 0 R >>", False),
        ("", [tile(WORDS)], "/Pattern << /P 10 0 R >>", False),  # held, and not used
        ("/Q scn", [tile(WORDS)], "/Pattern << /P 10 0 R >>", False),
    ],
)  # fmt: skip
def test_words_of_patterns_are_said(painted: str, objects: list[str], resources: str, said: bool) -> None:
    source = extract_pdf(written(TEXT + painted, *objects, resources=resources), settings=Settings())
    assert texts(source) == ["更新公交站牌，六月底前完成。"]
    assert [(code, page) for code, _, page in source.notes] == ([("drawing-text", 1)] if said else [])
    assert all("检修电梯" in str(message) for _, message, _ in source.notes)


MASK = "/ExtGState << /M << /SMask << /S {} /G 10 0 R >> >> >>"
GROUP = f"{FORM} /Group << /S /Transparency /CS /DeviceGray >> /Resources << {FONT} >>"
APPEARANCE = f"{FORM} /Resources << /Pattern << /P 10 0 R >> >>"
NOTE = "/Type /Annot /Subtype /Stamp /Rect [0 0 595 842]"


@pytest.mark.parametrize(
    ("painted", "words", "kind", "said"),
    [
        ("/M gs 0 0 595 842 re f", WORDS, "/Luminosity", True),
        ("/M gs 0 0 595 842 re f", WORDS, "/Alpha", True),
        ("/M gs 0 0 595 842 re f", HATCH, "/Luminosity", False),
        ("/N gs 0 0 595 842 re f", WORDS, "/Luminosity", False),
    ],
)
def test_words_of_masks_are_said(painted: str, words: str, kind: str, said: bool) -> None:
    data = written(TEXT + painted, held(words, GROUP), resources=MASK.format(kind))
    assert [(page, "检修电梯" in text) for page, text in painted_words(data, None)] == ([(1, True)] if said else [])


@pytest.mark.parametrize(
    ("annotation", "said"),
    [
        (f"{NOTE} /F 4 /AP << /N 11 0 R >>", True),
        (f"{NOTE} /AP << /N << /On 11 0 R /Off 99 0 R >> >> /AS /On", True),
        (f"{NOTE} /AP << /N << /On 11 0 R /Off 99 0 R >> >> /AS /Off", False),
        (f"{NOTE} /F 2 /AP << /N 11 0 R >>", False),  # hidden
        (NOTE, False),
    ],
)
def test_words_of_patterns_in_annotations_are_said(annotation: str, said: bool) -> None:
    objects = [tile(WORDS), held(FILL, APPEARANCE), f"<< {annotation} >>"]
    data = written(TEXT, *objects, page="/Annots [12 0 R]")
    assert [(page, "检修电梯" in text) for page, text in painted_words(data, None)] == ([(1, True)] if said else [])


def test_a_file_that_cannot_be_looked_into_gives_no_pages() -> None:
    assert painted_words(b"%PDF-1.7\n<< /PatternType 1 >>", None) == []
