"""How a weight learns, as a formula and as a line of code, with the numbers of now."""

from helpers.playground.state import State
from helpers.training.optimizers import Adam, Momentum
from helpers.wording import rounded


def rule(state: State) -> tuple[str, str]:
    """Of the optimiser that is chosen, with its L2 penalty if there is one."""
    rate = state.learning_rate
    slope, code = _slope(state)
    if state.optimizer == "momentum":
        beta = Momentum().beta
        return (
            f"v ← {beta} v − {rounded(rate)} {slope},  W ← W + v",
            f"v = {beta} * v - {rate:g} * {code}; W = W + v",
        )
    if state.optimizer == "adam":
        usual = Adam()
        return (
            f"m: mean of {slope}, s: mean of its square, W ← W − {rounded(rate)} m / √s",
            f"W = W - {rate:g} * m_hat / (np.sqrt(s_hat) + {usual.eps:g})",
        )
    return f"W ← W − {rounded(rate)} {slope}", f"W = W - {rate:g} * {code}"


def _slope(state: State) -> tuple[str, str]:
    if not state.l2:
        return "dW", "dW"
    share = f"{state.l2:g}/{state.m}"
    return f"(dW + {share} W)", f"(dW + {state.l2:g} / {state.m} * W)"
