"""The lines of notebook 06 that stand beside those of PyTorch are run, and train the same network.

PyTorch is large, and nothing else needs it: where it is missing these tests are skipped; the weekly job installs it.
"""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from prose import text_under

from helpers import datasets, deep, networks
from helpers.parameters import flatten
from helpers.training import Adam, Momentum, fit_epochs
from helpers.validation import Array, Layers

DIGITS = datasets.load("digits")
READER = networks.deep_network(["tanh", "softmax"])
START = deep.initialize([64, 15, 10], 1, "xavier")
OURS, THEIRS = 1, 2  # columns of the tables


def rows() -> Iterator[list[str]]:
    """The cells of both tables, row by row."""
    for line in text_under("06_training", "Where next").splitlines():
        if line.startswith("|"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def program(column: int) -> str:
    """The code of a column, from the first step to the last: what follows `for` stands in the loop."""
    found: list[str] = []
    for row in rows():
        indent = "    " if any(line.startswith("for ") for line in found) else ""
        found += [indent + code for code in re.findall(r"`([^`]+)`", row[column])]
        if row[0] == "8":
            break
    return "\n".join(found)


def given(name: str) -> str:
    """The code in PyTorch's column of the second table, for momentum or Adam."""
    [(_, _, code)] = [row for row in rows() if row[0] == name]
    return code.strip("`")


class SameBatches:
    """Keeps the mini-batches that one network was given, for the other one."""

    def __init__(self) -> None:
        self.taken: list[tuple[Array, Array]] = []

    def overheard(self, DataLoader: Any) -> Any:
        """The same DataLoader; what it gives is kept."""

        def loader(*args: Any, **settings: Any) -> Iterator[Any]:
            for x, y in DataLoader(*args, **settings):
                self.taken.append((x.numpy().T, np.eye(10)[y].T))
                yield x, y

        return loader

    def again(self, X: Array, Y: Array, *_: Any) -> Iterator[tuple[Array, Array]]:
        """In place of `mini_batches`."""
        yield from self.taken


def run_theirs(batches: SameBatches, optimizer: str | None = None) -> dict[str, Any]:
    """What the lines in PyTorch leave behind, when they begin with the weights `START`."""
    first, loop = program(THEIRS).split("for x, y", 1)
    if optimizer:
        first = re.sub(r"^optimizer = .*", f"optimizer = {optimizer}", first, flags=re.MULTILINE)
    there: dict[str, Any] = {"X": DIGITS.X, "Y": DIGITS.Y}
    exec(first, there)
    with there["torch"].no_grad():
        for layer, (W, b) in zip(there["net"][::2], START, strict=True):
            layer.weight.copy_(there["torch"].tensor(W))
            layer.bias.copy_(there["torch"].tensor(b[:, 0]))
    there["DataLoader"] = batches.overheard(there["DataLoader"])
    exec(f"for x, y{loop}", there)
    return there


def weights(there: dict[str, Any]) -> Array:
    """The parameters of the network in PyTorch, in one vector."""
    layers: Layers = [
        (layer.weight.detach().numpy(), layer.bias.detach().numpy()[:, np.newaxis]) for layer in there["net"][::2]
    ]
    return flatten(layers)


@pytest.fixture(autouse=True)
def torch() -> Any:
    found = pytest.importorskip("torch")
    found.manual_seed(0)
    return found


@pytest.mark.weekly
def test_both_columns_train_the_same_network() -> None:
    batches = SameBatches()
    theirs = run_theirs(batches)
    ours: dict[str, Any] = {"X": DIGITS.X, "Y": DIGITS.Y, "reader": READER, "deep": deep, "rng": None}
    ours["mini_batches"] = batches.again
    exec(program(OURS), ours)
    assert len(batches.taken) == -(-DIGITS.X.shape[1] // 20)
    np.testing.assert_allclose(flatten(ours["params"]), weights(theirs), rtol=0, atol=1e-12)
    assert ours["J"] == pytest.approx(theirs["J"].item(), abs=1e-12)
    assert np.abs(flatten(ours["params"]) - START.vector).max() > 0.1


@pytest.mark.weekly
@pytest.mark.parametrize(("name", "ours"), [("momentum", Momentum(0.9)), ("Adam", Adam())])
def test_their_optimisers_take_the_same_steps(name: str, ours: Any) -> None:
    batches = SameBatches()
    theirs = run_theirs(batches, given(name))
    how: Any = {"rng": np.random.default_rng(0), "optimizer": ours, "batches": batches.again}
    run = fit_epochs(READER, START, DIGITS.X, DIGITS.Y, learning_rate=0.1, epochs=1, batch_size=20, **how)
    np.testing.assert_allclose(run.params.vector, weights(theirs), rtol=0, atol=1e-8)


@pytest.mark.weekly
def test_their_dropout_is_told_what_falls_out(torch: Any) -> None:
    dropout, ones = torch.nn.Dropout(0.2), torch.ones(100_000)
    assert float((dropout(ones) > 0).float().mean()) == pytest.approx(0.8, abs=0.01)
    assert set(dropout.eval()(ones).tolist()) == {1.0} and dropout.train()(ones).max() == pytest.approx(1 / 0.8)
