"""Qualified names of the elements and attributes that are read (transitional WordprocessingML and its neighbours)."""

from __future__ import annotations

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """The name in the main WordprocessingML namespace."""
    return _W + name


VAL = w("val")
OFF = frozenset(("0", "false", "off"))
P, R, T, TBL, TR, TC = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
PPR, RPR, TRPR, TCPR = w("pPr"), w("rPr"), w("trPr"), w("tcPr")
SDT, SDT_CONTENT = w("sdt"), w("sdtContent")
INS, DEL, MOVE_FROM, MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
CUSTOM_XML = w("customXml")
ALTERNATE, CHOICE, FALLBACK = _MC + "AlternateContent", _MC + "Choice", _MC + "Fallback"
MATH, MATH_PARAGRAPH, MATH_TEXT = _M + "oMath", _M + "oMathPara", _M + "t"
OLE_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
ALT_CHUNK, SUB_DOCUMENT = w("altChunk"), w("subDoc")
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
CONFLICT_INS, CONFLICT_DEL = _W14 + "conflictIns", _W14 + "conflictDel"
TEXT_BOX = w("txbxContent")
WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"


def is_content_part(tag: object) -> bool:
    """Whether an element, of whichever version of Word, shows a part in a language of its own (17.3.3.2, contentPart)."""
    return isinstance(tag, str) and tag.endswith("}contentPart")


def value_of(parent: etree._Element, name: str) -> str | None:
    """`w:val` of a child element; None where the child or its value is missing."""
    child = parent.find(name)
    return None if child is None else child.get(VAL)


def is_on(element: etree._Element) -> bool:
    """An on/off property (17.17.4): present without a value is on."""
    return element.get(VAL) not in OFF


def integer(text: str | None, default: int) -> int:
    """A decimal attribute; `default` where it is missing or no number. Bounded, for a hostile file may say anything."""
    try:
        number = int(text) if text else default
    except ValueError:
        return default
    return max(-1, min(number, 10**7))
