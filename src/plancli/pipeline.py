"""The five stages in order; start reading here.

    bytes ─► extract ─► clean ─► segment ─► annotate ─► Bulletin ─► export ─► bytes

What a person corrected in a file is applied to its bulletin in the end.

`extract` may raise input errors; `clean`, `segment` and `annotate` are total: on any text they return a result and
diagnostics.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial

from .annotate import annotate
from .clean import clean
from .errors import InputError, SeveralBulletins, Unsupported
from .extract import Member, extract, is_container, listed, members_of, portion, sniff
from .isolation import isolated
from .language.lexicon.in_force import in_force
from .messages import recognised
from .model.bulletin import Bulletin
from .model.settings import Limits, Settings
from .segment import segment

Log = Callable[[str, float, list[str]], None]
Stages = list[tuple[str, float, list[str]]]  # each stage that has ended, the seconds that it took, what was tried


def _silent(stage: str, seconds: float, attempts: list[str]) -> None:
    """Says nothing."""


def parse_bytes(data: bytes, *, name: str, settings: Settings | None = None, log: Log = _silent) -> Bulletin:
    """Bytes of one file and the name it goes by → its bulletin.

    It is read in the process that `isolation` says. `log` is told the stages, their seconds, and what the extractors tried.
    Raises an `errors.InputError` where the file cannot be read, `SeveralBulletins` for an archive or a mail with several
    files; never on account of what the text says.
    """
    bulletin, stages = isolated(name, _read, data, name, settings or Settings())
    for stage in stages:
        log(*stage)
    return bulletin


def _read(data: bytes, name: str, settings: Settings) -> tuple[Bulletin, Stages]:
    stages: Stages = []
    with _collector_paused():
        try:
            return _stages(data, name, settings, stages), stages
        except SeveralBulletins:
            alone = [member for member in members_of(data, settings.limits) or () if not member.aside]
            if len(alone) != 1:
                raise
            return _stages(alone[0].read(), f"{name}/{alone[0].name}", settings, stages), stages


def _stages(data: bytes, name: str, settings: Settings, ended: Stages) -> Bulletin:
    began = time.perf_counter()

    def end(stage: str, attempts: Iterable[str] = ()) -> None:
        nonlocal began
        now = time.perf_counter()
        ended.append((stage, now - began, list(attempts)))
        began = now

    source = extract(data, settings=settings)
    end("extract", (f"{attempt.extractor}: {attempt.outcome}" for attempt in source.attempts))
    source = clean(source, settings=settings)
    end("clean")
    draft = segment(source, settings=settings)
    end("segment")
    bulletin = annotate(draft, source=source, data=data, name=name, settings=settings)
    end("annotate")
    return presented(with_corrections(bulletin, settings), settings)


def presented(bulletin: Bulletin, settings: Settings) -> Bulletin:
    """A bulletin as it is to be shown: without persons, and with its messages in Chinese, where the settings say so."""
    if settings.no_persons:
        from .withheld import without_persons

        bulletin = without_persons(bulletin)
    if settings.lang == "en" or not bulletin.diagnostics:
        return bulletin
    told = [one.model_copy(update={"message": recognised(one.message, settings.lang)}) for one in bulletin.diagnostics]
    return bulletin.model_copy(update={"diagnostics": tuple(told)})


def with_corrections(bulletin: Bulletin, settings: Settings) -> Bulletin:
    """A bulletin with what the settings hold of corrections for its file; itself where they hold none."""
    lines = settings.corrections.get(bulletin.source.sha256)
    if not lines:
        return bulletin
    from .corrections import corrected

    with in_force(settings.lexicon):
        return corrected(bulletin, lines, settings.aliases)


def members(data: bytes, name: str, limits: Limits) -> list[Member] | None:
    """The files in the bytes of an archive or a mail, by name; None where they are none. They are listed and unpacked in the process
    that `isolation` says, some at a time. Raises an `InputError`, as does reading one of them."""
    if not is_container(sniff(data)):
        return None
    held: dict[int, bytes | InputError] = {}

    def read(place: int) -> bytes:
        if place not in held:
            held.clear()
            held.update(enumerate(isolated(name, portion, data, limits, place), place))
        found = held.pop(place)
        if isinstance(found, InputError):
            raise found
        return found

    return [
        Member(path, partial(read, place), aside)
        for place, (path, aside) in enumerate(isolated(name, listed, data, limits))
    ]


def parse_members(
    data: bytes, *, name: str, settings: Settings | None = None, log: Log = _silent, passed_over: Log = _silent
) -> Iterator[Bulletin]:
    """Bytes of one file → its bulletin, or one for each file in an archive or a mail (`a.zip/b.docx`).

    Members of kinds that are not read are told to `passed_over`. Raises an `errors.InputError`, at the member that cannot be
    read; `Unsupported` where no member can.
    """
    settings = settings or Settings()
    held = members(data, name, settings.limits)
    if held is None:
        yield parse_bytes(data, name=name, settings=settings, log=log)
        return
    found = False
    for member in sorted(held, key=lambda member: member.aside):
        try:
            bulletin = parse_bytes(member.read(), name=f"{name}/{member.name}", settings=settings, log=log)
        except Unsupported as error:
            passed_over(f"{name}/{member.name}", 0.0, [str(error)])
            continue
        if member.aside and found and not any(plan.tasks for plan in bulletin.plans):
            continue  # the words that a mail sends its attachments with
        found = True
        yield bulletin
    if not found:
        raise Unsupported(
            "it holds no file that plancli reads", "Unpack it and save what is in it as DOCX, PDF or TXT."
        )


@contextmanager
def _collector_paused() -> Iterator[None]:
    """The stages build many small objects that live to the end: looking for cycles among them meanwhile costs a seventh
    of the time and finds nothing."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
