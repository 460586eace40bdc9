"""How fast is training?  python benchmarks/logistic.py

Every row is the same job done in several ways, in turn, in one process with one BLAS thread; what counts is the ratio
of CPU seconds, the median over the rounds.  Above 1, ours is quicker.  PyTorch is measured where it is installed.
`--lecture-cats FOLDER` reproduces the figures that the lectures publish for their own photographs.
"""

import argparse
import time
from typing import Any

import numpy as np
from ratios import Job, compare
from threadpoolctl import threadpool_limits

from helpers import datasets, logistic, metrics, networks
from helpers.training import fit


def ours(X: Any, Y: Any, learning_rate: float, steps: int, in_span: bool | None = None) -> Job:
    start = logistic.initialize(len(X))
    return lambda: (
        fit(
            networks.logistic_regression(),
            start,
            X,
            Y,
            learning_rate=learning_rate,
            iterations=steps,
            in_span=in_span,
            record_every=steps,
        ).params.vector
    )


def course_code(X: Any, Y: Any, learning_rate: float, steps: int) -> Job:
    """As most courses write it: dictionaries, a cost at every step, `w = w - rate * dw`."""

    def propagate(w: Any, b: float) -> tuple[dict[str, Any], Any]:
        m = X.shape[1]
        A = 1 / (1 + np.exp(-(np.dot(w.T, X) + b)))
        cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
        return {"dw": np.dot(X, (A - Y).T) / m, "db": np.sum(A - Y) / m}, np.squeeze(cost)

    def train() -> Any:
        w, b, costs = np.zeros((X.shape[0], 1)), 0.0, []
        for i in range(steps):
            grads, cost = propagate(w, b)
            w = w - learning_rate * grads["dw"]
            b = b - learning_rate * grads["db"]
            if i % 100 == 0:
                costs.append(cost)
        return np.append(w, b)

    return train


def torch_eager(X: Any, Y: Any, learning_rate: float, steps: int) -> Job | None:
    """torch.nn.Linear, BCEWithLogitsLoss and SGD in float64; None where PyTorch is not installed."""
    try:
        import torch
    except ModuleNotFoundError:
        return None
    torch.set_num_threads(1)
    inputs, targets = torch.tensor(np.ascontiguousarray(X.T)), torch.tensor(np.ascontiguousarray(Y.T))

    def train() -> Any:
        unit = torch.nn.Linear(len(X), 1, dtype=torch.float64)
        for parameter in unit.parameters():
            torch.nn.init.zeros_(parameter)
        optimiser, loss = torch.optim.SGD(unit.parameters(), lr=learning_rate), torch.nn.BCEWithLogitsLoss()
        for _ in range(steps):
            optimiser.zero_grad()
            loss(unit(inputs), targets).backward()
            optimiser.step()
        return np.append(unit.weight.detach().numpy(), unit.bias.detach().numpy())

    return train


def per_step(X: Any, Y: Any, learning_rate: float, rounds: int = 7) -> None:
    """One step in the span against one step done directly, without the set-up of either."""
    R = np.linalg.qr(X, mode="r")
    ratios = []
    for _ in range(rounds):
        costs = []
        for inputs, steps in ((R, 2000), (X, 60)):
            job = ours(inputs, Y, learning_rate, steps, in_span=False)
            began = time.process_time()
            job()
            costs.append((time.process_time() - began) / steps)
        ratios.append(costs[1] / costs[0])
    print(f"\nOne step on the images: directly over in the span, {np.median(ratios):.0f} times the CPU time")


def lecture_figures(folder: str) -> None:
    """The lectures' own photographs, from zeros, rate 0.005, 2,000 iterations."""
    cats = datasets.load("cats", path=folder)
    trained = fit(
        networks.logistic_regression(),
        logistic.initialize(len(cats.X)),
        cats.X,
        cats.Y,
        learning_rate=0.005,
        iterations=2000,
        record_every=100,
    )
    on_train = metrics.accuracy(networks.logistic_regression().predict(trained.params, cats.X), cats.Y)
    on_test = metrics.accuracy(networks.logistic_regression().predict(trained.params, cats.X_test), cats.Y_test)
    print(f"cost at iteration 1,900: {dict(trained.history.points)[1900]:.6f}   (published 0.140872)")
    print(f"right on train {on_train:.2%}, on test {on_test:.0%}   (published 99.04 % and 70 %)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lecture-cats", metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if options.lecture_cats:
        lecture_figures(options.lecture_cats)
        return
    with threadpool_limits(1):
        moons, cats = datasets.load("moons"), datasets.load("cats")
        planar, images = (moons.X, moons.Y, 0.5, 10_000), (cats.X, cats.Y, 0.005, 2_000)
        compare(
            "Moons: 2 features, 400 examples, 10,000 steps, full batch",
            {"ours": ours(*planar), "usual course code": course_code(*planar), "PyTorch, eager": torch_eager(*planar)},
            options.rounds,
        )
        compare(
            "Images: 12,288 features, 209 examples, 2,000 steps with their set-up",
            {
                "ours, in the span of the examples": ours(*images),
                "ours, directly": ours(*images, in_span=False),
                "usual course code": course_code(*images),
                "PyTorch, eager": torch_eager(*images),
            },
            max(2, options.rounds // 2),
        )
        per_step(*images[:3])
    print("\nTraining in the span is an algorithm, not a trick of ours: the others could use it too.")


if __name__ == "__main__":
    main()
