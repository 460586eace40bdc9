"""The rule of learning that the playground writes below the network is the one by which it learns."""

from typing import Any

import numpy as np
import pytest

from helpers.explorers.playground.rule import rule
from helpers.playground.settings import Settings
from helpers.playground.state import OPTIMIZERS


@pytest.mark.parametrize("l2", [0.0, 3.0])
@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_line_of_code_takes_the_step_of_the_optimiser(name: str, l2: float) -> None:
    settings = Settings(optimizer=name, l2=l2, learning_rate=0.25)
    formula, code = rule(settings.state(settings.examples()))
    W, *slopes = np.random.default_rng(1).standard_normal((4, 5))
    names: dict[str, Any] = {"np": np, "W": W.copy(), "v": np.zeros(5)}
    optimizer, m, s = OPTIMIZERS[name](), 0.0, 0.0
    for step, dW in enumerate(slopes, 1):
        g = dW + l2 / settings.m * W
        m, s = 0.9 * m + 0.1 * g, 0.999 * s + 0.001 * g**2
        names |= {"dW": dW, "m_hat": m / (1 - 0.9**step), "s_hat": s / (1 - 0.999**step)}
        exec(code, names)
        W = W + optimizer.move(W, g.copy(), 0.25)
        np.testing.assert_allclose(names["W"], W, rtol=1e-12)
    assert "0.25" in formula and ("dW" in formula) == (l2 == 0)


def test_every_text_fits_one_row_of_the_picture() -> None:
    for name in OPTIMIZERS:
        for l2 in (0.0, 0.003):
            settings = Settings(optimizer=name, l2=l2, learning_rate=0.0012)
            assert all(len(text) <= 90 for text in rule(settings.state(settings.examples())))
