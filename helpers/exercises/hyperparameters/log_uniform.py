"""log_uniform: random numbers on a log scale."""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.hyperparameters.inputs import DRAWS
from helpers.sweeps import log_uniform

Rng = np.random.Generator


def _drawn(draw: Callable[[Rng, float, float, int], Any]) -> Callable[..., Any]:
    """Another draw with the right generator: draw(rng, low, high, count)."""

    def wrong(low: float, high: float, count: int, seed: int) -> Any:
        return draw(np.random.default_rng(seed), low, high, count)

    return wrong


LOG_UNIFORM = Exercise(
    reference=log_uniform,
    section="On a log scale",
    returns="draws",
    by_name=("seed",),
    cases=DRAWS,
    hints=(
        "Uniform is to be the logarithm, not the number. Which two logarithms does it lie between?",
        "rng = np.random.default_rng(seed), and rng.uniform(a, b, count) draws `count` numbers from a to b. "
        "Here they are logarithms: how do you get the numbers back?",
        "logs = rng.uniform(np.log(low), np.log(high), count). The exponential undoes the logarithm: "
        "return np.exp(logs).",
    ),
    mistakes=(
        Mistake(
            _drawn(lambda rng, low, high, count: rng.uniform(low, high, count)),
            "The numbers themselves are uniform, so nearly all are large. Uniform has to be their logarithm.",
        ),
        Mistake(
            _drawn(lambda rng, low, high, count: rng.uniform(np.log(low), np.log(high), count)),
            "These are the logarithms. Turn them back into the numbers.",
        ),
        Mistake(
            _drawn(lambda rng, low, high, count: rng.uniform(np.log10(low), np.log10(high), count)),
            "These are the exponents of 10. Turn them back into the numbers.",
        ),
        Mistake(
            _drawn(lambda rng, low, high, count: np.exp(rng.uniform(np.log10(low), np.log10(high), count))),
            "Two bases are mixed: the logarithm is that of 10, and e undoes it. Use the same base both ways.",
        ),
        Mistake(
            _drawn(lambda rng, low, high, count: 10 ** rng.uniform(np.log(low), np.log(high), count)),
            "Two bases are mixed: the logarithm is that of e, and 10 undoes it. Use the same base both ways.",
        ),
        Mistake(
            _drawn(lambda rng, low, high, count: np.log(rng.uniform(low, high, count))),
            "The logarithm is taken after the draw. It belongs to the two ends, before the draw.",
        ),
        Mistake(
            _drawn(lambda rng, low, high, count: np.log(rng.uniform(np.exp(low), np.exp(high), count))),
            "log and exp have changed places. The ends go through the one before the draw, the numbers through the "
            "other after it.",
        ),
        Mistake(
            _drawn(lambda rng, low, high, count: np.geomspace(low, high, count)),
            "These stand at equal distances on the log scale, and nothing is random. Draw them.",
        ),
        Mistake(
            _drawn(lambda rng, low, high, count: np.linspace(low, high, count)),
            "These stand at equal distances, and nothing is random. Draw their logarithms.",
        ),
        Mistake(
            _drawn(lambda rng, low, high, count: np.exp(rng.uniform(np.log(low), np.log(high)))),
            "This is a single number. Ask the generator for `count` of them.",
        ),
        Mistake(
            lambda low, high, count, seed: log_uniform(low, high, count, 0),
            "The numbers are the same whatever the seed is. It comes as an argument.",
        ),
        Mistake(
            lambda low, high, count, seed: np.sort(log_uniform(low, high, count, seed)),
            "The numbers are right, but sorted. Leave them in the order in which they were drawn.",
        ),
        Mistake(
            _drawn(lambda rng, low, high, count: np.full(count, np.exp(rng.uniform(np.log(low), np.log(high))))),
            "One number is drawn, and then repeated. Draw `count` of them.",
        ),
        Mistake(
            _drawn(lambda rng, low, high, count: np.exp(rng.normal(np.log(low), np.log(high), count))),
            "These logarithms are normal, not uniform. Some even lie outside the two ends.",
        ),
    ),
)
