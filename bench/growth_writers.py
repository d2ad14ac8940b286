"""Writers of the documents of `growth.py`: paragraphs and tables → the bytes of a file, one writer a kind of file.

Small ones of our own rather than a library's, so that a document of any size takes no time to make; each is read back as what it
is.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator

Row = tuple[str, ...]
Part = str | list[Row]


def text(parts: list[Part]) -> bytes:
    lines = []
    for part in parts:
        lines += [part] if isinstance(part, str) else ["\t".join(row) for row in part]
    return "\n".join([*lines, ""]).encode()


def html(parts: list[Part]) -> bytes:
    def one(part: Part) -> str:
        if isinstance(part, str):
            return f"<p>{part}</p>"
        return (
            "<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in part) + "</table>"
        )

    return f"<html><meta charset=utf-8><body>{''.join(map(one, parts))}</body></html>".encode()


def package(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:  # stored: a repeated paragraph would be packed like a bomb
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(parts: list[Part]) -> bytes:
    def paragraph(words: str) -> str:
        return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"

    def one(part: Part) -> str:
        if isinstance(part, str):
            return paragraph(part)
        rows = ("<w:tr>" + "".join(f"<w:tc>{paragraph(c)}</w:tc>" for c in row) + "</w:tr>" for row in part)
        return f"<w:tbl>{''.join(rows)}</w:tbl>"

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    body = f"<w:document {space}><w:body>{''.join(map(one, parts))}</w:body></w:document>"
    return package({"[Content_Types].xml": types, "_rels/.rels": relation, "word/document.xml": body})


def xlsx(parts: list[Part]) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    row = 0
    for part in parts:
        for cells in [(part,)] if isinstance(part, str) else part:
            for column, words in enumerate(cells):
                sheet.write_string(row, column, words[:32_000])
            row += 1
    book.close()
    return out.getvalue()


def xls(parts: list[Part]) -> bytes:
    import xlwt

    out = io.BytesIO()
    book = xlwt.Workbook()
    sheet = book.add_sheet("甲")
    for row, cells in enumerate(rows(parts)):
        for column, words in enumerate(cells):
            sheet.write(row, column, words[:32_000])
    book.save(out)
    return out.getvalue()


def rows(parts: list[Part]) -> Iterator[Row]:
    """Each paragraph as a row of one cell, and the rows of tables."""
    for part in parts:
        yield from [(part,)] if isinstance(part, str) else part


def rtf(parts: list[Part]) -> bytes:
    def escaped(words: str) -> str:
        return "".join(c if c < "\x80" else f"\\u{ord(c) if ord(c) < 0x8000 else ord(c) - 0x10000}?" for c in words)

    def one(part: Part) -> str:
        if isinstance(part, str):
            return f"{escaped(part)}\\par\n"
        lines = []
        for row in part:
            edges = "".join(f"\\cellx{2000 * k}" for k in range(1, len(row) + 1))
            lines.append(f"\\trowd{edges}\\intbl " + "".join(f"{escaped(c)}\\cell " for c in row) + "\\row\\pard\n")
        return "".join(lines)

    return ("{\\rtf1\\ansi\\uc1 " + "".join(map(one, parts)) + "}").encode()


def _open_document(kind: str, content: str) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
    )
    return package(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"<office:document-content {spaces}><office:body>{content}</office:body></office:document-content>",
        }
    )


def _open_table(part: list[Row]) -> str:
    def cell(words: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{words}</text:p></table:table-cell>'

    return "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in part)


def odt(parts: list[Part]) -> bytes:
    def one(part: Part) -> str:
        if isinstance(part, str):
            return f"<text:p>{part}</text:p>"
        return f"<table:table>{_open_table(part)}</table:table>"

    return _open_document("text", f"<office:text>{''.join(map(one, parts))}</office:text>")


def ods(parts: list[Part]) -> bytes:
    table = f'<table:table table:name="甲">{_open_table(list(rows(parts)))}</table:table>'
    return _open_document("spreadsheet", f"<office:spreadsheet>{table}</office:spreadsheet>")


# ---- DOC: one piece of text, one formatted page for some paragraphs (MS-DOC 2.5, 2.9.33, 2.9.177), two streams (MS-CFB) ----
_IN_TABLE, _ROW_END = struct.pack("<HB", 0x2416, 1), struct.pack("<HB", 0x2417, 1)
_TEXT_AT, _PAGE, _ON_A_PAGE = 2048, 512, 8


def doc(parts: list[Part]) -> bytes:
    text, marks = "", []  # where each paragraph ends, and its properties
    pieces = []
    length = 0

    def add(words: str, said: bytes) -> None:
        nonlocal length
        pieces.append(words)
        length += len(words)
        marks.append((length, said))

    for part in parts:
        if isinstance(part, str):
            add(f"{part}\r", b"")
            continue
        for row in part:
            for words in row:
                add(f"{words}\x07", _IN_TABLE)
            edges = [2000 * k for k in range(len(row) + 1)]
            shape = struct.pack(f"<B{len(edges)}h", len(row), *edges) + bytes(20 * len(row))
            add("\x07", _IN_TABLE + _ROW_END + struct.pack("<HH", 0xD608, len(shape) + 1) + shape)
    text = "".join(pieces)
    body = text.encode("utf-16-le")
    first_page = (_TEXT_AT + len(body) + _PAGE - 1) // _PAGE
    main = bytearray(first_page * _PAGE)
    main[_TEXT_AT : _TEXT_AT + len(body)] = body
    starts = []
    for at in range(0, len(marks), _ON_A_PAGE):
        group = marks[at : at + _ON_A_PAGE]
        begin = _TEXT_AT + 2 * (marks[at - 1][0] if at else 0)
        starts.append((begin, _TEXT_AT + 2 * group[-1][0]))
        main += _page([begin, *(_TEXT_AT + 2 * end for end, _ in group)], [said for _, said in group])
    pages = struct.pack(f"<{len(starts) + 1}I", *(a for a, _ in starts), starts[-1][1])
    pages += struct.pack(f"<{len(starts)}I", *range(first_page, first_page + len(starts)))
    piece = struct.pack("<II", 0, length) + struct.pack("<HIH", 0, _TEXT_AT, 0)
    table = pages + b"\x02" + struct.pack("<I", len(piece)) + piece
    struct.pack_into("<HH", main, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", main, 0x0A, 0x0200)
    struct.pack_into("<I", main, 0x4C, length)
    struct.pack_into("<II", main, 0x9A + 8 * 13, 0, len(pages))
    struct.pack_into("<II", main, 0x9A + 8 * 33, len(pages), len(table) - len(pages))
    return compound({"WordDocument": bytes(main), "1Table": table})


def _page(bounds: list[int], said: list[bytes]) -> bytes:
    page = bytearray(_PAGE)
    count = len(said)
    struct.pack_into(f"<{count + 1}I", page, 0, *bounds)
    at = _PAGE - 2
    for k, properties in enumerate(said):
        held = bytes(2) + properties + bytes(len(properties) % 2)
        at -= len(held) + 2
        page[at : at + 2] = 0, len(held) // 2
        page[at + 2 : at + 2 + len(held)] = held
        page[4 * (count + 1) + 13 * k] = at // 2
    page[-1] = count
    return bytes(page)


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file of some streams, each of which takes sectors of its own (MS-CFB)."""
    size, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    sectors: list[bytes] = []
    chain: list[int] = []
    entries = [("Root Entry", 5, end, 0)]
    for name, data in streams.items():
        data = data.ljust(4096, b"\0")  # smaller ones stand elsewhere
        entries.append((name, 2, len(sectors), len(data)))
        cut = [data[at : at + size].ljust(size, b"\0") for at in range(0, len(data), size)]
        chain += [*range(len(sectors) + 1, len(sectors) + len(cut)), end]
        sectors += cut
    directory = b""
    for number, (name, kind, start, length) in enumerate(entries):
        right = number + 1 if 0 < number < len(entries) - 1 else free
        child = 1 if number == 0 else free
        encoded = f"{name}\0".encode("utf-16-le")
        directory += encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded), kind, 1, free, right, child)
        directory += bytes(36) + struct.pack("<IQ", start, length)
    place = len(sectors)
    cut = [directory[at : at + size].ljust(size, b"\0") for at in range(0, len(directory), size)]
    chain += [*range(place + 1, place + len(cut)), end]
    sectors += cut
    tables = 1
    while tables * 128 < len(sectors) + tables:
        tables += 1
    chain += [0xFFFFFFFD] * tables
    chain += [free] * (tables * 128 - len(chain))
    first = len(sectors)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, tables, place, 0, 4096, end, 0, end, 0)
    head += struct.pack("<109I", *range(first, first + tables), *[free] * (109 - tables))
    return head + b"".join(sectors) + struct.pack(f"<{len(chain)}I", *chain)


