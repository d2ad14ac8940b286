"""Number labels at the start of a paragraph, a line, a cell: which form, which value, where the text begins."""

from .cells import (
    begins_in_chinese,
    is_chinese_label,
    label_form,
    read_number,
    split_items,
    split_label,
    split_label_in_turn,
)
from .paragraphs import label_of, labels_of
from .rules import Label, label_before_digits, label_before_unit, read_label

__all__ = [
    "Label",
    "begins_in_chinese",
    "is_chinese_label",
    "label_before_digits",
    "label_before_unit",
    "label_form",
    "label_of",
    "labels_of",
    "read_label",
    "read_number",
    "split_items",
    "split_label",
    "split_label_in_turn",
]
