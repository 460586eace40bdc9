"""should_stop: has the lowest validation cost not been beaten for long enough?"""

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.training.inputs import VALIDATION_COSTS
from helpers.training.early_stopping import should_stop
from helpers.validation import Array


def _since_last_best(costs: Array) -> int:
    return int(np.argmin(costs[::-1]))


SHOULD_STOP = Exercise(
    reference=should_stop,
    section="Early stopping",
    returns="stop",
    cases=VALIDATION_COSTS,
    hints=(
        "Where in the list is the lowest cost? How many epochs have passed since then?",
        "np.argmin(costs) is the place of the lowest, the first of equal ones. The last place is len(costs) - 1.",
        "best = np.argmin(costs), then return len(costs) - 1 - best >= patience.",
    ),
    mistakes=(
        Mistake(
            lambda costs, patience: len(costs) - 1 - int(np.argmin(costs)) > patience,
            "It waits one epoch too long. After `patience` epochs that beat nothing it stops: use >=.",
        ),
        Mistake(
            lambda costs, patience: len(costs) - int(np.argmin(costs)) >= patience,
            "It stops one epoch too early. Places are counted from 0.",
        ),
        Mistake(
            lambda costs, patience: _since_last_best(costs) >= patience,
            "A cost as low as the lowest counts as better here. Equal is not beaten: take the first of equal ones.",
        ),
        Mistake(
            lambda costs, patience: len(costs) - 1 - int(np.argmin(costs)) < patience,
            "This is True while training goes on. The other way round: True when it is time to stop.",
        ),
        Mistake(
            lambda costs, patience: len(costs) > 1 and bool(costs[-1] > costs[-2]),
            "Only the last two costs are compared. Look for the lowest of all, and count the epochs since then.",
        ),
        Mistake(
            lambda costs, patience: len(costs) > patience and bool(costs[-1] >= costs[-1 - patience]),
            "The last cost is compared with a single earlier one. Look for the lowest of all.",
        ),
        Mistake(
            lambda costs, patience: bool(costs[-1] > costs.min()),
            "The patience is missing: this stops at the first epoch that is not the best.",
        ),
        Mistake(
            lambda costs, patience: len(costs) - 1 >= patience,
            "This counts all epochs. Count those since the lowest cost.",
        ),
    ),
)
