"""The catalogue has every message, with the same values in it, and is compiled as it is written."""

from __future__ import annotations

import io
import pickle
import re
from gettext import GNUTranslations

import pytest

from plancli import errors
from plancli.messages import Message, Several, recognised, speak, translated

from .__main__ import PO, compiled, read
from .extract import built, messages

HELD = {message.id[0] if isinstance(message.id, tuple) else message.id: message for message in read() if message.id}
PLACES = re.compile(r"\{(\w+)")
HAN = re.compile("[\u4e00-\u9fff]")
# what stays as it is in Chinese: names
NAMES = {"plancli {version}, Python {python}, {platform}", "Visio", "--format parquet", "Value error, {slip}"}


def forms(string: object) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, tuple | list) else (str(string),)


def test_every_message_of_the_source_is_in_the_catalogue_and_no_other() -> None:
    said = {found.text for found in messages()}
    assert len(said) > 500
    assert said - set(HELD) == set(), "run python -m tests.messages, and translate what it lists"
    assert set(HELD) - said == set()


@pytest.mark.parametrize("text", ["the number {after} follows {before}", "Give one of: {names}."])
def test_the_source_is_read_for_messages(text: str) -> None:
    assert text in {found.text for found in messages()}


def test_every_message_has_a_translation_with_the_same_values() -> None:
    for text, message in HELD.items():
        for form in forms(message.string):
            assert form, text
            places = set(PLACES.findall(text)) | set(PLACES.findall(" ".join(forms(message.id))))
            assert set(PLACES.findall(form)) <= places, text
            assert set(PLACES.findall(text)) - {"count"} <= set(PLACES.findall(form)), text
            words = re.sub(r"\{[^}]*\}|^plancli:", "", text)
            assert HAN.search(form) or not re.search("[A-Za-z]{2}", words) or text in NAMES, text


def test_translations_are_set_as_chinese_is() -> None:
    for text, message in HELD.items():
        for form in forms(message.string):
            assert not re.search(r"[\u4e00-\u9fff] ?[,;?!]", form), text
            assert not re.search(r"[。，；：、] ", form), text
            assert text.endswith(".") <= form.endswith(("。", "？", "}", ".")) or not HAN.search(form), (text, form)


def test_the_compiled_catalogue_is_that_of_the_written_one() -> None:
    def held(data: bytes) -> dict[object, str]:  # without its head, which names the version of Babel
        return {key: said for key, said in vars(GNUTranslations(io.BytesIO(data)))["_catalog"].items() if key}

    assert held(PO.with_suffix(".mo").read_bytes()) == held(compiled(read()))


def test_no_message_is_built_from_pieces() -> None:
    assert list(built()) == []


def test_an_error_keeps_its_message_on_its_way_from_a_worker() -> None:
    error = pickle.loads(
        pickle.dumps(errors.TooLarge("the PDF has {count} pages, over the limit of {most}", count=9, most=5))
    )
    assert str(error) == "the PDF has 9 pages, over the limit of 5 (too-large). Split the file."
    assert translated(error.message, "zh") == "PDF 有 9 页，超过 5 页的上限 (too-large)。请拆分文件。"


def test_values_may_have_braces_and_messages_none() -> None:
    assert str(errors.NotFound("{file} is gone", file="a{0}b.txt")).startswith("a{0}b.txt is gone")
    assert str(errors.InternalError("KeyError: {x}")).startswith("KeyError: {x}")


def test_plurals() -> None:
    one, two = (
        "One character has no meaning outside the file's own fonts.",
        "{count} characters have no meaning outside the file's own fonts.",
    )
    assert Message(one, two, count=1) == one
    assert translated(Message(one, two, count=1), "zh") == "有 1 个字只在文件自带的字体里有意义。"
    assert recognised(two.format(count=3), "zh") == "有 3 个字只在文件自带的字体里有意义。"


def test_what_was_said_in_a_result_is_recognised() -> None:
    assert recognised("the numbers go from 3. to 5.", "zh") == "序号从 3. 跳到 5."
    assert recognised("left out: totals (12 characters)", "zh") == "未采用：合计（12 个字）"
    both = Several(Message("its title names no plan"), Message("hardly any task says when"))
    shown = "不像是工作计划：标题中没有计划、要点一类的字样；几乎没有任务写明时间"
    assert recognised(str(Message("this is hardly a plan: {reasons}", reasons=both)), "zh") == shown
    assert translated(Message("this is hardly a plan: {reasons}", reasons=both), "zh") == shown
    assert recognised("牵头单位：县教育局", "zh") == "牵头单位：县教育局"
    assert recognised("the numbers go from 3. to 5.", "en") == "the numbers go from 3. to 5."


def test_a_program_that_says_nothing_of_it_is_told_english() -> None:
    speak(None)
    assert translated("Check the path.") == "Check the path."


def test_a_console_in_gbk_shows_every_message() -> None:
    """Code page 936, in which many Chinese consoles of Windows are; the sign for what is no character is escaped there."""
    for message in read():
        for text in (*forms(message.id), *forms(message.string)):
            text.replace("\N{REPLACEMENT CHARACTER}", "").encode("gbk")


def test_one_is_told_as_one() -> None:
    """A count that leads a message, or stands in brackets, has a form of its own for one."""
    counted = re.compile(r"(?:^|\()\{count\} (?!of )[a-z]+s\b")
    assert [found.text for found in messages() if found.plural is None and counted.search(found.text)] == []
