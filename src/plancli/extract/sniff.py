"""The kind of a file by its content, never by its name: what can read it, or why nothing can and what to do."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections import Counter
from itertools import islice
from typing import NamedTuple

from ..errors import Corrupt, Encrypted, InputError, SeveralBulletins, Unsupported
from ..grammar.pattern import Pattern
from ..messages import Message

_PDF_WINDOW = 1024  # readers accept a header anywhere in the first kilobyte


class Kind(NamedTuple):
    """`extractors` to try in order; where there are none, `failure`, what the file is, and the remedy that fits it."""

    extractors: tuple[str, ...] = ()
    failure: type[InputError] = Unsupported
    what: str = ""
    remedy: str | None = None

    def error(self) -> InputError:
        """The error that says why nothing reads it."""
        return self.failure(self.what, self.remedy)


def _convert(what: str, target: str, program: str) -> Kind:
    return Kind(
        what=Message("the file is {kind}", kind=Message(what)),
        remedy=Message(
            "Save it as .{target} in {program}, or run: soffice --headless --convert-to {target} FILE",
            target=target,
            program=Message(program),
        ),
    )


def _picture(name: str) -> Kind:
    return Kind(
        ("picture",),
        what=Message("the file is a picture ({kind})", kind=name),
        remedy="It takes OCR: run pip install 'plancli[ocr]', or ocrmypdf -l chi_sim --image-dpi 300 IN OUT.pdf and parse the result.",
    )


def _archive(name: str) -> Kind:
    return Kind(what=Message("the file is a {kind} archive", kind=name), remedy="Unpack it and parse the files in it.")


# the second where the first cannot open it, or knows not its characters
PDF = Kind(("pdf", "pdfplumber", "scanned-pdf"))
PDF_OR_TEXT = Kind(("pdf", "text"))  # a PDF after some junk, or a text that speaks of one
DOCX = Kind(("docx",))
TEXT = Kind(("text",))
CSV = Kind(("csv", "text"))
HTML = Kind(("html",))
DOC = Kind(("doc", "libreoffice"))
RTF = Kind(("rtf",))
ODT = Kind(("odt",))
XLS = Kind(("xls",))
XLSX = Kind(("xlsx",))
XML_SPREADSHEET = Kind(("xml-spreadsheet",))
ODS = Kind(("ods",))
_XLSB = _convert("a binary Excel workbook (.xlsb)", "xlsx", "Excel or WPS")
_PPT = _convert("an old PowerPoint presentation (.ppt)", "pdf", "PowerPoint or WPS")
_PPTX = _convert("a PowerPoint presentation (.pptx)", "pdf", "PowerPoint or WPS")
FLAT_OPC = Kind(("flat-opc",))
WORD_2003_XML = Kind(("libreoffice",))
OFD = Kind(("ofd",))
_CAJ = Kind(what="the file is a CAJ document", remedy="Export it as PDF in CAJViewer, then parse the result.")
MHTML = Kind(("mhtml",))
ZIP = Kind(
    failure=SeveralBulletins,
    what="the file is a zip archive",
    remedy="Use plancli.parse_all, or plancli parse or batch.",
)
MAIL = Kind(
    failure=SeveralBulletins,
    what="the file is a saved mail",
    remedy="Use plancli.parse_all, or plancli parse or batch.",
)

_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"{\\rtf", RTF),
    (b"\x89PNG\r\n", _picture("PNG")),
    (b"\xff\xd8\xff", _picture("JPEG")),
    (b"GIF8", _picture("GIF")),
    (b"II*\x00", _picture("TIFF")),
    (b"MM\x00*", _picture("TIFF")),
    (b"Rar!\x1a\x07", _archive("RAR")),
    (b"7z\xbc\xaf\x27\x1c", _archive("7z")),
    (b"\x1f\x8b", _archive("gzip")),
    (b"BZh", _archive("bzip2")),
    (b"\xfd7zXZ\x00", _archive("xz")),
    (b"CAJ\x00", _CAJ),
    (b"HN\x00\x00", _CAJ),
    (b"%!PS", _convert("a PostScript document", "pdf", "its own program")),
    (b"\x7fELF", Kind(what="the file is a program")),
    (b"MZ\x90\x00", Kind(what="the file is a program")),
    (b"SQLite format 3\x00", Kind(what="the file is an SQLite database")),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (("WordDocument", DOC), ("Workbook", XLS), ("Book", XLS), ("PowerPoint Document", _PPT))
_PACKAGE_FOLDERS = (
    (b"word/", DOCX),
    (b"xl/workbook.bin", _XLSB),
    (b"xl/", XLSX),
    (b"ppt/", _PPTX),
    (b"visio/", _convert("a Visio drawing", "pdf", "Visio")),
)
_PROLOGUE = Pattern(r"\ufeff?\s*(?:<\?[^>]*>\s*|<%.*?%>\s*|<!--.*?-->\s*|<!\[[^>]*\]>\s*)*", re.DOTALL)
_MARKUP = Pattern(
    r"<(?:!doctype\s+html|html|head|body|meta|title|w:worddocument|pkg:package|(?:ss:)?workbook)\b", re.IGNORECASE
)
_FRAGMENT = Pattern(
    r"<(?:div|p|table|tbody|tr|section|article|span|font|center|ul|ol|h[1-6]|b|strong|style|link|script|br)\b",
    re.IGNORECASE,
)
_END_TAG = rb"(?i)</(?:div|p|table|tr|td|span|li|section|article|center|h[1-6])\s*>|<br\s*/?>"
_FIELDS = rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t]+[^\r\n]*\r?\n)*){2,}"
_FIELD_NAME = rb"(?m)^([A-Za-z][A-Za-z0-9-]*):"
_MAIL_FIELDS = frozenset(
    (b"from", b"to", b"subject", b"date", b"mime-version", b"content-type", b"received", b"message-id", b"return-path",
     b"delivered-to", b"snapshot-content-location", b"content-location", b"x-mailer", b"reply-to", b"content-transfer-encoding")
)  # fmt: skip
_SENT = frozenset((b"from", b"to", b"received", b"return-path", b"delivered-to"))
_END_RECORD = 22 + 65535  # bytes of an archive in which its end record begins
_CONTENT = 1 << 20  # bytes of an OpenDocument's content in which it says what it is
_NEAR = 2048  # bytes in which most mark-up begins
_HEAD = 65536  # bytes in which mark-up begins, behind what comments a word processor puts before it
_PIECES = 3  # so many elements end in a fragment


def sniff(data: bytes) -> Kind:
    """The kind of a file's bytes; total: whatever is not known is tried as text."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_kind(data)
    if data.startswith(_OLE):
        return _ole_kind(data)
    at = data.find(b"%PDF-", 0, _PDF_WINDOW)
    if at == 0:
        return PDF
    if at > 0:
        return PDF_OR_TEXT
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _picture("WebP")
    if data.startswith(b"BM") and int.from_bytes(data[2:6], "little") == len(data):
        return _picture("BMP")
    return _message_kind(data) or _markup_kind(data) or (CSV if _is_csv(data) else TEXT)


