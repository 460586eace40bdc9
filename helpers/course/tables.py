"""Tables that people write as Markdown and the course reads: its words, its formulas, its concordance."""

from pathlib import Path


def read(name: str) -> list[list[str]]:
    """The rows of the table in a file of this folder, such as "glossary.md", cell by cell, without its head."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    rows = [_cells(line) for line in text.splitlines() if line.startswith("|")]
    if len({len(row) for row in rows}) != 1:
        raise ValueError(f"the rows of {name} have different numbers of cells")
    return rows[2:]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
