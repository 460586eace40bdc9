"""Linear layers folded into one: the same numbers for every input, and clear words for what is no stack of layers."""

import numpy as np
import pytest
from needs import need

from helpers import deep
from helpers.activations import identity
from helpers.linear_layers import compose

need("hypothesis")
from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402


def stack(sizes, seed=0):
    rng = np.random.default_rng(seed)
    return [(rng.normal(size=W.shape), rng.normal(size=b.shape)) for W, b in deep.initialize(sizes, seed)]


@given(sizes=st.lists(st.integers(1, 6), min_size=2, max_size=11), seed=st.integers(0, 99))
@settings(deadline=None, max_examples=50)
def test_one_layer_does_what_all_do(sizes, seed):
    layers = stack(sizes, seed)
    X = np.random.default_rng(seed).normal(size=(sizes[0], 7))
    A, _ = deep.forward(layers, X, [identity] * len(layers))
    W, b = compose(layers)
    assert W.shape == (sizes[-1], sizes[0]) and b.shape == (sizes[-1], 1)
    np.testing.assert_allclose(W @ X + b, A, rtol=1e-9, atol=1e-9 * np.abs(A).max())


def test_a_single_layer_is_itself_and_the_input_is_left_alone():
    layers = stack([3, 2, 2])
    copies = [(W.copy(), b.copy()) for W, b in layers]
    compose(layers)
    assert all(np.array_equal(x, y) for a, b in zip(layers, copies, strict=True) for x, y in zip(a, b, strict=True))
    assert compose(layers[:1]) == layers[0]
    W, b = compose(deep.initialize([2, 4, 1]))  # Parameters are layers too
    assert W.shape == (1, 2) and b.shape == (1, 1)


W, b = np.ones((2, 2)), np.ones((2, 1))


@pytest.mark.parametrize(
    ("wrong", "error", "sentence"),
    [
        (None, TypeError, r"\[\(W1, b1\), \(W2, b2\)\]"),
        ([], TypeError, "a pair for each layer"),
        ([W, b], TypeError, "a pair for each layer"),
        ([([[1.0]], b)], TypeError, "W1 is a list; pass an array"),
        ([(W, b), (np.ones(2), b)], ValueError, r"W2 has shape \(2,\); it must be \(units, inputs\)"),
        ([(W, np.ones(2))], ValueError, r"b1 has shape \(2,\)"),
        ([(W, b), (np.ones((1, 3)), np.ones((1, 1)))], ValueError, "W2 has shape .* layer 1 gives 2 numbers"),
        ([(W.astype(str), b)], TypeError, "W1 must hold numbers"),
    ],
)
def test_what_is_no_stack_of_layers_is_refused(wrong, error, sentence):
    with pytest.raises(error, match=sentence):
        compose(wrong)
