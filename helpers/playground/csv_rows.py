"""A CSV file of points: in each line x1, x2 and a label.  What can't be read is said with its line."""

import csv
import io
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from helpers.datasets.files import content_of
from helpers.wording import count

BIGGEST = 1_000_000  # bytes
SPREADSHEETS = (b"PK", b"\xd0\xcf")  # how .xlsx, .ods and .xls begin
SHAPE = "each line is x1, x2, label, with commas, semicolons or tabs between"


class Row(NamedTuple):
    """One point, and where it stands, such as "line 3 of points.csv"."""

    where: str
    x1: float
    x2: float
    label: float | str


def rows_of(path: Any) -> list[Row]:
    """The points of a file.  A first line of words is taken for a header; empty lines are passed over."""
    if not isinstance(path, (str, Path)):
        raise ValueError(f"the path is a {type(path).__name__}; pass the name of a file, such as 'points.csv'")
    path = Path(path)
    text = _text(path)
    separator = _separator(text)
    lines = list(_lines(text, separator, path.name))
    if lines and len(lines[0][1]) > 1 and all(_number(cell, separator) is None for cell in lines[0][1][:2]):
        del lines[0]
    return [_row(where, cells, separator) for where, cells in lines]


def _text(path: Path) -> str:
    if not path.is_file():
        raise ValueError(
            f"there is no file {path.name} in {path.parent.resolve()}; check its name, or give its folder too"
        )
    if path.stat().st_size > BIGGEST:
        raise ValueError(f"{path.name} has {path.stat().st_size:,} bytes; it may have {BIGGEST:,}: keep fewer lines")
    content = content_of(path)
    if content.startswith(SPREADSHEETS):
        raise ValueError(f"{path.name} is a spreadsheet, not a CSV file: save it as CSV (UTF-8) there, and read that")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ValueError(f"line {line} of {path.name} is not text in UTF-8: save the file as CSV (UTF-8)") from None


def _separator(text: str) -> str:
    """What divides the columns of the first line that is not empty."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return next((each for each in ";\t" if each in first), ",")


def _lines(text: str, separator: str, name: str) -> Iterator[tuple[str, list[str]]]:
    """Where each line stands, and its cells; empty cells behind the third are left out."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for record in reader:
            cells = [cell.strip() for cell in record]
            while len(cells) > 3 and not cells[-1]:
                cells.pop()
            if any(cells):
                yield f"line {reader.line_num} of {name}", cells
    except csv.Error:
        raise ValueError(
            f"line {reader.line_num} of {name} has a quotation mark that is not closed as it should be; {SHAPE}"
        ) from None


def _row(where: str, cells: list[str], separator: str) -> Row:
    if len(cells) != 3:
        shown = ", ".join(cells)
        raise ValueError(f"{where} has {count(len(cells), 'column')} ({shown:.40}), not 3; {SHAPE}")
    x1, x2, label = (_number(cell, separator) for cell in cells)
    if x1 is None or x2 is None:
        wrong = cells[0] if x1 is None else cells[1]
        raise ValueError(f"{where} has {wrong!r:.40} where a number is needed; {SHAPE}")
    if not cells[2]:
        raise ValueError(f"{where} has no label; write 0 or 1, or one of two words, behind the second separator")
    return Row(where, x1, x2, cells[2] if label is None else label)


def _number(cell: str, separator: str) -> float | None:
    """The finite number that a cell holds, or None.  Beside semicolons and tabs 0,5 is one too."""
    try:
        value = float(cell if separator == "," else cell.replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None
