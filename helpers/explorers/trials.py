"""What another learning rate would do: short trainings beside the one that is looked at, which they leave alone."""

from copy import deepcopy
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from helpers.explorers.standing import Standing
from helpers.playground.live import LiveTraining
from helpers.playground.moments import Moment
from helpers.playground.state import State
from helpers.validation import Array
from helpers.wording import rounded

TRIAL, LONG_TRIAL = 200, 600  # epochs at most
LOOKS = 8  # at the cost, in a trial
BUDGET = 45_000  # about so many microseconds for all trials of a status line, counted, not measured
ENOUGH = 50  # epochs of a trial that shows that a rate does not help
SMALLER, LARGER = (0.3, 0.1, 0.03, 0.01, 0.001), (3, 10, 30)


class Plan(NamedTuple):
    """How many trials there is time for, and how many epochs in each."""

    trials: int
    epochs: int


def work(state: State) -> float:
    """About how many microseconds an epoch takes."""
    steps, layers = -(-state.m // (state.batch_size or state.m)), len(state.sizes) - 1
    return (steps * (5 + 5 * layers) + 0.05 * state.m * layers) * (1 if state.keep == 1 else 3.2)


def overhead(state: State) -> float:
    """About how many microseconds a trial takes besides: its start, and its looks at the cost."""
    return (LOOKS + 2) * (150 + 30 * (len(state.sizes) - 1))


def plan(state: State, trials: int, most: int) -> Plan:
    """As many trials as there is time for, all of the same length; where the cost jumps two questions share it."""
    budget, besides = BUDGET if state.is_plain else BUDGET / 2, overhead(state)
    trials = max(1, min(trials, int(budget / (work(state) + besides))))
    return Plan(trials, max(1, min(most, int((budget / trials - besides) / work(state)))))


def trial(standing: Standing, start: Moment, learning_rate: float, epochs: int = TRIAL) -> Array:
    """The costs of a short training from a moment, on the examples and units of now; nan where it broke off."""
    live = standing.live
    state, params = replace(live.state, learning_rate=learning_rate, held_out=None), live.params.copy()
    params.vector[:] = start.vector
    other = LiveTraining(state, params, live.seed, live.functions)
    other.optimizer, other.chance = deepcopy((start.optimizer, start.chance))
    stretch = -(-epochs // LOOKS)
    goes_on = all(other.advance(stretch) for _ in range(-(-epochs // stretch)))
    return np.array([moment.cost for moment in other.moments] + ([] if goes_on else [np.nan]))


def falls(standing: Standing, costs: Array) -> bool:
    """Does the cost fall and stay down?  With batches it may jump a little."""
    room = 1.2 if standing.course.is_noisy else 1.001
    return bool(costs[-1] < costs[0] and costs[-1] <= room * costs.min())


def reached(standing: Standing, costs: Array) -> float:
    """The cost at the end of a trial; the mean of its last looks, if it jumps."""
    return float(costs[-3:].mean() if standing.course.is_noisy else costs[-1])


def rates(standing: Standing, factors: tuple[float, ...], most: int) -> tuple[list[float], int]:
    """The rates that there is time to try, and the epochs to try each."""
    trials, epochs = plan(standing.live.state, len(factors), most)
    return [float(f"{standing.live.state.learning_rate * factor:.1g}") for factor in factors[:trials]], epochs


def smaller_that_works(standing: Standing) -> str:
    """A smaller rate with which the cost falls from the same start, as a sentence; "" if none of some was found."""
    start = standing.course.since[0]
    return str(standing.remembered("smaller", (start, standing.live.state), lambda: _smaller(standing, start)))


def _smaller(standing: Standing, start: Moment) -> str:
    place = "the same start" if start.step == 0 else _place(standing, start)
    smaller, epochs = rates(standing, SMALLER, TRIAL)
    for rate in smaller:
        if falls(standing, trial(standing, start, rate, epochs)):
            return f"With {rounded(rate)}, tried from {place}, it falls."
    return ""


def larger_that_works(standing: Standing) -> str | None:
    """A larger rate with which the cost falls faster, as a sentence; "" if none does, None if there is no time."""
    found: str | None = standing.remembered("larger", _of(standing), lambda: _larger(standing))
    return found


def _of(standing: Standing) -> tuple[object, ...]:
    """What trials from here are remembered by."""
    live = standing.live
    return standing.course.since[0].events, live.state, live.step // 500


def _larger(standing: Standing) -> str | None:
    here, less = standing.course.since[-1], 0.95 if standing.course.is_noisy else 0.98
    (usual, *larger), epochs = rates(standing, (1, *LARGER[: 2 if standing.course.is_noisy else 3]), LONG_TRIAL)
    costs = trial(standing, here, usual, epochs)
    most = less * min(costs[0], reached(standing, costs))
    for other in larger:
        costs = trial(standing, here, other, epochs)
        if falls(standing, costs) and reached(standing, costs) < most:
            tried = f"tried from {_place(standing, here)}"
            return f"The cost falls slowly: with the learning rate {rounded(other)}, {tried}, it falls faster."
    return "" if larger and epochs >= ENOUGH else None


class Calmer(NamedTuple):
    """What smaller rates do from here: a sentence on one that is lower or steadier; "" for none.

    conclusive: were they tried for long enough to say that none helps?
    """

    said: str = ""
    is_lower: bool = False
    conclusive: bool = True


def calmer(standing: Standing) -> Calmer:
    """What smaller rates do from here, in batches or with dropout."""
    found: Calmer = standing.remembered("calmer", _of(standing), lambda: _calmer(standing))
    return found


def _calmer(standing: Standing) -> Calmer:
    here, steadier = standing.course.since[-1], ""
    (usual, *smaller), epochs = rates(standing, (1, *SMALLER[:2]), TRIAL)
    if epochs < LOOKS:
        return Calmer(conclusive=False)
    now = trial(standing, here, usual, epochs)[1:]
    for rate in smaller:
        costs = trial(standing, here, rate, epochs)[1:]
        said = f"With {rounded(rate)}, tried from {_place(standing, here)},"
        if costs.mean() < 0.98 * now.mean():
            return Calmer(f"{said} it is lower.", is_lower=True)
        if not steadier and jump(costs) < jump(now) / 2 and costs.mean() <= now.mean():
            steadier = f"{said} it is steadier."
    return Calmer(steadier, conclusive=epochs >= ENOUGH)


def jump(costs: Array) -> float:
    """How far the cost rises from one look to the next, relative to it: the mean over all looks."""
    return float(np.mean(np.maximum(np.diff(costs), 0) / costs[:-1]))


def _place(standing: Standing, moment: Moment) -> str:
    return f"{standing.unit} {moment.step:,}"
