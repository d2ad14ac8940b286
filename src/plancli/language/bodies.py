"""What a body (机关, 部门, 单位) is called: how its name ends and what stands between names."""

from __future__ import annotations

import re

_BODY = re.compile(
    r"(?:(?<!\d)[科室处局办部委院站所队校园厅会组社团系股]|中心|学院|大学|[中小]学|公司|集团|街道|工会|支队|银行|单位|部门|乡|镇|妇联|残联|[（(]居[)）])(?:[（(][^（）()]*[)）])?$"
)
_ROLES = re.compile(
    r"(?:牵头|配合|责任|主办|协办|承办|协同|参与)[^：:，,；;、]{0,4}[：:]|[（(]?(?:牵头|配合|负责|主办|协办|协助)[)）]?(?=[，,；;。、]|$)"
)
_SPLIT = re.compile(r"[、，,；;\s/]+")


def ends_as_body(text: str) -> bool:
    """Whether a text ends as the name of a body does."""
    return _BODY.search(text) is not None


def all_bodies(text: str) -> bool:
    """Whether a text is nothing but names of bodies, by how these end."""
    if text[-1:] in "。；：":
        return False
    names = [name for name in _SPLIT.split(_ROLES.sub("", text)) if name]
    return (
        bool(names)
        and all(len(name) <= 16 for name in names)
        and sum(bool(_BODY.search(name)) for name in names) * 2 > len(names)
    )
