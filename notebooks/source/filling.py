"""Numbers in the text of a notebook are those that its code computed: `{{share:.0%}}` in a source becomes 46%.

What stands between the braces is what would stand between those of an f-string; it is worked out where the text stands,
after the code above it.  A colon within brackets needs a name of its own in the code above.
"""

import re
from typing import Any

import nbformat

FIELD = re.compile(r"\{\{(.+?)\}\}")
ROLE = "filling"  # in the metadata and the first line of a cell that works out the fields of the text below it


def with_fields(notebook: Any) -> Any:
    """Before each text with fields a code cell that prints what belongs there, a line for each."""
    cells = []
    for cell in notebook.cells:
        fields = FIELD.findall(cell.source) if cell.cell_type == "markdown" else []
        if fields:
            lines = "\n".join([f"# {ROLE}", *(f'print(f"{{{field}}}")' for field in fields)])
            cells.append(nbformat.v4.new_code_cell(lines, metadata={ROLE: True}, id=f"{cell.id}-fields"))
        cells.append(cell)
    return nbformat.from_dict({**notebook, "cells": cells})


def filled(notebook: Any) -> Any:
    """The notebook after a run: the texts with what was printed for them, and without the cells that printed it."""
    cells, found = [], iter(())
    for cell in notebook.cells:
        if cell.metadata.get(ROLE):
            found = iter("".join(output.text for output in cell.outputs).splitlines())
            continue
        if cell.cell_type == "markdown":
            cell.source = FIELD.sub(lambda _, found=found: next(found), cell.source)
        cells.append(cell)
    _count_again(cells)
    return nbformat.from_dict({**notebook, "cells": cells})


def _count_again(cells: list[Any]) -> None:
    ran = [cell for cell in cells if cell.cell_type == "code" and cell.execution_count is not None]
    for number, cell in enumerate(ran, 1):
        cell.execution_count = number
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.execution_count = number


def fits(cell: Any, source: Any) -> bool:
    """Is a cell that of a source, whatever stands in the fields of a text?"""
    if source.cell_type == "code":
        return bool(cell.source == source.source)
    pattern = ".+".join(map(re.escape, FIELD.split(source.source)[::2]))
    return re.fullmatch(pattern, cell.source, re.DOTALL) is not None
