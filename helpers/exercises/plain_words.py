"""The exceptions that beginners meet, in plain words: once for all exercises."""

import builtins
import re
from collections.abc import Iterable
from difflib import get_close_matches

import numpy as np

INNER_SIZES = "inner sizes"
MEANINGS = {  # a pattern of what Python or NumPy says -> what it means
    r"bitwise_xor|unsupported operand type\(s\) for \^": "In Python ^ is not a power. A power is written **.",
    r"'(int|float|numpy\.float64|numpy\.ndarray)' object is not callable": (
        "Something that is not a function stands before a bracket, as in 2(x): a * is missing there."
    ),
    r"(too many|not enough) values to unpack": (
        "The left side of the = takes another number of things apart than there are on the right."
    ),
    r"truth value of an array": (
        "`if`, `and`, `or` and Python's own max need one True or False, and an array holds many. "
        "NumPy has functions that choose element by element."
    ),
    r"only (length-1|0-dimensional|size-1) arrays can be converted|must be real number, not": (
        "A function for one number, such as those of math, got a whole array. NumPy has the same for arrays: np.exp."
    ),
    r"only integer scalar arrays can be converted|'numpy.ndarray' object cannot be interpreted as an integer": (
        "An array stands where NumPy needs one whole number: an axis, a size or an index."
    ),
    r"could not be broadcast together": "Two shapes don't fit element by element. Write both shapes beside the line.",
    r"unhashable type": (
        "A cache, a set or a dictionary needs keys that never change, and an array may. Leave it out here."
    ),
    r"object is not subscriptable": "Square brackets after something that has no parts.",
    r"Cannot interpret '.*' as a data type": (
        "The second argument here is the type of the numbers. A shape is one argument, a tuple: np.zeros((2, 3))."
    ),
    r"'tuple' object cannot be interpreted as an integer": "It takes the sizes one by one, without the inner brackets.",
    r"referenced before assignment|cannot access local variable": (
        "A name that is given a value somewhere in a function is the function's own, and here it has none yet."
    ),
    r"axis \d+ is out of bounds": "The array has fewer axes. Of two, axis=0 runs down the columns, axis=1 along rows.",
    r"index .* is out of bounds": "Python counts from 0: the last of n things has the index n - 1.",
}


def meaning(error: BaseException, known: Iterable[str] = ()) -> str:
    """What an exception means; "" if it's plain already or not known.  known: names that the function may use."""
    if isinstance(error, NameError) and error.name and not isinstance(error, UnboundLocalError):
        if error.name == "math":
            return "The functions of math take one number. NumPy has the same for arrays: np.exp."
        if callable(getattr(np, error.name, None)) and error.name not in dir(builtins):
            return f"NumPy has it: np.{error.name}."
        near = get_close_matches(error.name, list(known), 1, 0.6)
        return f"Did you mean {near[0]}?" if near else "No cell has given this name a value: is it spelled right?"
    kind, *sizes = signature_of(error)
    if kind == INNER_SIZES:
        return (
            "A product of matrices needs inner sizes that agree: (n, k) times (k, m). Here the left one ends with {}, "
            "and the right one begins with {}.".format(*sizes)
        )
    text = str(error)
    return next((words for pattern, words in MEANINGS.items() if re.search(pattern, text)), "")


def signature_of(error: BaseException) -> tuple[object, ...]:
    """What tells exceptions apart: the type, and what is said.  @ and np.dot say one thing in two ways."""
    text = str(error)
    if found := re.search(r"not aligned: (\d+) .*!= (\d+)", text):
        return INNER_SIZES, int(found[1]), int(found[2])
    if found := re.search(r"mismatch in its core dimension.*size (\d+) is different from (\d+)", text):
        return INNER_SIZES, int(found[2]), int(found[1])
    if "broadcast together" in text:
        return "broadcast", *sorted(re.findall(r"\([\d,]+\)", text))
    return type(error), re.sub(r"0x[0-9a-f]+", "", text)
