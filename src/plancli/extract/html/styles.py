"""What a page declares for its elements, as far as it tells how their text is read: by its sheets' rules and by attributes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from .elements import finder, named
from .selectors import Selectors
from .sheet import SIMPLE, Style, declarations, simple_names, simple_selectors

_OF_RULES = frozenset(("display", "visibility", "list-style-type", "list-style", "text-align", "white-space"))
_OF_TEXT = _OF_RULES | {"font-weight", "text-decoration", "text-decoration-line", "mso-hide"}
_NOTHING: Style = {}
_aligned = finder("//@align/..")


class PageStyles:
    """The styles of a page's elements, one mapping for all that are styled alike. An element of which nothing is said that tells
    how its text is read, as most, is none of those `told`. `hidden` are those that hide or strike out what is in them."""

    def __init__(self, root: etree._Element, sheet: Iterable[tuple[str, Style]] = ()) -> None:
        elements = list(root.iter())
        written = [element.get("style", "") for element in elements]
        self.attributes = set(written)
        own = {attribute: style for attribute in self.attributes if (style := _of_text(declarations(attribute)))}
        styled = {at: said for at, said in zip(elements, written, strict=True) if said in own} if own else {}
        aligned = {element: _align(element) for element in _aligned(root)}
        rules = [(selectors, said) for selectors, said in sheet if _tells(said)]
        ruled = dict(_by_names(root, rules) if _all_simple(rules) else _by_selectors(root, rules))
        self.told = {element: own[attribute] for element, attribute in styled.items()}
        found: dict[tuple[str, int, str], Style] = {}
        for element in (*aligned, *ruled):
            align, said, attribute = aligned.get(element, ""), ruled.get(element, _NOTHING), styled.get(element, "")
            key = (align, id(said), attribute)
            if key not in found:
                hint = {"text-align": align} if align else _NOTHING
                found[key] = {**hint, **_of_text(said), **own.get(attribute, _NOTHING)}
            self.told[element] = found[key]
        hiding = {id(style) for style in (*own.values(), *found.values()) if _hides(style)}
        self.hidden = {element for element, style in self.told.items() if id(style) in hiding} if hiding else set()

    def of(self, element: etree._Element) -> Style:
        """What is declared for an element. Not to be changed."""
        return self.told.get(element, _NOTHING)


def _all_simple(rules: list[tuple[str, Style]]) -> bool:
    return all(SIMPLE.fullmatch(selector.strip()) for selectors, _ in rules for selector in selectors.split(","))


def _by_names(root: etree._Element, rules: list[tuple[str, Style]]) -> Iterator[tuple[etree._Element, Style]]:
    """Each element and what rules declare for it by its name, class or id."""
    by_name: dict[str, Style] = {}
    for selectors, said in rules:
        for selector in simple_selectors(selectors):
            by_name.setdefault(selector, {}).update(said)
    found: dict[tuple[str, str | None, str | None], Style] = {}
    tags = [name for name in by_name if name.isalnum()]
    told = {*(root.iter(*tags) if tags else ()), *(named(root) if len(tags) < len(by_name) else ())}
    for element in told:
        key = (str(element.tag), element.get("class"), element.get("id"))
        style = found.get(key)
        if style is None:
            style = found[key] = {}
            for name in simple_names(element):
                style.update(by_name.get(name, _NOTHING))
        if style:
            yield element, style


def _by_selectors(root: etree._Element, rules: list[tuple[str, Style]]) -> Iterator[tuple[etree._Element, Style]]:
    """Each element and what rules declare for it by its place in the page."""
    all_rules = Selectors()
    for selectors, said in rules:
        all_rules.add(selectors, said)
    return ((element, said[""]) for element, said in all_rules.told(root).items() if "" in said)


def _of_text(style: Style) -> Style:
    """What of a style tells how text is read; the one empty mapping where nothing does."""
    return {name: said for name, said in style.items() if said and name in _OF_TEXT} or _NOTHING


def _tells(said: Style) -> bool:
    """Whether a rule's declarations are looked at; most that say text-decoration have links in mind."""
    return not _OF_RULES.isdisjoint(said) or _hides(said)


def _align(element: etree._Element) -> str:
    return (element.get("align") or "").lower()


def _hides(style: Style) -> bool:
    return (
        "line-through" in style.get("text-decoration", "") + style.get("text-decoration-line", "")
        or style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or style.get("mso-hide") == "all"
    )
