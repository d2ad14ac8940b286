"""What a line of a corrections file may say. Closed and strict: what is not meant here is refused."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from ..model.bulletin import Role, TimeKind
from ..model.settings import YEARS

_SEEN = r"[^\x00-\x08\x0b-\x1f\x7f]"  # no control character save the line feed and the tab
_INK = r"[^\s\x00-\x1f\x7f]"
_Line = Annotated[str, Field(pattern=rf"^{_SEEN}*{_INK}{_SEEN}*$", max_length=4_000)]
_Name = Annotated[str, Field(pattern=rf"^[^\x00-\x1f\x7f]*{_INK}[^\x00-\x1f\x7f]*$", max_length=400)]
_Text = Annotated[str, Field(pattern=rf"^{_SEEN}*$", max_length=200_000)]
_Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Day = Annotated[datetime.date, Field(strict=False)]  # text in JSON
_MOST = 500  # values of a task, parts of a split


class _Closed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Place(_Closed):
    """Where the task stood; as `location` of the contract, without boxes."""

    page: int | None = None
    table: int | None = None
    row: int | None = None
    paragraph: int | None = None
    sheet: str | None = Field(default=None, max_length=4_000)
    cell: str | None = Field(default=None, max_length=20)


class Anchor(_Closed):
    """The task that is meant: its words as plancli read them, and its place."""

    title: _Text
    text: _Text = ""
    number: str = Field(default="", max_length=4_000)
    plan: str = Field(default="", max_length=4_000)
    place: Place = Place()


class Body(_Closed):
    """A body or a person."""

    name: _Name
    role: Role


class Time(_Closed):
    """When: the words, and what they mean. Without a kind the words are read as in a document."""

    raw: _Name
    kind: TimeKind | None = None
    start: _Day | None = None
    end: _Day | None = None

    @model_validator(mode="after")
    def _days(self) -> Time:
        for day in (self.start, self.end):
            if day is not None and day.year not in YEARS:
                raise ValueError(f"{day} is out of {YEARS[0]}–{YEARS[-1]}")
        if self.start is not None and self.end is not None and self.start > self.end:
            raise ValueError(f"{self.start} is after {self.end}")
        if self.kind == "conditional" and (self.start or self.end):
            raise ValueError("what waits for an event has no days")
        if self.kind in (None, "recurring") and (self.start or self.end):
            raise ValueError("days need a kind: period, deadline or ongoing")
        return self


class Fields(_Closed):
    """The fields of a task that are given anew; what is absent stays."""

    number: str | None = Field(default=None, pattern=r"^([0-9]+(\.[0-9]+)*)?$", max_length=100)
    title: _Line | None = None
    text: _Text | None = None
    remarks: _Text | None = None
    departments: Annotated[tuple[Body, ...], Field(max_length=_MOST, strict=False)] | None = None
    leaders: Annotated[tuple[Body, ...], Field(max_length=_MOST, strict=False)] | None = None
    time_nodes: Annotated[tuple[Time, ...], Field(max_length=_MOST, strict=False)] | None = None

    @property
    def given(self) -> tuple[str, ...]:
        """The names of the fields that are there, in the order of the contract."""
        return tuple(name for name in type(self).model_fields if getattr(self, name) is not None)


class _Record(_Closed):
    sha256: _Sha256


class Set(_Record):
    """Some fields of a task are others."""

    op: Literal["set"]
    at: Anchor
    fields: Fields


class Strike(_Record):
    """It is no task."""

    op: Literal["strike"]
    at: Anchor


class Merge(_Record):
    """Tasks that are one: those of `with` become part of the first."""

    op: Literal["merge"]
    at: Anchor
    others: Annotated[tuple[Anchor, ...], Field(alias="with", min_length=1, max_length=_MOST, strict=False)]


class Split(_Record):
    """A task that is several."""

    op: Literal["split"]
    at: Anchor
    into: Annotated[tuple[Fields, ...], Field(min_length=2, max_length=_MOST, strict=False)]

    @model_validator(mode="after")
    def _titles(self) -> Split:
        if any(part.title is None for part in self.into):
            raise ValueError("each part needs a title")
        return self


class Add(_Record):
    """A task that was not found: behind another, or first of its plan."""

    op: Literal["add"]
    plan: str = Field(default="", max_length=4_000)
    after: Anchor | None = None
    fields: Fields

    @model_validator(mode="after")
    def _title(self) -> Add:
        if self.fields.title is None:
            raise ValueError("a task needs a title")
        return self


CorrectionRecord = Annotated[Set | Strike | Merge | Split | Add, Field(discriminator="op")]
RECORD: TypeAdapter[Set | Strike | Merge | Split | Add] = TypeAdapter(CorrectionRecord)
