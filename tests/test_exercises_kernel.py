"""In a real notebook: the line of the learner's own cell is found, and an interruption is a sentence."""

from typing import Any

import pytest
from needs import need

nbformat = need("nbformat")
nbclient = need("nbclient")

CELLS = [
    """
import signal
import numpy as np
from helpers import exercises
check, hint, solution = exercises.of("02_logistic_regression")
""",
    """
@check
def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))
""",
    """
@check
def forward(params, X):
    [(w, b)] = params
    # a comment
    Z = np.dot(w, X) + b
    return sigmoid(Z)
""",
    """
@check
def cost(A, Y):
    return forward(A, Y)[100]
""",
    """
def slow_part(A):
    signal.raise_signal(signal.SIGINT)
    while True:
        pass
""",
    """
@check
def cost(A, Y):
    return slow_part(A)
""",
    """
@check
def predict(params, X, threshold=0.5):
    return predict(params, X, threshold)
""",
    """
exercises.show_authors(sigmoid, forward)
exercises.progress()
""",
]


@pytest.fixture(scope="module")
def printed() -> list[str]:
    cells = [nbformat.v4.new_code_cell(source.strip()) for source in CELLS]
    notebook = nbformat.v4.new_notebook(cells=cells)
    nbclient.NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    outputs = [output for cell in cells for output in cell.outputs]
    assert all(output.get("name", "stdout") == "stdout" and output.output_type != "error" for output in outputs)
    assert all(
        set(output.get("data", ["text/html", "text/plain"])) == {"text/html", "text/plain"} for output in outputs
    )
    return ["".join(said(output) for output in cell.outputs) for cell in notebook.cells]


def said(output: Any) -> str:
    """The plain text of an output: printed, or beside a card."""
    return str(output.get("text") or output.data["text/plain"])


def test_a_right_function_is_right(printed: list[str]) -> None:
    assert printed[1].startswith("✓ sigmoid: right on ")


def test_the_line_of_their_cell(printed: list[str]) -> None:
    assert printed[2].startswith(
        "✗ forward: ValueError in line 5 of its cell:\n      Z = np.dot(w, X) + b\n  It says: shapes (2,1) and (2,1)"
    )


def test_our_function_takes_the_place_of_a_wrong_one(printed: list[str]) -> None:
    """`forward` is ours now, so its complaint about what `cost` passes comes with the line of `cost`."""
    assert "in line 3 of its cell:\n      return forward(A, Y)[100]\n" in printed[3]
    assert "Traceback" not in "".join(printed)


def test_an_interruption_names_the_line_that_ran(printed: list[str]) -> None:
    assert "✗ cost: KeyboardInterrupt in line " in printed[5] and " of slow_part's cell:" in printed[5]
    assert "You stopped it here." in printed[5]


def test_recursion(printed: list[str]) -> None:
    assert (
        "✗ predict: RecursionError in line 3 of its cell:\n      return predict(params, X, threshold)\n" in printed[6]
    )


def test_the_session_knows(printed: list[str]) -> None:
    assert printed[7].startswith("This network runs on your own sigmoid, and on our forward.\n")
    assert "✓ sigmoid  ◐ forward" in printed[7] and "○ update" in printed[7]
