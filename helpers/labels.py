"""Labels of several classes as columns of zeros and a single one, which is what a network is to answer.

Notebook 06, "Cross-entropy over classes"; Bishop, Pattern Recognition and Machine Learning (2006), section 4.1.
"""

import numpy as np

from helpers.validation import Array, check_count, numbers, validated


def _check_classes(labels: Array, C: int) -> None:
    check_count(C, "C")
    values = numbers(labels, "labels")
    if values.shape not in ((values.size,), (1, values.size)):
        raise ValueError(f"labels has shape {values.shape}; it must be (m,) or (1, m), one number for each example")
    wrong = values[~np.isin(values, np.arange(C))]
    if wrong.size:
        raise ValueError(f"labels holds {wrong[0]:g}; of {C} classes the labels are the whole numbers 0 to {C - 1}")


@validated(_check_classes)
def one_hot(labels: Array, C: int) -> Array:
    """One column for each label, with a single 1 in the row of its class: (C, m).

    labels: (m,) or (1, m), whole numbers 0 to C - 1.  C: how many classes there are.
    """
    classes = np.arange(C).reshape(C, 1)  # (C, 1)
    return (classes == labels) * 1.0  # (C, m)
