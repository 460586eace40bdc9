"""An interrupt at any moment of a training: nothing that was learned is lost, and the cell ends."""

import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np
import pytest
from needs import need

from helpers import networks, plots, shallow, training
from helpers.parameters import Parameters
from helpers.training import Interrupted, fit, fitting, interrupts
from helpers.training.span import Span
from helpers.training.steps import StepsAsWritten

RNG = np.random.default_rng(3)
WIDE = RNG.normal(size=(30, 6))
LABELS = np.array([[0.0, 1.0] * 3])
ROOM = str(Path(training.__file__).parent)

SHALLOW = networks.shallow_network()
WAYS: dict[str, dict[str, Any]] = {
    "as written": {"model": replace(SHALLOW, fast_path=None)},
    "own update": {"model": networks.shallow_network(update=shallow.update)},
    "in place": {"model": networks.shallow_network()},
    "in the span": {"model": networks.shallow_network(), "in_span": True},
}
START = Parameters(shallow.initialize(30, 2, seed=1, scale=0.5))


@pytest.fixture(autouse=True)
def a_cell_of_its_own() -> Iterator[None]:
    """An interrupt in one test must not end the next."""
    yield
    interrupts.cell.forget()


def train(model: Any = SHALLOW, iterations: int = 4, in_span: bool = False, **more: Any) -> Any:
    return fit(model, START, WIDE, LABELS, learning_rate=0.1, iterations=iterations, in_span=in_span, **more)


AFTER = [START.vector, *(train(iterations=steps).params.vector for steps in range(1, 5))]


def assert_nothing_is_lost(result: Any) -> None:
    """The parameters are those after so many whole steps, and the curve leads there."""
    np.testing.assert_allclose(result.params.vector, AFTER[result.updates], atol=1e-12)
    assert result.history.iterations == list(range(result.updates + 1)) or result.updates == 0


def interrupt() -> None:
    """What ■ does: a real signal."""
    signal.raise_signal(signal.SIGINT)


class Tracer:
    """Interrupts before the `moment`th line that runs in helpers/training while `fit` listens; notes these lines."""

    def __init__(self, moment: int = 0) -> None:
        self.moment = moment
        self.lines: list[tuple[str, int]] = []

    def __call__(self, frame: FrameType, event: str, argument: object) -> Any:
        if not frame.f_code.co_filename.startswith(ROOM):
            return None
        if event == "line" and signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
            self.lines.append((frame.f_code.co_filename, frame.f_lineno))
            if len(self.lines) == self.moment:
                sys.settrace(None)
                interrupt()
        return self

    def run(self, function: Callable[[], Any]) -> Any:
        before = sys.gettrace()
        sys.settrace(self)
        try:
            return function()
        finally:
            sys.settrace(before)

    def moments(self) -> list[int]:
        """The first two times that each line runs."""
        return [k for k, line in enumerate(self.lines, 1) if self.lines[:k].count(line) <= 2]


@pytest.mark.parametrize("way", WAYS)
def test_an_interrupt_at_any_line_loses_nothing(way: str) -> None:
    whole = Tracer()
    assert whole.run(lambda: train(iterations=2, **WAYS[way])).updates == 2
    updates = set()
    for moment in whole.moments():
        result = Tracer(moment).run(lambda: train(iterations=2, **WAYS[way]))
        assert_nothing_is_lost(result)
        assert interrupts.cell.interrupted and signal.getsignal(signal.SIGINT) is signal.default_int_handler
        assert result.note or result.updates == 2
        updates.add(result.updates)
        interrupts.cell.forget()
    assert len(whole.moments()) > 100 and updates == {0, 1, 2}


def test_a_second_interrupt_waits_until_the_first_is_dealt_with() -> None:
    with interrupts.Interrupts() as listening:
        listening.at_once = True
        with pytest.raises(KeyboardInterrupt):
            interrupt()
        interrupt()
        assert listening.pending


def interrupting(function: Callable[..., Any], call: int, raised: bool) -> Callable[..., Any]:
    """`function`, interrupted in its `call`th call by a signal, or by the exception alone as on other threads."""
    calls = iter(range(1, 10**6))

    def wrapped(*arguments: Any) -> Any:
        if next(calls) == call:
            if raised:
                raise KeyboardInterrupt
            interrupt()
        return function(*arguments)

    return wrapped


