"""Lines to paragraphs: one paragraph is one paragraph again, across lines and pages, never across a number label."""

from __future__ import annotations

from ..language.script import joint, simplify
from ..language.symbols import with_bullet
from ..model.source import Line, Paragraph
from .edges import Areas
from .growing_paragraph import GrowingParagraph
from .paragraphs import judge
from .parted_names import squeeze_between_names


def paragraphs(lines: list[Line], reasons: dict[int, str], areas: Areas) -> list[Paragraph]:
    """Lines in document order (empty ones count as gaps) → paragraphs; furniture, by `id(line)` in `reasons`, becomes
    paragraphs of its own, in its place. `areas` are those of the document."""
    goes_on = judge(lines, reasons, areas)
    result: list[GrowingParagraph | Paragraph] = []
    open_paragraph: GrowingParagraph | None = None
    gap = False
    for line in lines:
        text = simplify(squeeze_between_names(with_bullet(line.text)))
        if not text:
            gap = gap or not line.text.strip()
            continue
        reason = reasons.get(id(line))
        if reason is not None:
            result.append(Paragraph(text, [line], [0], reason))
            continue
        if open_paragraph is not None and goes_on(open_paragraph.lines[-1], line, open_paragraph, text, gap):
            open_paragraph.add(text, joint(open_paragraph.last, text[0]))
            open_paragraph.lines.append(line)
        else:
            open_paragraph = GrowingParagraph(text, [line])
            open_paragraph.add(text, "")
            result.append(open_paragraph)
        gap = False
    return [
        one if isinstance(one, Paragraph) else Paragraph("".join(one.pieces), one.lines, one.offsets) for one in result
    ]
