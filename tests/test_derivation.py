"""The derivation of notebook 04: its numbers worked by hand, each step against the next, each slip refused."""

import re
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from test_computation_graph import SMALL

from helpers import datasets, deep, gradient_check, networks, shallow
from helpers.computation_graph import by_index, two_two_one
from helpers.parameters import Parameters

SOURCE = Path(__file__).parents[1] / "notebooks" / "source" / "04_shallow_network.md"
HEART = SOURCE.read_text(encoding="utf-8").split("## Too many numbers to nudge")[1].split("## Symmetry")[0]
CELLS = re.findall(r"^```python\n(.*?)^```", HEART, re.MULTILINE | re.DOTALL)
PROSE = re.sub(r"^```python\n.*?^```", "", HEART, flags=re.MULTILINE | re.DOTALL)

x, y = np.array([[1.0], [2.0]]), np.array([[1.0]])
GRAPH = two_two_one()
VALUES = GRAPH.forward(**by_index(SMALL, x, y))
D = GRAPH.backward(VALUES)


class TestByHand:
    """z1 = (0.5 - 1 + 0.5, 0.25 + 1 - 0.25) = (0, 1); a1 = (0, tanh 1); z2 = -0.5 tanh 1 + 0.25."""

    def test_forward(self) -> None:
        a = np.tanh(1)
        assert [VALUES[name] for name in ("z1_1", "z1_2", "a1_1")] == [0, 1, 0]
        assert (VALUES["a1_2"], VALUES["z2_1"]) == pytest.approx((a, 0.25 - a / 2))
        assert VALUES["L"] == pytest.approx(np.log(1 + np.exp(a / 2 - 0.25)))
        assert [round(VALUES[name], 3) for name in ("a1_2", "z2_1", "L")] == [0.762, -0.131, 0.761]

    def test_one_path_from_a_weight(self) -> None:
        """x_1 (1 - a1^2) w2_11 (a2 - y) = 1 * 1 * 1 * -0.533."""
        assert list(GRAPH.paths("w1_11")) == [("w1_11", "z1_1", "a1_1", "z2_1", "L")]
        assert D["w1_11"] == pytest.approx(1 / (1 + np.exp(0.5 * np.tanh(1) - 0.25)) - 1)
        assert round(D["w1_11"], 3) == -0.533

    def test_along_a_path_four_slopes_multiply(self) -> None:
        """x_2 (1 - a2^2) w2_12 (a2 - y) = 2 * 0.42 * (-0.5) * (-0.533)."""
        assert list(GRAPH.paths("w1_22")) == [("w1_22", "z1_2", "a1_2", "z2_1", "L")]
        assert D["w1_22"] == pytest.approx(2 * (1 - np.tanh(1) ** 2) * -0.5 * D["z2_1"])
        assert round(D["w1_22"], 3) == 0.224

    def test_two_paths_from_a_feature_add(self) -> None:
        products = [
            np.prod([GRAPH.slopes(VALUES)[edge] for edge in zip(p, p[1:], strict=False)]) for p in GRAPH.paths("x1")
        ]
        assert np.round(products, 3).tolist() == [-0.266, 0.028]
        assert round(sum(products), 3) == -0.238 == round(D["x1"], 3)

    def test_the_graph_is_the_shallow_network(self) -> None:
        cache = shallow.forward(SMALL, x)
        for backward in (shallow.backward, shallow.backward_loops):
            for layer, (dW, db) in enumerate(backward(SMALL, cache, x, y), 1):
                for (j, i), value in np.ndenumerate(dW):
                    assert value == pytest.approx(D[f"w{layer}_{j + 1}{i + 1}"])
                for j, value in enumerate(db.ravel(), 1):
                    assert value == pytest.approx(D[f"b{layer}_{j}"])


def test_the_numbers_in_the_prose_are_those_of_what_is_computed() -> None:
    """Every number that stands in a sentence outside a formula, with what it counts."""
    moons = datasets.load("moons", m=24, seed=1)
    numbers = {"02", "1", "2", "4"}  # notebook 02; layers, indices, and what is small enough to see
    numbers |= {str(n) for n in (784, 15, 10)}  # the network of the digits
    numbers |= {str(n) for n in (20, moons.X.shape[1], moons.X.shape[1] - 1)}
    numbers |= {"3", "0", "01", "23"}  # the example that is chosen; Python's first index
    text = re.sub(r"\$\$?[^$]*\$\$?|`[^`]*`", "", PROSE)
    assert set(re.findall(r"\d[\d,.]*\d|\d", text)) <= numbers


def test_one_step_by_nudging_costs_two_runs_for_each_number() -> None:
    assert 2 * Parameters(SMALL).vector.size == 18
    assert 2 * Parameters(deep.initialize([784, 15, 10])).vector.size == 23_870


RNG = np.random.default_rng(3)
W, DZ, A = RNG.normal(size=(3, 4)), RNG.normal(size=(3, 5)), RNG.normal(size=(4, 5))
PRODUCTS = {"kj,ke->je": (W, DZ, W.T @ DZ), "ke,je->kj": (DZ, A, DZ @ A.T), "ke->k": (DZ, DZ.sum(axis=1))}


@pytest.mark.parametrize("letters", PRODUCTS)
def test_letters_are_products(letters: str) -> None:
    *operands, product = PRODUCTS[letters]
    np.testing.assert_allclose(np.einsum(letters, *operands), product)
    assert f'`"{letters}"`' in PROSE


@pytest.mark.parametrize("e", [0, 4])
def test_dz_belongs_to_the_loss_and_dw_to_the_cost(e: int) -> None:
    """Nudging one example's score moves its own loss with a - y, and the cost with (a - y) / m."""
    moons = datasets.load("moons", m=6, seed=1)
    start = shallow.initialize(2, 3, seed=1, scale=0.5)
    (A1, A2), (W2, b2) = shallow.forward(start, moons.X), start[1]

    def losses(nudge: float) -> Any:
        Z2 = W2 @ A1 + b2
        Z2[0, e] += nudge
        return np.log1p(np.exp(Z2)) - moons.Y * Z2

    change = ((losses(1e-5) - losses(-1e-5)) / 2e-5)[0]
    error = (A2 - moons.Y)[0, e]
    np.testing.assert_allclose(change, error * (np.arange(6) == e), atol=1e-9)
    assert change.mean() == pytest.approx(error / 6)


[SLIPS] = [cell for cell in CELLS if "def with_slip" in cell]


@pytest.mark.parametrize(
    ("slip", "wrong"),
    [(1, ["dW2"]), (2, ["dW1", "db1"]), (3, ["dW1", "db1"]), (None, [])],
    ids=["E2", "E3", "E4", "right"],
)
def test_each_slip_is_refused_and_the_right_lines_pass(slip: int | None, wrong: list[str]) -> None:
    flower = datasets.load("flower")
    scope = {"np": np, "output_gradient": shallow.output_gradient}
    exec(SLIPS, scope)
    model = networks.shallow_network(backward=partial(scope["with_slip"], slip))
    one_unit = shallow.initialize(2, 1, seed=1, scale=1.0)
    found = gradient_check.compare(model, one_unit, flower.X[:, :5], flower.Y[:, :5])
    assert [part.name for part in found.parts if gradient_check.verdict(part.error) != "right"] == wrong


def test_the_slips_are_lines_of_the_notes() -> None:
    for line in ("dW2 = np.dot(dZ2, A2.T) / m", "dZ1 = np.dot(W2.T, dZ2) + (1 - A1**2)", "dZ1 = dZ2\n"):
        assert line in SLIPS
