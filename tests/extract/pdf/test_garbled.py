"""Characters without a meaning outside the file's fonts: counted, said, never silently gone."""

from __future__ import annotations

import pytest

from plancli.errors import GarbledText

from .drawing import Sheet, texts

BODY = ["一、加强库房管理，由档案科负责，六月底前完成。", "二、开展目录核对，由利用科负责，十月底前完成。"]


def garbled(share: int) -> Sheet:
    """Two lines of text, and `share` private characters."""
    sheet = Sheet()
    for k, line in enumerate(BODY):
        sheet.text(80, 700 - 20 * k, line)
    for k in range(0, share, 20):
        sheet.text(80, 600 - k, "".join(chr(0xE100 + i) for i in range(k, min(k + 20, share))))
    return sheet


@pytest.mark.parametrize("count", [1, 3, 10])
def test_few_are_a_warning_that_counts_them(count: int) -> None:
    source = garbled(count).read()
    assert texts(source) == [*BODY, "\ufffd" * count]
    ((code, message, page),) = source.notes
    assert (code, page) == ("garbled-characters", 1)
    assert message.startswith("One character has" if count == 1 else f"{count} characters have")


def test_more_than_a_fifth_fail() -> None:
    with pytest.raises(GarbledText, match="40 of"):
        garbled(40).read()
