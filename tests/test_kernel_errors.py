"""What the course's kernels say of an error: which cells to run first, and our sentences without our code."""

import re
from pathlib import Path
from typing import Any

import pytest
from needs import need

from helpers.course.kernel_errors import RUN_ABOVE, RUN_FIRST, advice_on
from helpers.exercises import registry

SOURCES = sorted((Path(__file__).parents[1] / "notebooks" / "source").glob("[0-9]*.md"))


@pytest.fixture
def lesson(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", "my_notebooks/02_logistic_regression.ipynb")


def errors(*codes: str) -> list[Any]:
    """The errors of these cells in a kernel with the extension; each must raise one."""
    nbformat, nbclient = need("nbformat"), need("nbclient")
    cells = [nbformat.v4.new_code_cell(text) for text in ("%load_ext helpers.course.kernel_errors", *codes)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    nbclient.NotebookClient(notebook, timeout=60, kernel_name="python3", allow_errors=True).execute()
    return [cell.outputs[-1] for cell in notebook.cells[1:]]


def plain(error: Any) -> str:
    """The traceback without its colours."""
    return re.sub(r"\x1b\[[\d;]*m", "", "\n".join(error.traceback))


def test_a_missing_name_and_wrong_input_get_a_sentence(lesson: None) -> None:
    above, other, ours, mine = errors(
        "@check\ndef sigmoid(Z): ...",
        "chekc",
        "from helpers import logistic\nlogistic.forward(logistic.initialize(2), [[1.0], [2.0], [3.0]])",
        "def mine():\n    raise ValueError('of mine')\nmine()",
    )
    assert above.traceback[-1].endswith(f"name 'check' is not defined. {RUN_FIRST}")
    assert other.traceback[-1].endswith("name 'chekc' is not defined")
    assert "logistic.forward(logistic.initialize(2)" in plain(ours) and ours.evalue in plain(ours)
    assert "helpers/" not in plain(ours).replace("\\", "/") and "hidden" not in plain(ours)
    assert "raise ValueError('of mine')" in plain(mine)


@pytest.mark.parametrize("session", ["", "my_notebooks/my own.ipynb"])
def test_other_notebooks_get_no_advice(monkeypatch: pytest.MonkeyPatch, session: str) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", session)
    assert advice_on("check") == advice_on("np") == ""


WITH_CODE = [path for path in SOURCES if path.stem in registry.NOTEBOOKS]


@pytest.mark.parametrize("source", WITH_CODE, ids=lambda path: path.stem)
def test_what_the_first_cells_make_is_known(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", f"my_notebooks/{source.stem}.ipynb")
    for name in ("check", "hint", "np", "exercises", "plots"):
        assert advice_on(name) == RUN_FIRST
    assert advice_on("explorers") == (RUN_FIRST if "explorers." in source.read_text(encoding="utf-8") else "")


def test_a_name_of_a_later_cell_is_told_from_one_that_no_cell_makes(lesson: None) -> None:
    assert advice_on("replace") == advice_on("fit") == RUN_FIRST
    assert advice_on("trained") == advice_on("sigmoid") == RUN_ABOVE
    assert advice_on("print") == advice_on("chekc") == ""
