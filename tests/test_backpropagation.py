"""Back-propagation by hand: every number against `deep` and against nudging, every sum against its number."""

import re
from typing import Any

import numpy as np
import pytest

from helpers import deep, explorers, plots
from helpers.activations import relu, sigmoid, tanh
from helpers.explorers.backpropagation import changes
from helpers.explorers.backpropagation.layout import NARROW, WIDE
from helpers.explorers.backpropagation.panel import BUTTONS, EXAMPLES, HIDDEN, ByHand
from helpers.explorers.backpropagation.passes import BACK, FORWARD, WAY, Passes, usual
from helpers.explorers.backpropagation.picture import connections, lit
from helpers.explorers.backpropagation.sums import made, number
from helpers.widgets.drawing import Line, Words
from helpers.widgets.hands import Touch

GS = (relu, tanh, sigmoid)


def press(explorer: ByHand, handle: str, key: str = "") -> None:
    """Press what stands in the picture, or a key on it."""
    assert handle in {each.name for each in explorer.show(False).handles}
    explorer.touch(Touch(handle, "key" if key else "press", key=key))


def take(explorer: ByHand, **settings: Any) -> None:
    explorer.take(explorer.settings | settings)


def value_of(text: str) -> float:
    """What a written sum comes to."""
    text = text.replace("−", "-").replace("×", "*")
    functions: dict[str, Any] = {g.name: lambda z, g=g: float(g(np.array(z))) for g in GS}
    return float(eval(text, {"__builtins__": {}}, functions))


@pytest.mark.parametrize("hidden", GS, ids=str)
class TestNumbers:
    def test_every_derivative_is_what_nudging_gives(self, hidden: Any) -> None:
        passes = usual(hidden)
        for name in BACK:
            for index in np.ndindex(passes.arrays[name].shape):
                assert passes.by_nudging(name, index) == pytest.approx(passes.arrays[name][index], abs=1e-7)

    def test_the_arrays_are_those_of_the_deep_network(self, hidden: Any) -> None:
        passes = usual(hidden)
        A, caches = deep.forward(passes.params, passes.X, passes.gs)
        np.testing.assert_array_equal(passes.arrays["A3"], A)
        for layer, (dW, db) in enumerate(deep.backward(A - passes.Y, caches, passes.gs), 1):
            np.testing.assert_allclose(passes.arrays[f"dW{layer}"], dW)
            np.testing.assert_allclose(passes.arrays[f"db{layer}"], db)

    def test_every_sum_that_is_written_comes_to_its_number(self, hidden: Any) -> None:
        for passes in (usual(hidden), one_example(hidden)):
            for name in WAY:
                for index in np.ndindex(passes.arrays[name].shape):
                    how = made(passes, name, index)
                    expected = passes.arrays[name][index]
                    assert value_of(how.sum) == pytest.approx(expected, abs=0.01), (name, index, how.sum)

    def test_what_is_lit_makes_the_number(self, hidden: Any) -> None:
        passes = usual(hidden)
        for name, reduce in (("dA1", np.dot), ("dW2", np.dot), ("Z2", np.dot)):
            index = (1, 0)
            left, right, *bias = made(passes, name, index).operands
            total = reduce(left.values[left.lit], right.values[right.lit])
            total = total / passes.m if name == "dW2" else total + sum(b.values[b.lit].sum() for b in bias)
            assert total == pytest.approx(passes.arrays[name][index])


def one_example(hidden: Any = relu) -> Passes:
    whole = usual(hidden)
    return Passes(whole.params, whole.X[:, 1:2], whole.Y[:, 1:2], hidden)


def test_the_sum_of_an_error_is_written_factor_by_factor() -> None:
    passes = one_example()
    dZ2 = passes.arrays["dZ2"][:, 0]
    how = made(passes, "dA1", (0, 0))
    assert how.sum == f"0.7 × {number(dZ2[0])} + (−0.6) × ({number(dZ2[1])})"
    assert how.formula == "W2ᵀ · dZ2" and [operand.label for operand in how.operands] == ["W2ᵀ", "dZ2"]


def test_1_over_m_stands_in_dW_and_db_alone() -> None:
    whole = [name for name in WAY if "/ m" in made(usual(), name, (0, 0)).formula]
    assert set(whole) == {f"d{kind}{layer}" for kind in "Wb" for layer in (1, 2, 3)}
    assert not [name for name in WAY if "/ m" in made(one_example(), name, (0, 0)).formula]


