"""What is shown of a playground: its scene, drawn, told, and to be touched."""

from typing import TYPE_CHECKING, Any

import numpy as np

from helpers.explorers.playground import handles, told
from helpers.explorers.playground.chosen import added
from helpers.explorers.playground.picture import draw
from helpers.explorers.playground.rule import rule
from helpers.explorers.playground.scene import Scene
from helpers.playground.live import LiveTraining
from helpers.widgets.drawing import Drawing
from helpers.widgets.frame import Frame

if TYPE_CHECKING:
    from helpers.explorers.playground.playing import Playground


def frame(game: "Playground") -> Frame:
    """The picture, its words, and what can be touched."""
    seen, layout, status = scene(game), game.layout, told.told(game)
    drawing = Drawing(layout.width, layout.height, draw(seen, layout))
    return Frame(drawing, f"{told.form(seen)} {status}", status, handles.handles(seen, layout))


def scene(game: "Playground") -> Scene:
    """What is drawn of it, at the moment that is shown."""
    live, state = game.live, game.live.state
    unseen = game.unseen() if game.controls.get("unseen") else ()
    points_test, Y_test = unseen or (None, None)
    return Scene(
        params=live.params,
        activations=live.model.activations,
        points_test=points_test,
        Y_test=Y_test,
        window=game.window,
        hard=bool(game.controls.get("hard")),
        shown=game.shown,
        chosen_weight=game.weight,
        example=game.example % state.m,
        picked=game.picked,
        gradient_sizes=[float(np.sqrt(np.mean(dW**2))) for dW, _ in live.gradients()],
        rule=rule(state),
        click=added(game.click, state.task),
        cost_name="cost, with L2" if state.l2 else "cost: how wrong",
        **{name: getattr(state, name) for name in ("on", "features", "points", "Y", "task")},
        **_curves(live),
    )


def _curves(live: LiveTraining) -> dict[str, Any]:
    """The costs up to the moment that is shown, and the epochs where they are known."""
    rows = np.array([moment[:3] for moment in live.moments[: live.at + 1]], float).T  # (3, moments)
    return dict(zip(("epochs", "costs", "held_out"), rows, strict=True))
