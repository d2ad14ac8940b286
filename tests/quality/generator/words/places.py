"""Invented places and persons."""

from __future__ import annotations

from random import Random

FIRST = "澄岚霁沛汀瑶栖鹭枫荻榆芷漪峤澹泓苇樟"
SECOND = "浦泽岭陵湾屏渚堰冈坪渡塘洲峪"
FAMILY = "赵钱孙周吴郑冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "志明建国晓云文静海涛立新佳怡振华春梅永康国栋思远雨桐景行若兰"


def place(rng: Random) -> str:
    """Two characters that name no real place that we know of."""
    return rng.choice(FIRST) + rng.choice(SECOND)


def person(rng: Random) -> str:
    """A name of two or three characters."""
    at = rng.randrange(0, len(GIVEN) - 1)
    return rng.choice(FAMILY) + (GIVEN[at] if rng.random() < 0.2 else GIVEN[at : at + 2])
