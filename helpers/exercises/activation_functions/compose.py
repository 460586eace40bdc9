"""compose: any number of linear layers as one."""

from collections.abc import Callable
from typing import Any

from helpers.exercises.activation_functions.inputs import STACKS
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.labels import PARAMS
from helpers.linear_layers import compose
from helpers.validation import Array, Layers

Step = Callable[[Array, Array, Array, Array], tuple[Any, Any]]


def stepwise(step: Step) -> Callable[[Layers], tuple[Any, Any]]:
    """What comes out if each layer (W2, b2) is added to (W, b) by step(W, b, W2, b2)."""

    def wrong(layers: Layers) -> tuple[Any, Any]:
        W, b = layers[0]
        for W_next, b_next in layers[1:]:
            W, b = step(W, b, W_next, b_next)
        return W, b

    return wrong


COMPOSE = Exercise(
    reference=compose,
    section="Why not linear?",
    takes={"layers": PARAMS},
    returns=("W", "b"),
    cases=STACKS,
    hints=(
        "Two layers first: W2 (W1 x + b1) + b2. Multiply out: what is in front of x, and what is left over?",
        "W2 W1 is in front of x, and W2 b1 + b2 is left over. That is a layer again; join the third one to "
        "it in the same way.",
        "Start with W, b = layers[0]. Then a loop: for W_next, b_next in layers[1:].",
        "In the loop, both at once, so that b still meets the old W: W, b = W_next @ W, W_next @ b + "
        "b_next. After it, return W, b.",
    ),
    mistakes=(
        Mistake(
            stepwise(lambda W, b, W2, b2: (W @ W2, W2 @ b + b2)),
            "The matrices are in the wrong order. W1 is applied to x first, so it is next to x, on the right.",
        ),
        Mistake(
            stepwise(lambda W, b, W2, b2: (W2 @ W, b + b2)),
            "W is right, but b1 passes through the second layer as well. What does that layer do with it?",
        ),
        Mistake(
            stepwise(lambda W, b, W2, b2: (W2 @ W, b2)),
            "W is right, but the earlier biases are lost. They pass through the later layers, and come out changed.",
        ),
        Mistake(
            stepwise(lambda W, b, W2, b2: (W2 @ W, W2 @ b)),
            "W is right, but each layer's own bias is missing. It is added after the layer's matrix.",
        ),
        Mistake(
            stepwise(lambda W, b, W2, b2: (W2 @ W, W2 @ W @ b + b2)),
            "W is right, but b meets the whole product. It passes through the new layer only: compute both "
            "before W changes.",
        ),
        Mistake(
            stepwise(lambda W, b, W2, b2: (W2 @ W, W @ b + b2)),
            "W is right, but b is multiplied by its own layer's matrix. b1 is added after W1, so it passes "
            "through W2 alone.",
        ),
        Mistake(
            stepwise(lambda W, b, W2, b2: (W2 + W, b2 + b)),
            "The layers are added here, but each is applied to what the last one gave. That multiplies matrices.",
        ),
        Mistake(
            stepwise(lambda W, b, W2, b2: (W2 * W, W2 @ b + b2)),
            "* multiplies element by element. Layers in a row are a product of matrices.",
        ),
        Mistake(
            lambda layers: compose(layers[:2]),
            "Only the first two layers are composed; the others are left out. Each of them has to be "
            "joined, one by one.",
        ),
        Mistake(
            lambda layers: [compose(layers)],
            "The numbers are right, but they are in a list. compose gives one layer: a pair, without the list.",
        ),
        Mistake(
            lambda layers: (compose(layers)[0].T, compose(layers)[1]),
            "W is transposed: this is W1.T W2.T, the transpose of W2 W1. No matrix has to be turned round here.",
        ),
        Mistake(
            lambda layers: layers[-1],
            "This is the last layer alone. All layers before it are part of W and b: keep what the loop has so far.",
        ),
        Mistake(
            lambda layers: compose(layers)[0],
            "W is right, but b is missing. A layer is a pair of both.",
        ),
        Mistake(
            lambda layers: compose(layers[::-1]),
            "The layers are composed from the last to the first. The first in the list is applied to x "
            "first: start there.",
        ),
    ),
)