def _zip_kind(data: bytes) -> Kind:
    directory = _central_directory(data)
    if not directory:
        return Kind(failure=Corrupt, what="the file begins like a zip package (DOCX, XLSX …) but is cut short")
    directory = directory.lower().replace(b"\\", b"/")
    if b"[content_types].xml" in directory:
        for folder, kind in _PACKAGE_FOLDERS:
            if folder in directory:
                return kind
        return DOCX  # even with its parts in unusual places: its relationships will tell
    if b"ofd.xml" in directory:
        return OFD
    if b"mimetype" in directory or b"content.xml" in directory:
        return _declared_kind(data)
    return ZIP


def _central_directory(data: bytes) -> bytes:
    """The part of an archive that names its files, uncompressed; opening it is its reader's affair. It lies before the end
    record: an archive within, stored as it is, has one of its own further up."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - _END_RECORD))
    if end >= 0:
        start = end - int.from_bytes(data[end + 12 : end + 16], "little")
        if start >= 0 and data[start : start + 4] in (b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06"):
            return data[start : end + 4]
    start = data.find(b"PK\x01\x02")
    return data[start:] if start >= 0 else b""


def _declared_kind(data: bytes) -> Kind:
    """A package that says in a file of its own what it is (OpenDocument, EPUB); where that is lost, its content tells."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            said = package.open("mimetype").read(200) if "mimetype" in names else b""
            head = package.open("content.xml").read(_CONTENT) if not said.strip() and "content.xml" in names else b""
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        struct.error,
    ):
        said = data[30:200].partition(b"mimetype")[2]
        head = b""
    if said.startswith(b"application/epub"):
        return Kind(what="the file is an e-book (EPUB)", remedy="Convert it to PDF, then parse the result.")
    if said.startswith(b"application/vnd.oasis.opendocument.spreadsheet") or b"office:spreadsheet" in head:
        return ODS
    if said.startswith(b"application/vnd.oasis.opendocument.text") or b"office:text" in head:
        return ODT
    if said.startswith(b"application/vnd.oasis.opendocument"):
        return _convert("an OpenDocument file", "pdf", "LibreOffice or WPS")
    return ZIP


