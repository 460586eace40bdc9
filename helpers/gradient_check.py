"""Is a gradient right?  Every derivative twice: as `backward` gives it, and by differences of the cost.

Two costs for each number, where back-propagation has all derivatives for the price of about two.  A handful of
examples is enough: a wrong formula is wrong on three, too.
Notebook 02, "Trust, but check"; Notebook 05, "The instrument"; Goodfellow et al. (2016), section 11.5.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from helpers.finite_differences import STEP, relative_error
from helpers.finite_differences import numerical_derivative as numerical_derivative
from helpers.finite_differences import numerical_gradient as numerical_gradient
from helpers.finite_differences import one_sided as one_sided
from helpers.finite_differences import two_sided as two_sided
from helpers.networks.model import Model
from helpers.parameters import Parameters, flatten
from helpers.validation import Array, Layers, check_gradients, checking

RIGHT, WRONG = 1e-7, 1e-4  # relative errors in common practice
SATURATED = 1e-4  # an answer so near to the wrong label leaves the cost too few digits for a difference
SMOOTH = {"sigmoid", "tanh", "identity", "softmax"}


def verdict(error: float) -> str:
    """The reading of a relative error in common practice."""
    if error < RIGHT:
        return "right"
    return "wrong" if error > WRONG or np.isnan(error) else "doubtful"


@dataclass(frozen=True)
class Part:
    """One dW or db twice: as `backward` gives it and by differences; `kink`: where the nudge crossed one.

    rounding: how far each difference may be off by rounding alone.
    """

    name: str
    analytic: Array
    numerical: Array
    kink: Array
    rounding: float

    @property
    def error(self) -> float:
        """The relative error, kinks left out; 0 if rounding alone explains it."""
        analytic, numerical = self.analytic[~self.kink], self.numerical[~self.kink]
        explained = np.linalg.norm(analytic - numerical) <= self.rounding * np.sqrt(analytic.size)
        return 0.0 if explained else relative_error(analytic, numerical)

    @property
    def worst(self) -> tuple[int, ...]:
        """Where the two differ most."""
        apart = np.nan_to_num(np.where(self.kink, 0, np.abs(self.analytic - self.numerical)), nan=np.inf)
        return tuple(int(i) for i in np.unravel_index(np.argmax(apart), apart.shape))

    def __str__(self) -> str:
        word = verdict(self.error)
        size = "below 1e-7" if self.error < RIGHT else f"{self.error:.2g}"
        message = f"{'✓' if word == 'right' else '✗'} {self.name}: {word}, relative error {size}"
        if word != "right":
            at = self.worst
            message += f"; most at {list(at)}: backward {self.analytic[at]:.4f}, difference {self.numerical[at]:.4f}"
        if self.kink.any():
            message += f"; {self.kink.sum()} of {self.kink.size} nudges cross a kink, where either slope will do"
        return message


@dataclass(frozen=True)
class GradientCheck:
    """Every derivative of a network twice.  Printed, it is a table; plots.gradient_check draws it."""

    analytic: Parameters
    sides: tuple[Parameters, Parameters]
    cost: float
    h: float
    examples: int
    saturated: int = 0  # examples whose answer is surely wrong
    smooth: bool = False  # has no activation a kink?

    @cached_property
    def rounding(self) -> float:
        """How far a difference may be off since costs have 16 digits."""
        return float(4 * np.finfo(float).eps * (1 + abs(self.cost)) / self.h)

    @cached_property
    def numerical(self) -> Parameters:
        """The two-sided differences."""
        return two_sided(*self.sides)

    @cached_property
    def kinks(self) -> Parameters:
        """1 at the kink of a ReLU: the two sides differ, and backward gives the slope of one, or one between."""
        low, high = (pick(*(side.vector for side in self.sides)) for pick in (np.minimum, np.maximum))
        apart = np.abs(self.analytic.vector - self.numerical.vector) > 1e-6 + self.rounding
        room = 1e-6 + 2 * self.rounding
        between = (low - room <= self.analytic.vector) & (self.analytic.vector <= high + room)
        found = self.numerical.copy()
        found.vector[:] = False if self.smooth else apart & between
        return found

    @property
    def parts(self) -> Iterator[Part]:
        """dW1, db1, dW2, ..."""
        for layer, trio in enumerate(zip(self.analytic, self.numerical, self.kinks, strict=True), 1):
            for kind, analytic, numerical, kink in zip("Wb", *trio, strict=True):
                yield Part(f"d{kind}{layer}", analytic, numerical, kink.astype(bool), self.rounding)

    @property
    def error(self) -> float:
        """The relative error of all derivatives together."""
        keep = ~self.kinks.vector.astype(bool)
        return Part("", self.analytic.vector[keep], self.numerical.vector[keep], ~keep[keep], self.rounding).error

    def __str__(self) -> str:
        return self._too_saturated() if self.saturated else self._table()

    def _too_saturated(self) -> str:
        return (
            f"Too saturated to check: {self.saturated} of {self.examples} answers are within {SATURATED:g} of the "
            "wrong label.\nThere the cost has too few digits for a difference. Check with smaller weights."
        )

    def _table(self) -> str:
        size = "below 1e-7" if self.error < RIGHT else f"{self.error:.2g}"
        examples = f"{self.examples} example{'s' * (self.examples != 1)}"
        whole = f"all {self.analytic.vector.size} derivatives on {examples}: {verdict(self.error)}, {size}"
        return "\n".join([*map(str, self.parts), whole, *self._advice()])

    def _advice(self) -> Iterator[str]:
        if not 1e-6 <= self.h <= 1e-4:
            why = "rounding" if self.h < STEP else "the curve's own bend"
            yield f"h = {self.h:g} lets {why} into the differences; 1e-5 is about best in float64."
        if self.examples > 10:
            yield "(A few examples would have done: a wrong formula is wrong on three, too.)"


def compare(model: Model, params: Layers, X: Array, Y: Array, h: float = STEP) -> GradientCheck:
    """model.backward, a learner's own too, against differences of model.cost."""
    params = Parameters(params, np.float64)
    model.check(params, X, Y)
    forwarded = model.forward(params, X)
    gradients = model.gradients(params, forwarded, X, Y)
    check_gradients(gradients, params, "what backward returns")
    analytic = params.copy()
    analytic.vector[:] = flatten(gradients)

    def cost(nudged: Parameters) -> float:
        return model.total_cost(nudged, model.forward(nudged, X), Y)

    smooth = bool(model.activations) and all(g.name in SMOOTH for g in model.activations)
    saturated = count_saturated(model.answer(forwarded), Y) if model.uses_cross_entropy else 0
    with checking(not model.runs_on_formulas):
        return GradientCheck(analytic, one_sided(cost, params, h), cost(params), h, X.shape[1], saturated, smooth)


def count_saturated(A: Array, Y: Array) -> int:
    """The examples with an answer so near to the wrong label that differences of log a say nothing.  A, Y: (n, m)."""
    surely_wrong = np.abs(A - Y) > 1 - SATURATED
    return int(np.sum(np.any(surely_wrong, axis=0)))


def gradient_errors(model: Model, params: Layers, X: Array, Y: Array) -> dict[str, float]:
    """The relative error of each dW and db."""
    return {part.name: part.error for part in compare(model, params, X, Y).parts}


def check_gradient(model: Model, params: Layers, X: Array, Y: Array, h: float = STEP) -> None:
    """Print the relative error and the verdict for every dW and db, and where it is worst."""
    print(compare(model, params, X, Y, h))
