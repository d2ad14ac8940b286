"""Markdown (CommonMark, GFM) → the words that it shows: marks of headings, type, links, quotes and boxes are none of them, nor are the
tags of HTML, what a site's generator keeps above the text (title: …, date: …), and an editor's note there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...grammar.pattern import Pattern
from ...language.marks import MASKED
from ...language.script import fold_forms, simplify, squeeze
from ...language.titles import ends_as_notice, names_plan
from ...model.source import Block, Line, Paragraph, Table

_RULE = Pattern(r"^(?=[^\n]*---)[ :|-]+$", re.M)  # the rule beneath a table's header
_MARKED = Pattern(
    r"^(?:#{1,6} +\S|(?:[\d一二三四五六七八九十]{1,3}[.、] ?)?\*\*[^*\s][^*\n]{0,200}(?:\n[^*\n]{1,200})?\*\*)", re.M
)
_MARKS = Pattern(
    r"^#{1,6}(?: +|$)|^(?:> ?)+|^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$|\*\*(?=[^*\n]{1,200}(?:\n[^*\n]{1,200})?\*\*)"
    r"|(?<=[^*\s])\*\*",
    re.M,
)  # a heading, a quotation, a rule, bold type
_ESCAPED = Pattern(r"\\([!-/:-@\[-`{-~])", needs=("\\",))  # CommonMark 2.4: 3\., 5\~10, a\|b are no marks
_ASIDE = 0x10FF00  # where escaped characters stand until the marks are gone: private use, plane 16
_KEPT = Pattern(f"[{chr(_ASIDE + ord('!'))}-{chr(_ASIDE + ord('~'))}]")
WRITTEN_BAR = chr(_ASIDE + ord("|"))  # a bar within a cell, until the cells are parted
_LINK = Pattern(r"(!?)\[([^\[\]\n]{0,200})\]\([^()\s]{0,500}(?: +\"[^\"\n]{0,200}\")?\)", needs=("](",))
_BOX = Pattern(r"^([ \t]*[-*+] )\[[ xX]\] +", re.M)
# Tags between which words stand (CommonMark 6.6), but for line breaks, which part the lines of a cell.
_TAG = Pattern(
    r"</?(?!br\b)[A-Za-z][A-Za-z\d-]{0,20}(?:\s[^<>]{0,600})?/?>|<!--(?:[^-]|-(?!->)){0,2000}-->", needs=("<",)
)
_UNSHOWN = Pattern(r"<(style|script)\b[^<>]{0,200}>.*?</\1>", re.S | re.I, needs=("<",))  # CommonMark 4.6: no words
_BROKEN_LINE = Pattern(
    r"^[^|\n]*<br *\/?>[^|\n]*$", re.M | re.I, needs=("<",)
)  # in a table's cell it parts lines, elsewhere it ends one
_LINE_BREAK = Pattern(r"[ \t]*<br */?>[ \t]*", re.I)
_FENCE = "---"  # above and below what the generators of sites read (Jekyll, Hexo, VuePress)
_DATUM = Pattern(r"[\w㐀-鿿-]{1,24} *[:：].*|- .*|[ \t]+\S.*|\s*")  # a name and its value, or more of it
_TITLE = Pattern(r"(?:title|标题) *[:：] *[\"'“]?(.*?)[\"'”]?\s*$")
_HEADING = Pattern(r"^# +(.+?) *#*\r?$", re.M)  # of the first level
_MOST_DATA = 60  # lines of them
_STRUCK = Pattern(r"~~(?=\S)([^~\n]{1,300})~~", needs=("~~",))


def is_markdown(text: str) -> bool:
    """Whether a text has the marks of Markdown; asterisks that mask a name (张**) are none."""
    return 2 * MASKED not in text and (
        ("|" in text and _RULE.search(text) is not None) or _MARKED.search(text) is not None
    )


def is_marked(line: str) -> bool:
    """Whether a line is a heading, or begins with bold type, by Markdown's marks."""
    return _MARKED.match(line) is not None


