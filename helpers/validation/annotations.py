"""The names that stand for arrays and layers in the signatures of public functions."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]
Layers: TypeAlias = Sequence[tuple[Any, Any]]
