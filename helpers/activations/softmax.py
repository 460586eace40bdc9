"""Softmax: the scores of one example compete, and come out as probabilities that sum to 1.

Notebook 03, "Softmax"; Bridle (1990); Goodfellow et al., Deep Learning (2016), section 6.2.2.3.
"""

import numpy as np

from helpers.validation import Array, array_function, validated


def _check_scores(Z: Array) -> None:
    if Z.ndim not in (1, 2):
        raise ValueError(f"Z has shape {Z.shape}; softmax takes scores (C, m), or (C,) for one example")
    if not len(Z):
        raise ValueError(f"Z has shape {Z.shape}; softmax needs the score of one class or more")
    if np.isposinf(Z).any():
        raise ValueError("Z holds inf; the share of an infinite score can't be said: look where it was made")


@array_function
@validated(_check_scores)
def softmax(Z: Array) -> Array:
    """exp(z_k) / sum of exp(z_j), down each column: C scores become C probabilities that sum to 1.

    Z: (C, m) or (C,).  Subtracting each column's largest score changes nothing and keeps exp from
    overflowing, for scores up to 1e300.
    """
    E = np.exp(Z - np.max(Z, axis=0, keepdims=True))  # (C, m): the largest exponent is 0, so none overflows
    return E / np.sum(E, axis=0, keepdims=True)  # (C, m)


def _check_one_example(Z: Array) -> None:
    if Z.ndim != 1 and Z.shape[1:] != (1,):
        raise ValueError(f"the shape is {Z.shape}; the Jacobian is that of one example: pass one column, Z[:, k]")


@array_function
@validated(_check_one_example)
def softmax_derivative(Z: Array) -> Array:
    """Jacobian of softmax for one example: entry (k, j) is da_k/dz_j = a_k (1 if k = j else 0) - a_k a_j.

    Z: (C,) or (C, 1).  Returns (C, C).
    """
    return softmax_derivative_from_output(softmax(Z))


@array_function
@validated(_check_one_example)
def softmax_derivative_from_output(A: Array) -> Array:
    """The same from a = softmax(z) of one example, (C,) or (C, 1)."""
    a = np.ravel(A)
    return np.diag(a) - np.outer(a, a)
