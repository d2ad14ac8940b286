"""What the caller may set: one frozen value that the pipeline hands to the stages that need it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from .record import Record

YearFrom = Literal["option", "environment", "configuration"]


YEARS = range(1949, 2101)  # of plans


@dataclass(frozen=True)  # without slots: it goes to worker processes with every file, and is pickled so in less time
class Limits:
    """Bounds checked before and while a file is read; sizes in bytes."""

    file_bytes: int = 200 * 1024 * 1024
    text_bytes: int = 32 * 1024 * 1024  # of a TXT file: a hundred books
    pages: int = 6000
    zip_entries: int = 10_000
    unpacked_bytes: int = 1024 * 1024 * 1024
    zip_ratio: int = 200
    xml_depth: int = 200
    table_cells: int = 500_000
    page_images: int = 10_000


@dataclass(frozen=True, eq=False, repr=False)
class Settings(Record):
    """`year` is the last resort where a document names none, `year_from` who says it; `lexicon` extends the word lists by their TOML keys
    (`headers.departments = [...]`); `calendar` the school calendar and holidays (`[calendar.2024] summer = [...]`);
    `ocr` whether pages that are pictures are read by OCR: where the extra is installed, at any rate, never;
    `aliases` other names of bodies → those that they are counted under; `corrections` the digest of a file → what a person
    corrected in it, a line of JSON each; `no_persons` leaves leaders, persons to ask and telephone numbers out; `lang` is the language of
    the messages in the result."""

    year: int | None = None
    year_from: YearFrom = "option"
    password: str | None = None
    lexicon: Mapping[str, Any] = field(default_factory=dict)
    calendar: Mapping[str, Any] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    ocr: Literal["auto", "always", "never"] = "auto"
    aliases: Mapping[str, str] = field(default_factory=dict)
    corrections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    no_persons: bool = False
    lang: Literal["zh", "en"] = "en"
