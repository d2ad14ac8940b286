"""Just enough Markdown: headings, fenced blocks, tables, code in backticks, links."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.zh.md")
REFERENCES = {"README.md": "docs/reference.md", "README.zh.md": "docs/reference.zh.md"}

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)


@dataclass(frozen=True)
class Block:
    language: str
    text: str


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def whole(name: str) -> str:
    """A README and the reference behind it, whose links are told from the same folder."""
    reference = REFERENCES[name]
    folder = posixpath.dirname(reference)

    def moved(link: re.Match[str]) -> str:
        return link[0] if "://" in link[1] else f"]({posixpath.normpath(posixpath.join(folder, link[1]))})"

    return read(name) + "\n" + re.sub(r"\]\(([^)#]+)\)", moved, read(reference))


def blocks(text: str) -> list[Block]:
    return [Block(match[1], match[2]) for match in _FENCE.finditer(text)]


def alike(text: str) -> list[Block]:
    """The blocks of a page without what differs with its language: comments, and what is printed."""
    return [
        Block(block.language, "".join(re.findall(r"^\$ .*\n", block.text, re.M)))
        if block.language == "console"
        else Block(block.language, re.sub(r"\s*# .*$", "", block.text, flags=re.M))
        for block in blocks(text)
    ]


def prose(text: str) -> str:
    return _FENCE.sub("", text)


def headings(text: str) -> list[tuple[int, str]]:
    return [(len(match[1]), match[2]) for match in re.finditer(r"^(#+) (.+)$", prose(text), re.M)]


def section(text: str, number: int) -> str:
    """What stands under the n-th heading of the second level, counted from 0."""
    return re.split(r"^## ", text, flags=re.M)[number + 1]


def tables(text: str) -> list[list[list[str]]]:
    """Tables → rows → cells, the header and the rule beneath it left out."""
    found: list[list[list[str]]] = []
    before = ""
    for line in prose(text).splitlines():
        if line.startswith("|"):
            if not before.startswith("|"):
                found.append([])
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
            found[-1].append([cell.replace("\\|", "|") for cell in cells])
        before = line
    return [table[2:] for table in found]


def codes(text: str) -> list[str]:
    """What stands in backticks, in order."""
    return re.findall(r"`([^`]+)`", text)


def links(text: str) -> list[str]:
    return re.findall(r"\]\(([^)]+)\)", prose(text))
