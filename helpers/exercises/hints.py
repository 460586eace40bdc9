"""Hints: in a card they are folded, each within the one before; hint() shows one more at each call."""

from collections.abc import Sequence

from helpers.exercises.card import card, paragraph_html
from helpers.exercises.exercise import Exercise
from helpers.exercises.rich_output import show
from helpers.exercises.verdict import paragraph


def folded_hints(name: str, hints: Sequence[str], given: int = 0) -> str:
    """HTML of hints to open one by one, in a saved notebook too, without any code; the first `given` are open."""
    inside = paragraph_html(_last_words(name))
    for number, hint in reversed(list(enumerate(hints, 1))):
        tag = "<details open>" if number <= given else "<details>"
        summary = f"{'Stuck? ' if number == 1 else ''}Hint {number} of {len(hints)}"
        inside = f"{tag}<summary>{summary}</summary>\n{paragraph_html(hint)}{inside}</details>\n"
    return inside if hints else ""


def show_hints(exercise: Exercise, count: int) -> None:
    """Show the first `count` hints; past the last one also the way to the solution."""
    titles = [f"Hint {number} of {len(exercise.hints)} for {exercise.name}:" for number in range(1, count + 1)]
    shown = list(zip(titles, exercise.hints, strict=False))
    last = [_last_words(exercise.name)] if count > len(exercise.hints) else []
    text = [*(f"{title}\n{paragraph(hint)}" for title, hint in shown), *last]
    html = [*(f"<p><b>{title}</b></p>\n{paragraph_html(hint)}" for title, hint in shown), *map(paragraph_html, last)]
    show(card("open", "".join(html)), "\n".join(text))


def _last_words(name: str) -> str:
    return f'That was the last hint. solution("{name}") shows how we wrote {name}.'
