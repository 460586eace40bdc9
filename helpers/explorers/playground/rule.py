"""How a weight learns, as a formula and as a line of code, with the numbers of now."""

from helpers.playground.state import State
from helpers.training.optimizers import Adam, Momentum
from helpers.wording import rounded


def rule(state: State) -> tuple[str, str]:
    """Of the optimiser that is chosen, with its L2 penalty if there is one."""
    g, code = _slope(state)
    formula, line = {"momentum": _momentum, "adam": _adam}.get(state.optimizer, _descent)(state.learning_rate, g)
    return formula, f"{code}{line}"


def _slope(state: State) -> tuple[str, str]:
    """What the steps call the slope, and the code that makes it: with a penalty it is not dW alone."""
    return ("g", f"g = dW + {state.l2:g} / {state.m} * W; ") if state.l2 else ("dW", "")


def _descent(rate: float, g: str) -> tuple[str, str]:
    return f"W ← W − {rounded(rate)} {g}", f"W = W - {rate:g} * {g}"


def _momentum(rate: float, g: str) -> tuple[str, str]:
    beta = Momentum().beta
    return f"v ← {beta} v − {rounded(rate)} {g},  W ← W + v", f"v = {beta} * v - {rate:g} * {g}; W = W + v"


def _adam(rate: float, g: str) -> tuple[str, str]:
    """m_hat and s_hat: running means, corrected for their start at 0; notebook 06, "Where next"."""
    eps = Adam().eps
    formula = f"m, s: running means of {g} and {g}²,  W ← W − {rounded(rate)} m / √s"
    return formula, f"W = W - {rate:g} * m_hat / (np.sqrt(s_hat) + {eps:g})"
