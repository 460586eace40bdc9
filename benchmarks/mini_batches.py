"""How fast is training in mini-batches?  python benchmarks/mini_batches.py

One epoch of 784-15-10 in batches of 10, sigmoid units and a softmax, from the same weights and, but for scikit-learn,
in the same order: see ratios.py.  The data are MNIST where it is at hand (see data/README.md, or `--mnist PLACE`), else
random numbers of the same shape, which take as long.  PyTorch, scikit-learn and JAX are measured where they are
installed.
"""

import argparse
from typing import Any

import numpy as np
from jax_peers import jax_epoch
from mini_batch_peers import course_code, scikit_learn, torch_eager
from network_peers import bare
from ratios import Job, compare
from threadpoolctl import threadpool_limits

from helpers import datasets, deep, networks
from helpers.parameters import Parameters
from helpers.training import fit_epochs
from helpers.training.epochs import EpochSettings, EpochTraining
from helpers.training.fitting import quick
from helpers.training.interrupts import Interrupts

NAMES, RATE, SEED = ["sigmoid", "softmax"], 0.1, 1


def ours(start: Any, X: Any, Y: Any, batch_size: int) -> Job:
    """The epoch of `fit_epochs`, with its set-up, without the costs of all examples, which no peer takes."""
    model = networks.deep_network(NAMES)

    def train() -> Any:
        settings = EpochSettings(model, RATE, 1, batch_size, np.random.default_rng(SEED))
        with quick():
            training = EpochTraining(settings, Parameters(start), X, Y, Interrupts())
            training.steps.learning_rate = RATE
            training.one_epoch()
            training.steps.write_back()
        return training.params.vector

    return train


def with_costs(start: Any, X: Any, Y: Any, batch_size: int) -> Job:
    """All that `fit_epochs` does: the examples are checked, and their cost is taken before and after."""
    model = networks.deep_network(NAMES)
    settings: dict[str, Any] = {"learning_rate": RATE, "epochs": 1, "batch_size": batch_size}
    return lambda: fit_epochs(model, start, X, Y, **settings, rng=np.random.default_rng(SEED)).params.vector


def one_epoch(X: Any, Y: Any, hidden: int, batch_size: int, rounds: int) -> dict[str, float]:
    """One epoch by each, and the ratios of CPU time."""
    (n, m), outputs = X.shape, len(Y)
    start = deep.initialize([n, hidden, outputs], 1, "xavier")
    batches = np.random.default_rng(SEED).permutation(m).reshape(-1, batch_size)
    job = start, X, Y, RATE, batches
    by_feature = np.ascontiguousarray(X)
    return compare(
        f"{n}-{hidden}-{outputs}, {m:,} examples, one epoch in batches of {batch_size}",
        {
            "ours": ours(start, X, Y, batch_size),
            "ours, with the costs of all examples": with_costs(start, X, Y, batch_size),
            "usual course code": course_code(*job),
            "the same, each feature a row in memory": course_code(start, by_feature, Y, RATE, batches),
            "scikit-learn MLPClassifier": scikit_learn(*job),
            "PyTorch, eager": torch_eager(*job),
            "JAX, compiled epoch, warm": jax_epoch(NAMES, *job),
            "JAX, compiled epoch, with compilation": jax_epoch(NAMES, *job, warm=False),
            "nothing but products and activations": bare(NAMES, start, np.split(X, m // batch_size, axis=1)),
        },
        rounds,
    )


def examples(place: str | None) -> tuple[Any, Any]:
    """MNIST, or random numbers of its shape: X (784, 60000) and Y (10, 60000), each example a row in memory."""
    try:
        mnist = datasets.load("mnist", path=place)
        return mnist.X, mnist.Y
    except ValueError:
        if place is not None:
            raise
    rng = np.random.default_rng(0)
    return rng.random((60_000, 784)).T, np.eye(10)[rng.integers(0, 10, 60_000)].T


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mnist", metavar="PLACE")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with threadpool_limits(1):
        one_epoch(*examples(options.mnist), hidden=15, batch_size=10, rounds=options.rounds)


if __name__ == "__main__":
    main()
