"""Numbers as they stand in a sentence: "20,000", not "2e+04"; "10⁻⁵", not "1e-05"; "−1", not "-1"."""

import numpy as np

RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def rounded(x: float, digits: int = 1) -> str:
    """x to this many significant digits, written out: 137 -> "100", 0.00213 -> "0.002"."""
    text = np.format_float_positional(float(f"{x:.{digits}g}"), trim="-")
    whole, point, rest = text.lstrip("-").partition(".")
    return f"{'−' * (x < 0)}{int(whole):,}{point}{rest}"


def signed(x: float) -> str:
    """x to one decimal with its sign: "+2.0", "−0.3"."""
    return f"{x:+.1f}".replace("-", "−")


def power_of_ten(x: float) -> str:
    """The power of ten nearest to x > 0: 2e-5 -> "10⁻⁵"."""
    return f"10{str(round(np.log10(x))).translate(RAISED)}"
