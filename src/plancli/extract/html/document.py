"""The bytes of a web page → its tree of elements, without what a reader does not see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ...errors import Corrupt, Empty, TooLarge
from ...language.script import fold_forms
from ...messages import Message
from ...model.settings import Limits
from ...model.source import Note
from ..text.encoding import DOUBTFUL, decode, likelihood
from .cell_colours import CellColours
from .frames import Held, show_frames
from .generated import numbers_written
from .selectors import Selectors
from .sheet import SIMPLE, Style, declarations, simple_names, simple_selectors, style_rules

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>", re.I)
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,6})|0*([0-9]{1,7}))(?![0-9a-fA-F]);?")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")
_NEVER_SHOWN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "applet",
        "svg",
        "canvas",
        "audio",
        "video",
        "map",
        "select",
        "textarea",
        "input",
        "button",
        "rp",
        "rt",
        "datalist",
        "frameset",
        "del",
    ]
)
_STRUCK = ("s", "strike")  # what no longer holds
_TELLING = {"display", "visibility", "list-style-type", "list-style", "text-align", "white-space"}
_NOTHING: Style = {}
_STRING = etree.XPath("string()")
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_WIDER_CODECS = {"big5": "big5hkscs", "big5-hkscs": "big5hkscs", "gb2312": "gb18030", "gbk": "gb18030"}


@dataclass(slots=True)
class WebPage:
    """A page's tree; `rules` are those with simple selectors, `told` what all rules declare for an element where there are others;
    `hidden` are the words that a reader does not see, `numbers` what the style sheet counts and writes before an element,
    `colours` what is said of grounds."""

    root: etree._Element
    rules: dict[str, Style] = field(default_factory=dict)
    told: dict[etree._Element, Style] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)
    numbers: dict[etree._Element, str] = field(default_factory=dict)
    colours: CellColours = field(default_factory=CellColours)
    notes: list[Note] = field(default_factory=list)
    _styles: dict[tuple[str | None, ...], Style] = field(default_factory=dict)  # many elements are styled alike

    def style(self, element: etree._Element) -> Style:
        """What is declared for an element, by its own attribute and by rules. Not to be changed: it is that of others as well."""
        get, tag = element.get, str(element.tag)
        own = get("style")
        if self.told:
            said = self.told.get(element, _NOTHING)
            return {**said, **declarations(own)} if own else said
        key = (tag, get("class"), get("id"), own) if self.rules else (own,)
        found = self._styles.get(key)
        if found is None:
            found = self._styles[key] = {}
            for name in simple_names(element) if self.rules else ():
                found.update(self.rules.get(name, {}))
            found.update(declarations(own or ""))
        return found


def read_page(data: bytes, limits: Limits, address: str = "", held: Held | None = None) -> WebPage:
    """The bytes of a page → its tree, with the frames that are `held` with it (by its `address`). Raises `TooLarge`, `Empty` or
    `Corrupt`."""
    room = limits.text_bytes

    def parse(data: bytes) -> etree._Element:
        nonlocal room
        if (room := room - len(data)) < 0:
            raise TooLarge(
                "the page has {count:,} bytes, more than the {most:,} allowed",
                count=limits.text_bytes - room,
                most=limits.text_bytes,
            )
        return _tree(data, notes)

    notes: list[Note] = []
    root = parse(data)
    show_frames(root, address, held or (lambda said, base: None), parse)
    page = WebPage(root, notes=notes)
    sheet = list(style_rules(root))
    page.rules = _rules(sheet)
    page.colours = CellColours(sheet)
    page.told = _told(root, sheet)
    _drop_unseen(page)
    page.numbers = numbers_written(root, sheet)  # what is hidden is not counted
    return page


def _tree(data: bytes, notes: list[Note]) -> etree._Element:
    """The bytes of a page → the root of its elements; what is to be said of its encoding goes to the notes."""
    text = _text(data, notes)
    text = _REFERENCE.sub(_without_control, text).replace("\f", " ")  # a blank that a tree cannot hold
    text = _DECLARATION.sub("", _CONTROLS.sub("", text), count=1)
    if not text.strip():
        raise Empty("the page has no text")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(fold_forms(text).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise Corrupt("the page has no elements that can be read: {error}", error=error) from error
    if root is None:
        raise Corrupt("the page has no elements that can be read")
    return root


def _text(data: bytes, notes: list[Note]) -> str:
    """The text by its bytes, what the page says of its charset being one witness among others."""
    decoded = decode(data)
    if decoded.codec != "utf-8" and (said := _CHARSET.search(data[:4096])) and not data.startswith((b"\xff", b"\xfe")):
        name = said[1].decode("ascii", "replace").lower()
        codec = _WIDER_CODECS.get(name, name)
        try:
            meant = type(decoded)(data.decode(codec), codec)
        except (UnicodeDecodeError, LookupError):
            meant = None
        if meant is not None and likelihood(meant) >= likelihood(decoded):
            decoded = meant
    if decoded.replaced:
        notes.append(
            (
                "undecodable-text",
                Message(
                    "{count} place is no {codec} text and was read as \ufffd",
                    "{count} places are no {codec} text and were read as \ufffd",
                    count=decoded.replaced,
                    codec=decoded.codec,
                ),
                None,
            )
        )
    if (likely := likelihood(decoded)) < DOUBTFUL and len(decoded.text) > 50:
        message = Message(
            "the encoding ({codec}) is a guess: {share:.0%} of the characters are usual ones",
            codec=decoded.codec,
            share=max(likely, 0),
        )
        notes.append(("doubtful-encoding", message, None))
    return decoded.text


def _without_control(reference: re.Match[str]) -> str:
    """A character reference, or nothing where it stands for what no tree can hold (`&#1;`)."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return "" if code < 0x11_0000 and (chr(code) == "\f" or _CONTROLS.match(chr(code))) else reference[0]


