"""What a touch of the picture does to the playground."""

from typing import Any

from helpers.explorers import examples_in_plane
from helpers.playground.settings import ACTIVATIONS, MOST_LAYERS, MOST_UNITS
from helpers.widgets.hands import Touch

NUDGE = 0.1  # by which an arrow key changes a weight


def touch(game: Any, touch: Touch) -> None:
    """Do it; what can't be done, such as a ninth layer, is left alone."""
    if touch.handle == "plane":
        examples_in_plane.touch(game, touch)
    elif touch.handle.startswith("input "):
        _input(game, touch.handle.removeprefix("input "))
    else:
        *words, numbers = _read(touch.handle)
        DO[" ".join(words)](game, touch, *numbers)


def _read(handle: str) -> tuple[Any, ...]:
    """ "new layer 2" is ("new", "layer", [2])."""
    words = handle.split()
    named = [word for word in words if not word.isdigit()]
    return (*named, [int(word) for word in words if word.isdigit()])


def _input(game: Any, name: str) -> None:
    """The last input stays."""
    features = game.live.state.features
    if name not in features:
        game.change("add_feature", name)
    elif len(features) > 1:
        game.change("remove_feature", name)


def _unit(game: Any, _touch: Touch, layer: int, unit: int) -> None:
    """Its map is the large one; touched again, or where it is the output, the answer is."""
    output = layer == len(game.live.state.on)
    game.shown = None if output or game.shown == (layer, unit) else (layer, unit)


def _switch(game: Any, _touch: Touch) -> None:
    """The unit that is shown goes off, or on again; the last one of a layer that is on stays on."""
    layer, unit = game.shown
    on = game.live.state.on[layer]
    if on.sum() > 1 or not on[unit]:
        game.change("switch", (layer, unit))


def _more(game: Any, _touch: Touch, layer: int) -> None:
    if game.live.state.hidden[layer] < MOST_UNITS:
        game.change("add_unit", (layer, game.new_draw()))


def _fewer(game: Any, _touch: Touch, layer: int) -> None:
    """The last one goes, or the one that is shown large."""
    units = game.live.state.hidden[layer]
    if units > 1:
        chosen = game.shown[1] if game.shown and game.shown[0] == layer else units - 1
        game.change("remove_unit", (layer, chosen))


def _activation(game: Any, _touch: Touch, layer: int) -> None:
    """The next one of the list."""
    now = ACTIVATIONS.index(game.live.state.activations[layer])
    game.change("activation", (layer, ACTIVATIONS[(now + 1) % len(ACTIVATIONS)]))


def _remove_layer(game: Any, _touch: Touch, layer: int) -> None:
    game.change("remove_layer", layer)


def _new_layer(game: Any, _touch: Touch, column: int) -> None:
    """With the activation of the layer before it, or of the first one."""
    activations = game.live.state.activations
    if len(activations) < MOST_LAYERS:
        like = activations[max(column - 1, 0)] if activations else ACTIVATIONS[1]
        game.change("add_layer", (column, like))


def _weight(game: Any, touch: Touch, layer: int, unit: int, source: int) -> None:
    """Press chooses it, arrows change it."""
    game.weight = (layer, unit, source)
    if touch.arrow:
        value = float(game.live.params[layer][0][unit, source])
        game.change("weight", (layer, unit, source, value + NUDGE * sum(touch.arrow)))


DO: dict[str, Any] = {
    "unit": _unit,
    "switch": _switch,
    "more": _more,
    "fewer": _fewer,
    "activation": _activation,
    "layer": _remove_layer,
    "new layer": _new_layer,
    "weight": _weight,
}