# ---- pages: lines and grids at their places ----
Drawn = tuple[
    list[tuple[float, float, str]], list[tuple[float, float, float, float]]
]  # texts; rules, in points from the top
_LEFT, _TOP, _FOOT, _STEP, _SIZE, _WIDTH = 60.0, 60.0, 780.0, 16.0, 10.0, 470.0


def drawn(parts: list[Part]) -> Iterator[Drawn]:
    """The pages of a document: paragraphs in lines of 45 characters, tables in grids."""
    texts: list[tuple[float, float, str]] = []
    rules: list[tuple[float, float, float, float]] = []
    y = _TOP
    for part in parts:
        for row in [(part,)] if isinstance(part, str) else part:
            width = _WIDTH / len(row)
            most = 45 if isinstance(part, str) else int(width / _SIZE) - 1
            cut = [[words[at : at + most] for at in range(0, max(len(words), 1), most)] for words in row]
            high = max(map(len, cut))
            for line in range(high):
                if y + _STEP > _FOOT:
                    yield texts, rules
                    texts, rules, y = [], [], _TOP
                texts += [
                    (_LEFT + width * k + 4, y + 12, cell[line])
                    for k, cell in enumerate(cut)
                    if line < len(cell) and cell[line]
                ]
                if not isinstance(part, str):
                    edges = [_LEFT + width * k for k in range(len(row) + 1)]
                    rules += [(x, y, x, y + _STEP) for x in edges]
                    if line == 0 or y == _TOP:
                        rules.append((_LEFT, y, _LEFT + _WIDTH, y))
                    rules.append((_LEFT, y + _STEP, _LEFT + _WIDTH, y + _STEP)) if line == high - 1 else None
                y += _STEP
    yield texts, rules


