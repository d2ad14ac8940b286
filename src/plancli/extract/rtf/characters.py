"""The characters of an RTF document: those of groups that are shown, each in the code page of its font."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from ...errors import TooLarge
from ...model.settings import Limits
from ...model.source import Block
from .flow import Flow
from .tokens import CHARSETS, RtfToken

_DEEPEST = 500
_SKIPPED = frozenset((
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "headerl", "headerr",
    "headerf", "footerl", "footerr", "footerf", "footnote", "annotation", "atnid", "atnauthor", "fldinst",
    "listtable", "listoverridetable", "rsidtbl", "generator", "themedata", "colorschememapping", "datastore",
    "latentstyles", "xmlnstbl", "mmathPr", "shpinst", "nonshppict", "pntxta", "pntxtb", "pnseclvl", "filetbl",
    "revtbl", "userprops", "xmlopen", "xmlclose", "bkmkstart", "bkmkend", "result", "upr", "private", "passwordhash",
    "protusertbl", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc",
))  # fmt: skip
_READ = frozenset(
    ("listtext", "pntext", "shptxt", "fldrslt", "shprslt")
)  # destinations whose text is read, though marked as ones to skip
_CHARACTERS = {
    "tab": "\t", "line": "\n", "page": "\n", "column": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_SYMBOLS = {"~": "\xa0", "-": "", "_": "-", "{": "{", "}": "}", "\\": "\\", "\n": "\n", "\r": "\n"}


@dataclass(slots=True)
class _State:
    """What holds within a group."""

    skipped: bool = False
    hidden: bool = False
    struck: bool = False
    bold: bool = False
    font: int = -1
    unicode_bytes: int = 1
    label: bool = False
    fonts: bool = False


class Reader:
    """Takes token by token; groups are a stack of states. `white`: the numbers of white in the table of colours."""

    def __init__(self, limits: Limits, white: Collection[int] = ()) -> None:
        self._flow = Flow(limits, white)
        self._state = _State()
        self._stack: list[_State] = []
        self._star = False  # the group's destination may be skipped
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font_named = -1
        self._default_font = 0
        self._skip = 0  # characters that stand for the \\u before them
        self._bytes = bytearray()
        self.hidden: list[str] = []
        self.closed = False

    def take(self, token: RtfToken) -> None:
        """One token more."""
        kind = token.kind
        if kind == "byte":
            if self._skip:
                self._skip -= 1
            else:
                self._bytes += token.data
            return
        if kind == "text":
            data = token.data
            if self._skip:
                data, self._skip = data[self._skip :], max(0, self._skip - len(data))
            self._bytes += data
            return
        self._flush_bytes()
        if kind == "open":
            if len(self._stack) >= _DEEPEST:
                raise TooLarge("the document nests its groups more than {most} deep", most=_DEEPEST)
            self._stack.append(replace(self._state))
            self._star = False
        elif kind == "close":
            self._skip = 0
            if self._stack:
                self._state = self._stack.pop()
            self.closed = not self._stack
        elif kind == "symbol":
            self._symbol(token.word)
        else:
            self._word(token.word, token.number)

    def _symbol(self, sign: str) -> None:
        if sign == "*":
            self._star = True
        elif self._skip:
            self._skip -= 1
        elif sign in ("\n", "\r"):
            self._word("par", None)
        else:
            self._add(_SYMBOLS.get(sign, ""))

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        star, self._star = self._star, False
        if word in _SKIPPED or (star and word not in _READ):
            state.skipped = word != "fonttbl" or star
            state.fonts = word == "fonttbl"
            if state.fonts:
                state.skipped = True
            return
        if word in ("listtext", "pntext"):
            state.label = True
        elif word == "u" and number is not None:
            self._add(chr(number + 65536 if number < 0 else number) if -32768 <= number <= 65535 else "")
            self._skip = state.unicode_bytes
        elif word == "uc":
            state.unicode_bytes = max(0, number or 0)
        elif word == "ansicpg" and number:
            self._codec = "gb18030" if number == 936 else f"cp{number}"
        elif word == "f" and number is not None:
            if state.fonts:
                self._font_named = number
            state.font = number
        elif word == "deff" and number is not None:
            self._default_font = number
        elif word == "fcharset" and state.fonts and number in CHARSETS:
            self._fonts[self._font_named] = CHARSETS[number]
        elif word in _CHARACTERS:
            self._add(_CHARACTERS[word])
        elif word == "plain":
            state.bold = state.hidden = state.struck = False
        elif word == "b":
            state.bold = number != 0
        elif word in ("v", "deleted"):
            state.hidden = number != 0
        elif word in ("strike", "striked"):  # it holds no longer
            state.struck = number != 0
        elif not state.skipped:
            self._flow.take(word, number)

    def _flush_bytes(self) -> None:
        if not self._bytes:
            return
        data, self._bytes = bytes(self._bytes), bytearray()
        if self._state.skipped:
            return
        font = self._state.font if self._state.font >= 0 else self._default_font
        codec = self._fonts.get(font, self._codec)
        if codec in ("cp1252", "symbol") and self._codec != "cp1252" and max(data) > 127:
            codec = self._codec  # a Latin font over bytes of the document's own code page
        try:
            self._add(data.decode("cp1252" if codec == "symbol" else codec, "replace"))
        except LookupError:
            self._add(data.decode("gb18030", "replace"))

    def _add(self, text: str) -> None:
        state = self._state
        if state.skipped or not text:
            return
        if state.hidden or state.struck:
            self.hidden.append(text)
            return
        self._flow.add(text, bold=state.bold, label=state.label)

    def finish(self) -> list[Block]:
        """The blocks, when there are no more tokens."""
        self._flush_bytes()
        return self._flow.finish()
