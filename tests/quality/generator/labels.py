"""Forms of label: how an office numbers what it says, and the ladders in which forms stand above one another."""

from __future__ import annotations

from dataclasses import dataclass

DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """1 … 99 in Chinese numerals: 12 → 十二."""
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


@dataclass(frozen=True)
class Form:
    """A form of label, named by its first one. `shape` holds %1 for the number; `kind` says how that is written:
    cn, 1, 01, ①, ⑴, ⒈, ㈠, １, or path (the numbers of the levels above, with `shape` between them). `gap`: always
    a blank after it. `word`: Word has a list of this form."""

    name: str
    shape: str
    kind: str
    gap: bool = False
    word: bool = True
    most: int = 99

    def label(self, number: int, above: str) -> tuple[str, str]:
        """The label of a number under the label's number above, and the number as digits."""
        if self.kind == "path":
            digits = f"{above}{self.shape[0]}{number}" if above else str(number)
            return digits + self.shape[1:], digits.replace("-", ".")
        written = {
            "cn": lambda: chinese(number),
            "1": lambda: str(number),
            "01": lambda: f"{number:02}",
            "①": lambda: chr(0x245F + number),
            "⑴": lambda: chr(0x2473 + number),
            "⒈": lambda: chr(0x2487 + number),
            "㈠": lambda: chr(0x321F + number),
            "１": lambda: "".join(chr(0xFF10 + int(digit)) for digit in str(number)),
        }[self.kind]()
        return self.shape.replace("%1", written), str(number)


FORMS = {
    form.name: form
    for form in (
        Form("一、", "%1、", "cn"),
        Form("（一）", "（%1）", "cn"),
        Form("(一)", "(%1)", "cn"),
        Form("1.", "%1.", "1"),
        Form("1、", "%1、", "1"),
        Form("1．", "%1．", "1"),
        Form("１．", "%1．", "１"),
        Form("1）", "%1）", "1"),
        Form("（1）", "（%1）", "1"),
        Form("(1)", "(%1)", "1"),
        Form("①", "%1", "①", most=20),
        Form("⑴", "%1", "⑴", word=False, most=20),
        Form("⒈", "%1", "⒈", word=False, most=20),
        Form("㈠", "%1", "㈠", word=False, most=10),
        Form("1.1", ".", "path", gap=True, word=False),
        Form("1-1", "-", "path", gap=True, word=False),
        Form("第一条", "第%1条", "cn", gap=True),
        Form("第一章", "第%1章", "cn", gap=True),
        Form("第一节", "第%1节", "cn", gap=True),
        Form("第一部分", "第%1部分", "cn", gap=True),
        Form("任务一：", "任务%1：", "cn"),
        Form("第一项：", "第%1项：", "cn"),
        Form("★1.", "★%1.", "1"),
        Form("【一】", "【%1】", "cn"),
        Form("一是", "%1是", "cn", word=False),
        Form("01", "%1", "01", gap=True, word=False),
    )
}

# What stands above what, the last one being the items; the more usual ones several times.
LADDERS: tuple[tuple[str, ...], ...] = (
    *(("一、", "（一）", "1."),) * 4,
    *(("一、", "1."),) * 4,
    *(("一、", "（一）"),) * 4,
    *(("一、", "1、"),) * 2,
    ("一、", "1．"),
    ("一、", "１．"),
    ("一、", "（1）"),
    ("一、", "1）"),
    ("一、", "①"),
    ("一、", "⑴"),
    ("一、", "⒈"),
    ("一、", "㈠"),
    ("一、", "任务一："),
    ("一、", "第一项："),
    ("一、", "★1."),
    ("一、", "1-1"),
    ("一、", "1.1"),
    ("一、", "一是"),
    ("【一】", "1."),
    ("第一章", "第一条"),
    ("第一部分", "一、"),
    ("(一)", "1."),
    ("一、", "(一)"),
    ("一、", "(一)", "1、"),
    ("一、", "（一）", "1．"),
    ("一、", "（一）", "（1）"),
    ("一、", "㈠", "⒈"),
    ("第一部分", "一、", "（一）"),
    ("第一部分", "一、", "1."),
    ("第一章", "第一节", "第一条"),
    ("第一部分", "一、", "（一）", "1."),
    ("1.", "1.1"),
    *(("一、",),) * 2,
    *(("1.",),) * 2,
    ("1、",),
    ("（一）",),
)
POINTS = ("（1）", "①", "(1)", "1）")  # below an item, where its own ladder does not use them
