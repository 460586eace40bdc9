"""Name that bug: each fault changes one line, can be told from all others by what a learner sees, and is shown."""

from itertools import combinations
from typing import Any

import numpy as np
import pytest

from helpers import datasets, deep, faults, networks
from helpers.exercises import bug_hunt
from helpers.exercises.bug_hunt import Suspect
from helpers.faults import FAULTS, SOURCE, Fault
from helpers.gradient_check import RIGHT, gradient_errors
from helpers.training import fit

GS = ["tanh", "tanh", "sigmoid"]
flower = datasets.load("flower")
X5, Y5 = flower.X[:, :5], flower.Y[:, :5]
START = deep.initialize([2, 5, 4, 1], seed=1, scheme="xavier")
for _, b in START:
    b[:] = 0.1  # with biases of 0 their absence would not be seen


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.words)
def test_a_fault_is_one_line_of_the_source(fault: Fault) -> None:
    assert SOURCE.count(f"    {fault.right}\n") == 1 and fault.wrong != fault.right
    assert f"    {fault.wrong}\n" not in SOURCE


def test_without_a_fault_the_source_is_right() -> None:
    model = networks.deep_network(GS, **faults.functions(Fault("none", "no such line", "")))
    assert max(gradient_errors(model, START, X5, Y5).values()) < RIGHT
    ours = fit(networks.deep_network(GS), START, flower.X, flower.Y, learning_rate=0.3, iterations=20)
    theirs = fit(model, START, flower.X, flower.Y, learning_rate=0.3, iterations=20)
    np.testing.assert_allclose(theirs.params.vector, ours.params.vector)


def clues(fault: Fault) -> tuple[Any, ...]:
    """What a learner sees: which gradients are wrong and by what factor, whether the cost falls, whether b moves."""
    model = Suspect(fault).network(GS)
    errors = gradient_errors(model, START, X5, Y5)
    wrong = tuple(name for name, error in errors.items() if error > 1e-4)
    forwarded = model.forward(START, X5)
    given = model.gradients(START, forwarded, X5, Y5)
    right = networks.deep_network(GS)
    needed = right.gradients(START, right.forward(START, X5), X5, Y5)
    ratios = tuple(
        round(float(np.vdot(g, n) / np.vdot(n, n)), 3)
        for pg, pn in zip(given, needed, strict=True)
        for g, n in zip(pg, pn, strict=True)
    )
    done = fit(model, START, flower.X, flower.Y, learning_rate=0.05, iterations=50)
    falls = done.history.costs[-1] < done.history.costs[0]
    moved = not np.allclose(done.params[0][1], START[0][1])
    return wrong, ratios, falls, moved


def test_no_two_faults_look_alike() -> None:
    seen = {fault.words: clues(fault) for fault in FAULTS}
    for one, other in combinations(seen, 2):
        assert seen[one] != seen[other], (one, other)
    passes = [words for words, (wrong, *_) in seen.items() if not wrong]
    assert passes == [fault.words for fault in FAULTS if fault.words.startswith("update")]


def test_every_fault_comes_up_and_a_seed_is_always_the_same() -> None:
    assert {bug_hunt.hide(seed).fault.words for seed in range(100)} == {fault.words for fault in FAULTS}
    assert bug_hunt.hide(7) == bug_hunt.hide(7)


def test_it_is_not_given_away(capsys: pytest.CaptureFixture[str]) -> None:
    suspect = bug_hunt.hide(3)
    assert repr(suspect) == "Suspect()"
    bug_hunt.list_suspects()
    assert capsys.readouterr().out.count("\n") == len(FAULTS)


def test_an_accusation_is_answered(capsys: pytest.CaptureFixture[str]) -> None:
    suspect = Suspect(FAULTS[0])
    for number, said in ((None, "Which one"), (0, "from 1 to 9"), (2, "It is not number 2"), (1, FAULTS[0].wrong)):
        suspect.accuse(number)
        assert said in capsys.readouterr().out
