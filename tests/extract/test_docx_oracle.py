"""Documents that python-docx writes, against what it reads in them itself."""

from __future__ import annotations

import io

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from plancli.extract import extract
from plancli.model.settings import Settings
from plancli.model.source import Line, Source, Table

WORDS = st.text(st.sampled_from("一二三年月日、，。；（）《》 \t\n0123AZ　责任单位县教育局"), min_size=1, max_size=12)


def saved(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def read(data: bytes) -> Source:
    return extract(data, settings=Settings())


def visible(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


@settings(derandomize=True, deadline=None, max_examples=25)
@given(st.lists(WORDS, min_size=1, max_size=5), st.integers(1, 4), st.integers(1, 4), st.data())
def test_the_same_words_in_the_same_places(paragraphs: list[str], height: int, width: int, data: st.DataObject) -> None:
    document = docx.Document()
    document.add_paragraph("首")
    for words in paragraphs:
        document.add_paragraph(words)
    table = document.add_table(height, width)
    for row in table.rows:
        for cell in row.cells:
            cell.text = data.draw(WORDS)
    corners = [data.draw(st.tuples(st.integers(0, height - 1), st.integers(0, width - 1))) for _ in range(2)]
    table.cell(*corners[0]).merge(table.cell(*corners[1]))
    source = read(saved(document))
    lines = [block for block in source.blocks if isinstance(block, Line)]
    expected = [line for paragraph in document.paragraphs for line in visible(paragraph.text)]
    assert [line.text for line in lines if line.text] == expected
    (found,) = [block for block in source.blocks if isinstance(block, Table)]
    read_cells = [[[line.text for line in cell.lines] for cell in row] for row in found.rows]
    assert read_cells == [[visible(cell.text) for cell in row.cells] for row in table.rows]
    merged = found.rows[min(a for a, _ in corners)][min(b for _, b in corners)]
    assert merged.rowspan == abs(corners[0][0] - corners[1][0]) + 1
    assert merged.colspan == abs(corners[0][1] - corners[1][1]) + 1


def test_styles_of_the_default_template() -> None:
    document = docx.Document()
    document.add_heading("总则", 2)
    for words in ("甲", "乙"):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("丙", style="List Bullet")
    lines = [block for block in read(saved(document)).blocks if isinstance(block, Line)]
    assert [(line.text, line.computed, line.outline) for line in lines] == [
        ("总则", 0, 2),
        ("1.甲", 2, None),
        ("2.乙", 2, None),
        ("丙", 0, None),
    ]
    assert lines[0].bold and not lines[1].bold
