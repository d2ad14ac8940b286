"""Bytes of a Chinese text file → text: marks and strict decodings first, then how common the characters are.

UTF-8 proves itself, and so does HZ. GB18030, Big5 and UTF-16 accept much that they did not write; of those that decode
without an error, the one whose characters are the most usual in Chinese wins. A file put together from others is read line by
line: a line that is UTF-8 is hardly ever anything else. Only where nothing else helps is charset-normalizer asked.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

# The characters and marks that make up about half of any official text, in both scripts.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民"
    "得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社"
    "义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并"
    "提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强"
    "放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己"
    "美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群"
    "广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往"
    "责任牵头单位完成时限底前推进落实加快促进推动開發會為國時來們個這說對過學實現經動產後從義與關條質問題變無總體黨員機業區責單處際團據標練續類護質額導屬應當將辦級設計訓務總結"
    "，。、：；（）“”《》〔〕　"
)
DOUBTFUL = 0.1  # a likelihood below this is a guess; official Chinese text reaches a half
_HZ = re.compile(rb"~\{(?:[!-~]{2})+~\}")  # RFC 1843
# The characters of Chinese text in UTF-8: three bytes each, which two of GB18030 hardly ever look like.
_WIDE = re.compile(rb"[\xe2-\xe9\xef][\x80-\xbf]{2}")
_TELLING = 3  # characters; fewer may be the bytes of two others side by side (查。 in GB18030)
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
_ASCII = re.compile("[\x00-\x7f]+")
_LATIN = re.compile("[\xa0-\xff]{2}")
_ASKED = 5_000  # characters whose commonness is asked, spread over a text's head
_CODECS = ("gb18030", "big5hkscs", "cp950", "utf-16-le", "utf-16-be")


@dataclass(slots=True)
class Decoded:
    """Text, the codec that gave it, and how many characters it could not give; its likelihood once that was asked."""

    text: str
    codec: str
    replaced: int = 0
    likely: float | None = field(default=None, compare=False)


def decode(data: bytes) -> Decoded:
    """Total: where nothing decodes the bytes, the likeliest codec does with U+FFFD in place of what it cannot."""
    marked = _by_mark(data)
    if marked is not None:
        return marked
    candidates: list[Decoded] = []
    if data.isascii() and _HZ.search(data) and (text := _strict(data, "hz")) is not None:
        return Decoded(text, "hz")
    if (text := _strict(data, "utf-8")) is not None:
        candidates.append(Decoded(text, "utf-8"))
        if b"\x00" not in data:
            return _unmangled(candidates[0])
    elif b"\x00" not in data and (mixed := _by_lines(data)) is not None:
        return mixed
    candidates += [Decoded(text, codec) for codec in _CODECS if (text := _strict(data, codec)) is not None]
    best = max(candidates, key=likelihood, default=None)
    if best is None or likelihood(best) < DOUBTFUL:
        # Torn or mixed text: the codec that gives sense wins, though not every byte does.
        torn = [_replacing(data, codec) for codec in ("utf-8", *_CODECS, *_guessed(data))]
        best = max([best, *torn] if best is not None else torn, key=likelihood)
    return best


def _by_mark(data: bytes) -> Decoded | None:
    for mark, codec in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"\x84\x31\x95\x33", "gb18030"),
    ):
        if data.startswith(mark):
            marked = _replacing(data[len(mark) :], codec)
            # Some programs put the mark of UTF-8 before whatever they write.
            return decode(data[len(mark) :]) if codec == "utf-8" and marked.replaced else marked
    return None


def _unmangled(decoded: Decoded) -> Decoded:
    """GB18030 that was taken for Latin-1 and saved as UTF-8 (ÖØµã for 重点), as it was."""
    if likelihood(decoded) >= DOUBTFUL or _LATIN.search(decoded.text) is None:
        return decoded
    for codec in ("latin-1", "cp1252"):
        try:
            text = decoded.text.encode(codec).decode("gb18030")
        except UnicodeError:
            continue
        meant = Decoded(text, f"gb18030 as {codec} as utf-8")
        if likelihood(meant) > 3 * DOUBTFUL:
            return meant
    return decoded


def _by_lines(data: bytes) -> Decoded | None:
    """Lines of UTF-8 and lines of GB18030 in one file, or characters cut in two by a line break; None where no line is UTF-8
    and none of its characters is cut."""
    lines = data.split(b"\n")
    spoken = [line for line in lines if not line.isascii()]
    own = sum(
        (_strict(line, "utf-8") is not None and not _is_rather_gb(line)) or _is_mostly_utf8(line) for line in spoken
    )
    texts: list[str] = []
    codecs_seen: dict[str, None] = {}
    replaced = cut = 0
    begun = b""  # what the line before has given away of this one
    for at, whole in enumerate(lines):
        line = whole[len(begun) :]
        following = lines[at + 1] if at + 1 < len(lines) else b""
        tried: tuple[str, ...] = ("utf-8", "gb18030") if own and not _is_rather_gb(line) else ("gb18030",)
        read = _line(line, following, ("utf-8",) if _is_mostly_utf8(line) else tried)
        begun = read.begun
        cut += bool(begun)
        replaced += read.text.count("\ufffd")
        texts.append(read.text)
        if not line.isascii():
            codecs_seen[read.codec] = None
    if not own and not cut:
        return None
    found = Decoded("\n".join(texts), " and ".join(codecs_seen), replaced)
    return found if likelihood(found) >= DOUBTFUL or _is_mostly_utf8(data) else None


@dataclass(slots=True)
class _Line:
    text: str
    codec: str
    begun: bytes = b""  # the head of the next line, which is the rest of this one's last character


def _line(line: bytes, following: bytes, tried: tuple[str, ...]) -> _Line:
    """One line in the first of the codecs that reads it, with the rest of a last character from the line behind."""
    if line.isascii():
        return _Line(line.decode("ascii"), "ascii")
    body, end = (line[:-1], "\r") if line.endswith(b"\r") else (line, "")
    for codec in tried:
        try:
            return _Line(body.decode(codec) + end, codec)
        except UnicodeDecodeError as error:
            if error.end < len(body) or _strict(following, "utf-8") is not None:
                continue
            for count in (1, 2, 3):
                whole = _strict(body[error.start :] + following[:count], codec)
                if whole is not None and len(whole) == 1 and len(following) >= count:
                    return _Line(body[: error.start].decode(codec) + whole + end, codec, following[:count])
    torn = max((_replacing(body, codec) for codec in tried), key=likelihood)
    return _Line(torn.text + end, torn.codec)


def _is_mostly_utf8(line: bytes) -> bool:
    """Whether more than half of what is beyond ASCII is Chinese in UTF-8: a stray byte does not make another encoding of the rest,
    though GB18030 may read all of it as characters that nobody writes."""
    wide = len(_WIDE.findall(line))
    return wide >= _TELLING and 3 * wide * 2 > sum(map(len, _BEYOND_ASCII.findall(line)))


def _is_rather_gb(line: bytes) -> bool:
    """Whether a line that is UTF-8 by chance makes more sense in GB18030: 通知, 学院 are two letters of other scripts each."""
    by_chance, meant = _strict(line, "utf-8"), _strict(line, "gb18030")
    if by_chance is None or meant is None or line.isascii():
        return False
    return likelihood(Decoded(meant, "gb18030")) > likelihood(Decoded(by_chance, "utf-8"))


def _guessed(data: bytes) -> list[str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:65536]).best()
    return [best.encoding] if best is not None else []


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _replacing(data: bytes, codec: str) -> Decoded:
    text = data.decode(codec, "replace")
    return Decoded(text, codec, text.count("\ufffd"))


def likelihood(decoded: Decoded) -> float:
    """The share of usual characters among those beyond ASCII, 1 for plain ASCII; zero bytes and what could not be decoded
    weigh against it."""
    if decoded.likely is None:
        sample = decoded.text[:20_000].rstrip("\x00")
        beyond = _ASCII.sub("", sample[:: len(sample) // _ASKED + 1])
        common = sum(map(_COMMON.__contains__, beyond)) / len(beyond) if beyond else 1.0
        decoded.likely = common - 4 * (sample.count("\x00") + sample.count("\ufffd")) / max(len(sample), 1)
    return decoded.likely
