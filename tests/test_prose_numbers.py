"""Numbers in prose are computed: written as {{field}}, or constants of the setting that stand in the list below.

Numbers in formulas and code are not prose, nor are those that name a notebook, a network (64-15-10), an item of a list.
"""

import re

import pytest
from prose import NAMES, prose, source

# What a reader is given, not what came out: sizes of the data, settings, numbers of a worked example.
ALWAYS = ["0", "1", "2"]
CONSTANTS = {
    "00_start_here": "0.5 3 5 64 100 400 3,000",
    "01_vectorisation_and_broadcasting": "0.1 0.2 0.4 3 4 5 7 8 15 30 32 64 200 1990 100,000",
    "02_logistic_regression": "0.001 0.005 0.01 0.03 0.5 0.88 0.9 3 10 50 64 200 209 400 720 1958 2,000 6.9 12,288",
    "03_activation_functions": "0.01 0.2 0.25 0.5 3 20 50 100",
    "04_shallow_network": "0.01 0.1 3 5 6 8 10 15 20 23 24 25 32 50 90% 100 784 800 1,000",
    "05_deep_network": "3 4 5 10 16 20 40 500 12,288",
    "06_training": "0.01 3 4 5 6 7 8 10 15 20 30 32 34 64 100 200 1,000",
    "07_hyperparameters": "0.001 0.003 0.01 0.1 0.25 0.5 0.75 3 4 4.01 5 10 20 36 40 50 100 200 500 1,000",
    "08_playground": "3 6 8 16 50 95% 100",
    "99_reference": "3 3.001 6 9 9.006001",
}

# Results that are still typed: to be written as fields.
STILL_TYPED: dict[str, str] = {}

NUMBER = re.compile(r"(?<![\w.])[−-]?\d+(?:[.,]\d+)*(?:,\d{3})*\s?%?")
NAMES_SOMETHING = re.compile(
    r"\*\*Time\*\*.*|[Nn]otebooks? \d\d(?:(?:,| and| to) \d\d)*|^\d+\. |[Hh]int \d+|\b\d+(?:-\d+)+", re.MULTILINE
)


def numbers(text: str) -> list[str]:
    """The literal numbers in the prose of a source, in their order."""
    found = NUMBER.findall(NAMES_SOMETHING.sub(" … ", prose(text)))
    return list(dict.fromkeys(re.sub(r"\s", "", number) for number in found))


@pytest.mark.parametrize("name", NAMES)
def test_a_number_in_prose_is_computed_or_a_constant_of_the_setting(name: str) -> None:
    found, listed = numbers(source(name)), [*CONSTANTS[name].split(), *STILL_TYPED.get(name, "").split()]
    more, fewer = (
        [each for each in found if each not in (*ALWAYS, *listed)],
        [each for each in listed if each not in found],
    )
    assert not more, f"results are written as {{{{field}}}}; a constant of the setting goes into CONSTANTS: {more}"
    assert not fewer, f"no longer in the prose of {name}, take it out of CONSTANTS: {fewer}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It gets 46 % right.", ["46%"]),
        ("It gets {{share:.0%}} right, as $0.5$ and `x = 3` and [there](02_x.ipynb#3) say.", []),
        ("The cost falls from 0.69 to 1,437.5, below −3.", ["0.69", "1,437.5", "−3"]),
        ("1. As notebook 02 and notebooks 03 to 05 say, a 64-15-10 network; open **Hint 1**.", []),
        ("Images of 64 x 64, again 64.", ["64"]),
        ("| ReLU | 0.25 |", ["0.25"]),
    ],
)
def test_what_is_a_literal_number(text: str, found: list[str]) -> None:
    assert numbers(text) == found


def test_the_lists_are_short() -> None:
    assert CONSTANTS.keys() == set(NAMES)
    assert max(len(listed.split()) for listed in CONSTANTS.values()) <= 20
