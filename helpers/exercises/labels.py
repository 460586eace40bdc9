"""What the lecture calls the arrays within a value: a name, a tuple of names, or names repeated for each layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class EachLayer:
    """A list with an entry for each layer; {l} in a name stands for the layer's number.

    each: EachLayer(("W{l}", "b{l}")) names W1, b1, W2, b2, ...; EachLayer(("w", "b")) the one layer of notebook 02
    name: what the list itself is called, where spelling it out would be too long
    item: what an entry is called: "layer {l}", "cache {l}"
    """

    each: Label
    name: str = ""
    item: str = "layer {l}"


Label = str | tuple["Label", ...] | EachLayer


def names(label: Label, value: Any) -> list[str]:
    """The names of the arrays in a value, from left to right."""
    if isinstance(label, str):
        return [label]
    if isinstance(label, EachLayer):
        return [name.format(l=layer) for layer, part in enumerate(value, 1) for name in names(label.each, part)]
    return [name for each, part in zip(label, value, strict=True) for name in names(each, part)]


def spelled_out(label: Label, value: Any) -> str:
    """The value as one would type it: (dZ2, dW2, db2) or [(W1, b1), (W2, b2)]."""
    if isinstance(label, str):
        return label
    if isinstance(label, EachLayer):
        each = [label.item if label.name else spelled_out(label.each, part) for part in value]
        return f"[{', '.join(text.format(l=layer) for layer, text in enumerate(each, 1))}]"
    return f"({', '.join(spelled_out(each, part) for each, part in zip(label, value, strict=True))})"


PARAMS = EachLayer(("W{l}", "b{l}"))
GRADIENTS = EachLayer(("dW{l}", "db{l}"))
