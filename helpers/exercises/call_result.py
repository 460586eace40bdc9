"""Run a function once, on copies of its inputs, and note all that happened."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import wraps
from inspect import isgeneratorfunction
from itertools import islice
from types import GeneratorType
from typing import Any

import numpy as np

from helpers.exercises.printed import kept
from helpers.exercises.time_limit import SECONDS, TimeIsUp, within
from helpers.parameters import Parameters

LARGEST = 1_000_000  # numbers in an answer; those needed have a few hundred at most


@dataclass(frozen=True)
class Giant:
    """Stands for an answer that is too large to look at; kind: what it is, such as "an array of shape (3000, 3000)"."""

    kind: str


@dataclass(frozen=True)
class CallResult:
    """What came of one call: a value or an exception, the inputs it changed, what NumPy warned of, what it printed.

    changed: the numbers of the inputs that are not what they were; rebuilt: those of them in which a list was changed
    """

    value: Any = None
    error: BaseException | None = None
    changed: tuple[int, ...] = ()
    rebuilt: tuple[int, ...] = ()
    warning: str = ""
    printed: str = ""

    @property
    def not_written(self) -> bool:
        """Does the body still return `...`?"""
        return any(leaf is Ellipsis for leaf in leaves(self.value))

    @property
    def endless(self) -> bool:
        """Was it stopped, by the learner or by the clock?"""
        return isinstance(self.error, (KeyboardInterrupt, TimeIsUp))

    @property
    def last(self) -> bool:
        """Are no more inputs to be tried?"""
        return self.endless or isinstance(self.value, Giant)


def call(function: Callable[..., Any], inputs: Sequence[Any], seconds: float = SECONDS) -> CallResult:
    """function(*inputs), with copies: whatever it raises, prints or warns of is kept, not shown."""
    function = gathered(function) if isgeneratorfunction(function) else function
    given, value, error = deepcopy(inputs), None, None
    containers = [list(lists(argument)) for argument in given]
    with warnings.catch_warnings(record=True) as warned, np.errstate(all="warn"), kept() as printed:
        warnings.simplefilter("always")
        try:
            value = _kept(within(seconds, lambda: function(*given)))
        except (Exception, KeyboardInterrupt, SystemExit, TimeIsUp) as caught:
            error = caught
    changed = tuple(i for i, pair in enumerate(zip(given, inputs, strict=True)) if not equal(*pair))
    rebuilt = tuple(i for i in changed if not _same_lists(containers[i], given[i]))
    messages = [str(warning.message) for warning in warned if issubclass(warning.category, RuntimeWarning)]
    return CallResult(value, error, changed, rebuilt, messages[0] if messages else "", printed.text)


def is_sequence(value: object) -> bool:
    """Is it a list, a tuple or the layers of a network: something with parts?"""
    return isinstance(value, (list, tuple, Parameters))


def parted(value: Any, like: Any) -> Any:
    """An array in place of a tuple of plain numbers as the tuple that it stands for; anything else as it is."""
    plain = is_sequence(like) and not any(is_sequence(part) or np.ndim(part) for part in like)
    return tuple(value) if plain and isinstance(value, np.ndarray) and np.shape(value) == (len(like),) else value


def leaves(value: Any) -> Iterator[Any]:
    """The arrays and numbers in nested lists and tuples, from left to right."""
    if is_sequence(value):
        for part in value:
            yield from leaves(part)
    else:
        yield value


def lists(value: Any) -> Iterator[tuple[Any, list[Any]]]:
    """Each list or tuple in a value, with the parts that it has now."""
    if is_sequence(value):
        yield value, list(value)
        for part in value:
            yield from lists(part)


def _same_lists(before: list[tuple[Any, list[Any]]], value: Any) -> bool:
    """Do the lists within a value still hold the same things?"""
    now = list(lists(value))
    return len(now) == len(before) and all(
        a is b and len(was) == len(parts) and all(x is y for x, y in zip(was, parts, strict=True))
        for (a, was), (b, parts) in zip(before, now, strict=True)
    )


def same_nesting(a: Any, b: Any) -> bool:
    """Are the lists and tuples nested in one way, whichever of the two they are?"""
    if not is_sequence(a) or not is_sequence(b):
        return not is_sequence(a) and not is_sequence(b)
    return len(a) == len(b) and all(map(same_nesting, a, b))


def gathered(function: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, and if its answer is a generator, all of it in a list."""

    @wraps(function)
    def listed(*inputs: Any) -> Any:
        value = function(*inputs)
        return list(islice(value, LARGEST)) if isinstance(value, GeneratorType) else value

    return listed


def _kept(value: Any) -> Any:
    if _room_left(value, LARGEST) > 0:
        return snapshot(value)
    return Giant(f"a list of {len(value)} things" if is_sequence(value) else f"an array of shape {np.shape(value)}")


def _room_left(value: Any, room: int) -> int:
    """How many more numbers than a value has would still be looked at; 0 or less if it has too many itself."""
    if not is_sequence(value):
        return room - np.size(value) if isinstance(value, np.ndarray) else room - 1
    for part in value:
        if room <= 0:
            break
        room = _room_left(part, room)
    return room


def snapshot(value: Any) -> Any:
    """The same value, safe from a function that goes on writing into its array at the next call."""
    if is_sequence(value):
        return [snapshot(part) for part in value] if isinstance(value, list) else tuple(map(snapshot, value))
    return value.copy() if isinstance(value, np.ndarray) else value


def equal(a: Any, b: Any) -> bool:
    """The same nesting and exactly the same numbers; nan, which stands for a run that failed, is the same as nan."""
    return same_nesting(a, b) and all(map(_same_numbers, leaves(a), leaves(b)))


def _same_numbers(a: Any, b: Any) -> bool:
    if isinstance(a, np.random.Generator):
        return isinstance(b, np.random.Generator)  # to draw from it is to change it, and that is what it is for
    floats = np.asarray(a).dtype.kind == np.asarray(b).dtype.kind == "f"
    return np.array_equal(a, b, equal_nan=floats)
