"""Valid inputs of every exercise, at random and many: they decide whether a made-up answer is wrong at all."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from helpers import deep, shallow
from helpers.activations import (
    identity,
    leaky_relu,
    relu,
    sigmoid,
    sigmoid_derivative_from_output,
    softmax,
    tanh,
    tanh_derivative_from_output,
)
from helpers.exercises.deep_network.inputs import CUBES, SPREAD, SQUARES, TANGLED
from helpers.exercises.hyperparameters.inputs import bowl, fragile, plateau, slope
from helpers.exercises.training.inputs import slope_of_log_loss, slope_of_squares
from helpers.labels import one_hot

COUNT = 24
CURVES = (CUBES, SPREAD, SQUARES, TANGLED)
SCALES = (1.0, 0.001, 30.0, 1.0, 3.0, 0.1)
GS = (relu, sigmoid, tanh, leaky_relu, identity)

Rng = np.random.Generator


def _size(rng: Rng, most: int = 4) -> int:
    return int(rng.integers(1, most + 1))


def _matrix(rng: Rng, *shape: int) -> Any:
    """Any signs, or one sign; small, large or usual; now and then an exact 0."""
    A = rng.normal(size=shape) * rng.choice(SCALES)
    A = [A, A, A, abs(A), -abs(A)][rng.integers(5)]
    return A * (rng.uniform(size=shape) > 0.05)


def _probabilities(rng: Rng, *shape: int) -> Any:
    return 1 / (1 + np.exp(-rng.normal(size=shape) * rng.choice([1.0, 3.0])))


def _labels(rng: Rng, *shape: int) -> Any:
    return rng.integers(0, 2, shape) * 1.0


def _layers(rng: Rng, *sizes: int) -> Any:
    return [(rng.normal(size=(n, k)), rng.normal(size=(n, 1))) for k, n in zip(sizes, sizes[1:], strict=False)]


def scores(rng: Rng) -> Any:
    return (_matrix(rng, _size(rng), _size(rng, 6)) * rng.choice([1.0, 1.0, 20.0]),)


def scores_and_slope(rng: Rng) -> Any:
    return (*scores(rng), float(rng.uniform(0, 0.9)))


def small_scores(rng: Rng) -> Any:
    return (rng.normal(size=(_size(rng), _size(rng, 6))) * rng.choice([0.01, 1.0, 4.0]),)


def tanh_outputs(rng: Rng) -> Any:
    return (np.tanh(scores(rng)[0]),)


def stack(rng: Rng) -> Any:
    return (_layers(rng, *(_size(rng) for _ in range(_size(rng) + 1))),)


def images(rng: Rng) -> Any:
    return (rng.normal(size=tuple(_size(rng) for _ in range(rng.integers(3, 5)))),)


def vector(rng: Rng) -> Any:
    return (_matrix(rng, _size(rng, 6)),)


def examples(rng: Rng) -> Any:
    m = _size(rng, 6)
    return _matrix(rng, _size(rng), m), _matrix(rng, 1, m)


def features(rng: Rng) -> Any:
    X = _matrix(rng, _size(rng), _size(rng, 6)) + rng.choice([0.0, 0.0, 5.0])
    X[rng.uniform(size=len(X)) < 0.1] = 0.1
    return (X,)


def columns(rng: Rng) -> Any:
    X = _matrix(rng, _size(rng), _size(rng, 6))
    X[:, 1:][:, rng.uniform(size=X.shape[1] - 1) < 0.2] = 0
    X[0, 0] = 1.0
    return (X,)


def pairs(rng: Rng) -> Any:
    n = _size(rng)
    return _matrix(rng, n, _size(rng)), _matrix(rng, n, _size(rng))


def votes(rng: Rng) -> Any:
    n, p, classes = _size(rng), _size(rng), _size(rng)
    Y = np.eye(classes)[:, rng.integers(0, classes, p)]
    return 0.1 * rng.normal(size=(n, p)), Y, 0.1 * rng.normal(size=(n, _size(rng)))


def way_back(rng: Rng) -> Any:
    sizes, m = [_size(rng) for _ in range(_size(rng) + 1)], _size(rng, 6)
    weights = [rng.normal(size=shape) for shape in zip(sizes[1:], sizes, strict=False)]
    outputs = [rng.uniform(0.05, 0.95, (n, m)) for n in sizes[1:]]
    slope = (tanh_derivative_from_output, sigmoid_derivative_from_output)[rng.integers(2)]
    return rng.normal(size=(sizes[-1], m)), weights, outputs, slope


def unit(rng: Rng) -> Any:
    n = _size(rng)
    return [(rng.normal(size=(n, 1)), rng.normal(size=(1, 1)))], _matrix(rng, n, _size(rng, 6))


def unit_and_threshold(rng: Rng) -> Any:
    return (*unit(rng), float(rng.uniform(0.1, 0.9)))


def answers(rng: Rng) -> Any:
    m = _size(rng, 6)
    return _probabilities(rng, 1, m), _labels(rng, 1, m)


def unit_answers(rng: Rng) -> Any:
    params, X = unit(rng)
    return params, _probabilities(rng, 1, X.shape[1]), X, _labels(rng, 1, X.shape[1])


def unit_step(rng: Rng) -> Any:
    n = _size(rng)
    params, gradients = ([(rng.normal(size=(n, 1)), rng.normal(size=(1, 1)))] for _ in range(2))
    return params, gradients, float(rng.uniform(0.01, 2))


def three_numbers(rng: Rng) -> Any:
    return tuple(float(x) for x in rng.normal(size=3) * rng.choice(SCALES))


def unit_training(rng: Rng) -> Any:
    X = rng.normal(size=(_size(rng), _size(rng, 6)))
    return X, _labels(rng, 1, X.shape[1]), float(rng.uniform(0.1, 0.9)), int(rng.integers(2, 12))


def _shallow(rng: Rng) -> Any:
    sizes = [_size(rng), _size(rng), _size(rng, 2)]
    return _layers(rng, *sizes), _matrix(rng, sizes[0], _size(rng, 6))


def shallow_sizes(rng: Rng) -> Any:
    m = _size(rng, 6)
    return _matrix(rng, _size(rng), m), _labels(rng, _size(rng, 2), m), _size(rng)


def _forwarded(rng: Rng) -> Any:
    params, X = _shallow(rng)
    A1, A2 = shallow.forward(params, X)
    return params, X, A1, A2, _labels(rng, *A2.shape)


def shallow_gradient(rng: Rng) -> Any:
    params, X, A1, A2, Y = _forwarded(rng)
    return params, (A1, A2), X, Y


def output_gradient(rng: Rng) -> Any:
    _, _, A1, A2, Y = _forwarded(rng)
    return A1, A2, Y


def hidden_gradient(rng: Rng) -> Any:
    params, X, A1, A2, Y = _forwarded(rng)
    return A2 - Y, params[1][0], A1, X


def starts(rng: Rng) -> Any:
    return _size(rng), _size(rng), _size(rng, 3), int(rng.integers(100)), float(rng.uniform(0.001, 2))


def step(rng: Rng) -> Any:
    params, _ = _shallow(rng)
    return params, [(rng.normal(size=W.shape), rng.normal(size=b.shape)) for W, b in params], float(rng.uniform(0, 2))


def training(rng: Rng) -> Any:
    X, Y, n1 = shallow_sizes(rng)
    return X, Y, n1, float(rng.uniform(0.1, 3)), int(rng.integers(1, 12)), int(rng.integers(100))


def deep_training(rng: Rng) -> Any:
    params, X, _ = network(rng)
    n = len(params[-1][0])
    gs = [*[GS[rng.integers(len(GS))] for _ in params[1:]], sigmoid]
    return params, X, _labels(rng, n, X.shape[1]), gs, float(rng.uniform(0.01, 0.5)), int(rng.integers(1, 6))


def nudging(rng: Rng) -> Any:
    return CURVES[rng.integers(len(CURVES))], rng.normal(size=int(rng.integers(2, 6))), float(rng.uniform(0.05, 0.3))


def layer(rng: Rng) -> Any:
    n, k = _size(rng), _size(rng)
    return _matrix(rng, k, _size(rng, 6)), rng.normal(size=(n, k)), rng.normal(size=(n, 1))


def block(rng: Rng) -> Any:
    return (*layer(rng), GS[rng.integers(len(GS))])


def linear_back(rng: Rng) -> Any:
    cache = deep.layer_forward(*block(rng))[1]
    return _matrix(rng, *cache.Z.shape), cache


def block_back(rng: Rng) -> Any:
    *inputs, g = block(rng)
    cache = deep.layer_forward(*inputs, g)[1]
    return _matrix(rng, *cache.Z.shape), cache, g


def network(rng: Rng) -> Any:
    sizes = [_size(rng) for _ in range(_size(rng) + 1)]
    return (
        _layers(rng, *sizes),
        _matrix(rng, sizes[0], _size(rng, 6)),
        [GS[i] for i in rng.integers(0, 5, len(sizes) - 1)],
    )


def recursion(rng: Rng) -> Any:
    params, X, gs = network(rng)
    A, caches = deep.forward(params, X, gs)
    return _matrix(rng, *A.shape), caches, gs


def labels_of_classes(rng: Rng) -> Any:
    C = _size(rng, 6)
    return rng.integers(0, C, _size(rng, 6)), C


def answers_of_classes(rng: Rng) -> Any:
    labels, C = labels_of_classes(rng)
    return softmax(rng.normal(size=(C + 1, labels.size)) * rng.choice([1.0, 3.0, 5.0])), one_hot(labels, C + 1)


def batches(rng: Rng) -> Any:
    m = _size(rng, 9)
    return _matrix(rng, _size(rng), m), _matrix(rng, _size(rng), m), _size(rng, 5), np.random.default_rng(_size(rng))


def velocities(rng: Rng) -> Any:
    shape = (_size(rng), _size(rng))
    return (*(_matrix(rng, *shape) for _ in range(3)), float(rng.uniform(0.01, 2)), float(rng.uniform(0, 0.99)))


def falling_rate(rng: Rng) -> Any:
    return float(rng.uniform(0.01, 2)), float(rng.uniform(0, 2)), int(rng.integers(30))


def epochs_to_train(rng: Rng) -> Any:
    n, m, rates = _size(rng), _size(rng, 6), rng.uniform(0.05, 0.6, _size(rng, 3))
    X, Y, gradient = rng.normal(size=(n, m)), _labels(rng, 1, m), (slope_of_squares, slope_of_log_loss)[m % 2]
    return rng.normal(size=n), gradient, X, Y, rates, float(rng.uniform(0, 0.9)), _size(rng), np.random.default_rng(m)


def units_to_drop(rng: Rng) -> Any:
    return _matrix(rng, _size(rng), _size(rng, 6)), float(rng.uniform(0.2, 1)), np.random.default_rng(_size(rng, 99))


def dropped_units(rng: Rng) -> Any:
    dA, keep, draws = units_to_drop(rng)
    return dA, draws.random(dA.shape) < keep, keep


def penalised(rng: Rng) -> Any:
    sizes = [_size(rng) for _ in range(_size(rng) + 1)]
    return _layers(rng, *sizes), _layers(rng, *sizes), float(rng.uniform(0, 3)), _size(rng, 20)


def validation_costs(rng: Rng) -> Any:
    return rng.choice([0.2, 0.3, 0.4, 0.5, 0.6, 0.7], _size(rng, 8)), _size(rng)


def search(rng: Rng) -> Any:
    return rng.integers(1, 6, _size(rng)), _size(rng), int(rng.integers(1, 2000))


def value_lists(rng: Rng) -> Any:
    return ([rng.normal(size=_size(rng)).round(2) for _ in range(_size(rng))],)


def run_costs(rng: Rng) -> Any:
    costs = rng.choice([0.0, 0.1, 0.2, 0.5, -0.3, 0.9, np.inf], _size(rng, 8))
    costs[rng.uniform(size=len(costs)) < 0.3] = np.nan
    costs[rng.integers(len(costs))] = 0.4
    return (costs,)


def log_draws(rng: Rng) -> Any:
    low = float(10 ** rng.uniform(-5, 1))
    return low, float(low * 10 ** rng.uniform(0.5, 4)), _size(rng, 9), int(rng.integers(100))


def grid_to_search(rng: Rng) -> Any:
    return (bowl, slope, plateau, fragile)[rng.integers(4)], [
        np.append(rng.choice([0.1, 0.3, 0.5, 1.0, 2.0, 3.0], int(rng.integers(1, 4)), replace=False), 0.4)
        for _ in range(_size(rng, 3))
    ]


VALID: dict[str, Callable[[Rng], Any]] = {
    "00-relu": scores,
    "01-flatten_images": images,
    "01-weight_gradient": examples,
    "01-as_column": vector,
    "01-standardize": features,
    "01-normalize_columns": columns,
    "01-softmax": small_scores,
    "01-pairwise_distances": pairs,
    "01-class_votes": votes,
    "02-sigmoid": scores,
    "02-forward": unit,
    "02-predict": unit_and_threshold,
    "02-cost": answers,
    "02-backward_loops": unit_answers,
    "02-backward": unit_answers,
    "02-update": unit_step,
    "02-fork_backward": three_numbers,
    "02-train": unit_training,
    "03-sigmoid_derivative": scores,
    "03-tanh": scores,
    "03-leaky_relu": scores_and_slope,
    "03-leaky_relu_derivative": scores_and_slope,
    "03-tanh_derivative_from_output": tanh_outputs,
    "03-compose": stack,
    "03-softmax": scores,
    "03-send_back": way_back,
    "04-layer_sizes": shallow_sizes,
    "04-forward": _shallow,
    "04-cost": answers,
    "04-backward_loops": shallow_gradient,
    "04-output_gradient": output_gradient,
    "04-hidden_gradient": hidden_gradient,
    "04-initialize": starts,
    "04-update": step,
    "04-train": training,
    "05-layer_forward": block,
    "05-forward": network,
    "05-cost": answers,
    "05-linear_backward": linear_back,
    "05-layer_backward": block_back,
    "05-backward": recursion,
    "05-numerical_gradient": nudging,
    "05-train": deep_training,
    "06-one_hot": labels_of_classes,
    "06-cross_entropy": answers_of_classes,
    "06-mini_batches": batches,
    "06-momentum_step": velocities,
    "06-inverse_time_decay": falling_rate,
    "06-train_epochs": epochs_to_train,
    "06-dropout_forward": units_to_drop,
    "06-dropout_backward": dropped_units,
    "06-add_l2": penalised,
    "06-should_stop": validation_costs,
    "07-cost_of_search": search,
    "07-grid": value_lists,
    "07-choose": run_costs,
    "07-log_uniform": log_draws,
    "07-grid_search": grid_to_search,
}


def pool(exercise: str) -> Iterator[tuple[Any, ...]]:
    """Many valid inputs of an exercise such as "04-forward", always the same ones."""
    rng = np.random.default_rng(17)
    return (tuple(VALID[exercise](rng)) for _ in range(COUNT))
