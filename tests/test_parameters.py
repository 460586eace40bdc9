"""Layers as views of one vector."""

import copy
import doctest
import pickle

import numpy as np
import pytest

from helpers import parameters
from helpers.parameters import Parameters, flatten
from helpers.validation import check_gradients


@pytest.fixture
def layers():
    return [
        (np.arange(6.0).reshape(2, 3), np.array([[6.0], [7.0]])),
        (np.array([[8.0, 9.0]]), np.array([[10.0]])),
    ]


def test_vector_holds_every_number_in_order(layers):
    assert Parameters(layers).vector.tolist() == list(range(11))
    assert flatten(layers).tolist() == list(range(11))


def test_vector_and_layers_are_the_same_memory(layers):
    params = Parameters(layers)
    params.vector += 100
    (W1, b1), (W2, b2) = params
    assert (W1[1, 2], b1[0, 0], W2[0, 1], b2[0, 0]) == (105, 106, 109, 110)
    params[1][0][0, 0] = -1
    assert params.vector[8] == -1
    assert flatten(params) is params.vector


def test_behaves_as_a_list_of_layers(layers):
    params = Parameters(layers)
    assert len(params) == 2
    assert [W.shape for W, _ in params] == [(2, 3), (1, 2)]
    assert params[-1][1].shape == (1, 1)
    assert repr(params) == "Parameters(W1 (2, 3) b1 (2, 1), W2 (1, 2) b2 (1, 1): 11 numbers)"


@pytest.mark.parametrize(
    "twin",
    [Parameters, Parameters.copy, copy.copy, copy.deepcopy, lambda p: pickle.loads(pickle.dumps(p))],
    ids=["Parameters", "copy", "copy.copy", "deepcopy", "pickle"],
)
def test_a_copy_has_views_of_its_own(layers, twin):
    params = Parameters(layers)
    other = twin(params)
    other.vector += 1
    assert other[0][0][0, 0] == 1, "the copy's layers are no longer views of its vector"
    assert params[0][0][0, 0] == 0, "the copy shares memory with the original"
    assert other.shapes == params.shapes


def test_start_is_left_as_it_was(layers):
    Parameters(layers).vector[:] = 0
    assert layers[0][0][1, 2] == 5


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_type_is_that_of_the_layers_or_a_choice(layers, dtype):
    same = [(W.astype(dtype), b.astype(dtype)) for W, b in layers]
    assert Parameters(same).vector.dtype == Parameters(same).copy().vector.dtype == dtype
    assert Parameters(layers, dtype).vector.dtype == Parameters(layers, dtype).copy().vector.dtype == dtype


def test_plain_lists_scalars_and_whole_numbers_become_floats():
    params = Parameters([([[1, 2]], 3)])
    assert params.vector.dtype == np.float64
    assert [(W.shape, b.shape) for W, b in params] == [((1, 2), ())]


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        3.0,
        [],
        (np.zeros((2, 1)), 0.0),
        [(np.zeros(2), 0.0, 1.0)] * 2,
        [np.zeros((3, 2))],
        {"w": 0.0, "b": 0.0},
    ],
    ids=["None", "number", "empty", "bare pair", "triples", "no bias", "dictionary"],
)
def test_what_is_no_list_of_pairs_is_refused(wrong):
    with pytest.raises(TypeError, match=r"list.*\(W1, b1\)|list.*\(W, b\)"):
        Parameters(wrong)


def test_gradients_that_mirror_the_layers_pass(layers):
    params = Parameters(layers)
    check_gradients(layers, params)
    check_gradients(params.copy(), params)
    check_gradients([tuple(layer) for layer in layers], params)
    check_gradients(tuple(layers), params)
    check_gradients([layers[0], (layers[1][0], 10.0)], params)  # a bias of one number may be a plain number


@pytest.mark.parametrize(
    ("spoil", "error", "sentence"),
    [
        (lambda g: None, TypeError, "[(dW, db), (dW, db)]"),
        (lambda g: {"dW": 1, "db": 2}, TypeError, "[(dW, db), (dW, db)]"),
        (lambda g: {"dW1": 1, "db1": 2}, TypeError, "[(dW, db), (dW, db)]"),
        (lambda g: g[0], TypeError, "[(dW, db), (dW, db)]"),
        (lambda g: [(*g[0], 0), (*g[1], 0)], TypeError, "[(dW, db), (dW, db)]"),
        (lambda g: g[:1], ValueError, "1 pairs (dW, db) for 2 layers"),
        (lambda g: [*g, g[1]], ValueError, "3 pairs (dW, db) for 2 layers"),
        (lambda g: [(g[0][0].T, g[0][1]), g[1]], ValueError, "dW1 has shape (3, 2), but W1 has shape (2, 3)"),
        (
            lambda g: [(g[0][0], g[0][1].ravel()), g[1]],
            ValueError,
            "db1 has shape (2,), but b1 has shape (2, 1)",
        ),
        (lambda g: [g[0], (g[1][0].T, g[1][1])], ValueError, "dW2 has shape (2, 1), but W2 has shape (1, 2)"),
        (lambda g: [g[0], (g[1][0], g[0][1])], ValueError, "db2 has shape (2, 1), but b2 has shape (1, 1)"),
    ],
)
def test_gradients_that_do_not_are_named(layers, spoil, error, sentence):
    with pytest.raises(error) as refusal:
        check_gradients(spoil(layers), Parameters(layers))
    assert sentence in str(refusal.value)


def test_the_documented_example_runs():
    failed, tried = doctest.testmod(parameters)
    assert tried and not failed
