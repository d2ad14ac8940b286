"""Times that the end of a line or of a narrow cell has broken: 3·4 / - / 3·6, 3月底 / 前, 2026年 / 5月; and where a date may end."""

from __future__ import annotations

from ..grammar.pattern import Pattern

RANGE = "—–-－~～至到"  # what stands between two times
_ENDS = "年月日号份旬周季度底末初前内天"  # what a time ends with
_REST = Pattern(f"[{_ENDS}后]{{1,2}}")
_DATE = Pattern(r"\d{1,2}(?:[月日号.．·/-]|$)")
_DAY = Pattern(r"\d{1,2}[日号]")
_REST_OF_DATE = Pattern(r"\d{1,2}[月日号]")


def ends_as_time(text: str) -> bool:
    """Whether a text ends as a time does: …6月底, …第三季度."""
    return text != "" and text[-1] in _ENDS


def leaves_range_open(text: str) -> bool:
    """Whether a text ends with the dash of a range of times, whose end it lacks: 3月4日—."""
    return text[-1:] in tuple(RANGE) and _may_end(text[:-1])


def leaves_time_open(text: str) -> bool:
    """Whether a text ends as a time does that goes on: 2026年, 3月, 3月4日至."""
    return text != "" and (text[-1] in RANGE or text[-1] in "年月")


def goes_on_range(above: str, text: str) -> bool:
    """Whether a text goes on with the range of times above it, whose dash stands here or there: 3·4 / - / 3·6."""
    return (text[0] in RANGE and _may_end(above)) or (leaves_range_open(above) and _DATE.match(text) is not None)


def goes_on_date(above: str, text: str) -> bool:
    """Whether a text goes on with the date above it: 2026年 / 5月, 3 / 月底."""
    return (above[-1] in "年月" and _REST_OF_DATE.match(text) is not None) or (
        above[-1].isdigit() and text[0] in "年月日号"
    )


def goes_on_month(above: str, text: str) -> bool:
    """Whether a text begins with the day of the month that ends the text above it: 2月24日—2月 / 28日."""
    return above[-1:] == "月" and _DAY.match(text) is not None


def is_rest_of_time(text: str) -> bool:
    """Whether a text is nothing but what a time ends with: 前, 底前."""
    return _REST.fullmatch(text) is not None


def _may_end(text: str) -> bool:
    return ends_as_time(text) or text[-1:].isdigit()
