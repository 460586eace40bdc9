"""Counts a learner's calls in a notebook: what the first cell runs, and what is printed after the last."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

COUNT = """
from collections import Counter
from functools import wraps
import helpers.training

_calls, _in_training, _trainings, _seen = Counter(), Counter(), [0], []


def counted(function):
    @wraps(function)
    def call(*given, **named):
        _calls[function.__name__] += 1
        _in_training[function.__name__] += _trainings[0] % 2
        return function(*given, **named)

    return call


def with_count(fit):
    @wraps(fit)
    def trained(*given, **named):
        _trainings[0] += 1  # odd while it trains
        try:
            return fit(*given, **named)
        finally:
            _trainings[0] += 1

    return trained


helpers.training.fit = with_count(helpers.training.fit)


def look(result):
    if not result.info.raw_cell.startswith("# filling"):  # works out the numbers of a text
        _seen.append([dict(_calls), dict(_in_training), _trainings[0] // 2])


get_ipython().events.register("post_run_cell", look)
"""
SHOW = "import json; print(json.dumps(_seen))"


def count_calls(notebook: Any) -> None:
    """Let a doubled notebook count from its second code cell on, and print what it counted in a last one."""
    _, second, *_ = (cell for cell in notebook.cells if cell.cell_type == "code")
    second.source += COUNT
    last = second.copy()
    last.update(id="counted", source=SHOW)
    notebook.cells.append(last)


def of_cells(notebook: Any) -> tuple[list[Any], list[Any]]:
    """Each code cell's second run, and for each (calls of each function, those within `fit`, trainings)."""
    *cells, last = [cell for cell in notebook.cells if cell.cell_type == "code"][2:]
    seen = [[{}, {}, 0], *json.loads(last.outputs[0].text)][-len(cells) - 1 :]
    counts = [tuple(_less(now, before) for now, before in zip(b, a, strict=True)) for a, b in pairwise(seen)]
    return cells[1::2], counts[1::2]


def _less(now: Any, before: Any) -> Any:
    if isinstance(now, int):
        return now - before
    return {name: count - before.get(name, 0) for name, count in now.items() if count > before.get(name, 0)}


def sections(cells: list[Any], counts: list[Any]) -> Iterator[tuple[set[str], list[Any], list[Any]]]:
    """Each cell that says whose functions a network runs on: the names, and the cells with their counts to the next."""
    starts = [i for i, cell in enumerate(cells) if names_shown(cell)] + [len(cells)]
    for start, end in pairwise(starts):
        yield names_shown(cells[start]), cells[start:end], counts[start:end]


def names_shown(cell: Any) -> set[str]:
    """The functions that a cell calls the learner's own."""
    text = "".join(output.get("text", "") for output in cell.outputs)
    found = re.findall(r"This \w+ runs on your own (.*?)(?:, and on our .*)?\.\n", text)
    return {name for names in found for name in re.split(r", | and ", names)}


def check_calls(cells: list[Any], counts: list[Any]) -> None:
    """What is said to run on the learner's functions calls them, all of them, and no others."""
    for shown, those, counted in sections(cells, counts):
        called = Counter[str]()
        for cell, (calls, in_training, trainings) in zip(those, counted, strict=True):
            called.update(calls)
            ours = cell.source.startswith(("explorers.", "plots."))
            assert ours or not trainings or in_training, f"it trains without the learner's functions:\n{cell.source}"
        trained_at_once = set(counted[0][1])
        assert shown <= called.keys(), f"shown, but never called: {shown - called.keys()}"
        assert trained_at_once <= shown, f"called, but not shown: {trained_at_once - shown}"
        print(", ".join(f"{name} {called[name]:,}" for name in sorted(shown)))