@pytest.mark.parametrize("raised", [True, False])
@pytest.mark.parametrize("in_span", [True, False])
@pytest.mark.parametrize("call", [1, 2, 3, 4])
@pytest.mark.parametrize("name", ["forward", "backward", "cost", "update"])
def test_an_interrupt_in_the_models_functions(
    name: str, call: int, in_span: bool, raised: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    model = networks.shallow_network(**{name: interrupting(getattr(shallow, name), call, raised)})
    result = train(model, in_span=in_span)
    assert_nothing_is_lost(result)
    assert result.updates == call - 1
    learned = f"Stopped after {call - 1} of 4 iterations: here is what was learned so far."
    assert result.note == learned and capsys.readouterr() == (learned + "\n", "")


def test_an_interrupt_in_an_update_waits_for_its_end_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(StepsAsWritten, "update", interrupting(StepsAsWritten.update, 2, raised=False))
    result = train(WAYS["as written"]["model"], record_every=4)
    np.testing.assert_allclose(result.params.vector, AFTER[2], atol=1e-12)
    assert result.updates == 2 and result.history.iterations == [0, 2]


def test_an_interrupt_on_the_way_out_of_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def quick() -> Iterator[None]:
        yield
        interrupt()

    monkeypatch.setattr(fitting, "quick", quick)
    assert train().updates == 4 and interrupts.cell.interrupted


def test_an_interrupt_in_the_callback() -> None:
    result = train(callback=interrupting(lambda *_: None, 3, raised=True))
    assert_nothing_is_lost(result)
    assert result.updates == 2


@pytest.mark.parametrize("stage", ["of", "project", "lift"])
def test_an_interrupt_on_the_way_into_the_span_and_out(stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stages = getattr(Span, stage)

    def interrupted(*arguments: Any) -> Any:
        interrupt()
        return stages(*arguments)

    monkeypatch.setattr(Span, stage, staticmethod(interrupted) if stage == "of" else interrupted)
    result = train(in_span=True)
    assert_nothing_is_lost(result)
    assert result.updates == (4 if stage == "lift" else 0)


def test_a_second_interrupt_gives_up_the_last_cost_alone() -> None:
    calls = iter(range(1, 100))

    def forward(*arguments: Any) -> Any:
        if next(calls) >= 3:
            interrupt()
        return shallow.forward(*arguments)

    result = train(networks.shallow_network(forward=forward))
    np.testing.assert_allclose(result.params.vector, AFTER[2], atol=1e-12)
    assert result.updates == 2 and result.history.iterations == [0, 1] and not np.isnan(result.cost)


def test_interrupted_before_the_first_cost_there_is_none() -> None:
    def never(*_: Any) -> Any:
        raise KeyboardInterrupt

    result = train(networks.shallow_network(forward=never))
    np.testing.assert_array_equal(result.params.vector, START.vector)
    assert result.history.points == [] and np.isnan(result.cost)
    with pytest.raises(ValueError, match="the history is empty"):
        plots.cost_curve(result.history)


def test_an_interrupt_while_a_smaller_rate_is_looked_for() -> None:
    costs = iter([1.0, np.nan])

    def cost(*_: Any) -> float:
        if (value := next(costs, None)) is None:
            interrupt()
            raise AssertionError("the interrupt was not heard")
        return value

    result = train(networks.shallow_network(cost=cost), record_every=4)
    assert "with the learning rate 0.1: try a smaller one." in result.note
    np.testing.assert_array_equal(result.params.vector, START.vector)
    assert interrupts.cell.interrupted


def test_a_state_that_is_no_number_is_not_returned_after_an_interrupt() -> None:
    costs = iter([1.0, np.nan])
    model = networks.shallow_network(cost=lambda A, Y: next(costs), backward=interrupting(shallow.backward, 3, True))
    result = train(model, record_every=4)
    np.testing.assert_array_equal(result.params.vector, START.vector)
    assert result.updates == 0 and "last state with a finite cost" in result.note


def test_one_interrupt_ends_a_loop_of_trainings() -> None:
    results = []
    with pytest.raises(Interrupted, match="the training before this one was stopped"):
        for _ in range(48):
            results.append(train(networks.shallow_network(forward=interrupting(shallow.forward, 2, False))))
    assert len(results) == 1
    assert train().note == ""  # it is said once where there are no cells


def test_a_panel_on_another_thread_goes_on() -> None:
    train(networks.shallow_network(forward=interrupting(shallow.forward, 2, False)))
    results: list[Any] = []
    thread = threading.Thread(target=lambda: results.append(train()))
    thread.start()
    thread.join()
    assert results[0].note == "" and interrupts.cell.interrupted


def test_a_handler_of_ones_own_stays() -> None:
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        assert train(networks.shallow_network(forward=interrupting(shallow.forward, 2, False))).note == ""
    finally:
        signal.signal(signal.SIGINT, before)
    assert heard == [signal.SIGINT]


def test_an_error_in_a_learners_function_leaves_no_listener() -> None:
    def forward(*_: Any) -> Any:
        raise RuntimeError("mine")

    with pytest.raises(RuntimeError, match="mine"):
        train(networks.shallow_network(forward=forward))
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler and not interrupts.cell.interrupted


def test_an_endless_function_is_stopped_by_one_signal() -> None:
    def backward(*arguments: Any) -> Any:
        if steps := next(calls) == 3:
            threading.Timer(
                0.05, lambda: signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
            ).start()
        while steps:
            pass
        return shallow.backward(*arguments)

    calls = iter(range(1, 100))
    result = train(networks.shallow_network(backward=backward))
    assert_nothing_is_lost(result)
    assert result.updates == 2


CELLS = [
    """
import signal
from dataclasses import replace
from helpers import datasets, networks, shallow, plots
from helpers.training import fit
flower, start = datasets.load("flower", m=40), shallow.initialize(2, 4, seed=1)
calls = 0
def forward(params, X):
    global calls
    calls += 1
    if calls % 300 == 0:
        signal.raise_signal(signal.SIGINT)
    return shallow.forward(params, X)
def train(iterations=10**9):
    model = networks.shallow_network(forward=forward)
    return fit(model, start, flower.X, flower.Y, learning_rate=0.5, iterations=iterations)
""",
    "trained = train()",
    "history = trained.history\nprint(len(history.points) > 100, trained.updates, plots.cost_curve(history).alt)",
    "results = []\nfor _ in range(48):\n    results.append(train())",
    "print(len(results))\nagain = train(5)\nprint(again.note == '')",
    "fit(networks.shallow_network(), start, flower.X.T, flower.Y, learning_rate=0.5, iterations=5)",
]


@pytest.fixture(scope="module")
def outputs() -> list[Any]:
    nbformat, nbclient = need("nbformat"), need("nbclient")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source.strip()) for source in CELLS])
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3", allow_errors=True).execute()
    return [cell.outputs for cell in notebook.cells]


