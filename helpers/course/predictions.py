"""Guess before you look: a guess is made in one cell, and stands beside the answer in a later one.

>>> guess(cost_at_zeros=0.5)
cost at zeros: your guess is 0.5. The answer comes below.
>>> reveal(cost_at_zeros=0.6931471805599453)
cost at zeros: you guessed 0.5, it is 0.6931.
"""

from collections.abc import Sequence
from contextlib import suppress
from math import isclose
from typing import Any

import numpy as np

_guesses: dict[str, Any] = {}

CLOSE = 0.05  # a number within 5 % is well guessed


def guess(*, choices: Sequence[Any] = (), **guesses: Any) -> None:
    """Keep a guess: guess(cost_at_zeros=None), where the reader puts a number or a word in place of None.

    choices: what there is to choose from, if it is not a number.
    """
    for name, value in guesses.items():
        _guesses[name] = None if value is Ellipsis else value
        print(f"{_title(name)}: {_reply(name, choices)}")


def reveal(**answers: Any) -> None:
    """Print the answer beside the guess: reveal(cost_at_zeros=J).  Numbers are rounded to four digits."""
    for name, answer in answers.items():
        guessed = _guesses.get(name)
        if guessed is None:
            print(f"{_title(name)}: it is {say(answer)}.")
        else:
            praise = " Well guessed." if agree(guessed, answer) else ""
            print(f"{_title(name)}: you guessed {say(guessed)}, it is {say(answer)}.{praise}")


def _title(name: str) -> str:
    return name.replace("_", " ")


def _reply(name: str, choices: Sequence[Any]) -> str:
    """What to say to a guess, or to None."""
    value, offered = _guesses[name], _or([say(choice) for choice in choices])
    if value is None:
        return f"{offered or 'what is your guess'}? Put it in place of None, then run this cell again."
    if offered and not any(agree(value, choice) for choice in choices):
        _guesses[name] = None
        return f"{say(value)} is not among the choices: {offered}."
    return f"your guess is {say(value)}. The answer comes below."


def _or(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else "".join(words)


def agree(guessed: Any, answer: Any) -> bool:
    """Numbers that are close, words that are equal but for spaces and capitals."""
    guessed, answer = _value(guessed), _value(answer)
    if _is_number(guessed) and _is_number(answer):
        return isclose(guessed, answer, rel_tol=CLOSE)
    return "".join(say(guessed).split()).casefold() == "".join(say(answer).split()).casefold()


def say(value: Any) -> str:
    """A value in a few characters, the same on every machine."""
    value = _value(value)
    if not _is_number(value):
        return str(value).strip()[:60]
    return f"{value:,}" if isinstance(value, int) else f"{value:,.0f}" if abs(value) >= 1e4 else f"{value:.4g}"


def _value(value: Any) -> Any:
    """NumPy's single numbers as Python's, and "70%" as 0.7."""
    if isinstance(value, str) and value.strip().endswith("%"):
        with suppress(ValueError):
            return float(value.strip().rstrip("%")) / 100
    return value.item() if isinstance(value, (np.generic, np.ndarray)) and value.size == 1 else value


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
