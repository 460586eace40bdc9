"""Every notebook: the same as its source, short cells, pictures with alt text; and run as learners do."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import counting
import pytest
from needs import need

from helpers import plots
from helpers.exercises import registry, source

nbformat = need("nbformat")
need("jupytext")

COURSE = Path(__file__).parents[1]
NOTEBOOKS = sorted((COURSE / "notebooks").glob("*.ipynb"))
SOURCES = sorted((COURSE / "notebooks" / "source").glob("[0-9]*.md"))


build = need("build")  # notebooks/source/build.py


def test_every_source_has_its_notebook_and_the_other_way_round() -> None:
    assert [path.stem for path in SOURCES] == [path.stem for path in NOTEBOOKS] and SOURCES


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_the_notebook_is_that_of_its_source_run_without_error(path: Path) -> None:
    assert build.problems(path) == []


SMALL = """# Small

```python
print("one")
share = 0.456
```

It gets {{share:.0%}} right, of {{2 * 3}}.

```python tags=["nbval-ignore-output"]
import time; print(time.perf_counter())
```

```python
from helpers import plots
plots.loss_curves()
```
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A small source, built in a folder of its own."""
    folder = tmp_path_factory.mktemp("notebooks")
    (folder / "source").mkdir()
    source = folder / "source" / "90_small.md"
    source.write_text(SMALL, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "NOTEBOOKS", folder)
        build.build(source)
        yield source


def test_building_twice_writes_the_same_bytes(small: Path) -> None:
    notebook = small.parents[1] / "90_small.ipynb"
    first = notebook.read_bytes()
    build.build(small)
    assert notebook.read_bytes() == first and b"\r" not in first
    assert build.problems(small) == []


PIXELS = r'src="data:image/png;base64,[^"]*"'


def pixels_of(picture: plots.Picture) -> str:
    return re.findall(PIXELS, picture.html())[0]


def replace_html(notebook: Any, pattern: str, words: str) -> None:
    """Change the HTML of the small notebook's picture."""
    data = notebook.cells[4].outputs[0].data
    changed = re.sub(pattern, lambda _: words, data["text/html"])
    assert changed != data["text/html"]
    data["text/html"] = changed


FLAWS: dict[str, Callable[[Any], Any]] = {
    "differs from its source": lambda n: n.cells[1].update(source="print('two')"),
    "90_small.ipynb differs from its source": lambda n: n.cells[2].update(source="It gets 46% wrong, of 6."),
    "was never run": lambda n: n.cells[1].update(execution_count=None),
    "were not run once each, from the first to the last": lambda n: n.cells[1].update(execution_count=3),
    "ended in an error": lambda n: n.cells[1].outputs.append(nbformat.v4.new_output("error", ename="E", evalue="")),
    "wrote to stderr": lambda n: n.cells[1].outputs.append(nbformat.v4.new_output("stream", name="stderr", text="!")),
    "keeps a widget view": lambda n: n.cells[4].outputs[0].data.update({build.WIDGET_VIEW: {}}),
    "is not sealed": lambda n: n.metadata.course.update(cells="another"),
    "the version of Python is stored": lambda n: n.metadata.language_info.update(version="3.11.7"),
    "has another picture than it says": lambda n: replace_html(n, PIXELS, pixels_of(plots.sigmoid_and_step())),
    "metadata.widgets is stored": lambda n: n.metadata.update(widgets={}),
}


@pytest.mark.parametrize("sentence", FLAWS)
def test_each_flaw_of_a_stored_notebook_is_found(small: Path, sentence: str) -> None:
    path = small.parents[1] / "90_small.ipynb"
    before = path.read_text(encoding="utf-8")
    notebook = nbformat.reads(before, as_version=4)
    FLAWS[sentence](notebook)
    path.write_text(nbformat.writes(notebook), encoding="utf-8")
    found = build.problems(small)
    path.write_text(before, encoding="utf-8", newline="\n")
    assert len(found) == 1 and sentence in found[0]


CHANGES = {
    "pixels": (PIXELS, pixels_of(plots.sigmoid_and_step()), True),
    "width": (r'width="\d+"', 'width="1"', True),
    "alt text": ("Being sure and wrong", "Being unsure and wrong", False),
    "alt text of the image alone": ('alt="Where', 'alt="There', False),
    "paper": ("border-radius: 8px", "border-radius: 9px", False),
}


