"""A verdict as a card: what is wrong, needed beside given, the input, and hints to unfold."""

from collections.abc import Sequence
from html import escape

import numpy as np

from helpers.exercises.array_html import side_by_side
from helpers.exercises.card import card, paragraph_html
from helpers.exercises.format_arrays import LARGE
from helpers.exercises.hints import folded_hints
from helpers.exercises.verdict import OPEN, RIGHT, WRONG, Shown, Verdict

KINDS = {RIGHT: "right", WRONG: "wrong", OPEN: "open"}
MANY = 3  # arrays: an input of more is folded


def verdict_card(verdict: Verdict, hints: Sequence[str] = (), given: int = 0) -> str:
    """The HTML of a verdict; below, if it is not right yet, its hints, the first `given` of them open."""
    sign = f'<span class="sign">{verdict.sign}</span>'
    parts = [
        f'<p class="head">{sign} <b>{verdict.name}</b>: {escape(verdict.title)}</p>\n',
        f'<pre class="code">{escape(verdict.code)}</pre>\n' if verdict.code else "",
        *map(paragraph_html, verdict.sentences),
        side_by_side(verdict.compared),
        _input(verdict),
        paragraph_html(verdict.closing) if verdict.closing else "",
        "" if verdict.sign == RIGHT else folded_hints(verdict.name, hints, given),
        f'<pre class="code">{escape(verdict.printed)}</pre>\n' if verdict.printed else "",
    ]
    return card(KINDS[verdict.sign], "".join(parts))


def _input(verdict: Verdict) -> str:
    """The arrays of the input; many are folded."""
    which = escape(verdict.which or "The input:")
    arrays = side_by_side(verdict.inputs)
    if _is_long(verdict.inputs):
        return f"<details><summary>{which}</summary>\n{arrays}</details>\n"
    return f"<p>{which}</p>\n{arrays}" if arrays else ""


def _is_long(arrays: Sequence[Shown]) -> bool:
    return len(arrays) > MANY or sum(np.size(shown.value) for shown in arrays) > LARGE
