"""What a learner waits for: a fresh process that imports, (compiles,) trains 2-4-1 on the flower and ends.

`python benchmarks/cold_start.py ours` and `... jax` are these processes; `compare_cold` times them.
"""

import subprocess
import sys
import time
from importlib.util import find_spec

import numpy as np

from helpers import datasets, networks, shallow

NAMES, STEPS = ["tanh", "sigmoid"], 10_000


def train(name: str) -> None:
    """One training by `ours` or `jax`, whose imports are a part of it."""
    flower, start = datasets.load("flower"), shallow.initialize(2, 4, seed=1)
    if name == "ours":
        from helpers.training import fit

        fit(networks.shallow_network(), start, flower.X, flower.Y, learning_rate=1.2, iterations=STEPS)
        return
    from jax_peers import jax_loop

    job = jax_loop(NAMES, start, flower.X, flower.Y, 1.2, STEPS)
    assert job is not None
    job()


def compare_cold(rounds: int) -> None:
    """Print how long each process takes on the clock."""
    print(f"\nThe same {STEPS:,} steps from a cold start: a fresh process with its imports, seconds on the clock")
    seconds: dict[str, list[float]] = {"ours": [], "jax": []}
    for _ in range(rounds):
        for name in seconds if find_spec("jax") else ("ours",):
            began = time.perf_counter()
            subprocess.run([sys.executable, __file__, name], check=True)
            seconds[name].append(time.perf_counter() - began)
    for name, label in (("ours", "ours"), ("jax", "JAX, the whole loop compiled")):
        print(f"  {label:<44} " + (f"{np.median(seconds[name]):6.2f}" if seconds[name] else "not installed"))


if __name__ == "__main__":
    train(sys.argv[1])
