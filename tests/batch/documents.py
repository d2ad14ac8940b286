"""Small work plans in every format, and files that are none; places and bodies are invented."""

from __future__ import annotations

import io
import zipfile
from functools import cache

PLAN = """云岭县2024年教育工作要点

一、深化课程改革
1. 推进校本课程建设。3月底前完成方案，12月底前完成评估。（牵头单位：教研室；配合单位：各中小学）
2. 开展教师培训。4月-6月组织集中培训，10月开展考核。（责任单位：人事科）

二、加强校园安全
3. 完善安防设施。6月底前完成改造。（责任单位：安全科、基建科）
"""


def txt(year: int = 2024, tasks: int = 0) -> bytes:
    """A plan as TXT; `tasks` adds that many more."""
    more = "".join(f"{n}. 落实第{n}项任务。{n % 12 + 1}月底前完成。（责任单位：综合科）\n" for n in range(4, 4 + tasks))
    return (PLAN.replace("2024", str(year)) + more).encode()


@cache
def docx() -> bytes:
    from docx import Document

    document = Document()
    for line in filter(None, PLAN.splitlines()):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@cache
def pdf(pages: int = 1, password: tuple[str, str] | None = None) -> bytes:
    """A plan as PDF, the rest of its pages almost empty; `password` is the user's and the owner's."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    lock = StandardEncryption(password[0], ownerPassword=password[1]) if password else None
    canvas = Canvas(out, pagesize=(595, 842), encrypt=lock, invariant=True)
    canvas.setFont("STSong-Light", 12)
    for number, line in enumerate(filter(None, PLAN.splitlines())):
        for part, piece in enumerate(line[at : at + 38] for at in range(0, len(line), 38)):
            canvas.drawString(70, 780 - 44 * number - 20 * part, piece)
    for number in range(1, pages):
        canvas.showPage()
        canvas.drawString(70, 780, f"{number}")
    canvas.save()
    return out.getvalue()


def package(document: bytes, **others: bytes) -> bytes:
    """A DOCX package around the XML of its main part."""
    out = io.BytesIO()
    types = (
        b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Default Extension="xml" ContentType="application/xml"/></Types>'
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("word/document.xml", document)
        for name, data in others.items():
            archive.writestr(name, data)
    return out.getvalue()


W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zip_bomb() -> bytes:
    """A package whose text unpacks to a thousand times its size."""
    text = b"<w:p><w:r><w:t>" + b"0" * (1 << 16) + b"</w:t></w:r></w:p>"
    return package(b"<w:document " + W + b"><w:body>" + text * 400 + b"</w:body></w:document>")


def entity_bomb() -> bytes:
    """Entities that stand for ten others each, nine levels deep."""
    entities = b'<!ENTITY e0 "ha">' + b"".join(
        b'<!ENTITY e%d "%s">' % (level, b"&e%d;" % (level - 1) * 10) for level in range(1, 10)
    )
    return package(
        b'<?xml version="1.0"?><!DOCTYPE w:document [' + entities + b"]><w:document " + W
        + b"><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>"
    )  # fmt: skip


def deep() -> bytes:
    """Elements in elements, five hundred deep."""
    return package(
        b"<w:document " + W + b"><w:body>" + b"<w:sdt>" * 500 + b"</w:sdt>" * 500 + b"</w:body></w:document>"
    )