def test_a_dead_and_a_saturated_unit_are_named_and_why() -> None:
    explorer = ByHand()
    take(explorer, example="2")
    explorer.choose("dZ1", (0, 0))
    assert "Dead here: z = −0.8 is not above 0" in explorer.show(False).status
    take(explorer, hidden="sigmoid", number="b1 [0, 0]")
    for count in range(1, 60):
        take(explorer, more=count)
    status = explorer.show(False).status
    assert "Saturated: at z = 5.1 the slope is 0.006" in status
    titles = {mark.text for mark in explorer.show(False).picture.marks if isinstance(mark, Words)}  # type: ignore[union-attr]
    assert "layer 1, unit 1: saturated" in titles


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_everything_stands_on_the_sheet_at_every_step(example: str, narrow: bool) -> None:
    explorer, layout = ByHand(deep.backward), NARROW if narrow else WIDE
    take(explorer, example=example)
    for name in WAY:
        explorer.choose(name, (1, 2))
        frame = explorer.show(narrow)
        assert frame.status.startswith(f"{name} = ") and frame.status in frame.alt
        for handle in frame.handles:
            left, top, wide, high = handle.box
            assert left >= 0 and top >= 0 and left + wide <= layout.width and top + high <= layout.height, handle
            assert min(wide, high) >= 24
        for mark in frame.picture.marks:  # type: ignore[union-attr]
            if isinstance(mark, Words):
                room = 0.55 * mark.size * len(mark.text)
                right = mark.x + room * {"left": 1, "center": 0.5, "right": 0}[mark.align]
                assert right <= layout.width + 2 and mark.y <= layout.height, mark.text
            if isinstance(mark, Line):
                assert np.isfinite(np.asarray(mark.points, float)).all()


def test_values_flow_only_as_far_as_the_way_is_gone() -> None:
    explorer = ByHand()
    for count, name in enumerate(WAY, 1):
        assert [each for each in WAY if explorer.scene().knows(each)] == list(WAY[:count]) and explorer.name == name
        assert explorer.advance(1) is (count < len(WAY) - 1)
    explorer.go_to(0)
    assert explorer.name == FORWARD[0] and explorer.place() == "Z1, 1 of 18"


def test_a_connection_lights_the_paths_of_its_sum() -> None:
    explorer = ByHand()
    explorer.choose("dA1", (0, 0))
    assert [each for each in connections() if lit(explorer.scene(), *each)] == [(2, 0, 0), (2, 1, 0)]
    press(explorer, "weight 2 1 0")
    assert explorer.name == "dW2" and explorer.scene().index == (1, 0)
    assert [each for each in connections() if lit(explorer.scene(), *each)] == [(2, 1, 0)]
    press(explorer, "unit 2 1")
    assert explorer.name == "dA2" and explorer.scene().index == (1, 0)
    press(explorer, "unit 2 1")
    assert explorer.name == "dZ2"
    explorer.choose("Z1", (0, 0))
    press(explorer, "weight 1 1 0")
    assert explorer.name == "Z1" and explorer.scene().index == (1, 0)
    press(explorer, "entry 0 0")
    assert explorer.scene().index == (0, 0)


@pytest.mark.parametrize("name", changes.NAMES)
def test_every_number_can_be_changed_and_nothing_else_changes(name: str) -> None:
    explorer = ByHand()
    take(explorer, example="2")
    before = explorer.all
    take(explorer, number=name, more=1)
    after = explorer.all
    moved = [
        np.flatnonzero(new - old)
        for old, new in ((before.X, after.X), (before.Y, after.Y), (before.params.vector, after.params.vector))
    ]
    assert sum(map(len, moved)) == 1
    take(explorer, less=1)
    np.testing.assert_allclose(explorer.all.params.vector, before.params.vector)
    np.testing.assert_allclose(explorer.all.X, before.X)
    np.testing.assert_array_equal(explorer.all.Y, before.Y)


def test_arrow_keys_change_weights_and_inputs() -> None:
    explorer = ByHand()
    press(explorer, "weight 2 0 1", key="ArrowDown")
    assert explorer.all.params[1][0][0, 1] == pytest.approx(0.4) and explorer.settings["number"] == "W2 [0, 1]"
    press(explorer, "input 1", key="ArrowUp")
    assert explorer.all.X[1, 0] == pytest.approx(0.6) and explorer.settings["number"] == "x2"