def test_nbval_compares_all_of_a_picture_but_its_pixels(small: Path, tmp_path: Path) -> None:
    """One notebook with the picture's cell again and again, each time changed in another way."""
    notebook = nbformat.read(small.parents[1] / "90_small.ipynb", as_version=4)
    kept, picture = notebook.cells[1:2], notebook.cells[4]
    for pattern, words, _ in CHANGES.values():
        notebook.cells[4] = nbformat.from_dict(picture)
        replace_html(notebook, pattern, words)
        kept.append(notebook.cells[4])
    notebook.cells = kept
    for number, cell in enumerate(kept):
        cell.id = f"cell-{number}"
    nbformat.write(notebook, tmp_path / "changed.ipynb")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")  # ours would not be read from here
    options = ["--nbval", "--nbval-current-env", f"--nbval-sanitize-with={COURSE / 'tests' / 'nbval_sanitize.cfg'}"]
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", *options, "changed.ipynb"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    verdicts = re.findall(r"^(PASSED|FAILED) changed.ipynb::Cell (\d+)", result.stdout, re.MULTILINE)
    found = [verdict for verdict, _ in sorted(verdicts, key=lambda pair: int(pair[1]))]
    assert found == ["PASSED", *("PASSED" if passes else "FAILED" for *_, passes in CHANGES.values())], result.stdout


def test_numbers_in_the_text_are_those_that_the_code_computed(small: Path) -> None:
    notebook = nbformat.read(small.parents[1] / "90_small.ipynb", as_version=4)
    assert notebook.cells[2].source == "It gets 46% right, of 6."
    assert [cell.id for cell in notebook.cells] == [f"90-{number:03}" for number in range(1, 6)]


def test_a_missing_notebook_is_found(small: Path) -> None:
    other = small.with_name("91_other.md")
    other.write_text(SMALL, encoding="utf-8")
    assert build.problems(other) == ["91_other.ipynb is missing"]


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request: pytest.FixtureRequest) -> Any:
    return nbformat.read(request.param, as_version=4)


def test_sections_that_docstrings_name_are_there() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (COURSE / "helpers").rglob("*.py"))
    named = set(re.findall(r'Notebook (\d\d), "([^"]+)"', text))
    assert len(named) >= 8
    for number, section in named:
        for path in SOURCES:
            if path.stem.startswith(number):
                assert f"## {section}\n" in path.read_text(encoding="utf-8"), (path.name, section)


def outputs(notebook: Any) -> list[Any]:
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def test_text_cells_are_short(notebook: Any) -> None:
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and "|---|" not in cell.source:
            words = re.findall(r"[A-Za-z]{2,}", re.sub(r"\$[^$]*\$", "", cell.source))
            assert len(words) <= 80 or cell.source.startswith("# "), (len(words), cell.source[:80])


def test_code_cells_are_short_and_end_without_a_semicolon(notebook: Any) -> None:
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.source.count("\n") < 16, cell.source
            assert not cell.source.rstrip().endswith(";")


def test_at_most_two_cells_are_not_compared(notebook: Any) -> None:
    tags = [tag for cell in notebook.cells for tag in cell.metadata.get("tags", [])]
    assert set(tags) <= {"nbval-ignore-output"} and len(tags) <= 2


def test_every_picture_has_alt_text_that_arrives(notebook: Any) -> None:
    texts = [output.data["text/plain"] for output in outputs(notebook) if "hand-figure" in html_of(output)]
    assert texts and all(text.endswith(".") for text in texts)
    assert not [output for output in outputs(notebook) if "image/png" in output.get("data", {})]
    page = soup(need("nbconvert").HTMLExporter().from_notebook_node(notebook)[0])
    assert not [image for image in page.select("img") if image.get("alt", "No").startswith("No description")]
    figures = page.select("figure.hand-figure")
    assert [figure.select_one("img")["alt"] for figure in figures] == texts
    assert len(page.select(".jp-OutputArea-output img")) == sum(len(figure.select("img")) for figure in figures)


def html_of(output: Any) -> str:
    return str(output.get("data", {}).get("text/html", ""))


def soup(page: str) -> Any:
    return need("bs4").BeautifulSoup(page, "html.parser")


def test_mathematics_is_written_so_that_it_renders_everywhere(notebook: Any) -> None:
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            assert r"\(" not in cell.source and r"\begin" not in cell.source
            assert cell.source.count("$") % 2 == 0, cell.source


def test_every_exercise_has_its_hints_folded_in_its_card_and_none_is_spent(notebook: Any) -> None:
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert not [cell.source for cell in code if re.search(r"^hint\(", cell.source, re.MULTILINE)]
    found = [(EXERCISE.match(cell.source)[1], cell.outputs) for cell in code if EXERCISE.match(cell.source)]
    for name, (output,) in found:
        assert output.data["text/plain"].startswith(f"○ {name}: not written yet.")
        page = soup(html_of(output))
        assert len(page.select("details")) >= 3 and not page.select("details[open]")
        assert len(page.select(".hand-card > details")) == 1  # each of the others within the one before


def rerun(path: Path, change: Any) -> Any:
    """The notebook of a source, changed and run."""
    notebook = build.read(path)
    change(notebook)
    return build.execute(notebook)


def printed(notebook: Any) -> str:
    """All that it says: printed, or as the plain text beside a card."""
    return "\n".join(output.get("text") or output.get("data", {}).get("text/plain", "") for output in outputs(notebook))


EXERCISE = re.compile(r"@check\ndef (\w+)")


def spoiled(code: str) -> str:
    return re.sub(r"^    return \.\.\.$", "    return 42 * undefined_name", code, flags=re.MULTILINE)


