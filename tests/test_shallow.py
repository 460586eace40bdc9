"""The shallow network: hand-worked numbers, differences, what symmetry does, and sentences for bad input."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from needs import need

from helpers import datasets, deep, networks, shallow
from helpers.activations import relu
from helpers.gradient_check import one_sided, relative_error, two_sided
from helpers.metrics import accuracy
from helpers.parameters import Parameters, flatten
from helpers.training import fit

hypothesis = need("hypothesis")
st = hypothesis.strategies


def draw(n0: int, n1: int, n2: int, m: int, seed: int) -> Any:
    rng = np.random.default_rng(seed)
    params = Parameters(shallow.initialize(n0, n1, n2, rng))
    params.vector[:] = rng.normal(size=params.vector.size)
    return params, rng.normal(size=(n0, m)), rng.integers(0, 2, (n2, m)).astype(float)


class TestByHand:
    """x = 1, y = 1: z1 = 0 so a1 = 0, z2 = 0 so a2 = 1/2; all weights are 2 but W1 = 0."""

    params = [(np.array([[0.0]]), np.array([[0.0]])), (np.array([[2.0]]), np.array([[0.0]]))]
    X = Y = np.array([[1.0]])

    def test_forward(self) -> None:
        A1, A2 = shallow.forward(self.params, self.X)
        assert (A1.item(), A2.item()) == (0.0, 0.5)

    def test_cost(self) -> None:
        assert shallow.cost(np.array([[0.5]]), self.Y) == pytest.approx(np.log(2))

    def test_the_six_equations(self) -> None:
        """dz2 = -1/2, dW2 = 0, db2 = -1/2; dz1 = 2 (-1/2) (1 - 0) = -1, dW1 = -1, db1 = -1."""
        (dW1, db1), (dW2, db2) = shallow.backward(self.params, shallow.forward(self.params, self.X), self.X, self.Y)
        assert [d.item() for d in (dW1, db1, dW2, db2)] == [-1, -1, 0, -0.5]

    def test_update(self) -> None:
        gradients = [(np.array([[1.0]]), np.array([[2.0]])), (np.array([[3.0]]), np.array([[4.0]]))]
        new = shallow.update(self.params, gradients, 0.5)
        assert flatten(new).tolist() == [-0.5, -1, 0.5, -2]
        assert flatten(self.params).tolist() == [0, 0, 2, 0]


@hypothesis.given(*[st.integers(1, 5)] * 3, st.integers(1, 7), st.integers(0, 10**6))
@hypothesis.settings(max_examples=60, deadline=None)
def test_backward_is_the_derivative_of_the_cost(n0: int, n1: int, n2: int, m: int, seed: int) -> None:
    params, X, Y = draw(n0, n1, n2, m, seed)
    A1, A2 = shallow.forward(params, X)
    assert A1.shape == (n1, m) and A2.shape == (n2, m)
    given = shallow.backward(params, (A1, A2), X, Y)
    assert [np.shape(d) for layer in given for d in layer] == params.shapes
    np.testing.assert_allclose(flatten(shallow.backward_loops(params, (A1, A2), X, Y)), flatten(given), atol=1e-14)
    numerical = two_sided(*one_sided(lambda p: shallow.cost(shallow.forward(p, X)[1], Y), params))
    assert relative_error(flatten(given), numerical.vector) < 1e-6


def test_starts_are_small_and_depend_on_the_seed_alone() -> None:
    one, same, other = (Parameters(shallow.initialize(2, 400, 1, seed)) for seed in (1, 1, 2))
    np.testing.assert_array_equal(one.vector, same.vector)
    assert not np.array_equal(one.vector, other.vector)
    (W1, b1), (W2, b2) = one
    assert W1.std() == pytest.approx(0.01, rel=0.1) and not b1.any() and not b2.any() and W2.shape == (1, 400)
    assert shallow.layer_sizes(np.zeros((3, 7)), np.zeros((1, 7)), 5) == (3, 5, 1)


@pytest.mark.parametrize("scheme", ["zeros", "constant"])
def test_equal_units_stay_equal_for_ever(scheme: str) -> None:
    """Nothing in the gradient tells them apart: the hidden layer is one unit, four times."""
    flower = datasets.load("flower")
    trained = fit(
        networks.shallow_network(),
        deep.initialize([2, 4, 1], 0, scheme),
        flower.X,
        flower.Y,
        learning_rate=1.2,
        iterations=300,
    )
    W1 = trained.params[0][0]
    np.testing.assert_array_equal(W1, np.repeat(W1[:1], 4, axis=0))
    one = deep.initialize([2, 1, 1], 0, scheme)
    assert np.linalg.matrix_rank(W1) <= 1 and one.vector.size == 5


def test_small_random_weights_break_the_symmetry_and_learn_the_flower() -> None:
    flower = datasets.load("flower")
    trained = fit(
        networks.shallow_network(),
        shallow.initialize(2, 4, seed=1),
        flower.X,
        flower.Y,
        learning_rate=1.2,
        iterations=5000,
    )
    assert np.linalg.matrix_rank(trained.params[0][0]) == 2
    assert accuracy(networks.shallow_network().predict(trained.params, flower.X), flower.Y) > 0.85


X, Y = np.array([[1.0, 2.0, 3.0], [0.0, 1.0, 0.0]]), np.array([[0.0, 1.0, 1.0]])
START = Parameters(shallow.initialize(2, 4))
SHALLOW = networks.shallow_network()
NET = networks.deep_network(["relu", "sigmoid"])


def train(
    model: Any = SHALLOW,
    start: Any = START,
    X: Any = X,
    Y: Any = Y,
    learning_rate: Any = 1.0,
    n: Any = 5,
) -> Any:
    return fit(model, start, X, Y, learning_rate=learning_rate, iterations=n)


BAD: list[tuple[Callable[[], Any], str]] = [
    (lambda: train(X=X.T), "X has shape (3, 2); examples go in columns, 2 features each: pass X.T"),
    (lambda: train(Y=Y[0]), "Y has shape (3,); labels go in one row, shape (1, 3): pass Y.reshape(1, 3)"),
    (lambda: train(Y=2 * Y - 1), "Y holds the labels -1, 1; for two classes they are 0 and 1: pass Y == 1"),
    (lambda: train(Y=Y + 1), "Y holds the labels 1, 2; for two classes they are 0 and 1: pass Y == 2"),
    (lambda: train(X=np.where(X > 2, np.nan, X)), "X holds 1 nan or inf, the first at [0, 2]"),
    (lambda: train(learning_rate=0), "the learning rate is 0; it must be a number above 0, such as 0.1"),
    (lambda: train(learning_rate=-1.0), "the learning rate is -1.0; it must be a number above 0"),
    (lambda: train(learning_rate=float("nan")), "the learning rate is nan; it must be a number above 0"),
    (lambda: train(n=0), "iterations is 0; it must be a whole number, 1 or more"),
    (lambda: shallow.forward(START, X.T), "X has shape (3, 2); examples go in columns, 2 features each: pass X.T"),
    (
        lambda: shallow.cost(Y, Y[0]),
        "Y has shape (3,); beside A it must be (1, 3): pass Y.reshape(1, 3)",
    ),
    (lambda: deep.initialize([2]), "the layer sizes are [2]; pass a list from the features to the output"),
    (lambda: deep.initialize("2-4-1"), "the layer sizes are '2-4-1'; pass a list"),
    (lambda: deep.initialize([2, 0, 1]), "the size of layer 1 is 0; it must be a whole number, 1 or more"),
    (lambda: deep.initialize([2, 4, 1], scheme="tiny"), "the scheme is 'tiny'; it is one of zeros, constant, small"),
    (lambda: deep.initialize([2, 4, 1], scheme=-1.0), "the scheme is -1.0; it is one of"),
    (
        lambda: networks.deep_network(["relu", "sigmoyd"]),
        "'sigmoyd' is not an activation; there are sigmoid, tanh, relu",
    ),
    (lambda: networks.deep_network([]), "each layer needs an activation: pass a list such as [tanh, sigmoid]"),
    (lambda: networks.deep_network(["softmax", "sigmoid"]), "softmax stands in a hidden layer"),
    (
        lambda: networks.deep_network(["tanh"]),
        "the output is tanh; cross-entropy needs probabilities: end with sigmoid or softmax",
    ),
    (
        lambda: networks.deep_network(["sigmoid"], loss="hinge"),
        "'hinge' is not a loss; there are cross_entropy and squared_error",
    ),
    (lambda: networks.deep_network(["sigmoid"], l2=-1), "l2 is -1; it must be 0 or a number above it"),
    (
        lambda: networks.deep_network(["sigmoid"], forwards=print),
        "unexpected keyword argument 'forwards'",
    ),
    (lambda: train(NET, deep.initialize([2, 4, 3, 1])), "params has 3 layers; needed is [(W1, b1), (W2, b2)]"),
    (
        lambda: train(NET, [(np.ones((4, 2)), np.zeros((4, 1))), (np.ones((1, 3)), np.zeros((1, 1)))]),
        "W2 has shape (1, 3), but layer 1 gives 4 numbers: W2 must be (1, 4)",
    ),
    (lambda: train(NET, X=X.T), "X has shape (3, 2); examples go in columns, 2 features each: pass X.T"),
    (lambda: NET.forward(deep.initialize([2, 4, 1]), X.T), "examples go in columns, 2 features each: pass X.T"),
    (
        lambda: train(networks.deep_network(["softmax"]), deep.initialize([2, 3])),
        "Y has shape (1, 3); the network has 3 outputs, so Y must be (3, 3), one-hot: pass np.eye(3)[Y.ravel()].T",
    ),
    (
        lambda: train(networks.deep_network(["softmax"]), deep.initialize([2, 3]), Y=np.ones((3, 3))),
        "column 0 of Y holds 3 ones; a one-hot label has one, in the row of its class",
    ),
    (lambda: deep.layer_forward(X.T, np.ones((4, 2)), np.zeros((4, 1)), relu), "pass A_prev.T"),
    (
        lambda: deep.layer_forward(X, np.ones((4, 2)), np.zeros(4), relu),
        "b has shape (4,); beside W it must be (4, 1): pass b.reshape(4, 1)",
    ),
]


@pytest.mark.parametrize(("call", "message"), BAD, ids=[message[:60] for _, message in BAD])
def test_bad_input_is_told_how_to_be_mended(call: Callable[[], Any], message: str) -> None:
    with pytest.raises((ValueError, TypeError)) as caught:
        call()
    assert message in str(caught.value) and "\n" not in str(caught.value)


def test_it_starts_as_a_deep_network_of_the_same_scale_does() -> None:
    deep_start = deep.initialize([2, 4, 1], 7, 0.01)
    np.testing.assert_array_equal(Parameters(shallow.initialize(2, 4, 1, 7)).vector, deep_start.vector)


def test_without_a_seed_it_starts_from_seed_0() -> None:
    np.testing.assert_array_equal(flatten(shallow.initialize(2, 3)), flatten(shallow.initialize(2, 3, 1, 0, 0.01)))
    X, Y = np.array([[1.0, 2.0]]), np.array([[0.0, 1.0]])
    runs = [shallow.train(X, Y, 2, 0.5, 3), shallow.train(X, Y, 2, 0.5, 3, seed=0)]
    np.testing.assert_array_equal(*map(flatten, runs))


def test_train_is_the_loop_that_fit_runs() -> None:
    flower = datasets.load("flower", m=60)
    by_hand = shallow.train(flower.X, flower.Y, 4, 1.2, 50, seed=3)
    fitted = fit(
        networks.shallow_network(),
        shallow.initialize(2, 4, seed=3),
        flower.X,
        flower.Y,
        learning_rate=1.2,
        iterations=50,
    )
    np.testing.assert_allclose(Parameters(by_hand).vector, fitted.params.vector, rtol=1e-9)
