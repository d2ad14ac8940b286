"""How time and memory grow with a document: python bench/growth.py [--size N] [NAME …]

40 repeated patterns in text, in a cell and as lines, and 12 structures of each kind of file, at 1×, 2× and 4×, each in a process of
its own; the exponent of the last doubling, by CPU time and by memory above that of a process that has read a small file. An
exponent above 1.3 is a rule that looks at everything again for each thing: it is to be mended. The smallest of some turns
counts, and what stays below a tenth of a second or 8 MB tells nothing. A text takes no more than 60 MB and three times its
result (`--size 400000 "txt items" "txt one table"`: 10,000 of each at 1×). `tests/test_growth.py` counts calls and bytes instead,
for the worst of these.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from growth_writers import WRITERS, Part, Row

BOUND = 1.3
TIMES = (1, 2, 4)
TURNS = 2
TEXTS = ("line", "cell", "txt")
MOST = 60.0, 3.0  # MB that a text takes: so many, and so many times the result
Maker = Callable[[int], bytes]

PATTERNS = (
    "3月底前", "3-", "1月、", "2024年", "一季度", "上旬", "每月", "每周一次", "全年", "寒假期间", "到2027年", "完成时限：",
    "（6月底前完成）", "第一周", "9", "1.", "①", "一、", "（一）", "（", "）", "第", "附件1：", "责任单位：", "牵头单位：教育局；",
    "教育局、", "局", "各乡镇", "和", "：", "。", "〔2024〕1号", "《", "“", "…", "|", "甲\t", " ", "注：", "&nbsp;",
)  # fmt: skip
HEAD = "某县2024年工作要点\n一、深化改革\n"
TABLE_HEAD = ("序号", "工作任务", "责任单位", "完成时限")
ITEM = "推进第{}项建设。3月底前完成方案，12月底前评估。（牵头单位：综合科；配合单位：各乡镇）"


def pattern_makers() -> dict[str, Maker]:
    made: dict[str, Maker] = {}
    for unit in PATTERNS:
        made[f"line {unit!r}"] = lambda n, unit=unit: f"{HEAD}1. 推进。{unit * (n // len(unit))}\n".encode()  # type: ignore[misc]
        made[f"cell {unit!r}"] = lambda n, unit=unit: (  # type: ignore[misc]
            "\t".join(TABLE_HEAD)
            + f"\n1\t{unit.strip() * (n // len(unit))}\t综合科\t3月底前\n"
            + "2\t推进\t综合科\t3月底前\n" * 3
        ).encode()
        made[f"lines {unit!r}"] = lambda n, unit=unit: (  # type: ignore[misc]
            HEAD + "1. 推进。\n" + f"{unit}\n" * (n // 8 // len(unit))
        ).encode()
    return made


# ---- structures: each gives the paragraphs and tables of a document; writers make files of them ----
def structures() -> dict[str, Callable[[int], list[Part]]]:
    def rows(n: int) -> list[Row]:
        return [(str(k), ITEM.format(k), "综合科", "3月底前") for k in range(1, n + 1)]

    return {
        "items": lambda n: [HEAD.split("\n")[0], "一、深化改革", *(f"{k}. {ITEM.format(k)}" for k in range(1, n + 1))],
        "headings": lambda n: [HEAD.split("\n")[0], *("一、同一标题" for _ in range(n))],
        "sections": lambda n: [HEAD.split("\n")[0], *(x for k in range(n // 2) for x in (f"（一）第{k}项改革", "1. 推进。"))],
        "unnumbered": lambda n: [HEAD.split("\n")[0], *(ITEM.format(k) for k in range(n))],
        "blank lines": lambda n: [HEAD.split("\n")[0], *([""] * n), "1. 推进。"],
        "one paragraph": lambda n: [HEAD.split("\n")[0], "1. " + "".join(ITEM.format(k) for k in range(n))],
        "plans": lambda n: [x for k in range(n // 4) for x in (f"某县2024年第{k}项工作要点", "1. 推进。3月底前完成。", "2. 检查。")],
        "contents": lambda n: ["目录", *(f"一、第{k}章……{k}" for k in range(n)), "一、甲", "1. 推进。"],
        "one table": lambda n: ["某县2024年工作任务表", [TABLE_HEAD, *rows(n)]],
        "tables": lambda n: [x for k in range(n // 4) for x in (f"表{k}", [TABLE_HEAD, *rows(2)])],
        "tiny tables": lambda n: ["某县2024年工作任务表", *([("甲",)] for _ in range(n))],
        "one cell": lambda n: ["某县2024年工作任务表", [TABLE_HEAD, ("1", "".join(map(ITEM.format, range(n))), "综合科", "3月")]],
    }  # fmt: skip


def makers() -> dict[str, Maker]:
    """Every pattern and structure: its name → the document of a size."""
    made = pattern_makers()
    for kind, write in WRITERS.items():
        for name, parts in structures().items():
            made[f"{kind} {name}"] = lambda n, write=write, parts=parts: write(parts(max(n // 40, 8)))  # type: ignore[misc]
    return made


def _measure(answer: object, data: bytes, small: bytes) -> None:
    import plancli
    from plancli.export import json

    plancli.parse(small)
    Path("/proc/self/clear_refs").write_text("5")
    before, began = _held(), time.process_time()
    size = len(json.encoded(plancli.parse(data)))
    answer.send((time.process_time() - began, _held() - before, size / 2**20))  # type: ignore[attr-defined]


def _held() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def cost(data: bytes, small: bytes, limit: float) -> tuple[float, float, float]:
    """CPU seconds, MB and MB of the result of one parse, in a process of its own; infinite where it takes longer than `limit`, or dies."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_measure, args=(theirs, data, small))
    process.start()
    theirs.close()
    try:
        return ours.recv() if ours.poll(limit) else (math.inf,) * 3  # type: ignore[no-any-return]
    except EOFError:
        return (math.inf,) * 3
    finally:
        process.kill()
        process.join()


def exponent(values: list[float], least: float) -> float:
    """That of the last doubling; 1 where the values are too small to tell."""
    if values[-1] == math.inf:
        return math.inf
    return math.log2(values[-1] / max(values[-2], least / 2)) if values[-1] > least else 1.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="only those whose name holds it")
    parser.add_argument("--size", type=int, default=8000, help="characters at 1×")
    parser.add_argument("--limit", type=float, default=120, help="seconds for one parse")
    options = parser.parse_args()
    bad = total = 0
    for name, make in makers().items():
        if options.names and not any(part in name for part in options.names):
            continue
        small = make(60)
        runs = [[cost(make(options.size * times), small, options.limit) for _ in range(TURNS)] for times in TIMES]
        seconds, memory, result = ([min(run[k] for run in turn) for turn in runs] for k in range(3))
        worst = exponent(seconds, 0.1), exponent(memory, 8.0)
        total += 1
        large = name.startswith(TEXTS) and any(m > MOST[0] + MOST[1] * r for m, r in zip(memory, result, strict=True))
        bad += (wrong := large or max(worst) > BOUND)
        mark = "BAD " if wrong else "    "
        print(
            f"{mark}{name:28} time {worst[0]:5.2f} memory {worst[1]:5.2f}; "
            f"seconds {' '.join(f'{s:.2f}' for s in seconds)}; MB {' '.join(f'{m:.0f}' for m in memory)} "
            f"for {' '.join(f'{r:.1f}' for r in result)}",
            flush=True,
        )
    print(f"{total} patterns and structures, {bad} above a bound")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
