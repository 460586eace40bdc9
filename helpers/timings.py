"""How long the same work takes, from Python loops to one array operation: seconds, operations, memory.

Notebook 01, "From loops to arrays".
"""

import time
import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from threadpoolctl import ThreadpoolController

from helpers.validation import Array


def seconds(work: Callable[[], Any], least: float = 0.02) -> float:
    """The seconds that `work()` takes: the best of several runs that last `least` seconds together."""
    best, spent = float("inf"), 0.0
    while spent < least:
        began = time.perf_counter()
        work()
        took = time.perf_counter() - began
        best, spent = min(best, took), spent + max(took, 1e-9)
    return best


@dataclass(frozen=True)
class Timings:
    """Seconds of each function at each size, (functions, sizes)."""

    names: Sequence[str]
    sizes: Sequence[int]
    table: Array


def time_functions(
    functions: Mapping[str, Callable[..., Any]], inputs: Callable[[int], Sequence[Any]], sizes: Sequence[int]
) -> Timings:
    """Time each function at each size, with one thread: on a busy machine BLAS waits for a second one.

    inputs(size) makes the arguments, the same for every function.
    """
    table = np.empty((len(functions), len(sizes)))
    with ThreadpoolController().limit(limits=1):
        for column, size in enumerate(sizes):
            arguments = inputs(size)
            for row, work in enumerate(functions.values()):
                table[row, column] = seconds(partial(work, *arguments))
    return Timings(list(functions), sizes, table)


def peak_memory(work: Callable[..., Any], *arguments: Any) -> int:
    """The most bytes that `work(*arguments)` held at once, its result included: NumPy tells Python of its arrays."""
    tracemalloc.start()
    try:
        work(*arguments)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return peak
