"""grid_search: the best of every combination."""

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.hyperparameters.inputs import SEARCHED, VALUES
from helpers.sweeps import choose, grid, grid_search
from helpers.validation import Array, Function

Values = list[Array]


def _found(pick: Callable[[Array, Array], Any]) -> Callable[..., Any]:
    """The right costs with something else made of them: pick(rows, costs)."""

    def wrong(run: Function, values: Values) -> Any:
        rows = grid(values)
        return pick(rows, np.array([run(*row) for row in rows]))

    return wrong


def _at(place: Callable[[Array], Any]) -> Callable[..., Any]:
    """The row and the cost at another place."""
    return _found(lambda rows, costs: (rows[place(costs)], costs[place(costs)]))


def _without_star(run: Function, values: Values) -> Any:
    rows = grid(values)
    costs = np.array([run(row) for row in rows])
    return rows[choose(costs)], costs[choose(costs)]


def _in_pairs(run: Function, values: Values) -> Any:
    rows = np.array(list(zip(*values, strict=False)))
    costs = np.array([run(*row) for row in rows])
    return rows[choose(costs)], costs[choose(costs)]


GRID_SEARCH = Exercise(
    reference=grid_search,
    section="Choose, then judge",
    takes={"values": VALUES},
    returns=("best", "least"),
    cases=SEARCHED,
    hints=(
        "You have all parts: grid makes the rows, run gives a cost for each, choose finds the best. In which order?",
        "Begin with rows = grid(values). A row is a whole array, and run wants its values one by one: "
        "the star does that, run(*row).",
        "costs = np.array([run(*row) for row in rows]), then best = choose(costs). Return rows[best], costs[best].",
    ),
    mistakes=(
        Mistake(
            _found(lambda rows, costs: (choose(costs), costs[choose(costs)])),
            "The first thing is the number of the row. Return the row itself, the values that won.",
        ),
        Mistake(
            _found(lambda rows, costs: rows[choose(costs)]),
            "The row is right, and it comes alone. Return its cost beside it.",
        ),
        Mistake(
            _found(lambda rows, costs: costs[choose(costs)]),
            "The cost is right, and it comes alone. Which values gave it? Return them before it.",
        ),
        Mistake(
            _at(lambda costs: int(np.nanargmax(costs))),
            "This is the worst row. The least cost is wanted.",
        ),
        Mistake(
            _at(lambda costs: int(np.argmin(costs))),
            "A run that failed is taken for the best: its cost is nan. Use your choose, which passes over it.",
        ),
        Mistake(
            _at(lambda costs: 0),
            "Only the first row counts: return is inside the loop. Go through all rows first.",
        ),
        Mistake(
            _at(lambda costs: len(costs) - 1),
            "This is the last row, whatever the costs are. Keep all costs, then choose.",
        ),
        Mistake(
            _at(lambda costs: len(costs) - 1 - choose(costs[::-1])),
            "Where several rows are equal, this is the last of them. Of equal ones take the first.",
        ),
        Mistake(
            _found(lambda rows, costs: (rows, costs)),
            "These are all the rows and all their costs. Choose the best one.",
        ),
        Mistake(
            _without_star,
            "run gets a whole row as one argument. It takes the values one by one.",
        ),
        Mistake(
            _in_pairs,
            "Only some combinations are tried: the first values together, then the second ones. Use your grid.",
        ),
        Mistake(
            lambda run, values: grid_search(run, values[:1] + [each[:1] for each in values[1:]]),
            "Only the first list is searched, with the others at their first values. Vary all of them together.",
        ),
    ),
)