def above_text(text: str) -> tuple[str, list[Paragraph]]:
    """The text with the lines emptied that a site's generator reads (between two rules at its begin), and the quotation between them
    and the first heading, an editor's note; and these lines as left out. A title that names a document and stands there only stays."""
    lines = text.split("\n", _MOST_DATA)
    if lines[0].rstrip() != _FENCE:
        return text, []
    end = next((at for at, line in enumerate(lines[1:_MOST_DATA], 1) if line.rstrip() == _FENCE), 0)
    if not end or not all(map(_DATUM.fullmatch, (line.rstrip("\r") for line in lines[1:end]))):
        return text, []
    above = [*range(end + 1), *_note(lines, end + 1)]
    kept = next((at for at in above[1:] if _is_only_title(lines[at], text)), None)
    found = []
    for at in above:
        if bare := squeeze(lines[at]):
            if at != kept:
                found.append(Paragraph(simplify(fold_forms(bare)), [Line(lines[at], number=at + 1)], [0], "web-frame"))
            match = _TITLE.match(lines[at])
            lines[at] = match[1] if match and at == kept else ""
    return "\n".join(lines), found


def _note(lines: Sequence[str], start: int) -> range:
    """The lines of a quotation that stands alone between the start and the first heading."""
    end = next((at for at in range(start, len(lines)) if lines[at].startswith("#")), start)
    spoken = [line for line in lines[start:end] if line.strip()]
    return range(start, end) if spoken and all(line.startswith(">") for line in spoken) else range(0)


def _is_only_title(line: str, text: str) -> bool:
    """Whether a line gives the title of a plan or notice that the text does not have on another line, nor another as its heading."""
    match = _TITLE.match(line)
    title = match[1] if match else ""
    if not _names_document(title) or text.count(title) > 1:
        return False
    heading = _HEADING.search(text)
    return heading is None or not _names_document(heading[1])


def _names_document(title: str) -> bool:
    return names_plan(title) or ends_as_notice(title)


def shown(text: str) -> tuple[str, list[str]]:
    """The text without its marks, and the words that are struck out in it. Of a link its words stay, of a picture nothing; what is
    escaped is a word, a bar a `WRITTEN_BAR` until `with_bars`."""
    struck: list[str] = []

    def strike(match: re.Match[str]) -> str:
        struck.append(match[1])
        return ""

    text = _ESCAPED.sub(lambda match: chr(_ASIDE + ord(match[1])), text)
    for unseen in (_UNSHOWN, _TAG):
        text = unseen.sub(lambda tag: "\n" * tag[0].count("\n"), text)
    text = _BROKEN_LINE.sub(_parted, text)
    text = _STRUCK.sub(strike, text)
    text = _LINK.sub(lambda match: "" if match[1] else match[2], text)
    return _literal(_MARKS.sub("", _BOX.sub(r"\1", text))), [_literal(each) for each in struck]


def _parted(line: re.Match[str]) -> str:
    """The lines that a line of text outside of tables has by the breaks in it; one at its begin, or behind its marks, or at its end ends none."""
    head, *rest = _LINE_BREAK.split(line[0])
    lines = [f"{head} {rest.pop(0)}"] if rest and not _MARKS.sub("", head) else [head]
    return "\n".join([*lines, *filter(None, rest)])


def _literal(text: str) -> str:
    """Escaped characters as they are meant, but for a bar."""
    return _KEPT.sub(lambda match: match[0] if match[0] == WRITTEN_BAR else chr(ord(match[0]) - _ASIDE), text)


def with_bars(blocks: Sequence[Block]) -> None:
    """Puts escaped bars back once the cells are parted."""
    for block in blocks:
        lines = [block] if isinstance(block, Line) else []
        if isinstance(block, Table):
            lines = [line for cell in block.cells() for line in cell.lines]
        for line in lines:
            line.text = line.text.replace(WRITTEN_BAR, "|")