def test_one_step_of_descent_lowers_the_cost_and_reset_takes_it_back() -> None:
    explorer = ByHand()
    take(explorer, example=EXAMPLES[-1])
    before = explorer.passes.cost
    take(explorer, descend=1)
    assert explorer.passes.cost < before and f"from {before:.4f} to" in explorer.show(False).status
    gradients = deep.backward(usual().arrays["A3"] - usual().Y, usual().caches, usual().gs)
    stepped = deep.update(list(usual().params), gradients, 0.5)
    for ours, theirs in zip(explorer.all.params, stepped, strict=True):
        np.testing.assert_allclose(ours[0], theirs[0])
    explorer.reset()
    assert explorer.passes.cost == before and explorer.at == 0


def forgetful(dZ: Any, caches: Any, gs: Any) -> Any:
    """Without the slope of the first layer."""
    gradients = deep.backward(dZ, caches, gs)
    dA, _, _ = deep.layer_backward(deep.linear_backward(dZ, caches[2])[0], caches[1], gs[1])
    return [deep.linear_backward(dA, caches[0])[1:], *gradients[1:]]


class TestOwnBackward:
    def test_the_first_number_that_differs_is_shown_and_marked(self) -> None:
        explorer = ByHand(forgetful)
        take(explorer, example="2")
        finding = explorer.finding
        assert finding.name == "dW1" and "differs first at dW1 [0, 0]" in finding.sentence
        explorer.choose("dW1", (0, 0))
        marked = [mark for mark in explorer.show(False).picture.marks if getattr(mark, "shape", "") == "ring"]  # type: ignore[union-attr]
        assert finding.wrong is not None and len(marked) == finding.wrong["dW1"].sum() > 0

    def test_it_opens_there(self) -> None:
        wrong = ByHand(lambda dZ, caches, gs: deep.backward(-dZ, caches, gs))
        assert wrong.name == "dW3" and wrong.at == WAY.index("dW3")

    def test_a_right_one_is_told_so(self) -> None:
        assert ByHand(deep.backward).finding.sentence == "Your backward gives the same 15 numbers."

    @pytest.mark.parametrize(
        ("backward", "said"),
        [
            (lambda dZ, caches, gs: 1 / 0, "ZeroDivisionError: division by zero"),
            (lambda dZ, caches, gs: [], "it returns 0 pairs"),
            (lambda dZ, caches, gs: [(dZ, dZ)] * 3, "one of its arrays has shape"),
            (lambda dZ, caches, gs: None, "TypeError"),
        ],
    )
    def test_one_that_breaks_is_a_sentence(self, backward: Any, said: str) -> None:
        finding = ByHand(backward).finding
        assert finding.sentence.startswith("Your backward does not run here.") and said in finding.sentence


def test_the_panel_lets_its_list_follow_what_is_touched() -> None:
    panel = explorers.backpropagation_by_hand()
    asked = {"asked": 1, "positions": dict(panel._positions), "touches": [{"handle": "weight 3 0 1", "hand": "press"}]}
    panel._receive(panel, asked, None)
    assert panel.settings["number"] == "W3 [0, 1]" and not panel.shown["stale"]
    positions = dict(panel._positions) | {"more": 1, "next": 1}
    panel._receive(panel, {"asked": 2, "positions": positions}, None)
    status = panel.shown["status"]
    assert panel._playable.all.params[2][0][0, 1] == pytest.approx(-0.7)  # type: ignore[attr-defined]
    assert status.startswith("A3 = ") and panel.settings["number"] == "W3 [0, 1]"
    panel.close()


def test_a_file_shows_all_the_numbers() -> None:
    frame = ByHand().finished()
    words = [mark.text for mark in frame.picture.marks if isinstance(mark, Words)]  # type: ignore[union-attr]
    assert any(re.match(r"da .*dz ", text) for text in words) and any("W2ᵀ" in text for text in words)
    assert "dA1 = W2ᵀ · dZ2" in frame.alt and frame.alt.endswith(".")


@pytest.mark.parametrize("hidden", HIDDEN)
def test_pressing_everything_at_once_breaks_nothing(hidden: str) -> None:
    explorer = ByHand(deep.backward)
    take(explorer, hidden=hidden, example="3", **dict.fromkeys(BUTTONS, 1))
    assert np.isfinite(explorer.passes.cost) and explorer.show(True).status


def test_blocks_carry_the_live_shapes() -> None:
    params, X = deep.initialize([6, 4, 3, 1], 0), np.zeros((6, 9))
    picture = plots.block_diagram(params, X, ["relu", "tanh", "sigmoid"])
    message = {text.get_text() for text in picture.figure.axes[0].texts}
    assert {"X\n(6, 9)", "A1\n(4, 9)", "A3 = ŷ\n(1, 9)", "dA2\n(3, 9)", "dW2 (3, 4), db2", "layer 2\ntanh"} <= message
    assert f"{params.vector.size} derivatives in all" in picture.alt
