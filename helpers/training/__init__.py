"""Training: fit(model, params, X, Y, ...) and fit_epochs, and what they give back.

`fitting` checks; `loop` goes round on all examples, `epochs` on mini-batches (`batches`).  `steps` are taken as a
model's functions are written, `in_place` the same ones faster, as far as `optimizers` say, at the rate that
`schedules` say; `early_stopping` ends them; `span` makes wide data small; `history` keeps the cost, `interrupts` and
`divergence` see to it that an early end loses nothing.
"""

from helpers.training.divergence import Diverged
from helpers.training.fitting import fit, fit_epochs
from helpers.training.history import FitResult, History
from helpers.training.interrupts import Interrupted
from helpers.training.optimizers import Adam, GradientDescent, Momentum

__all__ = [
    "Adam",
    "Diverged",
    "FitResult",
    "GradientDescent",
    "History",
    "Interrupted",
    "Momentum",
    "fit",
    "fit_epochs",
]
