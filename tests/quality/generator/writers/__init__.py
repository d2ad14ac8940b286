"""Writers: from a printed bulletin to the bytes of a file. A writer is a class of switches; its options are drawn.

A new kind of file is one module with such a class and a line in `WRITERS`.
"""

from __future__ import annotations

from random import Random
from typing import Protocol

from ..capacity import Can
from ..printed import Printed
from ..tree import Tags
from .docx import DocxWriter
from .pdf import PdfWriter
from .text import TextWriter


class Writer(Protocol):
    """What a writer is: switches in fields, and these three."""

    ending: str

    @classmethod
    def drawn(cls, rng: Random) -> Writer: ...

    def can(self) -> Can: ...

    def tags(self) -> Tags: ...

    def write(self, printed: Printed) -> bytes: ...


WRITERS: dict[str, type[Writer]] = {"text": TextWriter, "docx": DocxWriter, "pdf": PdfWriter}
