"""A name of the set-up cells before they were run: the kernel says what to do, and only where that is true."""

from pathlib import Path

import pytest
from needs import need

from helpers.course import first_cells

SOURCES = sorted((Path(__file__).parents[1] / "notebooks" / "source").glob("[0-9]*.md"))


@pytest.fixture
def lesson(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", "my_notebooks/02_logistic_regression.ipynb")


def said(code: str) -> str:
    """The last line of what a kernel with the extension says of this code."""
    nbformat, nbclient = need("nbformat"), need("nbclient")
    cells = [nbformat.v4.new_code_cell(text) for text in ("%load_ext helpers.course.first_cells", code)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    nbclient.NotebookClient(notebook, timeout=60, kernel_name="python3", allow_errors=True).execute()
    [error] = notebook.cells[1].outputs
    assert isinstance(error.evalue, str) and error.ename == "NameError"
    return str(error.traceback[-1])


def test_it_says_to_run_the_first_cells(lesson: None) -> None:
    assert said("@check\ndef sigmoid(Z): ...").endswith("Run the first cells of this notebook, then this one again.")


def test_other_names_get_no_advice(lesson: None) -> None:
    assert said("chekc").endswith("name 'chekc' is not defined")


@pytest.mark.parametrize("session", ["", "my_notebooks/my own.ipynb"])
def test_other_notebooks_get_no_advice(monkeypatch: pytest.MonkeyPatch, session: str) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", session)
    assert not first_cells.is_lesson()


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_what_the_set_up_cells_make_is_known(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", f"my_notebooks/{source.stem}.ipynb")
    assert first_cells.is_lesson()
    text = source.read_text(encoding="utf-8")
    for name in ("check", "hint", "np", "exercises", "explorers", "plots"):
        assert first_cells.is_made_above(name) and name in text
