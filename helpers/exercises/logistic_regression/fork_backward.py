"""fork_backward: the way back through a graph with an add, a max and a multiply gate, and a fork."""

from collections.abc import Callable
from typing import Any

from helpers import computation_graph
from helpers.exercises.exercise import Exercise, Mistake

Derivatives = tuple[float, float, float]


def _wrong(make: Callable[..., Any]) -> Callable[..., Any]:
    """The derivatives that make(s, t, larger, smaller) gives; larger and smaller: 1 if max takes b, or c."""
    return lambda a, b, c: make(a + b, max(b, c), float(b > c), float(c > b))


FORK_BACKWARD = Exercise(
    reference=computation_graph.fork_backward,
    section="A fork",
    returns=("da", "db", "dc"),
    cases=[
        (1.0, 3.0, 2.0),
        (1.0, 2.0, 5.0),
        (-4.0, 0.5, -2.0),
        (2.5, -3.0, 0.25),
        (800.0, 0.001, -0.002),
    ],
    hints=(
        "Go back from J = s t, one gate at a time. What comes back to s, ds, and what to t, dt?",
        "At a multiply gate each side gets the value of the other: ds, dt = t, s. An add gate hands it on: da = ds.",
        "max hands dt to the larger of b and c, and 0 to the other: dc = dt * (c > b).",
        "b is used twice, so two things come back to it, and they add: db = ds + dt * (b > c). Then return da, db, dc.",
    ),
    mistakes=(
        Mistake(
            _wrong(lambda s, t, b, c: (t, s * b, s * c)),
            "db has only what comes back through max: `=` has overwritten the other part. Where paths meet, they add.",
        ),
        Mistake(
            _wrong(lambda s, t, b, c: (t, t, s * c)),
            "db has only what comes back through the sum. b goes into max too: add that path's part to it.",
        ),
        Mistake(
            _wrong(lambda s, t, b, c: (t, t * s * b, s * c)),
            "The two parts of db are multiplied. Along one path slopes multiply, but where two paths meet they add.",
        ),
        Mistake(
            _wrong(lambda s, t, b, c: (s, s + t * b, t * c)),
            "ds and dt have changed places. At a multiply gate each side gets the value of the other.",
        ),
        Mistake(
            _wrong(lambda s, t, b, c: (t, t + s, s)),
            "max hands its derivative to both. Only the larger one moves it: the other gets 0.",
        ),
        Mistake(
            _wrong(lambda s, t, b, c: (t, t + s * c, s * b)),
            "max hands its derivative to the smaller one. It is the larger one that it follows.",
        ),
        Mistake(
            _wrong(lambda s, t, b, c: (t, t + s * t * b, s * t * c)),
            "The slope of max is taken to be its value t. If b is the larger, max is b itself: its slope there is 1.",
        ),
        Mistake(
            _wrong(lambda s, t, b, c: (1.0, 1 + b, c)),
            "These are slopes of the first gates alone. Along a path slopes multiply, all the way from J.",
        ),
        Mistake(
            _wrong(lambda s, t, b, c: (t, t + b, c)),
            "dt is missing on the way through max. Its slope is 1 or 0, times what comes back to it.",
        ),
        Mistake(
            _wrong(lambda s, t, b, c: (s, t, s * t)),
            "These are the values s, t and J, on the way forward. Needed are da, db and dc, on the way back.",
        ),
        Mistake(
            _wrong(lambda s, t, b, c: (t, s)),
            "These are ds and dt. One gate further back: da, db and dc.",
        ),
        Mistake(
            _wrong(lambda s, t, b, c: (s * c, t + s * b, t)),
            "da and dc have changed places. Return da, db, dc.",
        ),
    ),
)
