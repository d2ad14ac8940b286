"""Mutated samples under the supervisor: python bench/fuzz.py --minutes 60 [--seed N] [--jobs N] [--keep DIR]

Every case is made from the seed and its number alone, so that it can be made again (`--only NUMBER`). A crash, a hang,
a traceback or a result that does not validate is kept in DIR and told; any ends the run with 1.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

from plancli.batch import supervise
from plancli.batch.job import Job, Outcome, ResultShape
from plancli.batch.supervise import supervised
from plancli.batch.worker_handle import Guards
from plancli.export.validity import findings
from plancli.model.settings import Settings

ROOT = Path(__file__).parents[1]
BAD = {"timeout", "out-of-memory", "worker-crashed", "internal"}
GUARDS = Guards(seconds=30, memory=1 << 30)

WORDS = [
    "一、", "（一）", "1.", "①", "１．", "1.1", "(1)", "第一章", "附件：", "2024年", "2月30日", "3月底前", "2025—2024年", "十二月",
    "牵头单位：", "责任单位", "、、", "（", "）", "《", "》", "\t", "\n", "\r\n", "\f", "\u3000" * 40, "\u200b", "\ufeff", "\ufffd",
    "〇", "廿", "卅", "0" * 400, "9" * 40 + "月", "每" * 50, "年" * 50, "𠀀", "e\u0301", "\u202e", "前" * 30, "|", "-" * 80, "至" * 20,
]  # fmt: skip
NUMBERS = [b"0", b"-1", b"1", b"65536", b"2147483647", b"-2147483648", b"1e30", b"99999999999999999999", b"nan", b"."]

MAIN_PARTS = ("word/document.xml", "xl/worksheets/sheet1.xml", "Doc_0/Pages/Page_0/Content.xml", "content.xml")

Mutation = Callable[[bytes, random.Random], bytes]


def flip(data: bytes, chance: random.Random) -> bytes:
    turned = bytearray(data)
    for _ in range(chance.choice((1, 4, 32, 256))):
        turned[chance.randrange(len(turned))] ^= 1 << chance.randrange(8)
    return bytes(turned)


def cut(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted((chance.randrange(len(data)), chance.randrange(len(data))))
    return chance.choice((data[:start], data[end:], data[:start] + data[end:]))


def double(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randrange(1, 4000)]
    at = chance.randrange(len(data))
    return data[:at] + piece * chance.choice((1, 2, 50)) + data[at:]


def shuffle(data: bytes, chance: random.Random) -> bytes:
    mark = chance.choice((b"\n", b">", b" ", "。".encode()))
    pieces = data.split(mark)
    start = chance.randrange(len(pieces))
    part = pieces[start : start + chance.randrange(2, 60)]
    chance.shuffle(part)
    pieces[start : start + len(part)] = part
    return mark.join(pieces)


def number(data: bytes, chance: random.Random) -> bytes:
    """Puts a nasty number in the place of one."""
    import re

    found = list(re.finditer(rb"\d+", data))
    for match in sorted(chance.sample(found, min(len(found), chance.choice((1, 3, 20)))), key=lambda m: -m.start()):
        data = data[: match.start()] + chance.choice(NUMBERS) + data[match.end() :]
    return data


def words(data: bytes, chance: random.Random) -> bytes:
    """Puts words of plans where they do not belong."""
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(chance.choice((1, 5, 40))):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(WORDS) * chance.choice((1, 1, 1, 30)) + text[at + chance.choice((0, 0, 3)) :]
    return text.encode("utf-8", "surrogateescape")


PLAIN: tuple[Mutation, ...] = (flip, cut, double, shuffle, number, words)


def text(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randrange(1, 5)):
        data = chance.choice(PLAIN)(data or b" ", chance)
    if chance.random() < 0.2:
        codec = chance.choice(("gb18030", "utf-16", "utf-16-be", "big5", "utf-8-sig", "utf-32"))
        data = data.decode("utf-8", "replace").encode(codec, "replace")
    return data


def plain(data: bytes, chance: random.Random) -> bytes:
    return chance.choice((flip, cut, double))(data, chance)


def docx(data: bytes, chance: random.Random) -> bytes:
    """Mutates the package, or the XML in it and packs it again."""
    if chance.random() < 0.25:
        return chance.choice((flip, cut, double))(data, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in package.infolist():
            part = package.read(entry)
            main = entry.filename in MAIN_PARTS
            if part and chance.random() < (0.9 if main else 0.2):
                part = chance.choice((elements, elements, elements, *PLAIN))(part, chance)
            if main or chance.random() > 0.03:
                target.writestr(entry.filename, part)
    return out.getvalue()


def elements(data: bytes, chance: random.Random) -> bytes:
    """Doubles, moves, nests or drops whole elements: XML that is well-formed and means nothing."""
    from lxml import etree

    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return data
    for _ in range(chance.choice((1, 4, 20))):
        nodes = [node for node in root.iter() if isinstance(node.tag, str) and node.getparent() is not None]
        if not nodes:
            break
        node, other = chance.choice(nodes), chance.choice(nodes)
        action = chance.randrange(5)
        if action == 0:
            node.getparent().remove(node)  # type: ignore[union-attr]
        elif action == 1:
            other.append(etree.fromstring(etree.tostring(node)))
        elif action == 2 and node.attrib:
            name = chance.choice(sorted(map(str, node.attrib)))
            node.set(name, chance.choice(("", "0", "-1", "999999999", "x", "一", "restart", "on")))
        elif action == 3:
            node.text = chance.choice(WORDS).translate(dict.fromkeys((*range(9), 11, 12, *range(14, 32))))
        else:
            node.tag = other.tag
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def pdf(data: bytes, chance: random.Random) -> bytes:
    """Mutates the file, or what a compressed stream in it draws."""
    if chance.random() < 0.5:
        return chance.choice((flip, cut, double, number))(data, chance)
    pieces = data.split(b"stream\r\n") if b"stream\r\n" in data else data.split(b"stream\n")
    at = chance.randrange(1, len(pieces)) if len(pieces) > 1 else 0
    try:
        plain = zlib.decompress(pieces[at])
        changed = zlib.compress(chance.choice((number, number, shuffle, double, cut))(plain or b" ", chance))
        return data.replace(pieces[at], changed + b"\nend", 1)
    except zlib.error:
        return number(data, chance)


MUTATIONS: dict[str, Mutation] = {
    ".txt": text,
    ".html": text,
    ".xlsx": docx,
    ".ofd": docx,
    ".doc": plain,
    ".rtf": text,
    ".odt": docx,
    ".docx": docx,
    ".pdf": pdf,
}


def case(seed: int, index: int, samples: list[Path]) -> tuple[str, bytes]:
    """The name and the bytes of one case."""
    chance = random.Random(f"{seed} {index}")
    sample = chance.choice(samples)
    data = MUTATIONS[sample.suffix](sample.read_bytes(), chance)
    return f"{index:07}-{sample.parent.name}{sample.suffix}", data


def verdict(outcome: Outcome) -> str | None:
    """What is wrong with an outcome, or None."""
    if outcome.error in BAD:
        return f"{outcome.error}: {outcome.what}\n{outcome.trace}"
    if outcome.status == "ok":
        broken = findings(outcome.output)
        if broken:
            return "the result does not validate: " + "; ".join(f"{path}: {what}" for path, what in broken[:3])
    return None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--samples", type=Path, default=ROOT / "samples", help="folder with files to mutate")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-findings"), help="where bad cases are kept")
    parser.add_argument("--only", type=int, help="make this case alone, in the folder of --keep")
    options = parser.parse_args()
    samples = sorted(path for path in options.samples.rglob("*") if path.suffix in MUTATIONS and path.is_file())
    if options.only is not None:
        name, data = case(options.seed, options.only, samples)
        options.keep.mkdir(parents=True, exist_ok=True)
        (options.keep / name).write_bytes(data)
        print(options.keep / name)
        return 0
    return fuzz(options, samples)


def fuzz(options: argparse.Namespace, samples: list[Path]) -> int:
    counts: Counter[str] = Counter()
    bad = index = 0
    began = said = time.monotonic()
    pending: dict[Future[Outcome], tuple[str, bytes]] = {}
    with ThreadPoolExecutor(options.jobs) as executor:
        while time.monotonic() - began < options.minutes * 60 or pending:
            while len(pending) < 2 * options.jobs and time.monotonic() - began < options.minutes * 60:
                name, data = case(options.seed, index, samples)
                index += 1
                job = Job(name, data, Settings(ocr="never"), ResultShape())
                pending[executor.submit(supervised, job, GUARDS)] = name, data
            finished, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in finished:
                name, data = pending.pop(future)
                outcome = future.result()
                counts[outcome.error or "ok"] += 1
                wrong = verdict(outcome)
                if wrong:
                    bad += 1
                    options.keep.mkdir(parents=True, exist_ok=True)
                    (options.keep / name).write_bytes(data)
                    (options.keep / f"{name}.why").write_text(wrong, "utf-8")
                    print(f"{name}: {wrong.splitlines()[0]}", flush=True)
            if time.monotonic() - said > 60:
                said = time.monotonic()
                print(f"{(said - began) / 60:.0f} min, {index} cases, {bad} bad", file=sys.stderr, flush=True)
        supervise.stop()
    told = ", ".join(f"{count} {code}" for code, count in counts.most_common())
    print(f"{index} cases in {(time.monotonic() - began) / 60:.1f} min, seed {options.seed}: {told}; {bad} bad")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
