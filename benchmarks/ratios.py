"""CPU time as a ratio: every job in turn, in one process, with one BLAS thread; timings alone say little."""

import time
from collections.abc import Callable
from typing import Any

import numpy as np

Job = Callable[[], Any]  # trains, and returns all parameters as one vector (or None)


def compare(title: str, jobs: dict[str, Job | None], rounds: int) -> dict[str, float]:
    """Run the jobs in turn and print each one's CPU time as a ratio to the first; returns the ratios.

    Above 1, the first is quicker.  A job that is None is not installed.  Once is unmeasured, to warm up and to compare.
    """
    here = {name: job for name, job in jobs.items() if job is not None}
    vectors = {name: job() for name, job in here.items()}
    seconds: dict[str, list[float]] = {name: [] for name in here}
    for _ in range(rounds):
        for name, job in here.items():
            began = time.process_time()
            job()
            seconds[name].append(time.process_time() - began)
    first, *_ = here
    print(f"\n{title}")
    ratios = {name: float(np.median(np.divide(seconds[name], seconds[first]))) for name in here}
    for name in jobs:
        print(_line(name, ratios, vectors, first))
    print(f"  ({first}: {np.median(seconds[first]):.3f} s of CPU time)")
    return ratios


def _line(name: str, ratios: dict[str, float], vectors: dict[str, Any], first: str) -> str:
    if name not in ratios:
        return f"  {name:<44} not installed"
    line = f"  {name:<44} {ratios[name]:6.2f}"
    if vectors[name] is None:
        return line
    return line + f"   parameters differ by {np.abs(vectors[name] - vectors[first]).max():.0e} at most"
