"""Each slip of the lecture notes has its box, and the box runs the slip's own line and shows how it is refused."""

import json
import re
from pathlib import Path

import pytest
from prose import NAMES, headings

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"

# The forms that the title of a box has, and the words with which an output refuses a line.
TITLE = re.compile(r"Wrong in the notes: |The notes say|Three slips$|A (slip|mistake) without a message: ")
REFUSAL = re.compile(r"\b(refused|TypeError|ValueError|AssertionError)\b|: (wrong|False)\b")

# Slip -> each of its boxes: the notebook, the title, and how the line of output begins that refuses it.
BOXES = {
    "E1": [("04", "Wrong in the notes: `np.random.randn((2,2)) * 0.01`", "TypeError")],
    "E2": [("04", "Three slips", "slip 1")],
    "E3": [("04", "Three slips", "slip 2")],
    "E4": [("04", "Three slips", "slip 3")],
    "E5": [("05", "Wrong in the notes: `dW = (1/m) np.sum(dZ, axis=1, keepdim=True)`", "TypeError")],
    "E6": [("04", "Wrong in the notes: $b^{[1]}$, of shape $(n_1, 1)$, is a row vector", "a row")],
    "E7": [
        ("05", r"Wrong in the notes: $\delta = y - z$, with $w \leftarrow w - \mu\,\partial C/\partial w$", "all 44")
    ],
    "E8": [("06", r"Wrong in the notes: $\delta = y - z$ for the squared error", "all 235")],
    "E9": [("02", r"Wrong in the notes: $C = y \log z + (1 - y)\log(1 - z)$", "all 3")],
    "E10": [("02", r"Wrong in the notes: $J$ without the $\sum_i$", "without the sum")],
    "E11": [("02", "Wrong in the notes: `z += w[i] **[i]`", "z += w[i] **[i]")],
    "E12": [("03", 'Wrong in the notes: the way back is the "inverse function"', "the notes")],
    "E13": [("04", 'Wrong in the notes: such a network is like one "with one hidden layer"', "a hidden layer")],
    "E14": [
        (
            "06",
            r"Wrong in the notes: $\alpha_{k+1} = \alpha_k / (1 + \text{decay})$ as 1/t decay",
            "the notes' rates are those of the 1/t decay",
        )
    ],
    "E15": [
        ("01", "A mistake without a message: `keepdims` forgotten", "keepdims=False"),
        ("04", "A slip without a message: `db1 = np.sum(dZ1, axis=1) / m`", "ValueError"),
    ],
    "E16": [
        (
            "06",
            "Wrong in the notes: ReLU solves the vanishing gradient",
            "ReLU keeps the gradient",
        )
    ],
    "E17": [("06", "Wrong in the notes: dropout is drawn once an epoch", "two passes have the same mask")],
    "E18": [("02", r"Wrong in the notes: the $\hat y$ of logistic regression hardly stays between 0 and 1", "linear")],
    "E19": [("02", "Wrong in the notes: `dw_2 = x_2 * dz` beside `dw_1 += x_1 * dz`", "all 3")],
    "E20": [("02", "Wrong in the notes: `n-x` for `n_x`", "n-x")],
    "E21": [("02", r"Wrong in the notes: $\mathrm{sign}(z - \tfrac12)$ decides like $\mathrm{round}(z)$", "sign")],
    "E22": [("02", "Wrong in the notes: with all the data in each step the cost must fall", "rate 0.005")],
    "E23": [("06", r"Wrong in the notes: $w \leftarrow w - v$", "w - v goes down at every step")],
    "E24": [("03", 'Wrong in the notes: the way back is the "inverse function"', "the notes")],
    "E25": [("05", r"Wrong in the notes: $da^{[l]} = -y/a + (1 - y)/(1 - a)$ in every layer", "all 5")],
    "E26": [("03", """Wrong in the notes: "$g * z$" and "$g' * z$\"""", "the notes")],
    "E27": [("05", 'Wrong in the notes: "one hidden unit, $n^{[2]} = 1$"', "AssertionError")],
    "E28": [("06", "A slip without a message: one learning rate for the sum and for the mean", "rate 0.50000")],
}
EACH = [pytest.param(*box, id=f"{slip}-{box[0]}") for slip, boxes in BOXES.items() for box in boxes]


def cells_under(notebook: str, title: str) -> list[dict]:
    """The code cells between a heading and the next one, of a notebook as it is stored."""
    [path] = NOTEBOOKS.glob(f"{notebook}_*.ipynb")
    found, heading = [], ""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        text = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            heading = (re.findall(r"^#+ (.+)$", text, re.MULTILINE) or [heading])[-1]
        elif heading == title:
            found.append(cell)
    return found


def printed(cell: dict) -> list[str]:
    """The lines that a cell printed or displayed as plain text."""
    outputs = (each.get("text") or each.get("data", {}).get("text/plain", "") for each in cell["outputs"])
    return [line for output in outputs for line in "".join(output).splitlines()]


def refusals(lines: list[str], begins: str) -> list[str]:
    return [line for line in lines if line.startswith(begins) and REFUSAL.search(line)]


@pytest.mark.parametrize(("notebook", "title", "begins"), EACH)
def test_the_box_of_a_slip_shows_how_it_is_refused(notebook: str, title: str, begins: str) -> None:
    lines = [line for cell in cells_under(notebook, title) for line in printed(cell)]
    assert refusals(lines, begins), f"no line that begins with {begins!r} refuses anything: {lines}"


def test_every_box_of_the_notebooks_is_in_the_table() -> None:
    there = {(name[:2], heading) for name in NAMES for heading in headings(name) if TITLE.match(heading)}
    assert there == {(notebook, title) for boxes in BOXES.values() for notebook, title, _ in boxes}


def test_a_line_that_passes_is_no_refusal() -> None:
    assert not refusals(["slip 1: right", "equal: True", "agrees"], "")
    assert refusals(["slip 1: wrong dW2"], "slip 1")
    assert not refusals(["slip 1: wrong dW2"], "slip 2")
