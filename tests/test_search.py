"""What a search tries, what is chosen of it, what it costs, and how it looks."""

from collections import Counter
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import plots
from helpers.plots.heat_maps import shades
from helpers.sweeps import choose, combinations, cost_of_search, grid, grid_search, log_uniform

VALUES = st.dictionaries(st.sampled_from("abcd"), st.lists(st.integers(), min_size=1, max_size=4, unique=True))


@given(VALUES.filter(bool))
def test_a_grid_has_each_combination_once_and_its_size_is_the_product(values: dict[str, list[int]]) -> None:
    settings, counts = combinations(values), np.array([len(each) for each in values.values()])
    assert len({tuple(each.items()) for each in settings}) == len(settings) == cost_of_search(counts, 1, 1)[0]
    rows = grid(list(values.values()))
    np.testing.assert_array_equal(rows, [list(each.values()) for each in settings])
    for name, each in values.items():
        times = Counter(setting[name] for setting in settings)
        assert set(times) == set(each) and len(set(times.values())) == 1


def test_the_last_name_of_a_grid_changes_fastest() -> None:
    assert combinations({"a": [1, 2], "b": ["xy", "z"]}) == [
        {"a": 1, "b": "xy"},
        {"a": 1, "b": "z"},
        {"a": 2, "b": "xy"},
        {"a": 2, "b": "z"},
    ]


def test_log_uniform_draws_as_many_in_each_decade() -> None:
    draws = log_uniform(0.001, 10.0, 40000, seed=1)
    shares = np.histogram(np.log10(draws), [-3, -2, -1, 0, 1])[0] / len(draws)
    np.testing.assert_allclose(shares, 0.25, atol=0.01)
    assert draws.min() >= 0.001 and draws.max() <= 10.0
    np.testing.assert_array_equal(draws[:5], log_uniform(0.001, 10.0, 5, seed=1))


@pytest.mark.parametrize(
    ("costs", "best"),
    [
        ([0.3], 0),
        ([0.3, 0.1, 0.2], 1),
        ([0.2, 0.1, 0.1], 1),
        ([np.nan, np.inf, -1.0, np.nan], 2),
        ([np.nan, np.inf], 1),
    ],
)
def test_the_least_cost_is_chosen_of_equal_ones_the_first_and_no_nan(costs: list[float], best: int) -> None:
    assert choose(np.array(costs)) == best


def test_grid_search_finds_the_least_of_all_rows() -> None:
    best, least = grid_search(lambda a, b: abs(a - 2) + abs(b - 30), [[1, 2, 3], [10, 30]])
    assert best.tolist() == [2, 30] and least == 0
    with pytest.raises(TypeError, match="run is 3; it must be a function that takes a value of each list"):
        grid_search(3, [[1]])  # type: ignore[arg-type]


