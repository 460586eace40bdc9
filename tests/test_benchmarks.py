"""The benchmarks run, and their jobs train the same network; how fast they are is not for a test to say."""

import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


def test_a_learners_functions_in_fit_learn_what_a_bare_loop_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "path", [str(BENCHMARKS), *sys.path])
    import networks

    monkeypatch.delitem(sys.modules, "networks")
    networks.learners(20, 1)
    lines = [line for line in capsys.readouterr().out.splitlines() if "differ by" in line]
    assert len(lines) == 5 and all(float(line.split()[-3]) < 1e-12 for line in lines)
