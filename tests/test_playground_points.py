"""Points of the playground: what datasets.load gives, parts by their share, functions, own points, and sentences."""

import numpy as np
import pytest
from needs import need

from helpers import datasets
from helpers.datasets import surfaces
from helpers.datasets.planar import PLANAR
from helpers.datasets.surfaces import SURFACES
from helpers.playground.points import TASKS, Points, draw

hypothesis = need("hypothesis")
st = hypothesis.strategies

OWN = [[0.1 * k, -0.2 * k, float(k % 2)] for k in range(20)]
EVERY = [(task, data) for task, each in TASKS.items() for data in each]


def stacked(points: Points) -> np.ndarray:
    """(3, m + k): all points with their labels."""
    part = np.vstack([points.points, points.Y])
    return np.hstack([part, np.vstack([points.points_test, points.Y_test])])


@pytest.mark.parametrize("name", PLANAR)
def test_half_and_half_is_what_load_gives(name: str) -> None:
    data, points = datasets.load(name, m=60, noise=0.3, seed=5), draw(name, m=60, noise=0.3, seed=5)
    np.testing.assert_array_equal(points.points, data.X)
    np.testing.assert_array_equal(points.Y, data.Y)
    np.testing.assert_array_equal(points.points_test, data.X_test)
    np.testing.assert_array_equal(points.Y_test, data.Y_test)
    np.testing.assert_array_equal(stacked(draw(name, m=60)), stacked(draw(name, m=60, noise=PLANAR[name][1])))


@pytest.mark.parametrize("name", SURFACES)
def test_a_surface_half_and_half_is_its_own_draw(name: str) -> None:
    points = draw(name, task="regression", m=30, noise=0.3, seed=5)
    X, Y, X_test, Y_test = surfaces.draw(SURFACES[name], m=30, noise=0.3, seed=5)
    np.testing.assert_array_equal(stacked(points), np.vstack([np.hstack([X, X_test]), np.hstack([Y, Y_test])]))
    assert points.points.shape == (2, 30) and repr(points) == "Points()"


@hypothesis.given(
    which=st.sampled_from(EVERY), half=st.integers(5, 30), share=st.floats(0.1, 0.9), seed=st.integers(0, 10**6)
)
@hypothesis.settings(deadline=None)
def test_the_share_moves_the_border_between_the_parts_and_no_point(
    which: tuple[str, str], half: int, share: float, seed: int
) -> None:
    task, data = which
    made = {"task": task, "m": 2 * half, "seed": seed, "function": "x / 3", "own": OWN}
    points, halves = draw(data, train_share=share, **made), draw(data, **made)
    total = len(OWN) if data == "own" else 4 * half
    m = points.points.shape[1]
    assert m == round(share * total)
    assert points.points.shape == (2, m) and points.Y.shape == (1, m)
    assert points.points_test.shape == (2, total - m) and points.Y_test.shape == (1, total - m)
    np.testing.assert_array_equal(stacked(points), stacked(halves))
    assert all(np.isfinite(each).all() and each.dtype == np.float64 for each in vars(points).values())
    assert task == "regression" or set(np.unique(stacked(points)[2])) <= {0, 1}


@pytest.mark.parametrize(("task", "data"), EVERY)
def test_another_seed_is_another_draw(task: str, data: str) -> None:
    made = {"task": task, "function": "x / 3", "own": OWN}
    one, again, two = (stacked(draw(data, seed=seed, **made)) for seed in (1, 1, 2))
    np.testing.assert_array_equal(one, again)
    assert not np.array_equal(one, two)


def test_class_1_lies_above_the_function() -> None:
    x1, x2, y = stacked(draw("function", function="sin(2 * x)", noise=0, m=100))
    np.testing.assert_array_equal(y == 1, x2 > np.sin(2 * x1))
    assert x1.shape == (200,) and 0.4 < y.mean() < 0.6
    moved, far = (stacked(draw("function", function="sin(2 * x)", noise=noise, m=100)) for noise in (0.5, 2))
    np.testing.assert_array_equal([moved[2], far[2]], [y, y])
    np.testing.assert_allclose(far[:2] - [x1, x2], 4 * (moved[:2] - [x1, x2]))
    assert 0.4 < np.std(moved[:2] - [x1, x2]) < 0.6


