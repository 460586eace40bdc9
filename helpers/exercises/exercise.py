"""An exercise is data: the helper that is its reference, inputs, hints, and the mistakes that people make."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from inspect import signature, unwrap
from typing import Any

from helpers.exercises.labels import Label


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that people give, and what to tell them: what it is, and what to do next.

    It may take fewer of the inputs than the exercise, if it makes nothing of the last ones.
    """

    wrong: Callable[..., Any]
    diagnosis: str


@dataclass(frozen=True)
class Work:
    """What the cells below ask of the function: `calls` times an answer to inputs about as large as these."""

    inputs: tuple[Any, ...]
    calls: int


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
    by_name:   the inputs that the notebook gives by their names: train(X, Y, 4, learning_rate=1.2, ...)
    optional:  how many of the last inputs the notebook may leave out, so that they need the reference's defaults
    between:   where the answer is free, the least and the largest that is right: (low, high) from the inputs
    all_digits: the gradient check takes differences of it, so it must not be rounded, nor float32
    within:    the exercise that calls it, if the networks of the notebook reach it in no other way
    work:      what the notebook asks of it, if a slow answer would be felt
    """

    reference: Callable[..., Any]
    section: str
    returns: Label
    cases: Sequence[tuple[Any, ...]]
    hints: Sequence[str]
    mistakes: Sequence[Mistake]
    takes: Mapping[str, Label] = field(default_factory=dict)
    by_name: Sequence[str] = ()
    optional: int = 0
    between: Callable[..., tuple[Any, Any]] | None = None
    all_digits: bool = False
    within: str = ""
    work: Work | None = None

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
    def defaults(self) -> dict[str, Any]:
        """The inputs that may be left out, and what they are then."""
        parameters = signature(unwrap(self.reference)).parameters
        count = len(self.arguments) - self.optional
        return {name: parameters[name].default for name in self.arguments[count:]}

    def free_at(self, inputs: tuple[Any, ...]) -> tuple[Any, Any] | None:
        """The least and the largest right answer to these inputs, where any between them is right."""
        return self.between(*inputs) if self.between else None

    def free(self, case: int) -> tuple[Any, Any] | None:
        """The same for an input of the exercise."""
        return self.free_at(self.cases[case])

    @property
    def call(self) -> str:
        """How its `def` begins: forward(params, X), leaky_relu(Z, slope=0.01)."""
        written = [f"{name}={self.defaults[name]!r}" if name in self.defaults else name for name in self.arguments]
        return f"{self.name}({', '.join(written)})"
