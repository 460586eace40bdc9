"""The network as code: programs that run alone, give the network's own answers, and go on training as it did."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers import deep, networks
from helpers.activations import BY_NAME
from helpers.parameters import Parameters
from helpers.playground.as_code import Trained, not_in_sklearn, numpy_code, pytorch_code, sklearn_code
from helpers.playground.as_code.trained import OUTPUT
from helpers.playground.features import FEATURES, inputs
from helpers.playground.layers import units_on
from helpers.playground.live import LiveTraining
from helpers.playground.settings import ACTIVATIONS
from helpers.playground.state import OPTIMIZERS, State
from helpers.training import Adam, fit, fit_epochs

POINTS = np.random.default_rng(5).normal(size=(2, 30)) * 2
LABELS = np.where(np.sum(POINTS**2, axis=0, keepdims=True) < 4, 1.0, 0.0)
RULES = [{"optimizer": optimizer, "l2": l2, "learning_rate": 0.05} for optimizer in OPTIMIZERS for l2 in (0.0, 0.7)]
KINDS = [pytest.param("sigmoid", id="classification"), pytest.param("identity", id="regression")]


@st.composite
def trained_networks(
    draw: st.DrawFn, hidden: tuple[str, ...] = ACTIVATIONS, keep: tuple[float, ...] = (1.0,)
) -> Trained:
    features = draw(st.sets(st.sampled_from(list(FEATURES)), min_size=1).map(lambda names: [*sorted(names)]))
    sizes = draw(st.lists(st.integers(1, 16), max_size=8))
    activations = [*(draw(st.sampled_from(hidden)) for _ in sizes), draw(st.sampled_from(OUTPUT))]
    params = deep.initialize([len(features), *sizes, 1], draw(st.integers(0, 999)), draw(st.sampled_from([0.5, 2.0])))
    params.vector[:] += np.random.default_rng(1).normal(size=params.vector.size)
    batch_size, l2 = draw(st.none() | st.integers(1, 40)), draw(st.floats(0, 3))
    rate, optimizer = draw(st.floats(1e-4, 10)), draw(st.sampled_from(list(OPTIMIZERS)))
    return Trained(params, activations, features, rate, batch_size, optimizer, l2, draw(st.sampled_from(keep)))


WIDEST = Trained(
    deep.initialize([7, *[16] * 8, 1], 1), [*["sigmoid"] * 8, "sigmoid"], list(FEATURES), 0.1, 10, "momentum", 0.1
)


def small(output: str, hidden: str = "tanh", **rule: Any) -> Trained:
    """A 3-4-3-1 network."""
    params = deep.initialize([3, 4, 3, 1], 2)
    return Trained(params, [hidden, hidden, output], ["x1", "x2", "sin x1"], **rule)


def answers(trained: Trained, points: Any = POINTS) -> Any:
    X = inputs(points, trained.features)
    return deep.forward(trained.params, X, [BY_NAME[name] for name in trained.activations])[0]


def run(code: str) -> dict[str, Any]:
    """What a program defines, in a namespace that holds nothing else."""
    names: dict[str, Any] = {"__name__": "network"}
    exec(compile(code, "network.py", "exec"), names)
    return names


def imported(code: str) -> set[str]:
    nodes = [node for node in ast.walk(ast.parse(code)) if isinstance(node, (ast.Import, ast.ImportFrom))]
    return {name.split(".")[0] for node in nodes for name in [getattr(node, "module", None) or node.names[0].name]}


def our_training(trained: Trained, epochs: int, Y: Any, **options: Any) -> Parameters:
    """The same rule in fit, or in fit_epochs with the examples in their order.  options: of Adam."""
    loss = "cross_entropy" if trained.is_classifier else "squared_error"
    model = networks.deep_network(trained.activations, loss=loss, l2=trained.l2)
    X, optimizer = inputs(POINTS, trained.features), Adam(**options) if options else OPTIMIZERS[trained.optimizer]()
    how: dict[str, Any] = {"learning_rate": trained.learning_rate, "optimizer": optimizer}
    if trained.batch_size is None:
        return fit(model, trained.params, X, Y, iterations=epochs, **how).params
    rng = np.random.default_rng(0)
    how |= {"batch_size": trained.batch_size, "rng": rng, "batches": in_order, "epochs": epochs}
    return fit_epochs(model, trained.params, X, Y, **how).params


def in_order(X: Any, Y: Any, batch_size: int, rng: Any) -> Iterator[Any]:
    for k in range(0, Y.shape[1], batch_size):
        yield X[:, k : k + batch_size], Y[:, k : k + batch_size]


@settings(max_examples=60)
@given(trained_networks(keep=(1.0, 0.8)))
def test_numpy_alone_gives_the_same_answers(trained: Trained) -> None:
    code = numpy_code(trained)
    assert imported(code) == {"numpy"}
    np.testing.assert_allclose(run(code)["predict"](POINTS), answers(trained), rtol=1e-12, atol=1e-14)


def test_units_that_are_off_are_left_out() -> None:
    """The programs are as the playground answers: its network, its inputs, its rule."""
    on = (np.array([True, False, True]), np.array([True, True]))
    state = State(
        POINTS, LABELS, 0.3, on, ("tanh", "relu"), ("x1", "sin x2"), batch_size=10, optimizer="adam", l2=0.2, keep=0.9
    )
    live = LiveTraining(state, deep.initialize(state.sizes, 4))
    live.advance(3)
    trained = Trained.of(live)
    assert trained.sizes == [2, 2, 2, 1] and trained.activations == ["tanh", "relu", "sigmoid"]
    assert trained.rule_in_words == (
        "Adam, learning rate 0.3, mini-batches of 10, L2 penalty 0.2, dropout that keeps 0.9 of each hidden layer"
    )
    rest = units_on(live.params, state.on)
    expected = live.model.forward(rest, state.X)[0]
    np.testing.assert_allclose(run(numpy_code(trained))["predict"](POINTS), expected, rtol=1e-12)


def test_every_activation_and_every_feature_gives_the_same_answers() -> None:
    params = deep.initialize([7, 2, 3, 4, 3, 2, 1], 1, 1.0)
    for output in OUTPUT:
        trained = Trained(params, [*ACTIVATIONS, output], list(FEATURES))
        np.testing.assert_allclose(run(numpy_code(trained))["predict"](POINTS), answers(trained), rtol=1e-12)


def test_scores_that_are_huge_give_no_warning() -> None:
    params = [(np.array([[1e5, -1e5]]), np.zeros((1, 1)))]
    predict = run(numpy_code(Trained(params, ["sigmoid"], ["x1", "x2"])))["predict"]
    np.testing.assert_array_equal(predict([[1, 0], [0, 1]]), [[1.0, 0.0]])


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
@pytest.mark.parametrize("write", [numpy_code, sklearn_code])
def test_weights_are_read_back_to_the_last_bit(write: Any, dtype: Any) -> None:
    params = deep.initialize([2, 16, 16, 1], 3, dtype=dtype)
    params.vector[:6] = [-0.0, 1e-30, -1.5e30, 0.1, 1 / 3, 7.0]
    names = run(write(Trained(params, ["relu", "relu", "identity"], ["x1", "x2"])))
    for layer, (W, b) in enumerate(params, 1):
        for name, ours in ((f"W{layer}", W), (f"b{layer}", b)):
            assert names[name].shape == ours.shape
            assert names[name].tobytes() == ours.astype(np.float64).tobytes()


def test_it_runs_as_a_file_by_itself(tmp_path: Path) -> None:
    """Python's -I: no variable of the environment, and no folder but its own, leads to anything of ours."""
    trained, file = small("sigmoid"), tmp_path / "network.py"
    file.write_text(numpy_code(trained), encoding="utf-8")
    command = [sys.executable, "-I", "-W", "error", str(file)]
    printed = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True).stdout
    points = run(numpy_code(trained))["np"].array([[0.0, 1.0, -2.0], [0.0, 1.5, 0.5]])
    np.testing.assert_allclose(np.fromstring(printed.strip("[] \n"), sep=" "), answers(trained, points)[0], atol=1e-8)


