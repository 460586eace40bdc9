"""An exercise is data: the helper that is its reference, inputs, hints, and the mistakes that people make."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from inspect import signature, unwrap
from typing import Any

from helpers.exercises.labels import Label


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that people give, and what to tell them: what it is, and what to do next."""

    wrong: Callable[..., Any]
    diagnosis: str


@dataclass(frozen=True, eq=False)
class Exercise:
    """A function for the learner to write.

    reference: the tested helper; its name and its arguments are those of the exercise
    section:   the section of the notebook that derives it
    returns:   what the result is called: "A", ("dZ2", "dW2", "db2"), GRADIENTS
    cases:     inputs, the smallest first; different shapes tell mistakes apart that raise the same exception
    hints:     from a nudge to nearly the answer
    mistakes:  if several give the same answer, the first one speaks
    takes:     what the arrays within an input are called, where it has several: {"params": PARAMS}
    """

    reference: Callable[..., Any]
    section: str
    returns: Label
    cases: Sequence[tuple[Any, ...]]
    hints: Sequence[str]
    mistakes: Sequence[Mistake]
    takes: Mapping[str, Label] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the learner's function is called."""
        return self.reference.__name__

    @property
    def arguments(self) -> list[str]:
        """The names of the inputs."""
        return list(signature(unwrap(self.reference)).parameters)[: len(self.cases[0])]

    @property
    def labels(self) -> list[Label]:
        """What each input, or the arrays within it, are called."""
        return [self.takes.get(name, name) for name in self.arguments]

    @property
    def call(self) -> str:
        """How the course calls it, such as forward(params, X)."""
        return f"{self.name}({', '.join(self.arguments)})"
