"""An exercise is data: the helper that is its reference, inputs, hints, and the mistakes that people make."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from inspect import signature, unwrap
from typing import Any


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that people give, and what to tell them: what it is, and what to do next."""

    wrong: Callable[..., Any]
    diagnosis: str


@dataclass(frozen=True)
class Exercise:
    """A function for the learner to write.

    reference: the tested helper; its name and its arguments are those of the exercise
    section:   the section of the notebook that derives it
    returns:   the name of the result, such as "A"; "params" and "gradients" stand for [(w, b)] and [(dw, db)]
    cases:     inputs, the smallest first; different shapes tell mistakes apart that raise the same exception
    hints:     from a nudge to nearly the answer
    mistakes:  if several give the same answer, the first one speaks
    """

    reference: Callable[..., Any]
    section: str
    returns: str
    cases: Sequence[tuple[Any, ...]]
    hints: Sequence[str]
    mistakes: Sequence[Mistake]

    @property
    def name(self) -> str:
        """What the learner's function is called."""
        return self.reference.__name__

    @property
    def arguments(self) -> list[str]:
        """The names of the inputs."""
        return list(signature(unwrap(self.reference)).parameters)[: len(self.cases[0])]

    @property
    def call(self) -> str:
        """How the course calls it, such as forward(params, X)."""
        return f"{self.name}({', '.join(self.arguments)})"
