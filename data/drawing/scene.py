"""A picture from beginning to end: a subject, what is behind it, a place, a size, a turn, a light."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from . import backgrounds as behind
from .bodies import POSES, Animal, Head, curled, lying, sitting
from .canvas import Canvas, Field
from .coats import BLACK, coat
from .creatures import bird, fish, owl, person
from .heads import bear_head, cat_head, dog_head, rabbit_head
from .things import ball, car, cup, flower, house, tree

Draw = Callable[[Canvas, np.random.Generator], None]

CAT_COATS = "ginger tabby, grey tabby, brown tabby, black, white, tuxedo, bicolour, calico, siamese, blue"
DOG_COATS = "golden, chestnut, dalmatian, brown, sandy, black, bicolour, tuxedo, white"
RABBIT_COATS = "white, sandy, brown, blue, black, bicolour"
BEAR_COATS = "panda, brown, chestnut, black, white"
BROWN_EYES = "8a5a2c 6a4420"


def animal(
    head: Head, coats: str, eyes: str, tail: float, width: float, poses: tuple[Callable[..., None], ...]
) -> Draw:
    """An animal in one of these coats and poses."""

    def draw(c: Canvas, rng: np.random.Generator) -> None:
        pose = poses[rng.integers(len(poses))]
        pose(c, Animal(head, coat(rng, coats, eyes), tail, width), rng)

    return draw


cat = animal(cat_head, CAT_COATS, "7fae3c d8a82c 5fa0d0 a8b84c c87a2c", 0.75, 0.085, POSES)
dog = animal(dog_head, DOG_COATS, BROWN_EYES, 0.5, 0.09, POSES)
rabbit = animal(rabbit_head, RABBIT_COATS, BROWN_EYES, 0.1, 0.14, (sitting, lying, curled))
bear = animal(bear_head, BEAR_COATS, BROWN_EYES, 0.08, 0.1, POSES)

OTHERS = (dog, rabbit, bear, bird, owl, fish, person, house, tree, car, ball, flower, cup)


def background(rng: np.random.Generator, indoors: float) -> Draw:
    """A place: indoors with this probability, else outdoors; and for one picture in seven, neither."""
    places = behind.INDOORS if rng.random() < indoors else behind.OUTDOORS
    if rng.random() < 0.15:
        places = behind.ANYWHERE
    return places[rng.integers(len(places))]


def draw(is_cat: bool, rng: np.random.Generator) -> NDArray[np.uint8]:
    """One picture, (64, 64, 3) of 0 to 255: a cat, or something else."""
    canvas = Canvas.blank()
    background(rng, indoors=0.85 if is_cat else 0.25)(canvas, rng)
    subject = cat if is_cat else OTHERS[rng.integers(len(OTHERS))]
    frame = canvas.frame(
        *rng.uniform(-0.08, 0.08, 2),
        size=rng.uniform(0.82, 1.0),
        turn=rng.uniform(-10, 10),
        mirror=rng.random() < 0.5,
    )
    frame.paint(frame.ellipse(0.05, -0.95, 0.8, 0.16), BLACK, rim=0, opacity=0.25)
    subject(frame, rng)
    return quantise(behind.light(canvas.pixels(), rng))


def quantise(pixels: Field) -> NDArray[np.uint8]:
    """Colours of 0 to 1 as bytes."""
    return np.rint(255 * np.clip(pixels, 0, 1)).astype(np.uint8)
