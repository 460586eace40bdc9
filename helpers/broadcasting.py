"""What NumPy does with two shapes: which axes match, which are stretched, which refuse, and what to write instead.

Notebook 01, "Broadcasting"; NumPy's documentation, "Broadcasting".
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, zip_longest
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from helpers.validation import numbers

Shape: TypeAlias = tuple[int, ...]


class Axis(NamedTuple):
    """One axis of the result, and the sizes that the two operands have there; None where they have no such axis."""

    a: int | None
    b: int | None

    @property
    def fits(self) -> bool:
        """Equal, or one of them 1, or missing."""
        return self.a == self.b or self.a in (1, None) or self.b in (1, None)

    @property
    def size(self) -> int:
        """The size in the result."""
        a, b = (1 if size is None else size for size in self)
        return b if a == 1 else a

    def message(self) -> str:
        """What happens along this axis, in words."""
        if not self.fits:
            return f"{self.a} meets {self.b}, and neither is 1: they do not fit"
        if None in self:
            name, size = ("a", self.b) if self.a is None else ("b", self.a)
            return f"{name} has no such axis: it is repeated {_times(size)}"
        if self.a == self.b:
            return f"both have {self.a}: they match"
        name = "a" if self.a == 1 else "b"
        return (
            f"{name} is stretched from 1 to {self.size}" if self.size else f"{name} is cut from 1 to 0: nothing is left"
        )


def _times(count: int | None) -> str:
    return {0: "0 times, so nothing is left", 1: "once, as it is"}.get(count or 0, f"{count} times")


@dataclass(frozen=True)
class Broadcast:
    """Two shapes side by side, aligned from the right: what the print, the picture and the explorer show."""

    a: Shape
    b: Shape

    @property
    def axes(self) -> list[Axis]:
        """The axes of the result, from left to right."""
        pairs = zip_longest(reversed(self.a), reversed(self.b))
        return [Axis(*sizes) for sizes in pairs][::-1]

    @property
    def refusing(self) -> list[int]:
        """The places of the axes that do not fit, counted from the left as `axis` is."""
        return [place for place, axis in enumerate(self.axes) if not axis.fits]

    @property
    def result(self) -> Shape | None:
        """The shape that comes out, or None if some axis refuses."""
        return None if self.refusing else tuple(axis.size for axis in self.axes)

    @property
    def fixes(self) -> list[tuple[str, Shape]]:
        """What to write in place of b or a so that they fit, and the shape that then comes out; at most two."""
        if self.result is not None:
            return []
        others = [(text, Broadcast(self.a, shape)) for text, shape in _changed("b", self.b, self.a)]
        others += [(text, Broadcast(shape, self.b)) for text, shape in _changed("a", self.a, self.b)]
        return [(text, other.result) for text, other in others if other.result is not None][:2]

    @property
    def warning(self) -> str:
        """A sentence if both hold equally many numbers and more come out, which is seldom meant."""
        count = math.prod(self.a)
        if self.result is None or count != math.prod(self.b) or math.prod(self.result) == count:
            return ""
        fix = f"b.reshape{self.a}" if len(self.a) >= len(self.b) else f"a.reshape{self.b}"
        everything = math.prod(self.result)
        return f"Careful: {count} numbers and {count} numbers make {everything}. One to one? Then take {fix}."

    def __str__(self) -> str:
        return "\n".join([*self._table(), *self._words()])

    def _table(self) -> Iterator[str]:
        """Both shapes and the result, or a cross below each axis that refuses, one below the other."""
        rows: dict[str, list[Any]] = {"a": [axis.a for axis in self.axes], "b": [axis.b for axis in self.axes]}
        if self.result is None:
            rows[""] = [None if axis.fits else "✗" for axis in self.axes]
        else:
            rows["result"] = list(self.result)
        width = max(6, *(2 + len(str(size)) for size in (0, *self.a, *self.b)))
        for name, sizes in rows.items():
            columns = ("" if size is None else str(size) for size in sizes)
            yield (f"{name:<7}" + "".join(column.rjust(width) for column in columns)).rstrip()

    def _words(self) -> Iterator[str]:
        for place, axis in enumerate(self.axes):
            yield f"axis {place}: {axis.message()}."
        if not self.axes:
            yield "Two single numbers: there is no axis to stretch."
        for text, shape in self.fixes:
            yield f"{text} would fit: the result is then {shape}."
        if self.refusing and not self.fixes:
            yield "There is no simple fix: look where these sizes come from."
        if self.warning:
            yield self.warning


def _changed(name: str, shape: Shape, other: Shape) -> Iterator[tuple[str, Shape]]:
    """The array as one might write it differently: with new axes, turned, or laid out like the other."""
    if shape:
        yield from _with_new_axes(name, shape, max(len(other), 2))
    if len(shape) == 2:
        yield f"{name}.T", shape[::-1]
    if max(shape, default=1) == math.prod(shape) == math.prod(other):
        yield f"{name}.reshape{other}", other


def _with_new_axes(name: str, shape: Shape, count: int) -> Iterator[tuple[str, Shape]]:
    """The array with `count` axes or fewer, some of them new, but none on the left: NumPy adds those itself."""
    for own in combinations(range(count), len(shape)):
        sizes = dict(zip(own, shape, strict=True))
        places = range(own[0], count)
        if len(places) > len(shape):
            index = ", ".join(":" if place in sizes else "np.newaxis" for place in places)
            yield f"{name}[{index}]", tuple(sizes.get(place, 1) for place in places)


def shape_of(given: Any, name: str = "a") -> Shape:
    """The shape that is meant: a tuple of whole numbers is a shape, anything else an array, a list or a number.

    Raises ValueError or TypeError for what is neither.  Notebook 01, "Broadcasting".
    """
    if not isinstance(given, tuple):
        return numbers(given, name).shape
    if not all(isinstance(size, (int, np.integer)) and type(size) is not bool for size in given):
        raise ValueError(f"{name} is {given}; a shape holds whole numbers, as (3, 1): write an array as a list, in [ ]")
    if any(size < 0 for size in given):
        raise ValueError(f"{name} is the shape {given}; a size can't be below 0: write how many there are")
    return tuple(int(size) for size in given)


def broadcast(a: Any, b: Any) -> Broadcast:
    """What becomes of two arrays, or of two shapes.  Raises ValueError or TypeError for what is neither.

    Notebook 01, "Broadcasting"; NumPy's documentation, "Broadcasting".
    """
    return Broadcast(shape_of(a, "a"), shape_of(b, "b"))


def explain_broadcast(a: Any, b: Any) -> None:
    """Print what NumPy does with two arrays, or shapes such as (3, 1): axis by axis, aligned from the right.

    Raises ValueError or TypeError for what is neither.  Notebook 01, "Broadcasting".
    """
    print(broadcast(a, b))


def read_shape(text: str) -> Shape:
    """The shape in a text such as "(3, 1)", "3, 1", "(4,)" or "4"; "()" is a single number.

    Raises ValueError for any other text, which says no more than what to type if that may be half a shape.
    Notebook 01, "Broadcasting".
    """
    inside = text.strip()
    if inside.startswith("(") and inside.endswith(")"):
        inside = inside[1:-1].strip()
        if not inside:
            return ()
    if re.fullmatch(r"\d+(\s*,\s*\d+)*\s*,?", inside):
        return tuple(map(int, re.findall(r"\d+", inside)))
    if re.fullmatch(r"[\d\s,()]*", text):
        raise ValueError("Type a shape such as (3, 1).")
    raise ValueError(f"{text!r} is not a shape: write whole numbers with commas between, such as (3, 1)")