def test_a_search_costs_every_combination_from_every_start() -> None:
    assert cost_of_search(np.array([3, 2]), seeds=4, iterations=100) == (24, 2400)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: combinations([1, 2]), "the values are [1, 2]; they must be a dict of lists"),  # type: ignore[arg-type]
        (lambda: grid([]), "values is []; it must be a list with a list of numbers for each hyperparameter"),
        (lambda: grid([[1.0], []]), "values is [[1.0], []]; it must be"),
        (lambda: grid([1.0]), "values is [1.0]; it must be"),
        (lambda: log_uniform(0, 1, 3, 0), "low is 0 and high is 1; on a log scale both are above 0"),
        (lambda: log_uniform(2, 1, 3, 0), "low is the smaller one"),
        (lambda: log_uniform(1, 2, 0, 0), "count is 0; it must be a whole number, 1 or more"),
        (lambda: choose(np.array([np.nan, np.nan])), "every cost is nan: no run came to an end"),
        (lambda: choose(np.array([])), "costs has shape (0,)"),
        (lambda: choose(np.array([[0.1]])), "costs has shape (1, 1); it must be (runs,)"),
        (lambda: cost_of_search(np.array([]), 1, 1), "a number of values is None; it must be a whole number"),
        (lambda: cost_of_search(np.array([1]), 0, 1), "seeds is 0"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(call: Any, words: str) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        call()
    assert words in str(caught.value)


TABLE = np.array([[0.5, 0.25], [np.nan, 0.1], [0.75, 0.3]])


def test_a_heat_map_says_where_the_least_is_and_has_a_cell_for_each_pair() -> None:
    picture = plots.heat_map(TABLE, ("learning rate", [0.1, 1.0, 10.0]), ("hidden units", [2, 4]), "validation cost")
    assert picture.alt == (
        "Validation cost for 6 pairs: hidden units across, learning rate upwards. The least is 0.10, framed, at "
        "learning rate 1 and hidden units 4."
    )
    texts = [text.get_text() for text in picture.figure.axes[0].texts]
    assert texts == ["0.50", "0.25", "–", "0.10", "0.75", "0.30"]


def test_low_is_dark_and_letters_can_be_read_on_it() -> None:
    found = shades(TABLE)

    def light(colour: str) -> float:
        return sum(
            w * int(colour[k : k + 2], 16) / 255 for w, k in zip((0.2126, 0.7152, 0.0722), (1, 3, 5), strict=True)
        )

    flat = [(value, *pair) for value, pair in zip(TABLE.ravel(), [p for row in found for p in row], strict=True)]
    by_value = [light(background) for value, background, _ in sorted(flat) if not np.isnan(value)]
    assert by_value == sorted(by_value)
    assert all(abs(light(background) - light(ink)) > 0.3 for _, background, ink in flat)
    assert shades(np.full((1, 2), np.nan)) == [[("#ffffff", "#6b6b6b")] * 2]
    assert len(set(shades(np.ones((1, 2)))[0])) == 1


def test_heat_maps_share_their_shades_and_frame_the_best_row_of_each_column() -> None:
    rows, columns = ("learning rate", [0.1, 1.0, 10.0]), ("batch size", [2, 4])
    picture = plots.heat_maps({"momentum": TABLE, "Adam": TABLE[::-1] / 10}, rows, columns, "validation cost")
    assert picture.alt.endswith("for each batch size (2, 4): momentum 0.1, 1; Adam 10, 1.")
    least, most = (ax.patches[k].get_facecolor() for ax, k in zip(picture.figure.axes[::-1], (3, 4), strict=True))
    assert sum(least[:3]) < sum(most[:3])
    framed = [[patch.get_xy() for patch in ax.patches if not patch.get_fill()] for ax in picture.figure.axes]
    assert framed == [[(-0.5, -0.5), (0.5, 0.5)], [(-0.5, 1.5), (0.5, 0.5)]]


def test_two_searches_are_drawn_on_the_same_axes() -> None:
    x, y, cost = np.array([0.1, 0.1, 1.0]), np.array([1.0, 2.0, 3.0]), np.array([0.5, 0.2, np.nan])
    picture = plots.searches({"grid": (x, y, cost), "random": (2 * y, x, 2 * cost)}, ("rate", "scale"))
    assert "grid: 3 runs, 2 different values of rate, least 0.20 at 0.1" in picture.alt
    assert "random: 3 runs, 3 different values of rate, least 0.40 at 4" in picture.alt
    assert len({ax.get_xlim() for ax in picture.figure.axes}) == 1


def test_a_tick_of_a_search_stands_below_its_lowest_point() -> None:
    x, y = np.array([0.1, 1.0, 1.0]), np.array([0.001, 0.001, 0.1])
    (ax,) = plots.searches({"grid": (x, y, x)}, ("rate", "penalty")).figure.axes
    low, high = np.log10(ax.get_ylim())
    assert (-3 - low) / (high - low) > 0.08
