"""The names that stand for arrays and layers in the signatures of public functions.

A tooltip shows them as they are written here: forward(params: Layers, X: Array), not what they are made of.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from numpy.typing import NDArray


class Named:
    """An annotation that is shown by its name."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name

    def __call__(self, value: Any) -> Any:  # so that it may stand wherever a type may
        return value

    def __or__(self, other: Any) -> "Named":
        return Named(f"{self} | {getattr(other, '__name__', other)}")

    def __ror__(self, other: Any) -> "Named":
        return Named(f"{getattr(other, '__name__', other)} | {self}")


if TYPE_CHECKING:
    Array: TypeAlias = NDArray[Any]
    Layers: TypeAlias = Sequence[tuple[Any, Any]]
    Function: TypeAlias = Callable[..., Any]
else:
    Array, Layers, Function = map(Named, ("Array", "Layers", "function"))
