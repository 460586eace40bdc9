"""dropout_forward: silence units by chance, and rescale what stays."""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.dropout import dropout_forward
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.training.inputs import DROPPED
from helpers.validation import Array

Rng = np.random.Generator


def _masked(draw: Callable[[Array, float, Rng], Any]) -> Callable[..., Any]:
    """Another mask, draw(A, keep, rng), with the right rescaling."""

    def wrong(A: Array, keep: float, rng: Rng) -> Any:
        mask = draw(A, keep, rng)
        return A * mask / keep, mask

    return wrong


def _scaled(scale: Callable[[float], float]) -> Callable[..., Any]:
    """The right mask with another factor."""

    def wrong(A: Array, keep: float, rng: Rng) -> Any:
        mask = rng.random(A.shape) < keep
        return A * mask * scale(keep), mask

    return wrong


def _in_place(A: Array, keep: float, rng: Rng) -> Any:
    mask = rng.random(A.shape) < keep
    A *= mask
    A /= keep
    return A, mask


DROPOUT_FORWARD = Exercise(
    reference=dropout_forward,
    section="Dropout",
    returns=("A", "mask"),
    cases=DROPPED,
    hints=(
        "rng.random(A.shape) has a number from 0 to 1 for each entry of A. How often is it less than keep?",
        "mask = rng.random(A.shape) < keep: True where an entry stays. In a product True counts as 1, False as 0.",
        "What stays is divided by keep, so that the mean stays: return A * mask / keep, mask.",
    ),
    mistakes=(
        Mistake(
            _scaled(lambda keep: 1),
            "The mask is right, and nothing is rescaled: the mean falls. Divide what stays by keep.",
        ),
        Mistake(
            _scaled(lambda keep: keep),
            "What stays is multiplied by keep, so the mean falls even more. Divide by it.",
        ),
        Mistake(
            _masked(lambda A, keep, rng: rng.random(A.shape) > keep),
            "Here an entry stays with the probability 1 - keep. It stays where the number is less than keep.",
        ),
        Mistake(
            _masked(lambda A, keep, rng: rng.random(A.shape) < 1 - keep),
            "Here an entry stays with the probability 1 - keep. keep is the share that stays.",
        ),
        Mistake(
            _masked(lambda A, keep, rng: np.repeat(rng.random((len(A), 1)) < keep, A.shape[1], axis=1)),
            "All examples have the same mask. Draw one number for each entry: rng.random(A.shape).",
        ),
        Mistake(
            _masked(lambda A, keep, rng: rng.random((len(A), 1)) < keep),
            "There is one column for all examples. Draw one number for each entry: rng.random(A.shape).",
        ),
        Mistake(
            _masked(lambda A, keep, rng: rng.random((1, A.shape[1])) < keep),
            "A whole example is silenced, or none of it. Draw one number for each entry: rng.random(A.shape).",
        ),
        Mistake(
            _masked(lambda A, keep, rng: np.random.default_rng(0).random(A.shape) < keep),
            "The mask is the same in every pass. Draw it from the rng that comes as an argument.",
        ),
        Mistake(
            _masked(lambda A, keep, rng: rng.binomial(1, keep, A.shape)),
            "These masks have the right chance, but other draws than the course's, so they can't be compared. Use "
            "rng.random(A.shape).",
        ),
        Mistake(
            _masked(lambda A, keep, rng: rng.normal(size=A.shape) < keep),
            "These numbers are normal, and so more or fewer of them lie below keep. Use rng.random(A.shape).",
        ),
        Mistake(
            lambda A, keep, rng: dropout_forward(A, keep, rng)[0],
            "A is right, and it comes alone. The way back needs the mask: return both.",
        ),
        Mistake(
            lambda A, keep, rng: dropout_forward(A, keep, rng)[::-1],
            "Both are right, in the other order. Return A, then the mask.",
        ),
        Mistake(_in_place, "The answer is right, and A itself is overwritten. Make a new array."),
    ),
)
