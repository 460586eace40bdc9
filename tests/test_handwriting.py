"""Drawn strokes as images: how they lie on the sheet, and that the functions of notebook 01 read them."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from drawn_digits import BY_HAND, BY_KEYS

from helpers import datasets, deep, handwriting, networks
from helpers.activations import relu, softmax, tanh
from helpers.training import FitResult, Momentum, fit, fit_epochs
from helpers.training.schedules import inverse_time_decay
from helpers.vectorization import flatten_images, normalize_columns, pairwise_distances

DIGITS = datasets.load("digits")
KNOWN = normalize_columns(DIGITS.X)
Strokes = list[np.ndarray]


def strokes(drawn: Any) -> Strokes:
    return [np.array(stroke, float) / 280 for stroke in drawn]


def read(images: np.ndarray) -> np.ndarray:
    """As notebook 01 does it."""
    unknown = normalize_columns(flatten_images(images))
    return np.dot(DIGITS.Y, softmax(-30 * pairwise_distances(KNOWN, unknown)))


def right(drawn: Any) -> list[bool]:
    return [bool(read(handwriting.to_image(strokes(s))[np.newaxis]).argmax() == digit) for digit, s in drawn]


def test_digits_drawn_by_hand_are_read_right_but_for_an_open_four() -> None:
    wrong = [digit for (digit, _), ok in zip(BY_HAND, right(BY_HAND), strict=True) if not ok]
    assert wrong == [4] and len(BY_HAND) == 22


def test_digits_drawn_by_keys_are_read_right() -> None:
    assert all(right(BY_KEYS)) and [digit for digit, _ in BY_KEYS] == list(range(10))


def of_notebook_05() -> FitResult:
    network, start = networks.deep_network(["relu", "softmax"]), deep.initialize([64, 15, 10], seed=0, scheme="he")
    return fit(network, start, DIGITS.X, DIGITS.Y, learning_rate=0.5, iterations=600)


def of_notebook_06() -> FitResult:
    network, start = networks.deep_network(["tanh", "softmax"]), deep.initialize([64, 15, 10], seed=1, scheme="xavier")
    how: Any = {"batch_size": 20, "rng": np.random.default_rng(1), "optimizer": Momentum(0.9)}
    return fit_epochs(
        network, start, DIGITS.X, DIGITS.Y, learning_rate=lambda k: inverse_time_decay(0.1, 0.1, k), epochs=15, **how
    )


@pytest.mark.parametrize(("train", "gs"), [(of_notebook_05, [relu, softmax]), (of_notebook_06, [tanh, softmax])])
def test_the_small_networks_of_the_notebooks_read_most_of_them(train: Callable[[], FitResult], gs: Any) -> None:
    images = np.array([handwriting.to_image(strokes(drawn)) for _, drawn in (*BY_HAND, *BY_KEYS)])
    said = deep.forward(train().params, flatten_images(images), gs)[0].argmax(axis=0)
    assert np.mean(said == [digit for digit, _ in (*BY_HAND, *BY_KEYS)]) > 0.8


def test_most_are_read_right_when_they_lean_and_are_wider_or_narrower() -> None:
    shapes = [np.array([[wide, lean], [0, 1]]) for wide in (0.85, 1.0, 1.15) for lean in (-0.2, 0.0, 0.2)]
    changed = [(digit, [np.array(s, float) @ shape.T for s in drawn]) for digit, drawn in BY_HAND for shape in shapes]
    assert np.mean(right(changed)) > 0.85


@pytest.mark.parametrize(("digit", "drawn"), BY_HAND[::2])
def test_place_and_size_of_what_is_drawn_do_not_matter(digit: int, drawn: Any) -> None:
    image = handwriting.to_image(strokes(drawn))
    moved = handwriting.to_image([0.3 * stroke + [0.4, 0.1] for stroke in strokes(drawn)])
    np.testing.assert_allclose(moved, image, atol=0.13)  # two of the 16 pixels of a block, at a rim


@pytest.mark.parametrize(("digit", "drawn"), BY_HAND)
def test_it_is_like_the_images_of_the_data_set(digit: int, drawn: Any) -> None:
    image = handwriting.to_image(strokes(drawn))
    assert image.shape == (8, 8) and image.min() >= 0 and image.max() <= 1
    assert 16 * 16 < 16 * image.sum() < 30 * 16  # ink in pixels; in the data set from 200 to 450
    assert image[0].any() and image[-1].any()  # from rim to rim
    middle = np.average(np.arange(8), weights=image.sum(axis=0))
    assert middle == pytest.approx(3.5, abs=1)


def test_nothing_drawn_is_no_ink() -> None:
    assert not handwriting.to_image([]).any()


@pytest.mark.parametrize("one", [[[0.5, 0.5]], [[0.5, 0.5], [0.5, 0.5]], [[0.2, 0.5], [0.8, 0.5]]])
def test_a_dot_and_a_flat_line_are_drawn_in_the_middle(one: Any) -> None:
    image = handwriting.to_image([np.array(one)])
    assert image.any() and np.isfinite(image).all()
    np.testing.assert_allclose(image, image[::-1, ::-1], atol=0.13)


def test_a_slant_is_mostly_taken_off() -> None:
    upright, leaning = (np.array([[0.5, 0.1], [0.5 + lean, 0.9]]) for lean in (0.0, 0.3))
    wide = [handwriting.to_image([line]).any(axis=0).sum() for line in (upright, leaning)]
    assert wide[1] <= wide[0] + 2


def test_the_longest_scribble_is_drawn_too() -> None:
    scribble = np.random.default_rng(1).random((2000, 2))
    assert 16 * handwriting.to_image([scribble, scribble[:1]]).sum() >= handwriting.INK
