"""Which extractors to try on which kind of file, in order, with a record of each attempt."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from ..errors import Corrupt, Empty, GarbledText, InputError, MissingExtra, NeedsOcr, NoTextLayer, TooLarge, Unsupported
from ..language.lexicon.in_force import in_force
from ..messages import Message
from ..model.settings import Settings
from ..model.source import ReaderAttempt, Source
from ..version import __version__
from .filled_cells import mark_filled
from .markdown_left import unmark
from .sniff import Kind, sniff

ReadFunction = Callable[..., Source]

# kind → where its extractor lives; loaded when a file of that kind comes along.
_EXTRACTORS = {
    "pdf": ("plancli.extract.pdf", "extract_pdf"),
    "pdfplumber": ("plancli.extract.pdf.second", "extract_again"),
    "docx": ("plancli.extract.docx", "extract_docx"),
    "xlsx": ("plancli.extract.spreadsheet", "extract_xlsx"),
    "xls": ("plancli.extract.spreadsheet", "extract_xls"),
    "xml-spreadsheet": ("plancli.extract.spreadsheet", "extract_xml_spreadsheet"),
    "doc": ("plancli.extract.doc", "extract_doc"),
    "flat-opc": ("plancli.extract.docx.flat_opc", "extract_flat_opc"),
    "libreoffice": ("plancli.extract.office", "extract_by_libreoffice"),
    "rtf": ("plancli.extract.rtf", "extract_rtf"),
    "odt": ("plancli.extract.odt", "extract_odt"),
    "csv": ("plancli.extract.spreadsheet", "extract_csv"),
    "ods": ("plancli.extract.spreadsheet", "extract_ods"),
    "picture": ("plancli.extract.scan", "extract_picture"),
    "scanned-pdf": ("plancli.extract.scan", "extract_scanned_pdf"),
    "ofd": ("plancli.extract.ofd", "extract_ofd"),
    "html": ("plancli.extract.html", "extract_html"),
    "mhtml": ("plancli.extract.mail", "extract_mhtml"),
    "text": ("plancli.extract.text.reader", "extract_text"),
}
# Whose lines may be cells that somebody has pasted or written without a table: paragraphs, lines of pages.
_OF_LINES = {"pdf", "pdfplumber", "ofd", "docx", "flat-opc", "doc", "rtf", "odt", "libreoffice", "html", "mhtml"}
_BY_OCR = {"picture", "scanned-pdf"}
_LIBRARIES = {
    "picture": "rapidocr",
    "scanned-pdf": "rapidocr",
    "pdf": "pypdfium2",
    "pdfplumber": "pdfplumber",
    "html": "lxml",
    "mhtml": "lxml",
    "xls": "xlrd",
    "doc": "olefile",
}  # those that the text of a file depends on; without one, on plancli alone
_FOR_ALL = ("charset-normalizer", "jieba", "lxml", "opencc")  # on which a result may depend whoever read the file


def extract(data: bytes, *, settings: Settings) -> Source:
    """The bytes of one file → `Source`, its kind told by content.

    `Source.attempts` names each extractor that was tried and what came of it, last the one that gave the text, with its
    version. Raises an `errors.InputError`, or `MissingExtra` where it takes OCR and that is not installed.
    """
    if not data:
        raise Empty("the file has no bytes")
    if len(data) > settings.limits.file_bytes:
        raise TooLarge(
            "the file has {count:,} bytes, more than the {most:,} allowed",
            count=len(data),
            most=settings.limits.file_bytes,
        )
    kind = sniff(data)
    attempts: list[ReaderAttempt] = []
    failure: InputError | None = None
    for name in _wanted(kind, settings):
        if _reads_no_better(name, failure):
            continue
        try:
            source = _read(name, data, settings)
        except InputError as error:
            attempts.append(ReaderAttempt(name, f"{error.code}: {error.what}"))
            failure = failure or error
            if not isinstance(error, Corrupt | Unsupported | NoTextLayer | GarbledText):
                break  # the kind was right, and the file says what is wrong with it
        else:
            _note_attempts(source, name, attempts, failure)
            return source
    failure = failure or kind.error()
    if isinstance(failure, NoTextLayer | Unsupported) and _lacks_ocr(kind, settings):
        lacking = NeedsOcr if isinstance(failure, Unsupported) else MissingExtra
        raise lacking("{what}, and OCR is not installed", failure.remedy, what=failure.what) from failure
    raise failure


def _reads_no_better(name: str, failure: InputError | None) -> bool:
    """Whether an extractor is not tried, for what came of one before it: no other finds text where there is none, and what is
    broken shows no pages."""
    if name in _BY_OCR:
        return not isinstance(failure, NoTextLayer | GarbledText | None)
    return isinstance(failure, NoTextLayer)


def _read(name: str, data: bytes, settings: Settings) -> Source:
    """What one extractor gives. Raises an `errors.InputError`."""
    with in_force(settings.lexicon):
        source = _load(name)(data, settings=settings)
        mark_filled(source)
        if name in _OF_LINES:
            from .text.among_lines import read_tables_among_lines

            read_tables_among_lines(source)
        if name != "text":
            unmark(source)
    return source


def _note_attempts(source: Source, name: str, before: list[ReaderAttempt], failure: InputError | None) -> None:
    """Note in what was read which extractor gave it, its version, and what came of those before."""
    if isinstance(failure, GarbledText) and name in _BY_OCR:
        told = Message("{what}; what the pages show was read instead", what=failure.what)
        source.notes.insert(0, ("garbled-characters", told, None))
    if not source.attempts:
        source.attempts.append(ReaderAttempt(name, "ok"))
    source.attempts[:0] = before
    source.attempts[-1].version = _version(name)


def _wanted(kind: Kind, settings: Settings) -> tuple[str, ...]:
    """The extractors to try: those that take OCR where it is wanted and, unless it is asked for, installed."""
    if not _BY_OCR & set(kind.extractors):
        return kind.extractors
    if settings.ocr == "always":
        return tuple(name for name in kind.extractors if name in _BY_OCR)
    from .scan import is_installed

    wanted = settings.ocr == "auto" and is_installed()
    return tuple(name for name in kind.extractors if wanted or name not in _BY_OCR)


def _lacks_ocr(kind: Kind, settings: Settings) -> bool:
    """Whether the file would be read by OCR if only that were installed."""
    from .scan import is_installed

    return settings.ocr == "auto" and bool(_BY_OCR & set(kind.extractors)) and not is_installed()


def _load(name: str) -> ReadFunction:
    module, function = _EXTRACTORS[name]
    extractor: ReadFunction = getattr(import_module(module), function)
    return extractor


def readers() -> dict[str, str]:
    """The libraries and programs that a result depends on, with their versions; those that are not installed read nothing."""
    from importlib import metadata

    from .office import edition

    found = {"libreoffice": edition()}
    for library in sorted({*_LIBRARIES.values(), *_FOR_ALL}):
        try:
            found[library] = metadata.version(library)
        except metadata.PackageNotFoundError:
            found[library] = ""
    return found


@cache
def _version(extractor: str) -> str:
    library = _LIBRARIES.get(extractor)
    if library is None:
        return f"plancli {__version__}"
    from importlib import metadata  # it loads `email`, which takes as long as to read a page

    return f"{library} {metadata.version(library)}"
