"""progress(): the exercises, done, tried or open."""

from helpers.exercises import progress_file
from helpers.exercises.registry import NOTEBOOKS, load, title

MARKS = {"done": "✓", "tried": "◐", "open": "○"}


def progress(notebook: str = "") -> None:
    """Print the exercises of a notebook, such as "02_logistic_regression", or of all: ✓ done, ◐ tried, ○ open."""
    known, wanted = progress_file.read(), [notebook] if notebook else NOTEBOOKS
    print("\n\n".join(_notebook(each, known.get(each, {})) for each in wanted))


def _notebook(notebook: str, states: dict[str, str]) -> str:
    exercises = load(notebook)
    width = max(len(exercise.name) for exercise in exercises)
    lines = []
    for exercise in exercises:
        state = states.get(exercise.name, "open")
        lines.append(f"  {MARKS.get(state, '✓')} {state:<5}  {exercise.name:<{width}}  {exercise.section}")
    done = sum(states.get(exercise.name) == "done" for exercise in exercises)
    return "\n".join([f"{title(notebook)}: {done} of {len(exercises)} done", *lines])