NUDGE = f"import sys; sys.path.append({str(COURSE / 'tests')!r}); import nudged; nudged.start(get_ipython())"


def pairs_as_a_learner_runs_them(notebook: Any, name: str) -> list[tuple[Any, Any]]:
    """Each cell twice, one after the other: exercises wrong first and then right, all others as they are."""
    answers = {exercise.name: exercise.reference for exercise in registry.load(name)}
    pairs = []
    for cell in notebook.cells:
        found = EXERCISE.match(cell.source)
        sources = (
            (spoiled(cell.source), f"@counted\n@check\n{source.source(answers[found[1]])}")
            if found
            else (cell.source, cell.source)
        )
        pairs.append(tuple(nbformat.from_dict({**cell, "source": each}) for each in sources))
    first = next(cell for pair in pairs for cell in pair if cell.cell_type == "code")
    first.source = f"{NUDGE}\n{first.source}"
    solved = {found[1] for cell in notebook.cells if (found := EXERCISE.match(cell.source))}
    assert solved == answers.keys(), "an exercise without a cell, or a cell without its exercise"
    return pairs


def solve(notebook: Any, name: str) -> None:
    """As a learner runs it, with a count of the calls of each function that is theirs."""
    in_turn(notebook, pairs_as_a_learner_runs_them(notebook, name))
    counting.count_calls(notebook)


def in_turn(notebook: Any, pairs: list[tuple[Any, Any]]) -> None:
    notebook.cells = [cell for pair in pairs for cell in pair]
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"


WITH_EXERCISES = [path for path in SOURCES if path.stem in registry.NOTEBOOKS]


@pytest.mark.parametrize("path", WITH_EXERCISES, ids=lambda path: path.stem)
def test_wrong_then_right_with_each_cell_run_twice(path: Path) -> None:
    """Wrong answers are named, right ones taken, the rest runs on them, and running a cell again changes nothing.

    Nor does it change a word that the second time each training starts from weights moved by 1e-12.
    """
    done = rerun(path, lambda notebook: solve(notebook, path.stem))
    counting.check_calls(*counting.of_cells(done))
    done.cells.pop()
    message = printed(done)
    for exercise in registry.load(path.stem):
        assert f"✗ {exercise.name}" in message and f"✓ {exercise.name}: right" in message
    assert message.count("undefined_name") >= len(registry.load(path.stem))
    assert "not written yet" not in message
    networks = [line for line in message.splitlines() if re.match(r"This \w+ runs on", line)]
    assert networks and all("your own" in line and " our " not in line for line in networks), networks
    for first, second in zip(done.cells[::2], done.cells[1::2], strict=True):
        if first.cell_type == "code" and not EXERCISE.match(first.source) and not varies(first):
            assert texts(first) == texts(second), first.source
    stored = nbformat.read(path.parents[1] / f"{path.stem}.ipynb", as_version=4)
    assert [cell.source for cell in done.cells[1::2] if cell.cell_type == "markdown"] == [
        cell.source for cell in stored.cells if cell.cell_type == "markdown"
    ], "numbers in the text"


def varies(cell: Any) -> bool:
    """Does it show another thing each time by intent: a timing?"""
    return bool(cell.metadata.get("tags"))


def texts(cell: Any) -> list[str]:
    message = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs]
    return [re.sub(r"(Python|NumPy|Matplotlib) [\d.]+\w*", r"\1", text) for text in message]


@pytest.mark.weekly
@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_running_each_cell_twice_with_nothing_written_changes_nothing(path: Path) -> None:
    doubled = rerun(path, lambda notebook: in_turn(notebook, [(cell, cell.copy()) for cell in notebook.cells]))
    stored = nbformat.read(path.parents[1] / f"{path.stem}.ipynb", as_version=4)
    for before, after in zip(stored.cells, doubled.cells[1::2], strict=True):
        if before.cell_type == "code" and not varies(before):
            assert texts(after) == texts(before), before.source


@pytest.mark.weekly
@pytest.mark.parametrize("path", WITH_EXERCISES, ids=lambda path: path.stem)
def test_with_every_answer_wrong_the_notebook_still_runs(path: Path) -> None:
    def spoil(notebook: Any) -> None:
        for cell in notebook.cells:
            cell.source = spoiled(cell.source)

    message = printed(rerun(path, spoil))
    for exercise in registry.load(path.stem):
        assert f"✗ {exercise.name}" in message
    assert message.count("undefined_name") >= len(registry.load(path.stem))


@pytest.mark.weekly
def test_without_dask_the_sweeps_say_the_same() -> None:
    def without_dask(notebook: Any) -> None:
        first = next(cell for cell in notebook.cells if cell.cell_type == "code")
        first.source = f'import sys; sys.modules["dask"] = None\n{first.source}'

    (path,) = [path for path in SOURCES if path.stem == "07_hyperparameters"]
    stored = nbformat.read(path.parents[1] / f"{path.stem}.ipynb", as_version=4)
    assert printed(rerun(path, without_dask)) == printed(stored)