def pdf(parts: list[Part]) -> bytes:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=1)
    for texts, rules in drawn(parts):
        canvas.setFont("STSong-Light", _SIZE)
        for x, y, words in texts:
            canvas.drawString(x, 842 - y, words)
        for x0, y0, x1, y1 in rules:
            canvas.line(x0, 842 - y0, x1, 842 - y1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def ofd(parts: list[Part]) -> bytes:
    space, mm = 'xmlns:ofd="http://www.ofdspec.org/2016"', 25.4 / 72
    size = _SIZE * mm
    pages = []
    for texts, rules in drawn(parts):
        objects = [
            f'<ofd:TextObject ID="1" Boundary="{x * mm:.2f} {(y - _SIZE) * mm:.2f} {size * len(words):.2f} {size:.2f}" Size="{size:.2f}">'
            f'<ofd:TextCode X="0" Y="{size:.2f}" DeltaX="g {max(len(words) - 1, 1)} {size:.2f}">{words}</ofd:TextCode></ofd:TextObject>'
            for x, y, words in texts
        ]
        objects += [
            f'<ofd:PathObject ID="2" Boundary="{x0 * mm:.2f} {y0 * mm:.2f} 200 200" LineWidth="0.2">'
            f"<ofd:AbbreviatedData>M 0 0 L {(x1 - x0) * mm:.2f} {(y1 - y0) * mm:.2f}</ofd:AbbreviatedData></ofd:PathObject>"
            for x0, y0, x1, y1 in rules
        ]
        pages.append(
            f"<ofd:Page {space}><ofd:Content><ofd:Layer>{''.join(objects)}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    entries = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/{n}.xml"/>' for n in range(len(pages)))
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    return package(
        {
            "OFD.xml": f"<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
            "Doc_0/Document.xml": f"<ofd:Document {space}><ofd:CommonData>{area}</ofd:CommonData><ofd:Pages>{entries}</ofd:Pages></ofd:Document>",
            **{f"Doc_0/Pages/{n}.xml": page for n, page in enumerate(pages)},
        }
    )


WRITERS = {
    "txt": text, "html": html, "docx": docx, "xlsx": xlsx, "pdf": pdf, "ofd": ofd, "odt": odt, "ods": ods, "rtf": rtf, "doc": doc, "xls": xls,
}  # fmt: skip
