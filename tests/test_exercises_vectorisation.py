"""The exercises of notebook 01: right answers written differently."""

from typing import Any

import numpy as np
import pytest
from needs import need

from helpers.exercises.grade import grade
from helpers.exercises.registry import load

scipy_distance = need("scipy.spatial.distance")
EXERCISES = {exercise.name: exercise for exercise in load("01_vectorisation_and_broadcasting")}


def finding(name: str, function: Any) -> Any:
    function.__name__ = name
    return grade(EXERCISES[name], function)


def flatten_by_loop(images: Any) -> Any:
    return np.stack([image.ravel() for image in images], axis=1)


def gradient_by_loop(X: Any, dZ: Any) -> Any:
    dw = np.zeros((len(X), 1))
    for j in range(len(X)):
        for i in range(X.shape[1]):
            dw[j] += X[j, i] * dZ[0, i]
    return dw / X.shape[1]


def standardize_by_loop(X: Any) -> Any:
    rows = []
    for row in X:
        deviation = np.sqrt(np.mean((row - np.mean(row)) ** 2))
        rows.append((row - np.mean(row)) / deviation if max(row) > min(row) else 0 * row)
    return np.array(rows)


def standardize_in_steps(X: Any) -> Any:
    deviation = X.std(axis=1, keepdims=True)
    deviation[deviation < 1e-15 * abs(X).max(axis=1, keepdims=True)] = 1
    return (X - X.mean(axis=1).reshape(-1, 1)) / deviation


def normalize_by_linalg(X: Any) -> Any:
    length = np.linalg.norm(X, axis=0)
    length[length == 0] = 1
    return X / length


def distances_by_loop(A: Any, B: Any) -> Any:
    return np.array([[np.linalg.norm(a - b) for b in B.T] for a in A.T])


RIGHT: list[tuple[str, Any]] = [
    ("flatten_images", lambda images: images.reshape(images.shape[0], -1).T),
    ("flatten_images", lambda images: np.transpose(np.reshape(images, (len(images), -1))).astype(np.float32)),
    ("flatten_images", lambda images: np.array([image.flatten() for image in images]).T),
    ("flatten_images", flatten_by_loop),
    ("weight_gradient", lambda X, dZ: X @ dZ.T / X.shape[1]),
    ("weight_gradient", lambda X, dZ: np.mean(X * dZ, axis=1, keepdims=True)),
    ("weight_gradient", lambda X, dZ: np.sum(X * dZ, axis=1).reshape(-1, 1) / dZ.size),
    ("weight_gradient", lambda X, dZ: np.einsum("ji,ki->jk", X, dZ) / dZ.shape[1]),
    ("weight_gradient", gradient_by_loop),
    ("as_column", lambda a: a.reshape(-1, 1)),
    ("as_column", lambda a: a[:, np.newaxis]),
    ("as_column", lambda a: a[:, None].astype(np.float32)),
    ("as_column", lambda a: np.array([[x] for x in a])),
    ("as_column", lambda a: np.expand_dims(a, 1)),
    ("as_column", lambda a: a.reshape(1, -1).T),
    ("as_column", lambda a: np.array([a]).T),
    ("standardize", standardize_by_loop),
    ("standardize", standardize_in_steps),
    ("standardize", lambda X: (X - X.mean(axis=1, keepdims=True)) / (X.std(axis=1, keepdims=True) + 1e-9)),
    ("standardize", lambda X: np.array([(x - x.mean()) / x.std() if np.ptp(x) else 0 * x for x in X])),
    ("normalize_columns", normalize_by_linalg),
    ("normalize_columns", lambda X: X / np.maximum(np.sqrt(np.sum(X * X, axis=0)), 1e-12)),
    ("normalize_columns", lambda X: np.nan_to_num(X / np.linalg.norm(X, axis=0, keepdims=True))),
    ("softmax", lambda Z: np.exp(Z) / np.exp(Z).sum(axis=0)),
    ("softmax", lambda Z: np.exp(Z - Z.max(axis=0)) / np.exp(Z - Z.max(axis=0)).sum(axis=0, keepdims=True)),
    ("softmax", lambda Z: np.array([np.exp(z) / sum(np.exp(z)) for z in Z.T]).T),
    ("pairwise_distances", distances_by_loop),
    ("pairwise_distances", lambda A, B: np.sqrt(np.sum((A[:, :, None] - B[:, None]) ** 2, axis=0))),
    ("pairwise_distances", lambda A, B: scipy_distance.cdist(A.T, B.T)),
    ("pairwise_distances", lambda A, B: np.linalg.norm(A[:, :, None] - B[:, None, :], axis=0)),
]


@pytest.mark.parametrize(("name", "right"), RIGHT)
def test_right_answers_written_differently_pass(name: str, right: Any) -> None:
    found = finding(name, right)
    assert found.state == "done", found.text
