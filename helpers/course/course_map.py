"""The map of the course: its notebooks in order, what each is about, and what it earns.  Notebook 00, "The map"."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"


@dataclass(frozen=True)
class Lesson:
    """A notebook: its file's name, its title, the reader's minutes (0: none), and what the reader will do."""

    name: str
    title: str
    minutes: int
    you_will: str

    @property
    def number(self) -> str:
        """Such as "02"."""
        return self.name[:2]

    @property
    def there(self) -> bool:
        """Is it written yet?"""
        return (NOTEBOOKS / f"{self.name}.ipynb").exists()


LESSONS = (
    Lesson("00_start_here", "Start here", 16, "check your machine, and see a network learn"),
    Lesson(
        "01_vectorisation_and_broadcasting",
        "Vectorisation and broadcasting",
        80,
        "turn loops into array operations, and know every shape",
    ),
    Lesson(
        "02_logistic_regression",
        "Logistic regression",
        120,
        "train one unit, from its formula to a classifier of images",
    ),
    Lesson("03_activation_functions", "Activation functions", 90, "bend the line: four curves and their slopes"),
    Lesson(
        "04_shallow_network", "The shallow network", 120, "put a hidden layer before that unit, and derive its gradient"
    ),
    Lesson("05_deep_network", "The deep network", 100, "go through any number of layers, forward and back"),
    Lesson("06_training", "Training in practice", 110, "train on small batches, with momentum and dropout"),
    Lesson("07_hyperparameters", "Hyperparameters", 60, "choose what training does not learn"),
    Lesson("08_playground", "The playground", 45, "train, build and break networks with your own hands"),
)

REFERENCE = Lesson("99_reference", "Reference", 0, "look up a word, a symbol, a formula, a section of the notes")


def find(number: str) -> Lesson:
    """The notebook with this number, such as "02"."""
    for lesson in (*LESSONS, REFERENCE):
        if lesson.number == number:
            return lesson
    raise ValueError(f"there is no notebook {number!r}; they are {', '.join(lesson.number for lesson in LESSONS)}")


def anchor(heading: str) -> str:
    """The anchor that Jupyter gives a heading: its spaces become hyphens, all else stays, a question mark too."""
    return heading.replace(" ", "-")


def link(number: str, section: str) -> str:
    """A Markdown link to a section, or the number alone of a notebook that is not written yet."""
    lesson = find(number)
    return f"[{number} {section}]({lesson.name}.ipynb#{anchor(section)})" if lesson.there else number


def rows(folder: str = "") -> Iterator[str]:
    """The map as lines of a Markdown table; notebooks that are not written yet have no link."""
    for lesson in (*LESSONS, REFERENCE):
        title = f"[{lesson.title}]({folder}{lesson.name}.ipynb)" if lesson.there else f"{lesson.title} (to come)"
        minutes = f"{lesson.minutes} min" if lesson.minutes else ""
        yield f"| {lesson.number} | {title} | {lesson.you_will} | {minutes} |"


def show() -> None:
    """Display the map, each notebook a link."""
    display_markdown("\n".join(["| no. | notebook | you will | time |", "|---|---|---|---|", *rows()]))


def display_markdown(text: str) -> None:
    """Markdown where there is a page for it, plain text elsewhere."""
    _display({"text/markdown": text, "text/plain": text})


def display_html(text: str) -> None:
    """HTML where there is a page for it, nothing elsewhere."""
    _display({"text/html": text, "text/plain": ""})


def _display(bundle: dict[str, str]) -> None:
    from IPython.display import display

    output: Any = display
    output(bundle, raw=True)
