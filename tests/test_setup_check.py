"""The first cell of every notebook: Ready, or what to do."""

import ast
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from helpers.course import setup_check

COURSE = Path(__file__).parents[1]


def test_ready_names_the_versions(capsys: pytest.CaptureFixture[str]) -> None:
    setup_check.check_setup()
    message = capsys.readouterr().out
    assert message.startswith(f"Ready: Python {sys.version_info.major}.{sys.version_info.minor}")
    assert "NumPy" in message and "Matplotlib" in message


def test_a_package_too_old_is_named_with_its_cure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(setup_check, "version", lambda package: "1.26.4" if package == "numpy" else "99.0")
    setup_check.check_setup()
    message = capsys.readouterr().out
    assert message.startswith("Not ready yet.")
    assert message.splitlines()[1:] == [
        'numpy 1.26.4 is too old: run  %pip install "numpy>=2.1",  restart the kernel and reload the page.'
    ]


def test_a_package_that_is_missing_is_named_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(package: str) -> str:
        if package == "anywidget":
            raise PackageNotFoundError(package)
        return "99.0"

    monkeypatch.setattr(setup_check, "version", version)
    assert setup_check.problems() == [
        'anywidget is not installed: run  %pip install "anywidget>=0.9",  restart the kernel and reload the page.'
    ]


def test_an_old_python_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 1))
    assert setup_check.problems()[0] == (
        "Python 3.10 is too old: install Python 3.11 or later from python.org, "
        "and start the course again with  python3 course.py."
    )


def test_an_old_python_can_read_it() -> None:
    """A kernel of Python 3.8, say: it has no list[str], so no annotation may be evaluated."""
    tree = ast.parse(Path(setup_check.__file__).read_text(encoding="utf-8"), feature_version=(3, 8))
    first = tree.body[1]
    assert isinstance(first, ast.ImportFrom) and first.module == "__future__"
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr)]


@pytest.mark.parametrize(
    ("ipywidgets", "page", "fits"),
    [("8.1.7", "3.0.15", True), ("8.1.7", "1.1.11", False), ("7.7.5", "1.1.11", True), ("8.0.0", "", False)],
)
def test_the_page_side_of_the_panels_is_of_the_same_age(
    ipywidgets: str, page: str, fits: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def version(package: str) -> str:
        if package == "jupyterlab_widgets" and not page:
            raise PackageNotFoundError(package)
        return {"ipywidgets": ipywidgets, "jupyterlab_widgets": page}.get(package, "99.0")

    monkeypatch.setattr(setup_check, "version", version)
    found = setup_check.problems()
    assert fits == (not found)
    assert fits or (len(found) == 1 and '%pip install "jupyterlab_widgets>=3.0"' in found[0])


@pytest.mark.parametrize(("newer", "older"), [("2.10.0", "2.9"), ("3.10", "3.9.7"), ("2.4.0rc1", "2.3")])
def test_versions_compare_as_numbers(newer: str, older: str) -> None:
    assert setup_check._numbers(newer) > setup_check._numbers(older)


def test_the_first_cell_says_what_to_do_where_the_helpers_are_not(tmp_path: Path) -> None:
    """Notebook 00 opened with another Python: its own first cell has to tell."""
    bare = [sys.executable, "-I", "-S", "-c", first_cell(SOURCES[0])]  # with the standard library alone
    message = subprocess.run(bare, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True).stdout
    assert message.startswith("Not ready: helpers is not here. Start the course with  python3 course.py\n")


SOURCES = sorted((COURSE / "notebooks" / "source").glob("[0-9]*.md"))


def first_cell(source: Path) -> str:
    return source.read_text(encoding="utf-8").split("```python\n", 1)[1].split("```", 1)[0]


def test_every_notebook_has_the_same_first_cell() -> None:
    assert len({first_cell(source) for source in SOURCES}) == 1


KERNEL = "import sys; sys.path.insert(0, '')\n"  # as a kernel has it
WHERE = "\nimport helpers; print(helpers.__file__)"


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course that is not installed, and can be told from this one."""
    folder = tmp_path_factory.mktemp("elsewhere") / "mein Kürs"
    shutil.copytree(COURSE / "helpers" / "course", folder / "helpers" / "course")
    shutil.copy(COURSE / "helpers" / "__init__.py", folder / "helpers")
    for name in ("notebooks", "my_notebooks/week 1"):
        (folder / name).mkdir(parents=True)
    return folder


@pytest.mark.parametrize("installed", [False, True])
@pytest.mark.parametrize("place", ["", "notebooks", "my_notebooks", "my_notebooks/week 1"])
def test_the_first_cell_finds_the_helpers_above_it(elsewhere: Path, place: str, installed: bool) -> None:
    """Installed or not, and even where another clone of the course is installed."""
    message = run_cell(elsewhere / place, COURSE if installed else None)
    assert message.startswith("Ready: ") and Path(message.splitlines()[-1]).is_relative_to(elsewhere)


def test_a_notebook_far_from_the_course_finds_helpers_that_are_installed(tmp_path: Path) -> None:
    message = run_cell(tmp_path, COURSE)
    assert message.startswith("Ready: ") and Path(message.splitlines()[-1]).is_relative_to(COURSE)


def run_cell(folder: Path, installed: Path | None) -> str:
    """What the first cell prints, and then where it found the helpers."""
    site = [str(path) for path in sys.path if path.endswith("site-packages")] + ([str(installed)] if installed else [])
    code = f"{KERNEL}sys.path += {site!r}\n{first_cell(SOURCES[0])}{WHERE}"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-X", "utf8", "-c", code],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout or done.stderr
