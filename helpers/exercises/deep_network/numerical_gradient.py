"""numerical_gradient: every derivative by nudging, two costs for each."""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.exercises.deep_network.inputs import NUDGED
from helpers.exercises.exercise import Exercise, Mistake
from helpers.finite_differences import numerical_gradient
from helpers.validation import Array

Cost = Callable[[Array], float]


def _each(difference: Callable[..., float]) -> Callable[..., Array]:
    """A loop over the entries with another difference: difference(cost, vector, nudge, h)."""

    def wrong(cost: Cost, vector: Array, h: float) -> Array:
        return np.array([difference(cost, vector, nudge, h) for nudge in h * np.eye(vector.size)])

    return wrong


def _never_put_back(cost: Cost, vector: Array, h: float) -> Array:
    v, found = vector.copy(), []
    for i in range(v.size):
        v[i] += h
        up = cost(v)
        v[i] -= 2 * h
        found.append((up - cost(v)) / (2 * h))
    return np.array(found)


def _in_place(cost: Cost, vector: Array, h: float) -> Array:
    found = []
    for i in range(vector.size):
        vector[i] += h
        up = cost(vector)
        vector[i] -= 2 * h
        found.append((up - cost(vector)) / (2 * h))
    return np.array(found)


NUMERICAL_GRADIENT: Any = Exercise(
    reference=numerical_gradient,
    section="The instrument",
    returns="gradient",
    optional=1,
    cases=NUDGED,
    hints=(
        "One entry at a time: which two vectors differ from `vector` in entry i alone, by h up and by h down?",
        "Begin with gradient = np.zeros(vector.size). In a loop, for i in range(vector.size), "
        "nudge = np.zeros(vector.size) and nudge[i] = h. "
        "Then vector + nudge and vector - nudge are new vectors, and "
        "`vector` stays as it is.",
        "gradient[i] = (J(vector + nudge) - J(vector - nudge)) / (2 * h). Return gradient after the loop.",
    ),
    mistakes=(
        Mistake(
            _each(lambda cost, v, nudge, h: (cost(v + nudge) - cost(v)) / h),
            "This is a difference on one side. Where the curve bends, that is less exact: nudge up and down.",
        ),
        Mistake(
            _each(lambda cost, v, nudge, h: (cost(v) - cost(v - nudge)) / h),
            "This is a difference on the left alone. Where the curve bends, that is less exact: nudge up and down.",
        ),
        Mistake(
            _each(lambda cost, v, nudge, h: (cost(v + nudge) - cost(v - nudge)) / h),
            "This divides by one step. From v - h to v + h it is two.",
        ),
        Mistake(
            _each(lambda cost, v, nudge, h: (cost(v - nudge) - cost(v + nudge)) / (2 * h)),
            "The two costs have changed places: each derivative has the wrong sign.",
        ),
        Mistake(
            _each(lambda cost, v, nudge, h: cost(v + nudge) - cost(v - nudge)),
            "These are changes of the cost. A slope is a change divided by how far it was.",
        ),
        Mistake(
            _each(lambda cost, v, nudge, h: (cost(v + nudge) - cost(v - nudge)) / 2 * h),
            "Here / 2 * h divides by 2 and multiplies by h. Brackets are missing.",
        ),
        Mistake(
            _each(lambda cost, v, nudge, h: (cost(v + h) - cost(v - h)) / (2 * h)),
            "Here all entries are nudged at once, so each number is the sum of all derivatives. Nudge one at a time.",
        ),
        Mistake(
            _never_put_back,
            "Each entry stays nudged while the next ones are tried. Put it back, or make new vectors.",
        ),
        Mistake(
            _in_place,
            "The caller's own vector is nudged, and it stays so. Make new vectors.",
        ),
        Mistake(
            lambda cost, vector, h: numerical_gradient(cost, vector, 1e-5),
            "The step is 1e-5 whatever is asked for. It comes as an argument.",
        ),
        Mistake(
            lambda cost, vector, h: numerical_gradient(cost, vector, h).reshape(-1, 1),
            "The numbers are right, in a column. Give them the shape of `vector`.",
        ),
        Mistake(
            lambda cost, vector, h: float(numerical_gradient(cost, vector, h)[0]),
            "Only the first derivative is there: return is inside the loop. Give it less indentation.",
        ),
    ),
)
