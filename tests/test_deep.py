"""The L-layer network: by hand, against differences, autograd and scikit-learn, and beside the smaller networks."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from needs import need

from helpers import deep, logistic, losses, networks
from helpers.activations import BY_NAME, Activation, identity, relu, sigmoid, tanh_derivative
from helpers.gradient_check import gradient_errors, one_sided, relative_error, two_sided
from helpers.parameters import Parameters, flatten
from helpers.training import fit
from helpers.training.interrupts import cell
from helpers.validation import checking

hypothesis = need("hypothesis")
st = hypothesis.strategies
autograd = need("autograd")
anp = need("autograd.numpy")
neural_network = need("sklearn.neural_network")

HIDDEN = ["sigmoid", "tanh", "relu", "leaky_relu", "identity"]
ENDS = [("sigmoid", "cross_entropy"), ("softmax", "cross_entropy")]
ENDS += [(name, "squared_error") for name in ("identity", "sigmoid", "tanh", "softmax")]


def labels(kind: str, outputs: int, m: int, rng: Any) -> Any:
    if kind == "softmax":
        return np.eye(outputs)[rng.integers(0, outputs, m)].T
    return rng.integers(0, 2, (outputs, m)).astype(float)


@st.composite
def random_network(draw: Any) -> Any:
    """A model of one to four layers with parameters, examples and labels that fit."""
    sizes = draw(st.lists(st.integers(1, 5), min_size=2, max_size=5))
    end, loss = draw(st.sampled_from(ENDS))
    hidden = draw(st.lists(st.sampled_from(HIDDEN), min_size=len(sizes) - 2, max_size=len(sizes) - 2))
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    m = draw(st.integers(1, 6))
    params = deep.initialize(sizes, rng)
    params.vector[:] = 0.8 * rng.normal(size=params.vector.size)  # biases too
    model = networks.deep_network([*hidden, end], loss=loss, l2=draw(st.sampled_from([0.0, 0.7])))
    return model, params, rng.normal(size=(sizes[0], m)), labels(end, sizes[-1], m, rng), [*hidden, end], loss


def kinks_are_far(names: Any, params: Any, X: Any) -> bool:
    """No score of a ReLU so near 0 that a nudge carries it over."""
    _, caches = deep.forward(params, X, [BY_NAME[name] for name in names])
    return all(np.abs(Z).min() > 1e-3 for (_, _, Z, _), name in zip(caches, names, strict=True) if "relu" in name)


@hypothesis.given(random_network())
@hypothesis.settings(max_examples=150, deadline=None)
def test_the_gradient_is_that_of_the_cost(network: Any) -> None:
    model, params, X, Y, names, loss = network
    A, _ = model.forward(params, X)
    hypothesis.assume(kinks_are_far(names, params, X) and np.abs(A).max() < 1e4)
    hypothesis.assume("cross" not in loss or 1e-4 < A.min() and (A.max() < 1 - 1e-4 or names[-1] == "softmax"))
    gradient = flatten(model.gradients(params, model.forward(params, X), X, Y))
    slow = two_sided(*one_sided(lambda p: model.total_cost(p, model.forward(p, X), Y), params)).vector
    assert np.linalg.norm(gradient - slow) <= 1e-6 * np.linalg.norm(slow) + 1e-8


def by_deltas(dZ: Any, caches: Any, gs: Any) -> Any:
    """The recursion in deltas: dZ[l-1] = g'(Z[l-1]) * W[l].T dZ[l]."""
    gradients: list[Any] = []
    for layer in reversed(range(len(caches))):
        A_prev, W, _, _ = caches[layer]
        gradients.insert(0, (dZ @ A_prev.T / dZ.shape[1], dZ.mean(axis=1, keepdims=True)))
        if layer:
            dZ = gs[layer - 1].derivative(caches[layer - 1].Z) * (W.T @ dZ)
    return gradients