def test_the_next_cell_can_draw_what_was_learned(outputs: list[Any]) -> None:
    assert outputs[1][0].text == "Stopped after 299 of 1,000,000,000 iterations: here is what was learned so far.\n"
    assert outputs[2][0].text.startswith("True 299 The cost falls from 0.693 to ")


def test_one_interrupt_ends_the_cell_in_one_line(outputs: list[Any]) -> None:
    stopped, error = outputs[3]
    assert stopped.text.startswith("Stopped after")
    assert error.ename == "Interrupted" and error.traceback == [error.evalue]
    assert outputs[4][0].text == "1\nTrue\n"


def test_wrong_input_shows_our_sentence_and_not_our_frames(outputs: list[Any]) -> None:
    [error] = outputs[5]
    text = "\n".join(error.traceback)
    assert "examples go in columns" in text and "fit(networks.shallow_network()" in text
    assert "cell.check()" not in text and "_check(settings" not in text


SCRIPT = """
import random, signal, threading, time
import numpy as np
from helpers import datasets, networks, shallow
from helpers.training import fit, interrupts
flower, start = datasets.load("flower", m=40), shallow.initialize(2, 4, seed=1)
def train(iterations):
    return fit(networks.shallow_network(), start, flower.X, flower.Y, learning_rate=0.5, iterations=iterations)
train(10)
for _ in range(60):
    delay = random.Random(_).uniform(0, 0.02)
    listening = threading.Event()
    def later():
        while signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            pass
        time.sleep(delay)
        signal.raise_signal(signal.SIGINT)
    thread = threading.Thread(target=later)
    thread.start()
    result = train(10**9)
    thread.join()
    interrupts.cell.forget()
    if result.updates:
        np.testing.assert_array_equal(result.params.vector, train(result.updates).params.vector)
print("nothing was lost")
"""


def test_real_signals_at_60_moments() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, encoding="utf-8", timeout=300)
    assert done.stdout.endswith("nothing was lost\n"), done.stderr