def test_in_regression_the_value_of_the_function_is_learnt() -> None:
    x1, x2, y = stacked(draw("function", task="regression", function="x1 * x2 - x / 2", noise=0, m=50))
    np.testing.assert_array_equal(y, x1 * x2 - x1 / 2)
    noisy = stacked(draw("function", task="regression", function="x1 * x2 - x / 2", noise=0.5, m=50))
    np.testing.assert_array_equal(noisy[:2], [x1, x2])
    assert 0.3 < np.std(noisy[2] - y) < 0.7


def test_own_points_are_all_there_as_they_are() -> None:
    points = draw("own", own=OWN, m=2, noise=1, train_share=0.3)
    assert points.points.shape == (2, 6)
    assert sorted(stacked(points).T.tolist()) == sorted(OWN)
    few = draw("own", own=OWN[:4], train_share=0.1), draw("own", own=OWN[:4], train_share=0.9)
    assert [part.points.shape[1] for part in few] == [1, 3]


@pytest.mark.parametrize(
    ("data", "wrong", "message"),
    [
        ("moon", {}, "there is no data 'moon' for classification; there are blobs, moons, .* function and own"),
        ("hills", {}, "there is no data 'hills' for classification; .*; hills is for regression"),
        ("moons", {"task": "regression"}, "for regression; there are plane, .*; moons is for classification"),
        ("moons", {"task": "sorting"}, "there is no task 'sorting'; there are classification and regression"),
        ("moons", {"train_share": 1}, "train_share is 1; it must be a number from 0.1 to 0.9"),
        ("moons", {"train_share": 0.05}, "train_share is 0.05"),
        ("moons", {"train_share": "half"}, "train_share is 'half'"),
        ("moons", {"m": 7}, "m is 7; it must be an even number"),
        ("moons", {"noise": -1}, "noise is -1"),
        ("moons", {"seed": 1.5}, "seed is 1.5"),
        ("own", {"seed": -1}, "seed is -1"),
        ("hills", {"task": "regression", "m": 0}, "m is 0"),
        ("function", {}, "the function is ''; write one as text"),
        ("function", {"function": "x", "m": 0}, "m is 0"),
        ("function", {"function": "x", "noise": -1}, "noise is -1; it must be a number, 0 or more, such as 0.1"),
        ("function", {"function": "x2"}, "x2 is what its value is compared with"),
        ("function", {"function": "sqrt(x)"}, r"'sqrt\(x\)' has no finite value at x1 = -"),
        ("function", {"function": "5"}, "every point lies below 5; .* passes through the square from -3 to 3"),
        ("function", {"function": "-5"}, "every point lies above -5"),
        (
            "function",
            {"function": "x1**2 + x2**2", "task": "regression"},
            r"x1\*\*2 \+ x2\*\*2 reaches 1\d; values go up to 10: divide it, as in \(x1\*\*2 \+ x2\*\*2\) / 1\d$",
        ),
        ("own", {}, "0 points given; there may be 4 to 600"),
        ("own", {"own": [[0, 0, 0.5]] * 4}, r"own\[0\] has the label 0.5; classes are 0 and 1"),
    ],
)
def test_what_does_not_fit_gets_a_sentence(data: str, wrong: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        draw(data, **wrong)  # type: ignore[arg-type]


def test_the_way_out_that_a_sentence_names_works() -> None:
    with pytest.raises(ValueError) as found:
        draw("function", task="regression", function="exp(x1) * 3")
    mended = str(found.value).split("as in ")[1]
    assert np.abs(draw("function", task="regression", function=mended, noise=0).Y).max() <= 1
