"""How fast do networks train?  python benchmarks/networks.py

The same job, from the same weights, by ours and by its peers: see ratios.py.  PyTorch, scikit-learn and JAX are
measured where they are installed.  `--lecture-cats FOLDER` reproduces the accuracies that the lectures publish.
"""

import argparse
import time
from dataclasses import replace
from typing import Any

import learners_code
import numpy as np
from cold_start import compare_cold
from jax_peers import jax_jit, jax_loop
from network_peers import bare, course_code, scikit_learn, torch_eager
from ratios import Job, compare
from threadpoolctl import threadpool_limits

from helpers import datasets, deep, metrics, networks, shallow
from helpers.networks.model import Model
from helpers.parameters import Parameters
from helpers.training import fit


def ours(
    model: Model, start: Any, X: Any, Y: Any, learning_rate: float, steps: int, in_span: bool | None = None
) -> Job:
    settings: dict[str, Any] = {
        "learning_rate": learning_rate,
        "iterations": steps,
        "record_every": steps,
        "in_span": in_span,
    }
    return lambda: fit(model, start, X, Y, **settings).params.vector


def planar(units: int, steps: int, rounds: int) -> None:
    """2-n-1 on the flower, full batch."""
    flower = datasets.load("flower")
    start = shallow.initialize(2, units, seed=1)
    job = start, flower.X, flower.Y, 1.2, steps
    names = ["tanh", "sigmoid"]
    compare(
        f"Flower: 2-{units}-1, 400 examples, {steps:,} steps, full batch",
        {
            "ours, shallow": ours(networks.shallow_network(), *job),
            "ours, deep": ours(networks.deep_network(names), *job),
            "usual course code": course_code(names, *job),
            "scikit-learn MLPClassifier": scikit_learn(names, *job),
            "PyTorch, eager": torch_eager(names, *job),
            "JAX, compiled step, warm": jax_jit(names, *job),
            "JAX, compiled loop, warm": jax_loop(names, *job),
            "JAX, compiled loop, with compilation": jax_loop(names, *job, warm=False),
            "nothing but products and activations": bare(names, start, [flower.X] * steps),
        },
        rounds,
    )


def learners(steps: int, rounds: int) -> None:
    """2-4-1 on a learner's own functions: what the loop around them costs, and what ours do in their place."""
    flower = datasets.load("flower")
    job = shallow.initialize(2, 4, seed=1), flower.X, flower.Y, 1.2, steps
    own = {name: getattr(learners_code, name) for name in ("forward", "cost", "backward")}
    compare(
        f"A learner's own functions: 2-4-1, 400 examples, {steps:,} steps, full batch",
        {
            "in a bare for loop": learners_code.bare_loop(*job),
            "in fit": ours(networks.shallow_network(**own), *job),
            "in fit, with their own update": ours(networks.shallow_network(**own, update=learners_code.update), *job),
            "ours as written, in fit": ours(replace(networks.shallow_network(), fast_path=None), *job),
            "ours in place, in fit": ours(networks.shallow_network(), *job),
        },
        rounds,
    )


def images(steps: int, rounds: int) -> None:
    """12288-20-7-5-1 on the cats, the set-up included.  The peers do `part` of the steps: theirs cost all the same."""
    cats, sizes, names = datasets.load("cats"), [12288, 20, 7, 5, 1], ["relu", "relu", "relu", "sigmoid"]
    start = deep.initialize(sizes, 1, "xavier")
    part = max(steps // 50, 1)
    warm, cold = "JAX, compiled loop, warm", "JAX, compiled loop, with compilation"
    job = start, cats.X, cats.Y, 0.0075
    peers = {
        "ours, directly": ours(networks.deep_network(names), *job, part, False),
        "usual course code": course_code(names, *job, part),
        "scikit-learn MLPClassifier": scikit_learn(names, *job, part),
        "PyTorch, eager": torch_eager(names, *job, part),
        warm: jax_loop(names, *job, part),
        cold: jax_loop(names, *job, part, warm=False),
    }
    span = ours(networks.deep_network(names), *job, steps, True)
    here = {name: run for name, run in {"span": span, **peers}.items() if run is not None}
    seconds: dict[str, list[float]] = {name: [] for name in ("span", *peers)}
    for _ in range(rounds):
        took = {name: cpu_seconds(run) for name, run in here.items()}
        for name, once in took.items():
            again = took[warm] if name == cold else 0.0 if name == "span" else once
            seconds[name].append(once + (steps / part - 1) * again)
    print(f"\nCats: 12288-20-7-5-1, 209 examples, {steps:,} steps with their set-up, CPU time over that in the span")
    for name in peers:
        ratio = f"{np.median(np.divide(seconds[name], seconds['span'])):6.1f}" if seconds[name] else "not installed"
        print(f"  {name:<44} {ratio}")
    print(f"  (ours, in the span of the examples: {np.median(seconds['span']):.3f} s; the others from {part} steps)")


def cpu_seconds(run: Job) -> float:
    """What one run takes."""
    began = time.process_time()
    run()
    return time.process_time() - began


def lecture_start(sizes: list[int], scale: float | None = None) -> Parameters:
    """The lectures' own: np.random.seed(1), standard normal, times 0.01 (shallow) or divided by sqrt(n_prev) (deep)."""
    rng = np.random.RandomState(1)
    pairs = zip(sizes, sizes[1:], strict=False)
    return Parameters([(rng.randn(n, k) * (scale or k**-0.5), np.zeros((n, 1))) for k, n in pairs])


def lecture_figures(folder: str) -> None:
    """The lectures' own photographs, rate 0.0075, 2,500 iterations."""
    cats = datasets.load("cats", path=folder)
    shallow_sizes, deep_sizes = [12288, 7, 1], [12288, 20, 7, 5, 1]
    for sizes, scale, published in ((shallow_sizes, 0.01, 72), (shallow_sizes, None, 72), (deep_sizes, None, 80)):
        model = networks.deep_network(["relu"] * (len(sizes) - 2) + ["sigmoid"])
        trained = fit(model, lecture_start(sizes, scale), cats.X, cats.Y, learning_rate=0.0075, iterations=2500)
        train = metrics.accuracy(model.predict(trained.params, cats.X), cats.Y)
        test = metrics.accuracy(model.predict(trained.params, cats.X_test), cats.Y_test)
        print(f"{sizes}, start {'0.01 randn' if scale else 'randn / sqrt(n_prev)'}: cost {trained.cost:.4f},")
        print(f"    right on train {train:.1%}, on test {test:.0%} (published {published} %)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lecture-cats", metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if options.lecture_cats:
        lecture_figures(options.lecture_cats)
        return
    with threadpool_limits(1):
        learners(1_000, 8 * options.rounds)
        planar(4, 10_000, options.rounds)
        planar(20, 5_000, options.rounds)
        images(2_500, max(2, options.rounds // 2))
    compare_cold(options.rounds)
    print("\nTraining in the span is an algorithm, not a trick of ours: the others could use it too.")


if __name__ == "__main__":
    main()
