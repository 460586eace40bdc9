"""Numbers in sentences: one is not many, and nothing a learner reads says 1e+01."""

import pytest

from helpers.wording import count, decimal, rounded


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 units"), (1, "1 unit"), (2, "2 units"), (2000, "2,000 units"), (-1, "-1 units")]
)
def test_count(number: int, text: str) -> None:
    assert count(number, "unit") == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (10, "10"),
        (100.0, "100"),
        (2512, "2,500"),
        (1, "1"),
        (0.3, "0.3"),
        (0.0126, "0.013"),
        (0.00012, "0.00012"),
        (3.2e-7, "3.2 × 10⁻⁷"),
        (-4e-7, "-4 × 10⁻⁷"),
        (1.5e12, "1.5 × 10¹²"),
        (999_999, "1 × 10⁶"),
        (9.99, "10"),
        (0, "0"),
        (float("inf"), "inf"),
    ],
)
def test_rounded(value: float, text: str) -> None:
    assert rounded(value) == text


@pytest.mark.parametrize("value", [0.00123456, 0.5, 7.0, 12.25, 123456.0])
def test_more_digits_give_the_value_back(value: float) -> None:
    assert float(rounded(value, 6).replace(",", "")) == value


@pytest.mark.parametrize(
    ("value", "places", "text"), [(-0.5, 2, "−0.50"), (0.125, 3, "0.125"), (-0.004, 2, "0.00"), (-2, 1, "−2.0")]
)
def test_decimal(value: float, places: int, text: str) -> None:
    assert decimal(value, places) == text
