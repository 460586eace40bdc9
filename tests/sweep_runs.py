"""Runs for the tests of sweeps: they reach other processes, and say in files what they did there."""

import os
import signal
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_info


class Here(Executor):
    """Does what it is given at once, in the caller's own thread."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        future.set_result(function(*args, **kwargs))
        return future


class Backwards(Executor):
    """Does what it is given once it has `count` calls, the last one first."""

    def __init__(self, count: int) -> None:
        self.count, self.calls = count, list[Any]()

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        self.calls.append((future, function, args))
        if len(self.calls) == self.count:
            for each, function, args in reversed(self.calls):
                each.set_result(function(*args))
        return future


def product_and_noise(a: int, b: int, seed: int) -> dict[str, float]:
    return {"product": a * b, "noise": float(np.random.default_rng(seed).normal())}


def note(folder: str, name: str) -> int:
    """Leave one more mark; returns how many there are of this name."""
    path = Path(folder) / name
    with path.open("a") as file:
        file.write("x")
    return len(path.read_text())


def marks(folder: Any, name: str) -> int:
    path = Path(folder) / name
    return len(path.read_text()) if path.exists() else 0


def until(path: Path) -> None:
    """Wait for another process; a test fails, and hangs no longer than this, if it never comes."""
    for _ in range(6000):
        if path.exists() and path.stat().st_size:
            return
        time.sleep(0.005)
    raise TimeoutError(path)


def die() -> None:
    """As a process ends when the memory is full."""
    if hasattr(signal, "SIGKILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(9)


def mostly_well(kind: str, folder: str) -> float:
    """One of a few kinds of runs."""
    times = note(folder, kind)
    match kind:
        case "kills":
            die()
        case "kills once" if times == 1:
            die()
        case "raises":
            raise ValueError("the rate is too large")
        case "leaves":
            raise SystemExit(3)
        case "returns a word":
            return "well"  # type: ignore[return-value]
    return float(times)


def threads(k: int) -> float:
    return max((pool["num_threads"] for pool in threadpool_info()), default=1) + 0 * k
