"""Texts a second on the corpus examples: plancli against JioNLP's parse_time, in one run; and MB/s on whole plan texts.

pip install jionlp==1.5.29        (for this benchmark alone)
python bench/time_grammar.py
"""

from __future__ import annotations

import contextlib
import io
import logging
import time
from collections.abc import Callable, Iterable
from importlib import import_module

from plancli.annotate.timenodes import TimeContext, read
from plancli.annotate.timenodes.forms import FAMILIES
from plancli.annotate.timenodes.specimens import PLAN_YEAR

ROUNDS = 5
# An outline states a time every few sentences; a schedule column is little else.
OUTLINE = (
    "（一）持续深化改革，健全工作机制，压实各方责任，统筹推进各项重点任务落地见效。各部门按照职责分工密切配合，"
    "形成齐抓共管的良好局面，不断提升服务保障能力和群众满意度。加强队伍建设，开展分层分类培训，提升专业能力和服务水平。\n"
    "（二）优化资源配置，完善经费投入保障机制，规范设施设备采购程序，加强项目全过程管理和绩效评价。"
    "6月底前完成方案编制，三季度组织中期评估。强化宣传引导，总结推广典型经验，营造良好社会氛围。\n"
)
SCHEDULE = (
    "一季度：制定实施方案，召开动员部署会；\n4-6月：开展自查自纠，每月通报进展；\n9月底前完成整改；\n12月：总结验收。\n"
)


def best(work: Callable[[], object]) -> float:
    """The least processor time of some rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def texts() -> list[str]:
    """All example texts of the corpora."""
    return [
        example.text
        for name in FAMILIES
        for example in import_module(f"plancli.annotate.timenodes.families.{name}.corpus").CORPUS.examples
    ]


def ours(examples: Iterable[str]) -> None:
    """Read each text."""
    context = TimeContext(year=PLAN_YEAR)
    for text in examples:
        read(text, context)


def theirs(examples: Iterable[str]) -> Callable[[], None] | None:
    """The same with JioNLP, or None where it is not installed."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            import jionlp
    except ImportError:
        return None

    logging.disable(logging.CRITICAL)  # it logs what it cannot read; that is not its reading

    def work() -> None:
        for text in examples:
            with contextlib.suppress(Exception):  # it raises where it finds nothing
                jionlp.parse_time(text, time_base={"year": PLAN_YEAR})

    return work


def main() -> None:
    """Print the ratios."""
    examples = texts()
    seconds = best(lambda: ours(examples))
    print(f"plancli    {len(examples) / seconds:10.0f} texts/s on {len(examples)} corpus examples")
    other = theirs(examples)
    if other is None:
        print("JioNLP is not installed: pip install jionlp==1.5.29")
    else:
        their_seconds = best(other)
        print(f"JioNLP     {len(examples) / their_seconds:10.0f} texts/s")
        print(f"ratio      {their_seconds / seconds:10.1f}")
    for name, piece, schedule in (("outline", OUTLINE, False), ("schedule", SCHEDULE, True)):
        plan = piece * (800_000 // len(piece.encode()))
        context = TimeContext(year=PLAN_YEAR, schedule=schedule)
        size, spent = len(plan.encode()), best(lambda plan=plan, context=context: read(plan, context))  # type: ignore[misc]
        print(
            f"{name:10} {size / spent / 1e6:10.1f} MB/s on {size / 1e6:.1f} MB, {len(read(plan, context)) / spent:.0f} nodes/s"
        )


if __name__ == "__main__":
    main()
