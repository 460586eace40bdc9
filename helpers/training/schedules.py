"""Learning rates that fall from epoch to epoch; epoch 0 has the first rate.

`fit_epochs` takes a function of the epoch: lambda epoch: inverse_time_decay(0.5, 0.1, epoch).
Notebook 06, "A rate that falls"; Goodfellow et al., Deep Learning (2016), section 8.3.1.
"""

from collections.abc import Callable

from helpers.validation import check_learning_rate


def geometric_decay(learning_rate: float, factor: float, epoch: int) -> float:
    """mu_0 factor^epoch: the same factor each epoch."""
    return learning_rate * factor**epoch


def inverse_time_decay(learning_rate: float, decay: float, epoch: int) -> float:
    """mu_0 / (1 + decay epoch): half the rate after 1/decay epochs, a third after twice as many."""
    return learning_rate / (1 + decay * epoch)


def step_decay(learning_rate: float, factor: float, every: int, epoch: int) -> float:
    """mu_0 factor^(epoch // every): a step down every so many epochs."""
    return float(learning_rate * factor ** (epoch // every))


def rate_at(learning_rate: float | Callable[[int], float], epoch: int) -> float:
    """The learning rate of an epoch: always the same, or what a function of the epoch says, which is checked."""
    __tracebackhide__ = True
    if not callable(learning_rate):
        return learning_rate
    rate = learning_rate(epoch)
    check_learning_rate(rate, f"the learning rate of epoch {epoch}")
    return rate
