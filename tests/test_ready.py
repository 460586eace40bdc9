"""The first cell of every notebook: Ready, or what to do."""

import sys
from importlib.metadata import PackageNotFoundError

import pytest

from helpers import ready


def test_ready_names_the_versions(capsys: pytest.CaptureFixture[str]) -> None:
    ready.ready()
    said = capsys.readouterr().out
    assert said.startswith(f"Ready: Python {sys.version_info.major}.{sys.version_info.minor}")
    assert "NumPy" in said and "Matplotlib" in said


def test_a_package_too_old_is_named_with_its_cure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ready, "version", lambda package: "1.26.4" if package == "numpy" else "99.0")
    ready.ready()
    said = capsys.readouterr().out
    assert said.startswith("Not ready yet.")
    assert 'numpy 1.26.4 is too old: run  %pip install "numpy>=2.1"' in said


def test_a_package_that_is_missing_is_named_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(package: str) -> str:
        if package == "anywidget":
            raise PackageNotFoundError(package)
        return "99.0"

    monkeypatch.setattr(ready, "version", version)
    assert ready.problems() == [
        'anywidget is not installed: run  %pip install "anywidget>=0.9"  and restart the kernel.'
    ]


def test_an_old_python_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 1))
    assert ready.problems()[0] == "Python 3.10 is too old: the course needs 3.11."


@pytest.mark.parametrize(("newer", "older"), [("2.10.0", "2.9"), ("3.10", "3.9.7"), ("2.4.0rc1", "2.3")])
def test_versions_compare_as_numbers(newer: str, older: str) -> None:
    assert ready._numbers(newer) > ready._numbers(older)
