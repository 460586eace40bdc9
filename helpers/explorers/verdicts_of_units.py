"""What can be said of hidden units, layer by layer: zero, dead, equal, saturated, or out of the gradient's reach."""

import math

import numpy as np

from helpers.explorers.standing import ENDS, Standing
from helpers.wording import count, rounded

SHRUNK = 10  # times: what L2 must have done
FADED = 3  # powers of ten between the gradients of the last layer and the first


def all_zero(standing: Standing) -> str:
    """All weights are zero, and so are their gradients on every example: what the last of them hear is 0, too."""
    if any(W.any() for W, _ in standing.params) or not standing.outputs or standing.outputs[-1].any():
        return ""
    return "All its weights are zero, and so are their gradients: it can't start to learn."


def all_dead(standing: Standing) -> str:
    """Every unit of a hidden layer is dead."""
    for layer, (dead, A) in enumerate(zip(standing.dead, standing.outputs, strict=True)):
        if dead == len(A):
            if len(standing.dead) == 1:
                return "All its hidden units are dead: 0 on every example, so only the last bias can still learn."
            where = f"All units of hidden layer {layer + 1} are dead"
            return f"{where}: 0 on every example, so nothing passes, and no weight up to there can learn."
    return ""


def all_equal(standing: Standing) -> str:
    """Several units in a hidden layer, and all of them one and the same function."""
    if not any(standing.equal):
        return ""
    one = len(standing.equal) == 1
    where = "its hidden units" if one else f"units of hidden layer {standing.equal.index(True) + 1}"
    return f"All {where} are equal: together they do no more than one."


def saturated(standing: Standing) -> str:
    """Half of a hidden layer or more is at an end on 9 of 10 examples, and the answers are poor."""
    if standing.live.state.optimizer == "adam" or not any(standing.saturated) or not standing.poor:
        return ""
    for layer, (units, A) in enumerate(zip(standing.saturated, standing.outputs, strict=True)):
        if 2 * units >= len(A):
            low, high = (f"{end:g}".replace("-", "−") for end in ENDS[standing.names[layer]])
            where = f"Saturated, on nearly all examples at {low} or {high} with hardly a slope to learn from"
            return f"{where}: {units} of {count(len(A), 'unit')} of hidden layer {layer + 1}."
    return ""


def shrunk(standing: Standing) -> str:
    """L2 alone made the weights of a layer ten times smaller or more, and the answers are poor."""
    live, since = standing.live, standing.course.since[0]
    if not standing.poor or math.exp(_decay(standing)) < SHRUNK:
        return ""
    before = live.params.copy()
    before.vector[:] = since.vector
    for layer, ((W_before, _), (W, _)) in enumerate(zip(before, live.params, strict=True)):
        was, now = (float(np.abs(each).max()) for each in (W_before, W))
        if 0 < SHRUNK * now < was:
            place = "where it began" if since.step == 0 else f"at {standing.unit} {since.step:,}"
            sizes = f"the largest was {rounded(was)} {place}, and is {rounded(now)}"
            return f"L2 has shrunk the weights of layer {layer + 1}: {sizes}."
    return ""


def _decay(standing: Standing) -> float:
    """The logarithm of the times by which L2 alone divides a weight in these epochs; 0 with Adam, which scales it."""
    live, state = standing.live, standing.live.state
    steps = (live.step - standing.course.since[0].step) * -(-state.m // (state.batch_size or state.m))
    return 0.0 if state.optimizer == "adam" else min(steps * state.learning_rate * state.l2 / state.m, 100.0)


def faded(standing: Standing) -> str:
    """One example's gradient is a thousand times smaller in the first layer, or more; Adam makes up for it.

    Not that of all, which is small in the last layer too, once the mean answer is right.
    """
    if standing.live.state.optimizer == "adam" or len(standing.names) < 2 or not standing.poor:
        return ""
    first, *_, last = standing.sizes_by_example
    if first == 0 or last < 10**FADED * first:
        return ""
    times = f"{10 ** int(math.log10(last / first)):,}" if last < 1e9 * first else "a billion"
    fades = "Example by example, the gradient fades on its way back"
    return f"{fades}: in the first layer it is over {times} times smaller than in the last."


def some_dead(standing: Standing) -> str:
    """Some units are dead."""
    if not any(standing.dead):
        return ""
    said = "Dead, with 0 on every example and no slope to learn from"
    if len(standing.dead) == 1:
        return f"{said}: {count(standing.dead[0], 'hidden unit')}."
    layers = [f"{dead} of {len(A)}" for dead, A in zip(standing.dead, standing.outputs, strict=True)]
    most = max(range(len(layers)), key=standing.dead.__getitem__)
    rest = sum(standing.dead) - standing.dead[most]
    return f"{said}: {layers[most]} units of hidden layer {most + 1}{f', and {rest} elsewhere' if rest else ''}."
