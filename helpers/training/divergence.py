"""When the cost is no longer a number: which learning rate would have worked."""

from collections.abc import Callable

import numpy as np


class Diverged(ArithmeticError):
    """The cost or a parameter became nan or inf."""


def explain(iteration: int, learning_rate: float, lowers_the_cost: Callable[[float], bool]) -> str:
    """What happened, with a smaller rate that was tried and works.

    lowers_the_cost(learning_rate): does a short training from the same start end lower than it began?
    """
    rate = format_number(learning_rate)
    message = f"At iteration {iteration:,} the cost was no longer a number, with the learning rate {rate}"
    returned = "Returned is the last state with a finite cost."
    try:
        for smaller in (float(f"{learning_rate * 0.1**k:.1g}") for k in range(1, 9)):
            if lowers_the_cost(smaller):
                return f"{message}. It is too large: {format_number(smaller)} works. {returned}"
    except KeyboardInterrupt:
        return f"{message}: try a smaller one. {returned}"
    return f"{message}, and no smaller rate lowers it: look at the gradient. {returned}"


def format_number(value: float) -> str:
    """Six digits at most, and no exponent between 1e-4 and 1e6: 10, 0.0001, 1200."""
    if value and not 1e-4 <= abs(value) < 1e6:
        return f"{value:g}"
    return np.format_float_positional(value, precision=6, fractional=False, trim="-")
