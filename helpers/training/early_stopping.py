"""Early stopping: validation data say when training has gone on for long enough.

Notebook 06, "Early stopping"; Goodfellow et al., Deep Learning (2016), section 7.8.
"""

from collections.abc import Sequence

import numpy as np


def should_stop(costs: Sequence[float], patience: int) -> bool:
    """Has the lowest validation cost not been beaten for `patience` epochs?

    costs: those of the start and of each epoch so far.  Equal is not beaten.
    """
    best = int(np.argmin(costs))
    return len(costs) - 1 - best >= patience
