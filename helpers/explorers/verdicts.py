"""What can be said of a network while it trains, each sentence only where it is true; a table in the tests holds them.

Where a sentence blames the learning rate, another one was tried, and is named only if it did better.
"""

from collections.abc import Callable

import numpy as np

from helpers.explorers.standing import Standing
from helpers.explorers.trials import Calmer, calmer, larger_that_works, smaller_that_works
from helpers.explorers.verdicts_of_units import all_dead, all_equal, all_zero, faded, saturated, shrunk, some_dead
from helpers.training.fitting import quick
from helpers.validation import Array
from helpers.wording import count, rounded

ENOUGH = 0.9  # of right answers
FAR = 3  # times as high: no chance of a batch
FEW_UNITS = 3  # of more nobody knows whether it is the bends that are missing


def verdict(standing: Standing) -> str:
    """What stands out: the first of `CASES` that holds, or nothing."""
    with quick():
        return next((words for words in (case(standing) for case in CASES) if words), "")


def no_number(standing: Standing) -> str:
    """The cost broke off."""
    if not standing.stopped:
        return ""
    if other := smaller_that_works(standing):
        return f"The cost is no longer a number: the learning rate is too large. {other}"
    return "The cost is no longer a number, and smaller learning rates, tried, do not help."


def higher(standing: Standing) -> str:
    """The cost is higher than it was, and a smaller rate would have lowered it."""
    costs = standing.course.costs
    far = costs[-1] > FAR * costs[0]
    if not far and (len(costs) < 4 or costs[-3:].min() <= 1.01 * costs[0]):
        return ""
    if not (other := smaller_that_works(standing)):
        return ""
    first = standing.course.since[0].step
    place = "where it began" if first == 0 else f"at {standing.unit} {first:,}"
    return f"The cost is higher than {rounded(costs[0], 3)}, {place}: the learning rate is too large. {other}"


def restless(standing: Standing) -> str:
    """Without batches, the cost rises by a hundredth or more, three times or oftener, in the last third."""
    last = standing.course.costs[-max(len(standing.course.costs) // 3, 8) :]
    if standing.course.is_noisy or np.sum(np.diff(last) > 0.01 * last[:-1]) < 3:
        return ""
    if not (other := smaller_that_works(standing)):
        return ""
    return f"The cost goes up and down: the learning rate is too large for it to settle. {other}"


def jumps(standing: Standing) -> str:
    """With batches or dropout it does so by a tenth and no longer falls, and a smaller rate is steadier."""
    last = standing.course.costs[-max(len(standing.course.costs) // 3, 8) :]
    if not standing.course.is_noisy or not standing.course.is_level or np.sum(np.diff(last) > 0.1 * last[:-1]) < 3:
        return ""
    if not (other := calmer(standing).said):
        return ""
    batch, m = standing.live.state.batch_size, standing.live.state.m
    why = f"in batches of {batch}" if batch and batch < m else "with dropout"
    return f"The cost goes up and down, as it may {why}. {other}"


def straight(standing: Standing) -> str:
    """A straight line is all it can draw, or a plane, and that will not do."""
    return _flat_line(standing) if standing.classifies else _flat_plane(standing)


def _bent(standing: Standing) -> list[int]:
    """The sizes of the hidden layers that bend."""
    pairs = zip(standing.outputs, standing.names, strict=True)
    return [len(A) for A, name in pairs if name != "identity"]


def _flat_line(standing: Standing) -> str:
    """Every layer that bends has one unit: the answer only rises, or only falls, along one direction."""
    if set(standing.live.state.features) != {"x1", "x2"} or max(_bent(standing), default=1) > 1:
        return ""
    best = standing.best_flat
    if best >= ENOUGH or best >= standing.by_neighbours:
        return ""
    return f"{_why_flat(standing)} can only cut along a straight line. Even the best line is right on only {best:.0%}."


def _why_flat(standing: Standing) -> str:
    if not standing.names:
        return "Without a hidden layer it"
    if not _bent(standing):
        return "Without a curved activation it"
    return "One hidden unit" if standing.units == 1 else "With one unit in each layer that bends it"


def _flat_plane(standing: Standing) -> str:
    if _bent(standing):
        return ""
    best = standing.best_flat
    if best <= 1.5 * standing.by_neighbours:
        return ""
    why = "Without a curved activation" if standing.names else "Without a hidden layer"
    form = "plane" if set(standing.live.state.features) <= {"x1", "x2"} else "weighted sum of its inputs"
    return f"{why} it can only answer with a {form}. Even the best one has a mean squared error of {rounded(best)}."


def overfits(standing: Standing) -> str:
    """It is worse on unseen points, by over three standard errors; in regression twice as bad, too."""
    wrong_seen, wrong_unseen = (_wrong(standing, seen) for seen in (True, False))
    if not wrong_unseen.size:
        return ""
    both = np.hstack([wrong_seen, wrong_unseen])
    error = float(np.sqrt(both.var() * (1 / wrong_seen.size + 1 / wrong_unseen.size)))
    least = 1 if standing.classifies else 2
    if wrong_unseen.mean() <= max(least * wrong_seen.mean(), wrong_seen.mean() + 3 * error):
        return ""
    seen, unseen = (_figure(standing, value) for value in (standing.on_train, standing.on_test))
    return f"It fits the points shown, {seen}, better than the unseen ones, {unseen}: it overfits."


def _wrong(standing: Standing, seen: bool) -> Array:
    """How wrong it is on each point: 0 or 1, or the squared error."""
    state = standing.live.state
    points, Y = (state.points, state.Y) if seen else standing.unseen
    A = standing.live.answers(points)
    return np.asarray((A > 0.5) != (Y > 0.5), float) if standing.classifies else (A - Y) ** 2


def _figure(standing: Standing, value: float) -> str:
    return f"{value:.0%}" if standing.classifies else rounded(value)


def stuck(standing: Standing) -> str:
    """Often wrong on what it sees, and the cost hardly falls any more, with a larger rate either."""
    if not standing.poor or not standing.course.is_level:
        return ""
    larger = larger_that_works(standing)
    if larger:
        return larger
    smaller = calmer(standing) if standing.course.is_noisy else Calmer()
    if smaller.is_lower:
        return f"The cost hardly falls any more. {smaller.said}"
    if larger is None or not smaller.conclusive:
        return "The cost hardly falls."
    return _no_rate_helps(standing)


def _no_rate_helps(standing: Standing) -> str:
    which = "other" if standing.course.is_noisy else "larger"
    said = f"The cost hardly falls any more, and {which} rates, tried, do not help"
    if not standing.is_learnable:
        return f"{said}: near points often disagree."
    if not _bent(standing):
        return f"{said}: no layer bends, so it can only weigh these inputs."
    if standing.units > FEW_UNITS or not standing.is_free:
        return f"{said}."
    what = "boundary" if standing.classifies else "surface"
    verb = "bends" if standing.units == 1 else "bend"
    return f"{said}: from this start {count(standing.units, 'hidden unit')} {verb} the {what} too little."


def still_falling(standing: Standing) -> str:
    """Often wrong on what it sees, but the cost is falling."""
    if not standing.poor or not standing.course.is_falling:
        return ""
    return "The cost is still falling: let it train on."


CASES: tuple[Callable[[Standing], str], ...] = (
    no_number,
    all_zero,
    all_dead,
    all_equal,
    higher,
    restless,
    straight,
    overfits,
    shrunk,
    saturated,
    faded,
    stuck,
    jumps,
    some_dead,
    still_falling,
)
