"""`plancli view`: one HTML file to check a result by, the source beside the tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from .. import messages
from ..errors import InputError, MissingExtra
from ..isolation import isolated
from ..messages import Message
from . import inputs, options, output
from .console import printable, tell_unplaced, voice
from .failure import Tally

if TYPE_CHECKING:
    from ..export.page.told import Original
    from ..model.bulletin import Bulletin
    from ..model.settings import Settings
    from ..model.source import Source


class Pictures(StrEnum):
    """What `--pictures` takes."""

    AUTO = "auto"
    NEVER = "never"


def view(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="Bulletins, results (JSON, JSON Lines), folders of a batch.")
    ],
    out: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="The page, an HTML file; - is stdout.")],
    pictures: Annotated[
        Pictures, typer.Option("--pictures", help="Pages of PDFs and scans as pictures, or their text.")
    ] = Pictures.AUTO,
    files: Annotated[
        list[Path] | None,
        typer.Option("--files", metavar="DIR", help="Where the files behind results lie: what batch read. Repeatable."),
    ] = None,
    year: options.Year = None,
    password: options.Password = None,
    ocr: options.Scans = None,
    limit: options.Limit = None,
    corrections: options.Corrections = None,
    no_persons: options.NoPersons = None,
    config: options.Config = None,
    quiet: options.Quiet = None,
    verbose: options.Verbose = 0,
    traceback: options.Traceback = None,
) -> None:
    """Write a page to check by: the source on the left, the tasks on the right, doubts first.

    The page is one file that loads nothing from anywhere.
    """
    from ..export.page import render, told
    from ..query.occurrences import due_days
    from .configuration import begin

    said = {"year": year, "password": password, "ocr": ocr and ocr.value, "limit": limit}
    chosen = begin(
        {**said, "corrections": corrections, "no_persons": no_persons, "quiet": quiet, "traceback": traceback},
        config,
        verbose=verbose,
    )
    target = output.target_of(out)
    sources = inputs.expand(sources)
    output.check(target, sources)
    tally = Tally()
    drawn = pictures is Pictures.AUTO
    found = [
        each for source in sources for each in _with_originals(source, files or (), chosen.settings, tally, drawn=drawn)
    ]
    if found:
        page = told([bulletin for bulletin, _ in found], [original for _, original in found], due_days)
        persons = not chosen.settings.no_persons  # corrections name them, too
        lines = [line for held_lines in chosen.settings.corrections.values() for line in held_lines if persons]
        output.put(target, render(page, messages.language(), lines))
        doubtful = sum(bool(card.doubts) for card in page.cards)
        voice.say(
            Message(
                "plancli: {file}: tasks {tasks}, with doubts {doubts}",
                file=printable(out),
                tasks=len(page.cards),
                doubts=doubtful,
            )
        )
    raise typer.Exit(tally.result(strict=False))


def _with_originals(
    source: str, files: Sequence[Path], settings: Settings, tally: Tally, *, drawn: bool
) -> Iterator[tuple[Bulletin, Original]]:
    """The bulletins of a SOURCE, each with the file behind it, which lies in one of `files`, here, or beside the SOURCE."""
    from ..query.sources import bulletins

    path = Path(source)
    folders = (*files, Path(), path if path.is_dir() else path.parent)
    for bulletin in tally.attempt(source, lambda: list(bulletins(path, settings))) or ():
        tell_unplaced(bulletin)
        yield bulletin, _original(bulletin, folders, settings, drawn=drawn)


def _original(bulletin: Bulletin, folders: Iterable[Path], settings: Settings, *, drawn: bool) -> Original:
    """The file behind a bulletin, in one of the folders, with pictures of its pages where it has some, else as text."""
    from ..export.page.told import Absent, Original
    from ..query.originals import original

    if settings.no_persons:
        return Original(absent="withheld")
    data = original(bulletin.source, folders, settings.limits)
    if isinstance(data, str):
        voice.say(
            Message(
                "plancli: {file}: {what}; the page shows the text that was read",
                file=printable(bulletin.source.path),
                what=Message(_ABSENT[data]),
            )
        )
        return Original(absent=cast("Absent", data))
    absent: Absent | None = None
    if bulletin.source.media_type == "application/pdf" or bulletin.source.media_type.startswith("image/"):
        absent = "never"
        if drawn:
            from .pictures import pictures

            if found := pictures(data, settings.password):
                return Original(pictures=found)
            absent = "undrawn"
    return Original(_text(bulletin.source.path, data, settings), absent=absent)


_ABSENT = {"not-found": "the file is not there (--files names its folder)", "changed": "the file has changed since"}


def _text(name: str, data: bytes, settings: Settings) -> Source | None:
    """The blocks of a file, read under the guards of all reading, or None where it cannot be read in this run."""
    try:
        return isolated(name, _blocks, data, settings)
    except (InputError, MissingExtra):
        return None


def _blocks(data: bytes, settings: Settings) -> Source:
    from ..clean import clean
    from ..extract import extract

    return clean(extract(data, settings=settings), settings=settings)
