"""The shape X-ray: its shapes are those of the live arrays, and what does not fit is named with its mend."""

from typing import Any

import numpy as np
import pytest
from needs import need

from helpers import deep
from helpers.activations import tanh
from helpers.shapes import explain_shapes, shapes

hypothesis = need("hypothesis")
st = hypothesis.strategies


@hypothesis.given(st.lists(st.integers(1, 6), min_size=2, max_size=5), st.integers(1, 7))
@hypothesis.settings(max_examples=40, deadline=None)
def test_every_shape_is_that_of_the_live_array(sizes: list[int], m: int) -> None:
    params = deep.initialize(sizes, 0)
    X, Y = np.ones((sizes[0], m)), np.zeros((sizes[-1], m))
    gs = [tanh] * len(params)
    A, caches = deep.forward(params, X, gs)
    live = {"X": X, "Y": Y}
    for layer, (cache, (W, b), (dW, db)) in enumerate(
        zip(caches, params, deep.backward(A, caches, gs), strict=True), 1
    ):
        arrays = {"W": W, "b": b, "Z": cache[2], "A": cache[3], "dZ": cache[2], "dW": dW, "db": db}
        live |= {f"{name}{layer}": array for name, array in arrays.items()}
    found = {row.name: row.shape for row in shapes(params, X, Y)}
    assert found == {name: array.shape for name, array in live.items()}
    assert not any("✗" in row.why for row in shapes(params, X, Y))


def test_it_prints_a_line_for_each_array(capsys: pytest.CaptureFixture[str]) -> None:
    explain_shapes(deep.initialize([2, 4, 1]), np.ones((2, 400)))
    message = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in message] == ["X", "W1", "b1", "Z1", "A1", "W2", "b2", "Z2", "A2"]
    assert message[3] == "Z1   (4, 400)     (4, 2) times (2, 400); b1 is added to every column"


GOOD = (np.ones((4, 2)), np.zeros((4, 1))), (np.ones((1, 4)), np.zeros((1, 1)))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda a, b, X, Y: ([a, (np.ones((1, 3)), b[1])], X, Y), "A1 has 4 rows, so it must be (1, 4)"),
        (lambda a, b, X, Y: ([a, (b[0].T, b[1])], X, Y), "A1 has 4 rows, so it must be (4, 4): pass W2.T"),
        (lambda a, b, X, Y: ([(a[0], np.zeros(4)), b], X, Y), "one for each unit, standing up: it must be (4, 1)"),
        (lambda a, b, X, Y: ([(np.ones(2), a[1]), b], X, Y), "it must be (units, 2)"),
        (lambda a, b, X, Y: ([a, b], X.T, Y), "X has 5 rows, so it must be (4, 5)"),
        (lambda a, b, X, Y: ([a, b], X[0], Y), "examples go in columns"),
        (lambda a, b, X, Y: ([a, b], X, Y[0]), "it must be (1, 5)"),
    ],
)
def test_what_does_not_fit_is_the_last_row_and_names_its_mend(change: Any, message: str) -> None:
    params, X, Y = change(*GOOD, np.ones((2, 5)), np.ones((1, 5)))
    *fine, bad = shapes(params, X, Y)
    assert bad.why.startswith("✗") and message in bad.why and not any("✗" in row.why for row in fine)
