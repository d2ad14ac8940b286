"""Text that is written for machines: JSON, XML, style sheets, source code. No plan, where nobody asked for the file by name."""

from __future__ import annotations

import re

from .sniff import CSV, TEXT, sniff

_HEAD = 1 << 16  # bytes that are looked at
_CUT = 3  # characters that do not decode where the head ends in the middle of one
_LINES = 400
_FEWEST = 3  # lines of code
_SHARE = 0.6  # of the lines that say anything
_JSON = re.compile(
    r"\s*(?:\{\s*(?:\"(?:[^\"\\]|\\.)*\"\s*:|\}\s*\Z)|\[\s*(?:[\[{\"]|\]\s*\Z|(?:-?\d[\d.eE+-]*|true|false|null)\s*[,\n]))"
)
_XML = re.compile(r"\s*<(\?xml\b)?(?:(?<=l)|!DOCTYPE\b|!--|[A-Za-z_][\w.-]*(?::[\w.-]+)?(?:\s+[\w:.-]+\s*=|\s*/?>))")
_SHEBANG = re.compile(r"#!\s*/")
_HAN = re.compile(r"[\u3400-\u9fff]")
_STRINGS = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`[^`]*`")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--.*?(?:-->|\Z)|(?m:(?://|#(?!\w+\s*:)|--\s|^\s*\*\s)[^\n]*)", re.DOTALL)
_CODE = re.compile(
    r"""
    [{};]\s*$                                            # blocks and statements
    | ^\s*[)\]}]+[,;:.)\]}]*\s*$                         # what closes them
    | ^\s*(?:import|from|def|class|return|public|private|protected|static|function|const|let|var|package|using|namespace
        |include|if|elif|else|for|while|try|except|finally|with|raise|async|await|export|func|fn|struct|enum|typedef
        |select|insert|create|update|delete|end|begin|echo|set|then|fi|done|local)\b
    | ^\s*@\w+ | ^\s*\#\s*(?:include|define|if|endif)\b  # decorators, the preprocessor
    | ^\s*[\w.\[\]"'$]+(?:\s*:\s*[\w.\[\]|, ]+)?\s*[-+*/|&%:]?=(?!=)\s*\S   # assignments
    | ^\s*[\w.$]+\([^()]*(?:\([^()]*\)[^()]*)*\)?[\s,;:.{]*$             # calls
    """,
    re.VERBOSE | re.IGNORECASE,
)


def machine_text(data: bytes) -> str | None:
    """What a file of text is that no reader claims, where it is for machines: "JSON", "XML", "source code"; else None."""
    if sniff(data) not in (TEXT, CSV):
        return None
    text = _decoded(data[:_HEAD])
    if _JSON.match(text):
        return "JSON"
    if (markup := _XML.match(text)) and (markup[1] or data.rstrip(b"\0 \r\n\t").endswith(b">")):
        return "XML"
    return "source code" if _SHEBANG.match(text) or _is_code(text) else None


def _decoded(head: bytes) -> str:
    """The text, near enough to tell code from Chinese."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", "replace")
    text = head.decode("utf-8-sig", "replace")
    return head.decode("gb18030", "replace") if text.count("\ufffd") > _CUT else text


def _is_code(text: str) -> bool:
    """Whether most lines are code, strings and comments apart: these may speak of anything in any language."""
    bare = _COMMENT.sub("", _STRINGS.sub('""', text))
    lines = [line for line in bare.splitlines()[:_LINES] if line.strip()]
    code = sum(not _HAN.search(line) and _CODE.search(line) is not None for line in lines)
    return code >= _FEWEST and code >= _SHARE * len(lines)
