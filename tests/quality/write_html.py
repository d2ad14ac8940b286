"""The web page: an article in one of several manners (paragraphs, lines that a break ends, a word processor's), in a frame."""

from __future__ import annotations

import zlib
from html import escape

from .blocks import Contents, Grid, Para, blocks
from .describe import Bulletin
from .page_frames import FRAMES

ENCODINGS = {"tables": "gb18030"}
CENTRED = ("masthead", "title", "centre")


def text(words: str) -> str:
    return escape(words, quote=False).replace("\n", "<br/>")


def plain(block: Para) -> str:
    words = text(block.label + block.text)
    if block.style in CENTRED:
        return f'<p style="text-align: center;"><strong>{words}</strong></p>'
    if block.style == "right":
        return f'<p style="text-align:right">{words}&nbsp;&nbsp;&nbsp;&nbsp;</p>'
    return f'<p style="text-indent:2em"><span style="font-family:仿宋_GB2312">{words}</span></p>\n'


def broken(block: Para) -> str:
    """Lines in one paragraph, as an old editor has them."""
    words = text(block.label + block.text)
    if block.style in CENTRED:
        return f"<CENTER>{words}</CENTER>"
    return f"&nbsp;&nbsp;&nbsp; {words}<BR>\n"


def office(block: Para) -> str:
    words = text(block.text)
    label = ""
    if block.label:
        label = f"<![if !supportLists]><span lang=EN-US style='mso-list:Ignore'>{block.label}<span style='font:7.0pt \"Times New Roman\"'></span></span><![endif]>"
    align = "center" if block.style in CENTRED else "right" if block.style == "right" else "left"
    return f"<p class=MsoNormal align={align} style='text-align:{align}'>{label}<span style='font-size:16.0pt;font-family:仿宋'>{words}<o:p></o:p></span></p>\n"


WRITERS = {"plain": plain, "broken": broken, "office": office}


def grid(block: Grid, manner: str) -> str:
    at = block.at()
    rows = []
    for r in range(block.rows):
        cells = []
        for c in range(len(block.widths)):
            if (slot := at.get((r, c))) is None:
                continue
            spans = (f' rowspan="{slot.rows}"' if slot.rows > 1 else "") + (
                f' colspan="{slot.columns}"' if slot.columns > 1 else ""
            )
            lines = [escape(line, quote=False) for line in slot.text.split("\n")]
            if manner == "office":
                inside = "".join(f"<p class=MsoNormal><span>{line}<o:p></o:p></span></p>" for line in lines)
            else:
                inside = "<br>".join(lines) or "&nbsp;"
            cells.append(f'<td{spans} style="border:1px solid #000">{inside}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>\n")
    return f'<table border="1" cellspacing="0"><tbody>{"".join(rows)}</tbody></table>'


def article(bulletin: Bulletin, manner: str) -> str:
    out = []
    for block in blocks(bulletin):
        if isinstance(block, Grid):
            out.append(grid(block, manner))
        elif isinstance(block, Contents):
            out += [
                f"<p>{'　' * level}{escape(words)}……{2 + i // 2}</p>" for i, (level, words) in enumerate(block.entries)
            ]
        else:
            out.append(WRITERS[manner](block))
    return "".join(out)


def page(bulletin: Bulletin, frame: str, manner: str) -> bytes:
    """The bytes of a page in this frame, its article in this manner."""
    title = (bulletin.notice.title if bulletin.notice else bulletin.plans[0].title).replace("\n", "")
    return FRAMES[frame](escape(title), article(bulletin, manner)).encode(
        ENCODINGS.get(frame, "utf-8"), "xmlcharrefreplace"
    )


def write_html(bulletin: Bulletin) -> bytes:
    """The bytes of the page: a frame and a manner of its own for each bulletin."""
    mark = zlib.crc32(bulletin.name.encode())
    return page(bulletin, list(FRAMES)[mark % len(FRAMES)], list(WRITERS)[mark // 7 % len(WRITERS)])
