"""What the network of the playground is given: the coordinates of a point, and what can be computed from them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.validation import Array, validated
from helpers.wording import listed


@dataclass(frozen=True)
class Feature:
    """One input of the network.  function: (x1, x2) -> its value, element by element.  code: the same in NumPy."""

    name: str
    code: str
    function: Callable[[Array, Array], Array]

    @validated(points="(2, m)")
    def __call__(self, points: Array) -> Array:
        """The feature of each point.  points: (2, m), x1 above x2.  Returns (m,)."""
        return self.function(points[0], points[1])


_ALL = (
    Feature("x1", "x1", lambda x1, x2: x1),
    Feature("x2", "x2", lambda x1, x2: x2),
    Feature("x1^2", "x1**2", lambda x1, x2: x1**2),
    Feature("x2^2", "x2**2", lambda x1, x2: x2**2),
    Feature("x1 x2", "x1 * x2", lambda x1, x2: x1 * x2),
    Feature("sin x1", "np.sin(x1)", lambda x1, x2: np.sin(x1)),
    Feature("sin x2", "np.sin(x2)", lambda x1, x2: np.sin(x2)),
)

FEATURES: dict[str, Feature] = {feature.name: feature for feature in _ALL}


@validated(points="(2, m)")
def inputs(points: Array, names: Sequence[str]) -> Array:
    """X: one row for each named feature, in the order of the names.  points: (2, m).  Returns (len(names), m).

    Raises ValueError for a name that is not in FEATURES, that comes twice, or for no names at all.
    """
    check_names(names)
    return np.stack([FEATURES[name].function(points[0], points[1]) for name in names])  # (len(names), m)


def check_names(names: Any) -> None:
    """Names of features are a list of one or more, each in FEATURES and each once."""
    if isinstance(names, str) or not isinstance(names, Sequence):
        raise ValueError(f'the features are {names!r}; pass a list of names, such as ["x1", "x2"]')
    if not names:
        raise ValueError(f"there are no features; the network needs one or more of {listed(list(FEATURES))}")
    for name in names:
        if not isinstance(name, str) or name not in FEATURES:
            raise ValueError(f"there is no feature {name!r}; there are {listed(list(FEATURES))}")
    if len(set(names)) < len(names):
        twice = next(name for name in names if list(names).count(name) > 1)
        raise ValueError(f"the feature {twice!r} is there twice; each may be an input once: leave one out")