@hypothesis.given(random_network())
@hypothesis.settings(max_examples=100, deadline=None)
def test_blocks_and_deltas_give_the_same_gradient(network: Any) -> None:
    _, params, X, Y, names, loss = network
    gs = [BY_NAME[name] for name in names]
    A, caches = deep.forward(params, X, gs)
    dZ = networks.output_layer(gs[-1], loss).output_delta(A, Y)
    blocks, deltas = deep.backward(dZ, caches, gs), by_deltas(dZ, caches, gs)
    for one, other in zip(blocks, deltas, strict=True):
        assert one[0].shape == other[0].shape and one[1].shape == other[1].shape
    np.testing.assert_allclose(flatten(blocks), flatten(deltas), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize(("name", "loss"), ENDS)
def test_the_output_delta_is_the_loss_through_the_last_activation(name: str, loss: str) -> None:
    rng = np.random.default_rng(3)
    g, Z = BY_NAME[name], rng.normal(size=(3, 5))
    A, Y = g(Z), labels(name, 3, 5, rng)
    slopes = {"sigmoid": losses.binary_cross_entropy_derivative, "softmax": losses.cross_entropy_derivative}
    dA = slopes[name](A, Y) if loss == "cross_entropy" else losses.squared_error_derivative(A, Y)
    np.testing.assert_allclose(networks.output_layer(g, loss).output_delta(A, Y), g.backward(dA, A), atol=1e-12)


def test_an_output_of_exactly_0_or_1_still_learns() -> None:
    """z = 40 and y = 0: a is 1, its slope 0, and yet dZ is 1."""
    params = Parameters([(np.array([[40.0]]), np.array([[0.0]]))])
    model, X = networks.deep_network([sigmoid]), np.array([[1.0]])
    [(dW, db)] = model.gradients(params, model.forward(params, X), X, np.array([[0.0]]))
    assert dW.item() == db.item() == 1


def autograd_cost(vector: Any, shapes: Any, X: Any, Y: Any, names: Any, loss: str) -> Any:
    """The cost, written with nothing of ours, for autograd to differentiate."""
    functions = {
        "sigmoid": lambda Z: 1 / (1 + anp.exp(-Z)),
        "tanh": anp.tanh,
        "relu": lambda Z: anp.where(Z > 0, Z, 0.0),
        "leaky_relu": lambda Z: anp.where(Z > 0, Z, 0.01 * Z),
        "identity": lambda Z: Z,
        "softmax": lambda Z: anp.exp(Z) / anp.sum(anp.exp(Z), axis=0, keepdims=True),
    }
    A, at = X, 0
    for (n, k), name in zip(shapes, names, strict=True):
        W = anp.reshape(vector[at : at + n * k], (n, k))
        b = anp.reshape(vector[at + n * k : at + n * k + n], (n, 1))
        A, at = functions[name](anp.dot(W, A) + b), at + n * k + n
    if loss == "squared_error":
        return anp.sum((A - Y) ** 2) / X.shape[1]
    logs = Y * anp.log(A) if names[-1] == "softmax" else Y * anp.log(A) + (1 - Y) * anp.log(1 - A)
    return -anp.sum(logs) / X.shape[1]


@hypothesis.given(random_network())
@hypothesis.settings(max_examples=60, deadline=None)
def test_the_gradient_agrees_with_automatic_differentiation(network: Any) -> None:
    model, params, X, Y, names, loss = network
    shapes = [W.shape for W, _ in params]
    exact = autograd.grad(autograd_cost)(params.vector.copy(), shapes, X, Y, names, loss)
    given = flatten(model.backward(params, model.forward(params, X), X, Y))
    np.testing.assert_allclose(given, exact, rtol=1e-7, atol=1e-10)


def test_forward_and_backward_want_one_activation_a_layer() -> None:
    params, X, _ = draw([2, 3, 1])
    A, caches = deep.forward(params, X, [relu, sigmoid])
    for wrong in ([relu], [relu, relu, sigmoid]):
        with pytest.raises(ValueError):
            deep.forward(params, X, wrong)
        with pytest.raises(ValueError):
            deep.backward(A, caches, wrong)
    for function in (deep.forward, deep.backward):  # where the doors do not check, the loop still does
        with checking(False), pytest.raises(ValueError):
            function(*((params, X) if function is deep.forward else (A, caches)), [relu])
    with checking(False), pytest.raises(ValueError):
        deep.update(params, [(0 * W, 0 * b) for W, b in params][:1], 0.1)


def test_by_hand() -> None:
    """One example x = (1, 2) through a ReLU unit z = 1*1 + 1*2 - 1 = 2 and an identity output 3*2 + 1 = 7, y = 5.

    Squared error: dz2 = 2(7 - 5) = 4; dW2 = 4*2 = 8, db2 = 4; dz1 = 3*4 = 12; dW1 = (12, 24), db1 = 12.
    """
    params = [(np.array([[1.0, 1.0]]), np.array([[-1.0]])), (np.array([[3.0]]), np.array([[1.0]]))]
    X, Y = np.array([[1.0], [2.0]]), np.array([[5.0]])
    model = networks.deep_network(["relu", "identity"], loss="squared_error")
    A, caches = model.forward(params, X)
    assert A.item() == 7 and caches[0][2].item() == 2 and model.cost(A, Y) == 4
    (dW1, db1), (dW2, db2) = model.backward(params, (A, caches), X, Y)
    assert (dW1.tolist(), db1.item(), dW2.item(), db2.item()) == ([[12, 24]], 12, 8, 4)


def test_one_block_forward_and_back_by_hand() -> None:
    """W = (2, -1), b = 1, two examples: z = (1, -2), a = relu(z) = (1, 0); da = (3, 5): dz = (3, 0)."""
    A_prev, W, b = np.array([[1.0, 0.0], [2.0, 3.0]]), np.array([[2.0, -1.0]]), np.array([[1.0]])
    A, cache = deep.layer_forward(A_prev, W, b, relu)
    np.testing.assert_array_equal(cache[2], [[1, -2]])
    np.testing.assert_array_equal(A, [[1, 0]])
    dA_prev, dW, db = deep.layer_backward(np.array([[3.0, 5.0]]), cache, relu)
    np.testing.assert_array_equal(dA_prev, [[6, 0], [-3, 0]])
    np.testing.assert_array_equal(dW, [[1.5, 3.0]])
    np.testing.assert_array_equal(db, [[1.5]])


@pytest.mark.parametrize("kind", ["logistic", "relu", "tanh", "identity"])
@pytest.mark.parametrize("penalty", [0.0, 0.5])
def test_one_step_is_the_one_that_scikit_learns_network_takes(kind: str, penalty: float) -> None:
    """The same weights, one full-batch step of plain gradient descent: the same cost before, the same weights after."""
    rng = np.random.default_rng(4)
    m, learning_rate = 12, 0.3
    params = deep.initialize([3, 4, 2, 1], rng, 1.0)
    X, Y = rng.normal(size=(3, m)), rng.integers(0, 2, (1, m)).astype(float)
    settings: dict[str, Any] = {"solver": "sgd", "momentum": 0, "batch_size": m, "learning_rate_init": learning_rate}
    theirs = neural_network.MLPClassifier((4, 2), activation=kind, alpha=penalty, **settings)
    theirs.partial_fit(X.T, Y[0], classes=[0, 1])
    for (W, b), theirs_W, theirs_b in zip(params, theirs.coefs_, theirs.intercepts_, strict=True):
        theirs_W[:], theirs_b[:] = W.T, b[:, 0]
    theirs.partial_fit(X.T, Y[0])
    hidden = "sigmoid" if kind == "logistic" else kind
    ours = fit(
        networks.deep_network([hidden, hidden, "sigmoid"], l2=penalty),
        params,
        X,
        Y,
        learning_rate=learning_rate,
        iterations=1,
    )
    assert ours.history.costs[0] == pytest.approx(theirs.loss_, rel=1e-12)
    expected = flatten([(w.T, b) for w, b in zip(theirs.coefs_, theirs.intercepts_, strict=True)])
    np.testing.assert_allclose(ours.params.vector, expected, rtol=1e-10, atol=1e-13)


def draw(sizes: Any, m: int = 9, seed: int = 0) -> Any:
    rng = np.random.default_rng(seed)
    params = deep.initialize(sizes, rng, 1.0)
    return params, rng.normal(size=(sizes[0], m)), rng.integers(0, 2, (sizes[-1], m)).astype(float)


def test_with_one_hidden_layer_it_is_the_shallow_network() -> None:
    params, X, Y = draw([3, 4, 1])
    one, other = networks.deep_network(["tanh", "sigmoid"]), networks.shallow_network()
    a, b = (fit(m, params, X, Y, learning_rate=0.7, iterations=200) for m in (one, other))
    np.testing.assert_allclose(a.params.vector, b.params.vector, rtol=1e-10)
    np.testing.assert_allclose(a.history.costs, b.history.costs, rtol=1e-10)


def test_with_none_it_is_logistic_regression() -> None:
    params, X, Y = draw([3, 1])
    [(W, b)] = params
    ours = fit(networks.deep_network(["sigmoid"]), params, X, Y, learning_rate=0.7, iterations=200)
    theirs = fit(networks.logistic_regression(), [(W.T, b)], X, Y, learning_rate=0.7, iterations=200)
    np.testing.assert_allclose(ours.params.vector, theirs.params.vector, rtol=1e-10)


@pytest.mark.parametrize("l2", [0.0, 3.0])
def test_training_in_the_span_changes_nothing(l2: float) -> None:
    """With a penalty, what the start has outside the span shrinks too, and fit knows by how much."""
    params, X, Y = draw([50, 5, 3, 1], m=8)
    model = networks.deep_network(["relu", "tanh", "sigmoid"], l2=l2)
    inside, outside = (
        fit(model, params, X, Y, learning_rate=0.1, iterations=50, in_span=where) for where in (True, False)
    )
    np.testing.assert_allclose(inside.params.vector, outside.params.vector, atol=1e-11)


def test_a_learners_functions_take_the_place_of_ours() -> None:
    params, X, Y = draw([2, 3, 1])
    used: list[str] = []

    def mine(name: str, function: Any) -> Any:
        def wrapped(*arguments: Any) -> Any:
            used.append(name)
            return function(*arguments)

        return wrapped

    own = {name: mine(name, getattr(deep, name)) for name in ("forward", "backward", "update")}
    model = networks.deep_network(["tanh", "sigmoid"], cost=mine("cost", logistic.cost), **own)
    trained = fit(model, params, X, Y, learning_rate=0.5, iterations=3)
    assert set(used) == {"forward", "backward", "update", "cost"}
    expected = fit(networks.shallow_network(), params, X, Y, learning_rate=0.5, iterations=3)
    np.testing.assert_allclose(trained.params.vector, expected.params.vector, rtol=1e-10)


def test_softmax_decides_for_the_likeliest_and_sigmoid_at_one_half() -> None:
    params, X, _ = draw([2, 3])
    probabilities, _ = networks.deep_network(["softmax"]).forward(params, X)
    message = networks.deep_network(["softmax"]).predict(params, X)
    assert (message.sum(axis=0) == 1).all() and (message.argmax(axis=0) == probabilities.argmax(axis=0)).all()
    A, _ = networks.deep_network(["sigmoid"]).forward(params, X)
    np.testing.assert_array_equal(networks.deep_network(["sigmoid"]).predict(params, X), A > 0.5)
    raw = networks.deep_network(["identity"], loss="squared_error")
    np.testing.assert_array_equal(raw.predict(params, X), raw.forward(params, X)[0])


@pytest.mark.parametrize("name", [name for name in BY_NAME if name != "softmax"])
def test_scores_of_ten_thousand_give_no_warning_and_no_nan(name: str) -> None:
    params, X, Y = draw([2, 3, 1])
    model = networks.deep_network([name, "sigmoid"])
    forwarded = model.forward(params, 1e4 * X)
    assert np.isfinite(model.cost(forwarded[0], Y))
    assert np.isfinite(flatten(model.backward(params, forwarded, X, Y))).all()


def test_a_worst_relative_error_is_small_for_smooth_networks() -> None:
    errors = []
    for seed in range(20):
        params, X, Y = draw([3, 4, 3, 2, 1], m=5, seed=seed)
        errors += gradient_errors(networks.deep_network(["tanh", "sigmoid", "tanh", "sigmoid"]), params, X, Y).values()
    assert max(errors) < 1e-6


def test_relative_error_sees_a_wrong_layer() -> None:
    params, X, Y = draw([3, 4, 1])
    right, wrong = networks.deep_network(["tanh", "sigmoid"]), networks.deep_network(["relu", "sigmoid"])
    forwarded = right.forward(params, X)
    given, other = (flatten(m.backward(params, forwarded, X, Y)) for m in (right, wrong))
    assert relative_error(given, other) > 1e-2


@hypothesis.given(random_network())
@hypothesis.settings(max_examples=100, deadline=None)
def test_training_in_place_is_training_as_it_is_written(network: Any) -> None:
    model, params, X, Y, _, _ = network
    settings: dict[str, Any] = {"learning_rate": 0.05, "iterations": 7, "record_every": 3}
    quick = fit(model, params, X, Y, **settings)
    plain = fit(replace(model, fast_path=None), params, X, Y, **settings)
    np.testing.assert_allclose(quick.params.vector, plain.params.vector, rtol=1e-9, atol=1e-11)
    np.testing.assert_allclose(quick.history.costs, plain.history.costs, rtol=1e-9, atol=1e-11)


def test_a_replaced_function_is_never_passed_over() -> None:
    params, X, Y = draw([2, 3, 1])
    for model in (networks.shallow_network(), networks.deep_network(["tanh", "sigmoid"])):
        still = fit(
            replace(model, backward=lambda p, *_: [(0 * W, 0 * b) for W, b in p]),
            params,
            X,
            Y,
            learning_rate=1,
            iterations=2,
        )
        np.testing.assert_array_equal(still.params.vector, params.vector)
        same = fit(replace(model, update=lambda p, g, learning_rate: p), params, X, Y, learning_rate=1, iterations=2)
        np.testing.assert_array_equal(same.params.vector, params.vector)
        odd = fit(replace(model, cost=lambda A, Y: 7.0), params, X, Y, learning_rate=1, iterations=2)
        assert odd.cost == 7
        moved = fit(
            replace(model, forward=lambda p, X, f=model.forward: f(p, 0 * X)),
            params,
            X,
            Y,
            learning_rate=1,
            iterations=2,
        )
        assert not np.allclose(
            moved.params.vector, fit(model, params, X, Y, learning_rate=1, iterations=2).params.vector
        )


def test_an_activation_of_ones_own_trains() -> None:
    params, X, Y = draw([2, 3, 1])
    mine = Activation(lambda Z: 2 / (1 + np.exp(-2 * Z)) - 1, tanh_derivative, lambda A: 1 - A * A, "tanh")
    trained = fit(networks.deep_network([mine, "sigmoid"]), params, X, Y, learning_rate=0.5, iterations=20)
    expected = fit(networks.shallow_network(), params, X, Y, learning_rate=0.5, iterations=20)
    np.testing.assert_allclose(trained.params.vector, expected.params.vector, rtol=1e-9)


@pytest.mark.parametrize("stop", ["interrupt", "nan"])
def test_stopping_in_place_loses_nothing(stop: str) -> None:
    params, X, Y = draw([2, 3, 1])
    seen: list[Any] = []

    def callback(i: int, now: Any) -> None:
        seen.append(now.vector.copy())
        if i == 4:
            raise KeyboardInterrupt

    four = fit(networks.shallow_network(), params, X, Y, learning_rate=0.5, iterations=4)
    early = fit(
        networks.shallow_network(),
        params,
        X,
        Y,
        learning_rate=0.5,
        iterations=9,
        callback=callback if stop == "interrupt" else None,
    )
    cell.forget()
    four = fit(networks.shallow_network(), params, X, Y, learning_rate=0.5, iterations=4)
    if stop == "interrupt":
        assert early.note.startswith("Stopped after 4 of 9") and early.updates == 4
        np.testing.assert_array_equal(early.params.vector, four.params.vector)
        np.testing.assert_array_equal(seen[4], four.params.vector)
    else:
        wild = fit(
            networks.deep_network(["identity", "identity"], loss="squared_error"),
            params,
            X,
            Y,
            learning_rate=50.0,
            iterations=900,
        )
        assert "too large" in wild.note and np.isfinite(wild.params.vector).all()


def test_float32_trains_in_float32() -> None:
    params, X, Y = draw([2, 3, 1])
    single = deep.initialize([2, 3, 1], 5, dtype=np.float32)
    double = Parameters(single, np.float64)
    quick = fit(networks.shallow_network(), single, X, Y, learning_rate=0.5, iterations=50)
    assert quick.params.vector.dtype == np.float32 and params.vector.dtype == np.float64
    exact = fit(networks.shallow_network(), double, X, Y, learning_rate=0.5, iterations=50)
    np.testing.assert_allclose(quick.params.vector, exact.params.vector, rtol=1e-4, atol=1e-5)


def pieces(y: Any) -> int:
    """Straight pieces of a line that turns at each of its bends."""
    return 1 + int(np.count_nonzero(np.diff(np.sign(np.diff(y)))))


@pytest.mark.parametrize("layers", [1, 2, 3, 6])
def test_layers_of_two_relus_double_the_pieces_and_units_side_by_side_add_one_each(layers: int) -> None:
    """Notebook 05, "Where depth wins"."""
    fold, bends = np.array([[2.0, -4.0]]), np.array([[0.0], [-0.5]])
    params: Any = [
        (np.ones((2, 1)), bends),
        *[(np.vstack([fold, fold]), bends)] * (layers - 1),
        (fold, np.zeros((1, 1))),
    ]
    x = np.linspace(0, 1, 1025).reshape(1, -1)
    y = deep.forward(params, x, [relu] * layers + [identity])[0][0]
    assert pieces(y) == 2**layers and y.min() == 0 and y.max() == 1
    rng = np.random.default_rng(layers)
    wide: Any = [(rng.normal(size=(12, 1)), rng.normal(size=(12, 1))), (rng.normal(size=(1, 12)), np.zeros((1, 1)))]
    z = np.linspace(-20, 20, 20001).reshape(1, -1)
    slopes = np.diff(deep.forward(wide, z, [relu, identity])[0][0])
    bent = np.abs(np.diff(slopes)) > 1e-9
    assert 1 + np.count_nonzero(bent[1:] & ~bent[:-1]) + bent[0] <= 12 + 1