@settings(max_examples=25)
@given(trained_networks(keep=(1.0, 0.8)))
@example(WIDEST)
def test_the_programs_keep_to_pep_8(trained: Trained) -> None:
    """79 columns, no blanks at the end of a line; of one of each kind ruff has more to say, below."""
    for write in (numpy_code, pytorch_code, sklearn_code):
        code = write(trained)
        if write is sklearn_code and not_in_sklearn(trained):
            continue
        ast.parse(code)
        assert max(map(len, code.splitlines())) <= 79
        assert not re.search(r"[ \t]$|\n{4}", code, re.MULTILINE) and code.endswith(")\n")


@pytest.mark.parametrize("output", OUTPUT)
def test_ruff_finds_nothing(output: str, tmp_path: Path) -> None:
    for number, rule in enumerate([{}, {"l2": 0.1, "batch_size": 10, "optimizer": "adam"}]):
        trained = small(output, **rule)
        for write in (numpy_code, pytorch_code, sklearn_code):
            (tmp_path / f"{write.__name__}_{number}.py").write_text(write(trained), encoding="utf-8")
    rules = ["--isolated", "--no-cache", "--line-length", "79", "--select", "B,C4,D2,D3,E,F,I,PTH,SIM,UP,W"]
    command = [sys.executable, "-m", "ruff", "check", *rules, "--ignore", "D203,D213", str(tmp_path)]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout


