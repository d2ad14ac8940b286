"""The style sheets in a page → their rules (CSS Syntax 3), as far as they hold on a screen of any size."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

Style = dict[str, str]
SIMPLE = re.compile(r"([a-z][a-z0-9]*)?(?:([.#])([\w-]+))?", re.I)  # a selector of one name, class or id
_AT_BLOCK = re.compile(r"@(?!media\s+(?:all|screen)\b)[^{};@]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})", re.I)
_MEDIA = re.compile(r"@media[^{@]*\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}", re.I)
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.S)


def declarations(text: str) -> Style:
    """`color: red; display:none` → its properties, names in small letters."""
    found: Style = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            name, value = name.strip().lower(), value.replace("!important", "").strip()
            found[name] = value if name == "content" else value.lower()
    return found


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """What stands before and in each pair of braces that holds no other."""
    for piece in text.split("}")[:-1]:
        *_, selectors, body = ["", *piece.split("{")]
        if selectors:
            yield selectors, body


def style_rules(root: etree._Element) -> Iterator[tuple[str, Style]]:
    """Selectors and declarations of each rule of a page's style sheets that holds on a screen of any size."""
    for element in root.iter("style"):
        text = element.text or ""
        whole = text.rfind("*/") + 2  # behind it no comment ends: an end would be looked for from each of its marks
        rest = text[whole:] if whole > 1 else text
        text = _COMMENT.sub("", text[: len(text) - len(rest)]) + rest.replace("<!--", "").replace("-->", "")
        text = _MEDIA.sub(
            lambda match: match[1] if re.match(r"@media\s+(?:all|screen)\b", match[0], re.I) else "", text
        )
        for selectors, body in _blocks(_AT_BLOCK.sub("", text)):
            yield selectors, declarations(body)


def simple_selectors(selectors: str) -> list[str]:
    """Those of a rule's selectors that are one name, class or id."""
    return [name for part in selectors.split(",") if (name := part.strip()) and SIMPLE.fullmatch(name)]


def simple_names(element: etree._Element) -> list[str]:
    """The simple selectors that an element fits, the weaker first."""
    tag, classes, own = str(element.tag), (element.get("class") or "").split(), element.get("id")
    names = [tag, *(f".{name}" for name in classes), *(f"{tag}.{name}" for name in classes)]
    return [*names, f"#{own}", f"{tag}#{own}"] if own else names
