"""dropout_backward: the same mask on the way back."""

import numpy as np

from helpers.dropout import dropout_backward
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.training.inputs import DROPPED_BACK
from helpers.validation import Array


def _new_mask(dA: Array, mask: Array, keep: float) -> Array:
    return dA * (np.random.default_rng(0).random(dA.shape) < keep) / keep


DROPOUT_BACKWARD = Exercise(
    reference=dropout_backward,
    section="Dropout",
    returns="dA",
    cases=DROPPED_BACK,
    hints=(
        "On the way forward A was multiplied by the mask and divided by keep. What is the slope of that?",
        "A constant factor stays the same on the way back: mask / keep, entry by entry.",
        "One line: return dA * mask / keep.",
    ),
    mistakes=(
        Mistake(
            lambda dA, mask, keep: dA * mask,
            "The division by keep is missing. What was rescaled on the way forward is rescaled on the way back.",
        ),
        Mistake(
            lambda dA, mask, keep: dA / keep,
            "The mask is missing: no gradient goes through a unit that was silent.",
        ),
        Mistake(lambda dA, mask, keep: dA.copy(), "This is dA as it came. Multiply by the mask and divide by keep."),
        Mistake(
            lambda dA, mask, keep: dA * mask * keep,
            "It is multiplied by keep. Divide, as on the way forward.",
        ),
        Mistake(
            lambda dA, mask, keep: dA * mask / (1 - keep),
            "It is divided by the share that is silent. Divide by keep, the share that stays.",
        ),
        Mistake(
            lambda dA, mask, keep: dA * ~mask / keep,
            "The gradient goes through the silent units only. The mask is True where a unit stays.",
        ),
        Mistake(
            _new_mask,
            "A new mask is drawn. The gradient belongs to the forward pass that was made: use its mask.",
        ),
        Mistake(
            lambda dA, mask, keep: mask / keep,
            "dA is missing. Multiply it by this.",
        ),
        Mistake(
            lambda dA, mask, keep: dA[mask] / keep,
            "dA[mask] picks the numbers that stay and loses their places. Multiply by the mask.",
        ),
    ),
)
