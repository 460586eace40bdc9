"""A learner's function reaches other processes with all that it uses; where it can't, the sentence names what."""

import os
import pickle
import threading
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from helpers import deep
from helpers.sweeps.carrying import is_own, packed, uses
from helpers.sweeps.fingerprints import fingerprint


def cell(code: str, **names: Any) -> Any:
    """The function `run` of a cell with this code, in a notebook with these names."""
    scope = {"__name__": "__main__", "np": np, **names}
    exec(code, scope)
    return scope["run"]


def test_a_function_travels_with_what_it_reads_and_calls() -> None:
    run = cell("def half(x): return x / 2\ndef run(x): return [half(k) + offset for k in x]", offset=3)
    assert pickle.loads(packed(run))([2, 4]) == [4, 5]
    assert set(uses(run)) == {"half", "offset"} and is_own(run) and not is_own(deep.forward)


def test_what_it_reads_is_found_in_comprehensions_closures_and_defaults() -> None:
    inner = 5
    assert uses(lambda: inner) == {"inner": 5}
    assert uses(cell("def run(x=2): return (lambda: [far for _ in x])()", far=7)) == {
        "far": 7,
        "its defaults": ((2,), {}),
    }
    assert uses(partial(max, 1, key=abs)) == {"function": max, "arguments": (1,), "key": abs}
    assert uses(max) == {}


def unsendable() -> dict[str, Any]:
    return {
        "log": Path(os.devnull).open("w"),
        "lock": threading.Lock(),
        "rows": iter_rows(),
    }


def iter_rows() -> Any:
    yield 1


@pytest.mark.parametrize(("name", "kind"), [("log", "TextIOWrapper"), ("lock", "lock"), ("rows", "generator")])
def test_what_cannot_be_sent_is_named(name: str, kind: str) -> None:
    things = unsendable()
    words = f"run uses {name}, a {kind}, which can't be sent to another process: make it inside run, or pass what is"
    try:
        with pytest.raises(TypeError, match=words):
            packed(cell(f"def run(x): return [{name} for _ in x]", **things))
        with pytest.raises(TypeError, match=words.replace("run", "deeper")):
            packed(cell(f"def deeper(): return {name}\ndef run(x): return deeper()", **things))
    finally:
        things["log"].close()


def same(*values: Any) -> bool:
    return len(set(map(fingerprint, values))) == 1


def test_a_fingerprint_is_that_of_source_and_of_all_that_is_read() -> None:
    code = "def half(x): return x / 2\ndef run(x): return half(x) + offset"
    assert same(cell(code, offset=3), cell(code, offset=3))
    assert not same(cell(code, offset=3), cell(code, offset=4))
    assert not same(cell(code, offset=3), cell(code.replace("/ 2", "/ 3"), offset=3))
    assert not same(cell(code, offset=np.zeros(3)), cell(code, offset=np.ones(3)))
    assert same(cell("def run(n): return run(n - 1)"), cell("def run(n): return run(n - 1)"))


@pytest.mark.parametrize("change", [1, 1.5, "a", True, None, (1, 2), [1, 2], {"a": 1}, {1, 2}, np.float32, deep, max])
def test_different_values_have_different_fingerprints(change: Any) -> None:
    others = [
        1.0,
        2,
        "b",
        False,
        (1, 3),
        [1],
        {"a": 2},
        {"b": 1},
        {1, 3},
        np.float64,
        np,
        min,
        np.zeros(2),
        np.zeros((2, 1)),
    ]
    assert same(change, change) and fingerprint(change) not in map(fingerprint, others)


def test_numbers_of_numpy_are_numbers() -> None:
    assert same(0.1, np.float64(0.1)) and same(3, np.int32(3)) and not same(np.zeros(2), np.zeros(2, np.float32))
