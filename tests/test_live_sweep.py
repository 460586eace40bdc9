"""A sweep that runs for a while shows how far it is, a heat map that fills, and the best rows; nothing of it stays."""

import os
from typing import Any

import pytest
from display_kit import Screen
from needs import need
from sweep_runs import Here, product_and_noise
from test_sweeps import GRID

from helpers import progress
from helpers.sweeps import Run, Sweep, live, sweep
from helpers.sweeps.live import Live, heat_map_html

RUNS = [
    Run({"a": 1, "b": 5}, 0, {"cost": 0.25}),
    Run({"a": 1, "b": 4}, 0, error="ValueError: <no>"),
    Run({"a": 2, "b": 5}, 0, {"cost": 0.75}),
    Run({"a": 2, "b": 4}, 0),
]


def test_a_short_sweep_shows_nothing(screen: Screen) -> None:
    shown = Live(iter([0.0, 0.5, 0.9]).__next__)
    shown.look(RUNS)
    shown.look(RUNS)
    shown.close()
    assert screen.shown == [] and not screen.cleared


def test_a_longer_one_shows_rows_and_map_and_takes_them_back(screen: Screen) -> None:
    shown = Live(iter([0.0, 1.5, 1.5, 1.6]).__next__)
    shown.look(RUNS)
    shown.look(RUNS)
    shown.close()
    [(share, text, more)] = screen.shown
    assert (share, text) == (0.75, "3 of 4 runs") and screen.cleared
    assert more.count("<table>") == 2 and "ValueError: &lt;no&gt;" in more


def test_the_map_has_a_cell_for_each_pair_and_a_point_where_nothing_is_known() -> None:
    page = heat_map_html(RUNS)
    assert page.count("<td") == 4 and page.count("<td>·</td>") == 2
    assert ">0.25</td>" in page and "cost: a down, b across" in page
    assert "nothing yet" in heat_map_html([Run(run.settings, 0) for run in RUNS])


def test_where_there_is_no_pair_there_is_no_map() -> None:
    assert heat_map_html([Run({"a": k}, 0) for k in range(3)]) == ""
    assert heat_map_html([Run({"a": 0.1 * k, "b": 0.3 * k}, 0) for k in range(3)]) == ""  # drawn at random
    assert "<td" in heat_map_html([Run({"a": [2, a], "b": b}, 0) for a in (1, 2) for b in (1, 2)])


def test_a_sweep_shows_itself_and_ends(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "PATIENCE", -1.0)
    monkeypatch.setattr(live, "BEAT", 0.0)
    sweep(product_and_noise, GRID, Here())
    assert [text for _, text, _ in screen.shown] == [f"{k} of 6 runs" for k in range(1, 7)] and screen.cleared


def test_while_notebooks_are_built_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_TEST", "1")
    assert progress.display_here("sweep") is None


def test_the_table_shows_the_best_ten_and_what_failed_and_stays_small() -> None:
    runs = [Run({"rate": 0.1 * k}, 0, {"cost": 1.0 / k}) for k in range(1, 31)] + [
        Run({"rate": 9.0}, 0, error="e " * 99)
    ]
    result: Any = Sweep(runs)
    head, *rows, summary = repr(result).splitlines()
    assert head.split() == ["rate", "cost", "error"] and len(rows) == 11 and rows[0].split() == ["3", "0.0333"]
    assert summary == "31 runs, the best 10 are shown, 1 failed." and len(rows[-1]) < 130
    assert result._repr_html_().count("<tr>") == 12
    assert repr(Sweep([Run({"a": 1}, 0)], "Interrupted: x.")) == "a\n1 run, 1 not done. Interrupted: x."


CELLS = (
    "import os, signal, time\n"
    "from helpers.sweeps import live, sweep\n"
    "live.PATIENCE = live.BEAT = 0.0\n"
    "offset, kernel = 1, os.getpid()\n"
    "def half(x): return x / 2 + offset\n"
    "def run(x, y):\n"
    "    print('from a worker')\n"
    "    if x == 5:\n"
    "        os.kill(kernel, signal.SIGINT)\n"
    "        time.sleep(600)\n"
    "    return half(x) + y",
    "sweep(run, {'x': [2, 4], 'y': [0, 1]})",
    "stopped = sweep(run, [{'x': 5, 'y': 0}])\nstopped",
    "sweep(run, {'x': [6], 'y': [1]}).values().tolist()",
)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no interrupt that a process can send to another")
def test_in_a_notebook_it_sweeps_the_cells_function_and_leaves_the_rows_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_TEST", "0")
    nbformat, nbclient = need("nbformat"), need("nbclient")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in CELLS])
    nbclient.NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    _, swept, stopped, after = ([dict(output) for output in cell.outputs] for cell in notebook.cells)
    texts = [[output["data"].get("text/plain", "") for output in outputs] for outputs in (swept, stopped, after)]
    assert texts[0][0] == "" and texts[0][1].splitlines()[1:] == [
        "2  0  2",
        "2  1  3",
        "4  0  3",
        "4  1  4",
        "4 runs.",
    ]
    assert texts[1][-1].endswith("1 run, 1 not done. Interrupted: here is what is done.")
    assert texts[2][-1] == "[5.0]"
