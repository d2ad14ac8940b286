"""What the fuzzer found: each once crashed or hung, under the supervisor that would say so again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from plancli.batch import supervise
from plancli.batch.job import Job, ResultShape
from plancli.batch.supervise import supervised
from plancli.batch.worker_handle import Guards
from plancli.model.settings import Settings


def pdf_whose_font_means(character: str) -> bytes:
    """A PDF that shows AAA, where A is said to mean the given UTF-16 unit in hexadecimal digits."""
    meaning = (
        b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <%b> endbfchar" % character.encode()
    )
    drawn = b"BT /F 12 Tf 70 700 Td (plan AAA of the year AAA) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >> stream\n%b\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        b"<< /Length %d >> stream\n%b\nendstream" % (len(meaning), meaning),
    ]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % pair for pair in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R /Size 7 >>\n"


HEAD = "云岭县2024年教育工作要点\n一、深化改革\n"
FOUND = {
    "digits behind a plan's noun": f"类别序号工作目标{'9' * 40}月求\n{HEAD}1. 做好工作。3月底前完成。\n".encode(),
    "dashes in one line": f"{HEAD}1. 做好工作。{'责任--、' * 20_000}综合科\n".encode(),
    "a run of hyphens": f"{HEAD}1. 做好工作。{'-' * 50_000}综合科\n".encode(),
    "labels in one line": f"{HEAD}1. 做好工作。{'责任单位：综合科' * 5_000}\n".encode(),
    "a row's number of 12,000 digits": (
        f"云岭县2024年重点任务清单\n序号\t工作任务\t完成时限\n1\t建设校舍\t3月底前\n第{'9' * 12_000}号\t修缮校舍\t6月底前\n"
    ).encode(),
    "a run of digits": f"{HEAD}1. 做好工作。{'3' * 100_000}综合科\n".encode(),
    "circled digits among a row's digits": f"序号\t单位\t电话\n1\t综合科\t12\n1{'①' * 20}4\t人事科\t13\n{HEAD}1. 做好工作。\n".encode(),
    "a first row's number of circled digits": f"{HEAD}1. 做好工作。\n1\t修路\t工程科\n1{'①' * 20}4\t架桥\t工程科\n".encode(),
    "half a surrogate pair": pdf_whose_font_means("D83D"),
    "the other half": pdf_whose_font_means("DE00"),
}


@pytest.fixture(scope="module", autouse=True)
def crew() -> Iterator[None]:
    yield
    supervise.stop()


@pytest.mark.parametrize("name", FOUND)
def test_it_is_read(name: str) -> None:
    outcome = supervised(Job(name, FOUND[name], Settings(), ResultShape()), Guards(seconds=30))
    assert outcome.error in (None, "garbled-text"), outcome.what + outcome.trace


@pytest.mark.parametrize(
    "line", ["2824年4月2日", "白）市监发〔2024〕18号", "白市监）发（2024）18号", "白市监（秘）〔2024〕18号"]
)
def test_a_date_or_a_number_that_cannot_be_makes_a_result_that_validates(line: str) -> None:
    from plancli.export.validity import findings

    text = f"白塔县监管局文件\n{line}\n关于印发《2024年工作要点》的通知\n各科室：\n现印发给你们。\n白塔县监管局\n{line}\n附件\n2024年工作要点\n1.抓学习。每月一次。\n"
    outcome = supervised(Job("a", text.encode(), Settings(), ResultShape()), Guards(seconds=30))
    assert (outcome.status, findings(outcome.output)) == ("ok", [])


def test_an_item_without_a_label_makes_a_result_that_validates() -> None:
    from plancli.export.validity import findings

    text = "　　三、促进校园平安\n（责任股室：安全股）\n　一、加强队伍建设………………………4\n".encode()
    outcome = supervised(Job("a", text, Settings(), ResultShape()), Guards(seconds=30))
    assert (outcome.status, outcome.tasks) == ("ok", 1)
    assert findings(outcome.output) == []
