"""Number labels at the start of a paragraph: which form, which value, where the text begins."""

from .paragraphs import label_of
from .rules import Label, han_value, lost_label, read_label

__all__ = ["Label", "han_value", "label_of", "lost_label", "read_label"]