@settings(max_examples=30)
@given(st.data())
def test_scikit_learn_gives_the_same_answers(data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(["sigmoid", "tanh", "relu", "identity"]))
    trained = data.draw(trained_networks(hidden=(one,)))
    predict = run(sklearn_code(trained))["predict"]
    np.testing.assert_allclose(predict(POINTS), answers(trained), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("batch_size", [None, 10])
@pytest.mark.parametrize("rule", RULES, ids=str)
@pytest.mark.parametrize("output", KINDS)
def test_scikit_learn_goes_on_as_ours_does(output: str, rule: dict[str, Any], batch_size: int | None) -> None:
    """Its Adam has epsilon elsewhere in the formula, so that both are made to count for nothing."""
    trained = small(output, **rule, batch_size=batch_size)
    Y = LABELS if output == "sigmoid" else np.tanh(POINTS[:1])
    names = run(sklearn_code(trained))
    names["network"].set_params(shuffle=False, epsilon=1e-30)
    names["train"](POINTS, Y, 4)
    ours = our_training(trained, 4, Y, **{"eps": 1e-30} if trained.optimizer == "adam" else {})
    network = names["network"]
    theirs = Parameters([(W.T, b[:, None]) for W, b in zip(network.coefs_, network.intercepts_, strict=True)])
    np.testing.assert_allclose(theirs.vector, ours.vector, rtol=1e-9, atol=1e-12)
    assert np.abs(ours.vector - Parameters(trained.params).vector).max() > 1e-3


def test_scikit_learn_holds_a_network_without_hidden_layers() -> None:
    trained = Trained(deep.initialize([2, 1], 1), ["sigmoid"], ["x1", "x2"], keep=0.5)
    assert not_in_sklearn(trained) == []
    names = run(sklearn_code(trained))
    names["train"](POINTS, LABELS, 3)
    expected = our_training(trained, 3, LABELS)
    np.testing.assert_allclose(names["network"].coefs_[0].T, expected[0][0], rtol=1e-12)


@pytest.mark.parametrize(
    ("hidden", "keep", "says"),
    [
        (["tanh", "relu"], 1.0, "it has one activation for all hidden layers (here are tanh and relu)."),
        (["leaky_relu", "leaky_relu"], 1.0, "it has no leaky_relu."),
        (["tanh", "tanh"], 0.8, "it has no dropout (here 0.8 is kept)."),
        (
            ["tanh", "leaky_relu"],
            0.5,
            "it has one activation for all hidden layers (here are tanh and leaky_relu), "
            "no leaky_relu and no dropout (here 0.5 is kept).",
        ),
    ],
)
def test_what_scikit_learn_cannot_hold_is_named_in_one_sentence(hidden: list[str], keep: float, says: str) -> None:
    trained = Trained(deep.initialize([2, 3, 3, 1], 1), [*hidden, "sigmoid"], ["x1", "x2"], keep=keep)
    assert sklearn_code(trained) == f"scikit-learn's MLP can't hold this network: {says}"


def test_the_docstring_says_how_it_was_trained() -> None:
    code = numpy_code(small("sigmoid", learning_rate=3, batch_size=10, optimizer="momentum", l2=0.1, keep=0.8))
    said = " ".join((ast.get_docstring(ast.parse(code)) or "").split())
    assert said == (
        "A 3-4-3-1 neural network in NumPy alone. Trained with momentum (beta 0.9), learning rate 3, "
        "mini-batches of 10, L2 penalty 0.1, dropout that keeps 0.8 of each hidden layer."
    )


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ({}, "in the same way. scikit-learn halves the squared error; so this takes twice the learning rate."),
        (
            {"optimizer": "momentum", "l2": 0.1},
            "in the same way, the velocity set back to 0. scikit-learn halves the squared error; "
            "so this takes twice the learning rate and half the L2 penalty.",
        ),
        (
            {"optimizer": "adam", "l2": 0.1},
            "in the same way, Adam's memory set back to 0. scikit-learn halves the squared error; "
            "so this takes half the L2 penalty. "
            "The epsilon of its Adam stands elsewhere in the formula: the steps differ by a little.",
        ),
    ],
)
def test_the_docstring_says_what_scikit_learn_does_otherwise(rule: dict[str, Any], says: str) -> None:
    said = " ".join((ast.get_docstring(ast.parse(sklearn_code(small("identity", **rule)))) or "").split())
    assert said.endswith(f"; `train` goes on from there {says}")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"features": ["x1"]}, "W1 takes 2 inputs and there are 1 feature: each input needs one"),
        ({"activations": ["tanh"]}, "pass a list of names, one for each of 2 layers"),
        ({"activations": ["softmax", "sigmoid"]}, "layer 1 is 'softmax'; it must be sigmoid, tanh, relu"),
        ({"activations": ["tanh", "tanh"]}, "layer 2 is 'tanh'; it must be sigmoid or identity"),
        ({"params": [(np.zeros((0, 2)), np.zeros((0, 1)))] * 2}, "layer 1 has no unit that is on: switch one on"),
        ({"params": [(np.zeros((2, 2)), np.zeros((2, 1)))]}, "the network has 2 outputs"),
        ({"params": [(np.full((1, 2), np.nan), np.zeros((1, 1)))]}, "nan"),
        ({"optimizer": "lbfgs"}, "there is no optimizer 'lbfgs'; there are gradient descent, momentum and adam"),
        ({"keep": 0}, "keep is 0; it must be a number above 0"),
        ({"batch_size": 0}, "batch_size is 0"),
        ({"learning_rate": -1}, "the learning rate is -1"),
        ({"l2": -1}, "-1"),
    ],
)
def test_what_is_no_trained_network_gets_a_sentence(change: dict[str, Any], says: str) -> None:
    right = {"params": deep.initialize([2, 3, 1], 1), "activations": ["tanh", "sigmoid"], "features": ["x1", "x2"]}
    with pytest.raises(ValueError, match=re.escape(says)):
        Trained(**(right | change))