def _rules(sheet: list[tuple[str, Style]]) -> dict[str, Style]:
    """Selector → declarations, for rules of one name, class or id; what else a style sheet says does not matter here."""
    rules: dict[str, Style] = {}
    for selectors, said in sheet:
        if not said.keys() & _TELLING:
            continue
        for selector in simple_selectors(selectors):
            rules.setdefault(selector, {}).update(said)
    return rules


def _told(root: etree._Element, sheet: list[tuple[str, Style]]) -> dict[etree._Element, Style]:
    """What all rules declare for each element; empty where simple selectors are all there is."""
    rules = [(selectors, said) for selectors, said in sheet if said.keys() & _TELLING]
    if all(SIMPLE.fullmatch(selector.strip()) for selectors, _ in rules for selector in selectors.split(",")):
        return {}
    all_rules = Selectors()
    for selectors, said in rules:
        all_rules.add(selectors, said)
    return {element: said[""] for element, _, said in all_rules.walk(root) if said and "" in said}


def _drop_unseen(page: WebPage) -> None:
    """Take out elements that are not shown; the words of hidden ones are kept aside. A page that hides most of its text
    (a script shows it) keeps it."""
    for element in list(page.root.iter(*_NEVER_SHOWN)):
        if element.tag == "input":
            _keep_tick(element)
        drop(element)
    whole = len(text_of(page.root))
    gone: set[etree._Element] = set()
    for element in list(_hidden(page)):
        above = element.getparent()
        if above is None or not gone.isdisjoint(element.iterancestors()):
            continue
        words = text_of(element)
        if len(words) * 2 > whole:
            message = Message(
                "{count} character is hidden until a script shows it; it was read",
                "{count} characters are hidden until a script shows them; they were read",
                count=len(words),
            )
            page.notes.append(("article-guessed", message, None))
            continue
        if words:
            page.hidden.append(words)
        gone.add(element)
    for element in gone:
        drop(element)


def text_of(element: etree._Element) -> str:
    """The words of an element without white space."""
    words = _STRING(element) if len(element) else element.text
    return "".join(str(words).split()) if words else ""


def drop(element: etree._Element) -> None:
    """Take an element out of its tree; the text behind it stays."""
    above = element.getparent()
    if above is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            above.text = (above.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    above.remove(element)


def _keep_tick(element: etree._Element) -> None:
    """A box to tick is read as printed: □ or ☑."""
    if (element.get("type") or "").lower() in ("checkbox", "radio"):
        element.tail = ("☑" if element.get("checked") is not None else "□") + (element.tail or "")


def _hidden(page: WebPage) -> Iterator[etree._Element]:
    """The elements that a reader does not see, by their attribute or their style."""
    by_sheet = bool(page.rules or page.told)
    hides: dict[str, bool] = {}  # by an element's own style, where there is no other
    for element in page.root.iter(etree.Element):
        if element.get("hidden") is not None or element.tag in _STRUCK:
            yield element
            continue
        own = element.get("style")
        if by_sheet:
            hidden = _hides(page.style(element))
        elif own is None:
            continue
        elif (known := hides.get(own)) is not None:
            hidden = known
        else:
            hidden = hides[own] = _hides(declarations(own))
        if hidden:
            yield element


def _hides(style: Style) -> bool:
    return (
        "line-through" in style.get("text-decoration", "") + style.get("text-decoration-line", "")
        or style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or style.get("mso-hide") == "all"
    )
