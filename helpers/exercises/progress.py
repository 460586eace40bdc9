"""progress(): every exercise of the course, done, tried or open."""

from helpers.exercises import record
from helpers.exercises.registry import NOTEBOOKS, load, title

MARKS = {"done": "✓", "tried": "◐", "open": "○"}


def progress() -> None:
    """Print the course's exercises by notebook: ✓ done, ◐ tried, ○ open."""
    known = record.read()
    print("\n\n".join(_notebook(notebook, known.get(notebook, {})) for notebook in NOTEBOOKS))


def _notebook(notebook: str, states: dict[str, str]) -> str:
    exercises = load(notebook)
    width = max(len(exercise.name) for exercise in exercises)
    lines = []
    for exercise in exercises:
        state = states.get(exercise.name, "open")
        lines.append(f"  {MARKS[state]} {state:<5}  {exercise.name:<{width}}  {exercise.section}")
    done = sum(states.get(exercise.name) == "done" for exercise in exercises)
    return "\n".join([f"{title(notebook)}: {done} of {len(exercises)} done", *lines])
