"""What is said below the playground: how far it came, how often it is right, and what one's own gradient is worth."""

from typing import Any

from helpers.explorers.playground.scene import Scene
from helpers.explorers.standing import Standing
from helpers.explorers.verdicts import verdict
from helpers.playground.presets import PRESETS
from helpers.wording import count, rounded

ROOM = 220  # letters, in two lines


def form(scene: Scene) -> str:
    """The picture in a sentence."""
    layers = ", ".join(f"{count(n, 'unit')} {g.name}" for n, g in zip(scene.sizes, scene.activations, strict=False))
    hidden = f"hidden layers of {layers}" if scene.sizes else "no hidden layer"
    rest = "the answer over the plane, curves of the cost, gradients by layer, a histogram of the weights"
    return f"A network with the inputs {', '.join(scene.features)}, {hidden}; {rest}."


def told(game: Any) -> str:
    """The status line: how far it came, how often it is right, and of the rest what has room in two lines."""
    live, standing = game.live, Standing(game.live, game.stopped, tried=game.tried)
    said = f"Epoch {live.step:,}: {_right(standing)}" if live.step else f"Not trained yet: {_right(standing)}"
    first, *rest = [*filter(None, _rest(game, standing)), ""]
    for words in (first, *rest):
        if words and (words is first or len(f"{said} {words}") <= ROOM):
            said = f"{said} {words}"
    return said


def _rest(game: Any, standing: Standing) -> list[str]:
    """The reason of a preset, what stands out, and what the gradient check says; the most important first."""
    preset, watch = game.controls.get("preset"), game.watch
    reason = PRESETS[preset].reason if preset in PRESETS else ""
    check = str(watch) if watch and game.controls.get("check", True) else ""
    if watch and watch.wrong:  # then every cost, and what every rate does, is that of a wrong gradient
        return [check, reason]
    stands_out = verdict(standing)
    return [stands_out, reason, check] if game.stopped else [reason, stands_out, check]


def _right(standing: Standing) -> str:
    seen, unseen = (_score(standing, score) for score in (standing.on_train, standing.on_test))
    said = f"{seen} on {count(standing.live.state.m, 'training point')}"
    held_out = standing.unseen[1].size
    said += f", {unseen} on {held_out} held out." if held_out else "."
    return said if standing.classifies else f"mean squared error {said}"


def _score(standing: Standing, score: float) -> str:
    return f"{score:.0%} right" if standing.classifies else rounded(score)
