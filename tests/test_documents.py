"""README and datasheet say what is so: each path and link leads somewhere, each number comes out again."""

import re
from pathlib import Path

import numpy as np
import pytest

from helpers import datasets, logistic, networks
from helpers.training import fit

COURSE = Path(__file__).parents[1]
README = (COURSE / "README.md").read_text(encoding="utf-8")
DATASHEET = (COURSE / "data" / "README.md").read_text(encoding="utf-8")
MADE = {".venv", "my_notebooks/", "notebooks/mine", ".venv/bin/python"}  # by course.py, now or once


def lost(text: str, folder: Path) -> set[str]:
    """Links, pictures and paths in `code` or a command, of which there is no file."""
    links = {link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link}
    paths = set(
        re.findall(r"(?:(?<=`)|(?<=python )|(?<=python3 ))([\w.-]+(?:/[\w.-]*)+|[\w-]+\.(?:py|npz|txt))(?=[`\s])", text)
    )
    missing = {link for link in links if not (folder / link).exists()}
    return missing | {path for path in paths - MADE if not any((at / path).exists() for at in (COURSE, folder))}


@pytest.mark.parametrize("name", ["README.md", "data/README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_path_and_link_leads_somewhere(name: str) -> None:
    path = COURSE / name
    assert lost(path.read_text(encoding="utf-8"), path.parent) == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("(helpers/logistic.py)", "(helpers/logistics.py)"),
        ("notebooks/source/readme.png", "notebooks/source/picture.png"),
        ("benchmarks/panel_latency.py", "benchmarks/latency.py"),
        ("notebooks/02_logistic_regression.ipynb", "notebooks/02_regression.ipynb"),
        ("`helpers/`", "`helper/`"),
        ("(data/README.md)", "(data/DATA.md)"),
    ],
)
def test_a_wrong_one_is_found(old: str, new: str) -> None:
    assert old in README
    assert lost(README.replace(old, new), COURSE) == {new.strip("()`")}


def contents() -> dict[str, np.ndarray]:
    """Every array of both files, as "cats train_images"."""
    found = {}
    for name in ("cats", "digits"):
        with np.load(COURSE / "data" / f"{name}.npz") as file:
            found |= {f"{name} {array}": file[array] for array in file.files}
    return found


def facts(arrays: dict[str, np.ndarray]) -> list[str]:
    """What the datasheet must say, from the files."""
    cats, cats_test, digits, digits_test = (
        arrays[f"{name} {part}_labels"] for name in ("cats", "digits") for part in ("train", "test")
    )
    rows = []
    for name, inside in (("cats", "red, green, blue, 0 to 255"), ("digits", "ink, 0 to 16")):
        for kind, values in (("images", inside), ("labels", "1 cat, 0 not a cat" if name == "cats" else "0 to 9")):
            train, test = arrays[f"{name} train_{kind}"], arrays[f"{name} test_{kind}"]
            rows.append(f"| `train_{kind}`, `test_{kind}` | {train.shape}, {test.shape} {train.dtype} | {values} |")
    return [
        *rows,
        f"{cats.sum()} of the {len(cats)} training images and {cats_test.sum()} of the {len(cats_test)} test images",
        f"{len(digits) + len(digits_test):,} digits",
        f"the first {len(digits):,} to train on,\nthe last {len(digits_test)} to test",
    ]


def test_the_datasheet_counts_right() -> None:
    arrays = contents()
    assert [fact for fact in facts(arrays) if fact not in DATASHEET] == []
    highest = {"cats train_images": 255, "digits train_images": 16, "digits train_labels": 9, "cats train_labels": 1}
    assert {name: arrays[name].max() for name in highest} == highest


def test_another_number_of_images_would_be_found() -> None:
    fewer = {name: array[:-1] for name, array in contents().items()}
    assert not [fact for fact in facts(fewer) if fact in DATASHEET]


def test_logistic_regression_does_on_the_cats_what_the_datasheet_says() -> None:
    [(rate, iterations, train, test)] = re.findall(
        r"from zeros, rate ([\d.]+), ([\d,]+) iterations,\s(\d+) % of the training images and (\d+) % of the test",
        DATASHEET,
    )
    data, model = datasets.load("cats"), networks.logistic_regression()
    start = logistic.initialize(len(data.X))
    done = fit(model, start, data.X, data.Y, learning_rate=float(rate), iterations=int(iterations.replace(",", "")))
    right = [np.mean(model.predict(done.params, X) == Y) for X, Y in ((data.X, data.Y), (data.X_test, data.Y_test))]
    assert [round(100 * share) for share in right] == [int(train), int(test)]
