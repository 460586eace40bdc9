"""A small array as a table of its numbers, with the index of each row and column, and the wrong ones marked."""

from collections.abc import Sequence
from html import escape
from typing import Any

import numpy as np

from helpers.exercises.format_arrays import LARGE, show, writer
from helpers.exercises.verdict import Shown

WIDEST = 12  # columns


def side_by_side(arrays: Sequence[Shown]) -> str:
    """Arrays in one row where the page is wide enough, stacked where it is not."""
    return f'<div class="arrays">{"".join(map(array_html, arrays))}</div>\n' if arrays else ""


def array_html(shown: Shown) -> str:
    """An array under its name: a grid if it has a few rows and columns, else as NumPy writes it."""
    shape = np.shape(shown.value)
    if 1 < np.size(shown.value) <= LARGE and len(shape) in (1, 2) and shape[-1] <= WIDEST:
        return _grid(shown)
    text = escape(show(shown.value, shown.beside)).strip()
    wrong = np.size(shown.value) == 1 and np.any(shown.wrong)
    return (
        f"<figure><figcaption>{_name(shown)}</figcaption><pre>{_marked(text, shown) if wrong else text}</pre></figure>"
    )


def _name(shown: Shown) -> str:
    """The name, and the shape: that of a wrong shape is marked."""
    shape = str(np.shape(shown.value)) if np.ndim(shown.value) else ""
    if shown.wrong is None:
        shape = _marked(shape or "one number", shown)
    return f"<b>{escape(shown.name)}</b> {shape}".strip()


def _marked(text: str, shown: Shown) -> str:
    """Bold, and what was given by a sign and a line too, so that nobody has to see colours."""
    return f"<mark><b>{shown.sign}&nbsp;{text}</b></mark>" if shown.sign else f"<b>{text}</b>"


def _grid(shown: Shown) -> str:
    """An array of rank 1 has no index of rows, since it is neither a row nor a column."""
    value, write = np.asarray(shown.value, float), writer(shown.value, shown.beside)
    wrong = np.broadcast_to(bool(shown.wrong) if np.ndim(shown.wrong) == 0 else shown.wrong, value.shape)
    rows = [
        _row(str(row) if value.ndim == 2 else "", [write(number).strip() for number in numbers], marks, shown)
        for row, (numbers, marks) in enumerate(zip(np.atleast_2d(value), np.atleast_2d(wrong), strict=True))
    ]
    columns = "".join(f'<th scope="col">{column}</th>' for column in range(value.shape[-1]))
    head = f"<thead><tr>{'<td></td>' if value.ndim == 2 else ''}{columns}</tr></thead>"
    return f"<table><caption>{_name(shown)}</caption>{head}<tbody>{''.join(rows)}</tbody></table>"


def _row(index: str, numbers: Sequence[str], marks: Any, shown: Shown) -> str:
    head = f'<th scope="row">{index}</th>' if index else ""
    cells = (_marked(number, shown) if mark else number for number, mark in zip(numbers, marks, strict=True))
    return f"<tr>{head}{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
