"""Archives and mails: their files by name, opened in memory under limits; one bulletin where there is one, else several."""

from __future__ import annotations

import io
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from typer.testing import CliRunner

import plancli
from plancli import cli
from plancli.errors import Corrupt, Encrypted, InputError, SeveralBulletins, TooLarge, Unsupported, ZipBomb
from plancli.extract import members_of
from plancli.model.settings import Limits, Settings

PLAN = "某局2024年工作要点\n一、总体\n1.检修设备。3月底前完成。（责任单位：设备科）\n".encode()
OTHER = "某县2024年工作要点\n一、总体\n1.清点物资。6月底前完成。（责任单位：物资科）\n".encode()
PICTURE = b"\x89PNG\r\n\x1a\n"


def archive(files: dict[str, bytes], *, stored: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(name, data)
    return out.getvalue()


def named(raw: bytes) -> bytes:
    """An archive with one file, its name in these bytes without a word on their code."""
    data = archive({"n" * len(raw): PLAN})
    return data.replace(b"n" * len(raw), raw)


def mail(*attached: tuple[str, bytes], text: str = "请查收附件。", markup: str = "") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "工作要点"
    message.set_content(text)
    if markup:
        message.add_alternative(markup, subtype="html")
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def names(data: bytes, **limits: int) -> list[str]:
    return [member.name for member in members_of(data, Limits(**limits)) or ()]


def test_names_in_every_code() -> None:
    name = "计划/工作要点.txt"
    for raw in (name.encode("gbk"), name.encode("utf-8"), name.replace("/", "\\").encode("gbk")):
        assert names(named(raw)) == [name]
    assert names(archive({name: PLAN})) == [name]


def test_leftovers_are_passed_over() -> None:
    files = {
        "a/b.txt": PLAN,
        "a/~$b.docx": b"x",
        "__MACOSX/a/._b.txt": b"x",
        ".DS_Store": b"x",
        "a/Thumbs.db": b"x",
        "a/.c/d.txt": PLAN,
    }
    assert names(archive(files)) == ["a/.c/d.txt", "a/b.txt"]


def test_a_file_without_a_name_is_one_all_the_same() -> None:
    packed = named(b"\0lan.txt")  # a name ends at its first NUL
    assert len(names(packed)) == 1
    assert plancli.parse(packed).plans


def test_no_name_leads_out_of_the_archive() -> None:
    assert names(archive({"../../etc/passwd.txt": PLAN, "/root/a.txt": PLAN})) == ["etc/passwd.txt", "root/a.txt"]


def test_an_archive_in_an_archive_is_opened_once() -> None:
    inner = archive({"c.txt": PLAN})
    assert names(archive({"b.zip": inner, "a.txt": OTHER}, stored=True)) == ["a.txt", "b.zip/c.txt"]
    deep = archive({"x.zip": archive({"y.zip": inner})})
    (member,) = members_of(deep, Limits()) or ()
    assert member.name == "x.zip/y.zip"
    with pytest.raises(TooLarge, match="too deep"):
        member.read()


def test_one_file_is_the_bulletin() -> None:
    bulletin = plancli.parse(archive({"a.txt": PLAN, "~$a.txt": b"x"}))
    assert bulletin.source.path == "<bytes>/a.txt"
    assert bulletin.plans[0].title == "某局2024年工作要点"


def test_several_are_refused_or_given_one_by_one() -> None:
    data = archive({"a.txt": PLAN, "b.txt": OTHER, "c.png": PICTURE})
    with pytest.raises(SeveralBulletins) as caught:
        plancli.parse(data)
    assert "parse_all" in caught.value.remedy
    assert [bulletin.plans[0].title for bulletin in plancli.parse_all(data)] == [
        "某局2024年工作要点",
        "某县2024年工作要点",
    ]
    assert len(list(plancli.parse_all(PLAN))) == 1


def test_nothing_that_is_read() -> None:
    with pytest.raises(Unsupported):
        list(plancli.parse_all(archive({"c.png": PICTURE})))


def test_attachments_of_a_mail() -> None:
    data = mail(("工作要点.txt", PLAN), ("工作要点.txt", OTHER), ("图.png", PICTURE))
    assert names(data) == ["text.txt", "图.png", "工作要点-2.txt", "工作要点.txt"]
    assert {bulletin.plans[0].title for bulletin in plancli.parse_all(data)} == {
        "某局2024年工作要点",
        "某县2024年工作要点",
    }


@pytest.mark.parametrize("code", ["=?gb18030?B?{}?=", "=?gb2312?B?{}?="])
def test_names_of_attachments_in_old_codes(code: str) -> None:
    import base64

    told = code.format(base64.b64encode("要点.txt".encode("gb18030")).decode())
    data = mail(("x.txt", PLAN)).replace(b'filename="x.txt"', f'filename="{told}"'.encode())
    assert names(data) == ["text.txt", "要点.txt"]


def test_the_text_of_a_mail_counts_where_it_is_a_plan() -> None:
    assert plancli.parse_all(mail(text=PLAN.decode())).__next__().plans[0].title == "某局2024年工作要点"
    both = list(plancli.parse_all(mail(("a.txt", OTHER), text=PLAN.decode())))
    assert [bulletin.source.path for bulletin in both] == ["<bytes>/a.txt", "<bytes>/text.txt"]
    assert len(list(plancli.parse_all(mail(("a.txt", OTHER))))) == 1


def test_limits() -> None:
    with pytest.raises(TooLarge):
        names(archive({"a.txt": PLAN, "b.txt": PLAN}), zip_entries=1)
    with pytest.raises(ZipBomb):
        list(plancli.parse_all(archive({"a.txt": b" " * 3_000_000})))
    with pytest.raises(ZipBomb):
        list(
            plancli.parse_all(
                archive({"a.txt": PLAN, "b.txt": PLAN}), settings=Settings(limits=Limits(unpacked_bytes=len(PLAN) + 1))
            )
        )


def test_locked_and_broken() -> None:
    data = bytearray(archive({"a.txt": PLAN}))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(Encrypted):
        plancli.parse(bytes(data))
    with pytest.raises(InputError):
        plancli.parse(archive({"a.txt": PLAN})[:-30])
    torn = bytearray(archive({"a.txt": PLAN * 3}, stored=True))
    torn[60] ^= 255
    with pytest.raises(Corrupt):
        plancli.parse(bytes(torn))


def test_parse_prints_an_array_of_several_and_goes_on_behind_a_bad_one(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    file.write_bytes(archive({"a.txt": PLAN, "b.docx": b"PK\x03\x04 cut", "c.txt": OTHER, "d.png": PICTURE}))
    done = CliRunner().invoke(cli.app, ["parse", str(file), "--format", "json"])
    assert done.exit_code == 1
    assert [bulletin["source"]["path"].rpartition("/")[2] for bulletin in json.loads(done.stdout)] == ["a.txt", "c.txt"]
    assert "b.docx" in done.stderr and "passed over" in done.stderr


def test_parse_prints_a_document_of_one(tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    file.write_bytes(mail(("a.txt", PLAN)))
    done = CliRunner().invoke(cli.app, ["parse", str(file), "--format", "json"])
    assert json.loads(done.stdout)["plans"][0]["title"] == "某局2024年工作要点"


def test_batch_takes_each_member_as_a_file(tmp_path: Path) -> None:
    from plancli.batch.entry import Selection
    from plancli.batch.sources import entries

    (tmp_path / "a.zip").write_bytes(archive({"x/b.txt": PLAN, "c.txt": OTHER}))
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04")
    (tmp_path / "m.eml").write_bytes(mail(("a.txt", PLAN)))
    found = entries([str(tmp_path)], Selection(), output=None)
    assert [entry.path for entry in found] == ["a.zip/c.txt", "a.zip/x/b.txt", "bad.zip", "m.eml/a.txt"]
    assert [entry.read(Limits()) for entry in found if entry.path != "bad.zip"] == [OTHER, PLAN, PLAN]
