"""Numbers and lists as one writes them in a sentence: "1 false alarm", "3 units", 0.003, 2,500, 3.2 × 10⁻⁷."""

import math
from collections.abc import Sequence

SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def count(number: int, word: str) -> str:
    """How many there are, with an s unless there is one: "1 unit", "0 units", "2,000 units"."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def listed(words: Sequence[str], last: str = "and") -> str:
    """One after the other: "W", "W and b", "W, b and X"; last: "or" in place of "and"."""
    *most, end = words
    return f"{', '.join(most)} {last} {end}" if most else end


def rounded(value: float, digits: int = 2) -> str:
    """`value` with so many significant digits, in full from 0.0001 to 1,000,000, else with a power of ten."""
    if value == 0 or not math.isfinite(value):
        return f"{value:g}"
    mantissa, exponent = f"{value:.{digits - 1}e}".split("e")
    power = int(exponent)
    if -4 <= power <= 5:
        text = f"{round(value, digits - 1 - power):,.{max(0, digits - 1 - power)}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    return f"{mantissa} × 10{exponent_of(power)}"


def exponent_of(power: int) -> str:
    """A whole number as a superscript: -7 is ⁻⁷."""
    return str(power).translate(SUPERSCRIPTS)


def power_of_ten(value: float) -> str:
    """The power of ten nearest to a number above 0: 2e-5 is 10⁻⁵."""
    return f"10{exponent_of(round(math.log10(value)))}"


def decimal(value: float, places: int = 2) -> str:
    """So many decimals, with a true minus sign; what rounds to zero has none: "−0.50", "0.00"."""
    text = f"{value:.{places}f}"
    return text.lstrip("-") if float(text) == 0 else text.replace("-", "−")


def signed(value: float) -> str:
    """One decimal, with its sign: "+2.0", "−0.3"."""
    return f"{value:+.1f}".replace("-", "−")