def _ole_kind(data: bytes) -> Kind:
    """Old Office files and encrypted new ones share one container; the names of its streams tell them apart."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Kind(failure=Encrypted, what="the file is an Office document locked with a password")
    named = [(stream, kind) for stream, kind in _OLE_STREAMS if stream.encode("utf-16-le") + b"\x00\x00" in data]
    if len({kind for _, kind in named}) > 1:  # one document within another: a Word object in a workbook
        from .doc.binary import streams_at_top

        held = streams_at_top(data)
        named = [pair for pair in named if pair[0] in held] or named
    if named:
        return named[0][1]
    return Kind(
        what="the file is an old Office document of unknown kind",
        remedy="Save it as DOCX, PDF or TXT in its own program.",
    )


def _message_kind(data: bytes) -> Kind | None:
    """Saved mails and web archives begin with header fields (RFC 5322), some of which tell them from any text."""
    head = data[:_HEAD].lstrip(b"\r\n")
    block = re.match(_FIELDS, head)
    names = {name.lower() for name in re.findall(_FIELD_NAME, block[0])} if block is not None else set()
    if block is None or len(names & _MAIL_FIELDS) < 2:
        return None
    fields = block[0].lower()
    sent = bool(
        names & _SENT
    )  # word processors and spreadsheets say no more of a page than that its parts belong together
    related = b"multipart/related" in fields and (b"text/html" in fields or b"content-location" in fields or not sent)
    page = b"snapshot-content-location" in fields or related or b"saved by" in fields
    return MHTML if page or (b"content-type: text/html" in fields and b"\nto:" not in fields) else MAIL


def _is_csv(data: bytes) -> bool:
    """Whether most rows of a text are parted by commas (or semicolons) into as many values as each other, three at least."""
    import csv

    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    head = data[:_HEAD].decode("utf-16", "ignore") if wide else data[:_HEAD].decode("latin-1")
    for sign in ",;":
        if head.count(sign) < 4:
            continue
        try:
            rows = [row for row in csv.reader(io.StringIO(head, newline=""), delimiter=sign) if row][:60]
        except csv.Error:
            continue
        most, alike = Counter(map(len, rows)).most_common(1)[0]
        if most >= 3 and alike >= 2 and alike * 2 >= len(rows):
            return True
    return False


def _markup_kind(data: bytes) -> Kind | None:
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    codec = "utf-16" if wide else "utf-8"
    opening = _opening(data[:_NEAR].decode(codec, "ignore")) or _opening(data[:_HEAD].decode(codec, "ignore"))
    if opening is None:
        return None
    name = opening[0].lower()
    if opening.re.pattern == _FRAGMENT.pattern:
        pieces = re.finditer(_END_TAG, data.replace(b"\x00", b"") if wide else data)
        return HTML if len(list(islice(pieces, _PIECES))) == _PIECES else None
    if name.endswith("workbook"):
        whole = data[:_HEAD].decode(codec, "ignore")
        return XML_SPREADSHEET if "schemas-microsoft-com:office:spreadsheet" in whole else None
    if name.endswith("package"):
        return FLAT_OPC
    return WORD_2003_XML if name.endswith("worddocument") else HTML


def _opening(head: str) -> re.Match[str] | None:
    """The name of the first element of mark-up, or of a fragment of a page; None where a head has none, or ends before it does."""
    prologue = _PROLOGUE.match(head)
    start = prologue.end() if prologue else 0
    match = _MARKUP.match(head, start) or _FRAGMENT.match(head, start)
    return match if match is not None and match.end() < len(head) else None
