"""What NumPy does with two shapes: which axes match, which are stretched, which refuse, and what mends it.

Notebook 01, "Broadcasting"; NumPy's documentation, "Broadcasting".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from helpers.doors import numbers

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

    def said(self) -> str:
        """What happens along this axis, in words."""
        if not self.fits:
            return f"{self.a} meets {self.b}, and neither is 1: they do not fit"
        if None in self:
            name, size = ("a", self.b) if self.a is None else ("b", self.a)
            return f"{name} has no such axis: it is repeated {_times(size)}"
        if self.a == self.b:
            return f"both have {self.a}: they match"
        name = "a" if self.a == 1 else "b"
        return f"{name} is stretched from 1 to {self.size}"


def _times(count: int | None) -> str:
    return {0: "0 times, so nothing is left", 1: "once, as it is"}.get(count or 0, f"{count} times")


@dataclass(frozen=True)
class Broadcast:
    """Two shapes side by side, aligned from the right."""

    a: Shape
    b: Shape

    @property
    def axes(self) -> list[Axis]:
        """The axes of the result, from left to right."""
        pairs = zip_longest(reversed(self.a), reversed(self.b))
        return [Axis(*sizes) for sizes in pairs][::-1]

    @property
    def result(self) -> Shape | None:
        """The shape that comes out, or None if some axis refuses."""
        return tuple(axis.size for axis in self.axes) if all(axis.fits for axis in self.axes) else None

    @property
    def mends(self) -> list[tuple[str, Shape]]:
        """What to write in place of a or b so that they fit, and the shape that then comes out; at most two."""
        if self.result is not None:
            return []
        others = [(text, Broadcast(shape, self.b)) for text, shape in _changed("a", self.a, self.b)]
        others = [(text, Broadcast(self.a, shape)) for text, shape in _changed("b", self.b, self.a)] + others
        return [(text, other.result) for text, other in others if other.result is not None][:2]

    @property
    def warning(self) -> str:
        """A sentence if something comes out that is seldom meant."""
        surprising = self.a != self.b and np.prod(self.a) == np.prod(self.b) > 1
        if self.result is None or not surprising or np.prod(self.result) == np.prod(self.a):
            return ""
        count, all_of_them = np.prod(self.a), np.prod(self.result)
        mend = f"b.reshape{self.a}" if len(self.a) >= len(self.b) else f"a.reshape{self.b}"
        return f"Careful: {count} numbers and {count} numbers make {all_of_them}. One to one? Then take {mend}."

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        rows: list[tuple[str, list[Any]]] = [
            ("a", [axis.a for axis in self.axes]),
            ("b", [axis.b for axis in self.axes]),
        ]
        if self.result is not None:
            rows.append(("result", list(self.result)))
        else:
            rows.append(("", [None if axis.fits else "✗" for axis in self.axes]))
        yield from (
            f"{name:<7}" + "".join(f"{'' if size is None else size:>6}" for size in sizes) for name, sizes in rows
        )
        for place, axis in enumerate(self.axes):
            yield f"axis {place}: {axis.said()}."
        for text, shape in self.mends:
            yield f"{text} would fit: the result is then {shape}."
        if self.result is None and not self.mends:
            yield "No reshape mends that: look where these sizes come from."
        if self.warning:
            yield self.warning


def _changed(name: str, shape: Shape, other: Shape) -> Iterator[tuple[str, Shape]]:
    """The array of this shape as one might write it differently: turned, or with one more axis."""
    if len(shape) == 1 and len(other) > 1:
        yield f"{name}[:, np.newaxis]", (*shape, 1)
    if len(shape) > 1:
        yield f"{name}.T", shape[::-1]
    if 1 < len(shape) < len(other):
        for place in range(1, len(shape) + 1):
            yield f"np.expand_dims({name}, {place})", (*shape[:place], 1, *shape[place:])
    if len(shape) == 1 == len(other):
        yield f"{name}[:, np.newaxis]", (*shape, 1)


def shape_of(given: Any, name: str = "a") -> Shape:
    """The shape that is meant: a tuple of whole numbers is a shape, anything else an array, a list or a number."""
    if isinstance(given, tuple) and all(isinstance(size, (int, np.integer)) for size in given):
        if any(size < 0 for size in given):
            raise ValueError(f"{name} is the shape {given}; a size can't be below 0")
        return tuple(int(size) for size in given)
    return numbers(given, name).shape


def broadcast(a: Any, b: Any) -> Broadcast:
    """What becomes of two arrays, or of two shapes.  Raises ValueError or TypeError for what is neither."""
    return Broadcast(shape_of(a, "a"), shape_of(b, "b"))


def explain_broadcast(a: Any, b: Any) -> None:
    """Print what NumPy does with two arrays, or shapes such as (3, 1): axis by axis, aligned from the right."""
    print(broadcast(a, b))


def read_shape(text: str) -> Shape:
    """The shape in a text such as "3, 1", "(3, 1)" or "4"; "" or "()" is a single number."""
    parts = [part.strip() for part in text.strip().strip("()").split(",") if part.strip()]
    if not all(part.isdecimal() for part in parts):
        raise ValueError(f"{text!r} is not a shape: write whole numbers with commas between, such as 3, 1")
    return tuple(int(part) for part in parts)
