"""What controls that were moved do to the playground."""

from collections.abc import Mapping
from typing import Any

from helpers.explorers.playground import chosen
from helpers.playground.changes import RULE
from helpers.playground.presets import PRESETS
from helpers.playground.settings import of


def take(game: Any, controls: Mapping[str, Any]) -> None:
    """Where the controls stand now: other data or another start begin anew, the rest goes on with the network.

    Raises ValueError for what can't be, such as a function without a value: then nothing was set, and it is tried
    again whenever controls are taken, until it can.
    """
    moved = {name for name, value in controls.items() if value != game.controls.get(name, value)}
    before = game.controls, game.settings, game.drawn
    game.controls = dict(controls)
    try:
        _take(game, moved, before[0])
    except Exception:
        game.controls, game.settings, game.drawn = before
        raise


def _take(game: Any, moved: set[str], before: Mapping[str, Any]) -> None:
    """The controls that were moved; before: where all of them stood."""
    now = game.controls
    if "preset" in moved:
        _load(game, now["preset"])
        return
    anew = moved & {"source", "initialization", "new_start"}
    if anew or moved & {*chosen.DRAWN, "new_points"}:
        pressed = {name: now[name] - before[name] for name in moved & chosen.SEEDS.keys()}
        new = {name: now[name] for name in moved}
        game.settings = chosen.taken(game.now(), game.live.state, new, pressed)
        if anew:
            game.begin()
        else:
            game.draw_anew()
    for name in moved & {*RULE}:
        game.change(name, now[name])


def _load(game: Any, name: str) -> None:
    """All settings of a preset, which the controls show then; "none" leaves all as it is."""
    if name == chosen.NO_PRESET:
        return
    game.settings = of(PRESETS[name].settings)
    game.begin()
    game.controls |= chosen.standing(game.settings) | {"preset": name}
