"""Training: fit(model, params, X, Y, ...), and what it gives back.

`fitting` checks and `loop` goes round; `gradient_descent` takes the steps as a model's functions are written,
`in_place` the same ones faster; `span` makes wide data small; `history` keeps the cost, `progress` shows it,
`interrupts` and `divergence` see to it that an early end loses nothing.
"""

from helpers.training.divergence import Diverged
from helpers.training.fitting import fit
from helpers.training.history import FitResult, History
from helpers.training.interrupts import Interrupted

__all__ = [
    "Diverged",
    "FitResult",
    "History",
    "Interrupted",
    "fit",
]
