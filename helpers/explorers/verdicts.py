"""What can be said of a network while it trains, each sentence only where it is true; a table in the tests holds them.

Where a sentence blames the learning rate, another one was tried, and is named only if it did better.
"""

from collections.abc import Callable

import numpy as np

from helpers.explorers.standing import Standing, best_line, trial
from helpers.wording import count, rounded

LONG_TRIAL = 600  # steps
ENOUGH, FEW = 0.9, 0.8  # shares of right answers
FEW_UNITS = 3  # of more nobody knows whether it is the bends that are missing


def verdict(standing: Standing) -> str:
    """What stands out: the first of `CASES` that holds, or nothing."""
    return next((words for words in (case(standing) for case in CASES) if words), "")


def smaller_that_works(standing: Standing) -> str:
    """A smaller rate with which the cost falls from the same start, as a sentence; "" if none of some was found."""
    live = standing.live
    key = "smaller", len(live.log), live.state.learning_rate
    if key not in standing.tried:
        standing.tried[key] = _smaller(standing, live.state.learning_rate)
    return standing.tried[key]


def _smaller(standing: Standing, rate: float) -> str:
    for smaller in (float(f"{rate * share:.1g}") for share in (0.3, 0.1, 0.03, 0.01, 0.001)):
        costs = trial(standing, standing.live.start, smaller)
        if costs[-1] < costs[0] and costs[-1] <= 1.001 * costs.min():
            return f"With {rounded(smaller)}, tried from the same start, it falls."
    return ""


def no_number(standing: Standing) -> str:
    """The cost broke off."""
    if not standing.stopped:
        return ""
    return f"The cost is no longer a number: the learning rate is too large. {smaller_that_works(standing)}".strip()


def higher(standing: Standing) -> str:
    """The cost is higher than it was, and a smaller rate would have lowered it."""
    costs = standing.costs
    if len(costs) < 3 or costs[-1] <= 1.01 * costs[0] or not (other := smaller_that_works(standing)):
        return ""
    return f"The cost is higher than {rounded(costs[0], 3)}, where it began: the learning rate is too large. {other}"


def all_zero(standing: Standing) -> str:
    """All weights are zero, and no activation here has another gradient than zero then."""
    if any(W.any() for W, _ in standing.live.params) or standing.activation.name == "sigmoid":
        return ""
    return "All its weights are zero, and so are their gradients: it can't start to learn."


def all_dead(standing: Standing) -> str:
    """Every hidden unit is dead."""
    if not standing.dead or standing.dead < standing.units:
        return ""
    return "All its hidden units are dead: 0 on every example, so only the last bias can still learn."


def all_equal(standing: Standing) -> str:
    """Several hidden units, and all of them one and the same function."""
    [on] = standing.live.state.on
    layer = np.hstack(standing.live.params[0])[on]
    if standing.units < 2 or not np.allclose(layer, layer[0], rtol=0, atol=1e-6):
        return ""
    return "All its hidden units are equal: together they do no more than one."


def restless(standing: Standing) -> str:
    """The cost rises by a hundredth or more, three times or oftener, in the last third; a smaller rate is steady."""
    last = standing.costs[-max(len(standing.costs) // 3, 8) :]
    if np.sum(np.diff(last) > 0.01 * last[:-1]) < 3 or not (other := smaller_that_works(standing)):
        return ""
    return f"The cost goes up and down: the learning rate is too large for it to settle. {other}"


def straight(standing: Standing) -> str:
    """One straight line is all it can draw, and no straight line will do."""
    if standing.units > 1 and standing.activation.name != "identity":
        return ""
    best = best_line(standing.live.state.X, standing.live.state.Y)
    if best >= ENOUGH:
        return ""
    why = "One hidden unit" if standing.units == 1 else "Without a curved activation it"
    return f"{why} can only cut along a straight line. Even the best line is right on only about {best:.0%}."


def overfits(standing: Standing) -> str:
    """The gap between the two shares is more than three standard errors of their difference."""
    seen, unseen = standing.on_train, standing.on_test
    sizes = (standing.live.state.X.shape[1], standing.X_test.shape[1])
    variance = sum(share * (1 - share) / m for share, m in zip((seen, unseen), sizes, strict=True))
    if seen - unseen <= 3 * variance**0.5:
        return ""
    return f"It fits the points shown, {seen:.0%}, better than the unseen ones, {unseen:.0%}: it overfits."


def stuck(standing: Standing) -> str:
    """Often wrong on what it sees, and the cost hardly falls any more, with a larger rate either."""
    costs, live = standing.costs, standing.live
    if standing.on_train >= FEW or len(costs) < 20 or costs[-1] < 0.98 * costs[-len(costs) // 5]:
        return ""
    key = "larger", len(live.log), live.state.learning_rate, live.step // 1000
    if key not in standing.tried:
        standing.tried[key] = _larger(standing)
    return standing.tried[key]


def _larger(standing: Standing) -> str:
    rate = standing.live.state.learning_rate
    for larger in (float(f"{rate * factor:.1g}") for factor in (3, 10, 30)):
        costs = trial(standing, standing.live.params, larger, LONG_TRIAL)
        if costs[-1] < 0.98 * costs[0] and costs[-1] <= 1.001 * costs.min():
            return f"The cost falls slowly: with the learning rate {rounded(larger)}, tried from here, it falls faster."
    said = "The cost hardly falls any more, and larger rates, tried, do not help"
    few = count(standing.units, "hidden unit")
    return f"{said}: from this start {few} bend the boundary too little." if standing.units <= FEW_UNITS else f"{said}."


def still_falling(standing: Standing) -> str:
    """Often wrong on what it sees, but the cost is falling."""
    costs = standing.costs
    if standing.on_train >= FEW or len(costs) < 20 or costs[-1] >= 0.98 * costs[-len(costs) // 5]:
        return ""
    return "The cost is still falling: let it train on."


def some_dead(standing: Standing) -> str:
    """Some units are dead."""
    if not standing.dead:
        return ""
    return f"Dead, with 0 on every example and no slope to learn from: {count(standing.dead, 'hidden unit')}."


CASES: tuple[Callable[[Standing], str], ...] = (
    no_number,
    all_zero,
    all_dead,
    all_equal,
    higher,
    restless,
    straight,
    overfits,
    stuck,
    some_dead,
    still_falling,
)
