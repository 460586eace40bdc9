"""Training: fit(model, params, X, Y, ...), and what it gives back.

`loop` descends; `gradient_descent` takes the steps as a model's functions are written, `in_place` the same ones faster;
`span` makes wide data small; `history` keeps the cost.
"""

from helpers.training.history import FitResult, History
from helpers.training.loop import Diverged, fit

__all__ = [
    "Diverged",
    "FitResult",
    "History",
    "fit",
]
