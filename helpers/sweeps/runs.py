"""What happens in a worker: one run, with one BLAS thread; whatever goes wrong in it comes back as a sentence."""

from collections.abc import Mapping
from pickle import loads
from typing import Any, NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

Measures = dict[str, float]


class Task(NamedTuple):
    """A run to be done: what `execute` needs."""

    function: bytes  # as `carrying.packed` makes it
    arguments: dict[str, Any]
    tried: int = 0  # how often its worker was killed: Dask takes equal calls for one


class Outcome(NamedTuple):
    """What came of it: measures, or the error."""

    measures: Measures
    error: str = ""


def execute(task: Task) -> Outcome:
    """Do one run, wherever this is called.  It raises nothing: an exception that leaves a worker is the worker's.

    Each run gets a function and data of its own, so that none finds what another one changed.
    """
    try:
        with threadpool_limits(limits=1):
            return Outcome(measures(loads(task.function)(**task.arguments)))
    except (Exception, SystemExit) as error:
        message = str(error).strip()
        return Outcome({}, f"{type(error).__name__}: {message}" if message else type(error).__name__)


def measures(result: Any) -> Measures:
    """What a run returned as numbers with names; a single number is called "cost"."""
    named = result if isinstance(result, Mapping) else {"cost": result}
    if not named or not all(isinstance(name, str) and _is_real(value) for name, value in named.items()):
        raise TypeError(
            f"the run returned {result!r:.60}; it must return a number, or a dict of numbers such as "
            "{'validation': 0.3, 'training': 0.1}"
        )
    return {name: float(value) for name, value in named.items()}


def _is_real(value: Any) -> bool:
    """Nan and inf are numbers too: that is how a training says that it diverged."""
    return np.ndim(value) == 0 and isinstance(value, (int, float, np.integer, np.floating, np.bool_, np.ndarray))
