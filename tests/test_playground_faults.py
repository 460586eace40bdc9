"""Faults to find in the playground: each leaves a mark of its own, none is given away, an accusation is answered."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from test_player import Page

from helpers import explorers
from helpers.explorers.playground.playing import Playground
from helpers.faults import OF_THE_PASSES, OF_THE_UPDATE, Fault, passes
from helpers.playground.settings import of
from helpers.playground.state import Functions
from helpers.playground.watch import EXAMPLES
from helpers.widgets.panel import Panel

EVERY = pytest.mark.parametrize("fault", OF_THE_PASSES, ids=lambda fault: fault.words)


@pytest.fixture
def opened() -> Iterator[Callable[..., Any]]:
    yield lambda **options: explorers.playground(title="A fault", **options)
    panel = Panel._open.pop("A fault", None)
    if panel is not None:
        panel.close()


def trained(fault: Fault | None, seed: int = 1, g: str = "tanh", epochs: int = 12) -> Playground:
    settings = of({"hidden": [(4, g), (3, g)], "seed": seed, "data_seed": seed})
    playing = Playground(settings, Functions(**passes(fault)) if fault else Functions())
    for _ in range(epochs):
        playing.advance(1)
    return playing


def clue(fault: Fault, seed: int) -> tuple[Any, ...]:
    """What the reader sees: where the check parts, in W or b, how the numbers compare; and whether ReLU mends it."""
    watch = trained(fault, seed).watch
    assert watch is not None and watch.where is not None
    name, given, needed = watch.wrong[watch.where]
    ratio = given / needed if abs(needed) > 1e-6 else np.inf
    known = [each for each in (-1, 1 / EXAMPLES, EXAMPLES, np.inf) if np.isclose(ratio, each, rtol=1e-3)]
    relu = trained(fault, seed, g="relu").watch
    assert relu is not None
    return watch.where + 1, name[:2], known[0] if known else "another", relu.where is None


class TestSigns:
    @pytest.mark.parametrize("seed", [1, 2, 3])
    def test_no_two_look_alike(self, seed: int) -> None:
        seen = {fault.words: clue(fault, seed) for fault in OF_THE_PASSES}
        for one, other in combinations(seen, 2):
            assert seen[one] != seen[other], (one, other)

    def test_a_network_without_a_fault_passes(self) -> None:
        playing = Playground(of({}), Functions())
        playing.advance(5)
        assert playing.watch is not None and playing.watch.where is None

    def test_gradients_by_layer_fall_by_m_where_the_error_is_divided(self) -> None:
        """The bars of layer 3 are those of the right code; each layer before is 200 times smaller."""
        fault = next(fault for fault in OF_THE_PASSES if "divided by m" in fault.words)
        right, wrong = trained(None, epochs=0).live.gradients(), trained(fault, epochs=0).live.gradients()
        ratios = [np.linalg.norm(dW) / np.linalg.norm(dV) for (dW, _), (dV, _) in zip(right, wrong, strict=True)]
        np.testing.assert_allclose(ratios, [200**2, 200, 1])

    def test_without_biases_the_map_is_turned_round_at_the_origin(self) -> None:
        """tanh is odd: what it answers at -x is 1 minus what it answers at x, so the border runs through the middle."""
        fault = next(fault for fault in OF_THE_PASSES if "biases" in fault.words)
        live = trained(fault).live
        X = live.state.X
        here, there = (live.model.answer(live.model.forward(live.params, sign * X)) for sign in (1, -1))
        np.testing.assert_allclose(here + there, 1)

    def test_what_only_update_does_is_no_suspect(self) -> None:
        assert not {*OF_THE_PASSES} & {*OF_THE_UPDATE} and len(OF_THE_PASSES) == 7


class TestPanel:
    def test_it_is_not_given_away_and_the_check_waits_to_be_asked(
        self, opened: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        panel = opened(fault=3)
        page = Page(panel)
        for frame in (panel.frame, panel._still()):
            assert "Gradient check" not in frame.status + frame.alt
        page.press("step", "step", "step")
        assert panel.fault.words not in repr(panel) and "Gradient check" not in panel.shown["status"]
        page.ask(check=1)
        assert "Gradient check: they part at layer" in panel.shown["status"]
        panel.list_suspects()
        assert capsys.readouterr().out.count("\n") == len(OF_THE_PASSES)

    def test_every_fault_comes_up_and_a_seed_is_always_the_same(self, opened: Any) -> None:
        found = {seed: opened(fault=seed, m=20).fault for seed in range(30)}
        assert {*found.values()} == {*OF_THE_PASSES} and opened(fault=7).fault is found[7]

    @EVERY
    def test_an_accusation_is_answered(self, fault: Fault, opened: Any, capsys: pytest.CaptureFixture[str]) -> None:
        panel = opened(fault=1)
        panel.fault = fault
        right = OF_THE_PASSES.index(fault) + 1
        answers = {None: "Which one", 8: "from 1 to 7", right % 7 + 1: "It is not", right: fault.wrong}
        for number, said in answers.items():
            panel.accuse(number)
            assert said in capsys.readouterr().out

    def test_what_does_not_fit_gets_a_sentence(self, opened: Any) -> None:
        with pytest.raises(ValueError, match=r"begin with playground\(fault=1\)"):
            opened().accuse(1)
        with pytest.raises(ValueError, match="not both"):
            opened(fault=1, forward=print)
        with pytest.raises(ValueError, match="seed"):
            opened(fault=-1)
