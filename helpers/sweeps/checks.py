"""Does what is to be swept fit the function?  A sentence if not."""

import inspect
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from helpers.validation import Function
from helpers.wording import listed


def check_settings(settings: Sequence[Any]) -> None:
    """One dict or more, all with the same names."""
    if not settings or not all(isinstance(each, Mapping) and each for each in settings):
        raise TypeError(
            f"the settings are {settings!r:.60}; they must be a dict of lists, or a list of one dict or more"
        )
    for each in settings:
        if each.keys() != settings[0].keys():
            raise ValueError(
                f"one of the settings has {listed(list(each))}, another {listed(list(settings[0]))}; "
                "all must have the same names"
            )


def check_run(run: Any, settings: Mapping[str, Any]) -> None:
    """A function that can be called with these settings."""
    if not callable(run):
        raise TypeError(f"run is {run!r:.40}; it must be a function, such as  def run({', '.join(settings)}): ...")
    if "seed" in settings:
        raise ValueError("seed is not a hyperparameter: the sweep gives each run its own; leave it out of the grid")
    signature = inspect.signature(run)
    try:
        signature.bind(**settings, **({"seed": 0} if takes_seed(run) else {}))
    except TypeError:
        raise TypeError(
            f"run takes {listed(list(signature.parameters) or ['nothing'])}, and the settings are "
            f"{listed(list(settings))}; the names must be the same, but for seed, which the sweep gives"
        ) from None


def check_whole(seed: Any) -> None:
    """The seed of a sweep is a whole number: all others are spawned from it."""
    if isinstance(seed, bool) or not isinstance(seed, (int, np.integer)) or seed < 0:
        raise ValueError(f"seed is {seed!r}; it must be a whole number, 0 or more, from which each run gets its own")


def takes_seed(run: Function) -> bool:
    """Does it want a seed of its own?"""
    return "seed" in inspect.signature(run).parameters
