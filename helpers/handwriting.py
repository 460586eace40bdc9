"""Pen strokes as an image like those of the digits data set: 8 x 8 amounts of ink.

There a digit was turned upright and scaled to the height of 32 x 32 pixels, its strokes were made thicker or thinner
until there was about as much ink as in any other, and the pixels of each block of 4 x 4 were counted (Garris et al.,
NIST form-based handprint recognition system, 1994; Alpaydin and Kaynak, 1998).
"""

from collections.abc import Sequence

import numpy as np

from helpers.validation import Array

SIDE, BLOCK = 32, 4  # pixels of the sheet, and of a block
INK = 312  # pixels with ink: the mean of the data set
WIDEST, SLENDER = 19, 0.45  # pixels from left to right; what is more slender (width over height) stays so
UPRIGHT, STEEPEST = 0.8, 0.6  # how much of a slant is taken off, and the greatest slant that counts as one
RADII = np.arange(1, 6.1, 0.25)  # of the pen, in pixels
MOST = 200  # points of all strokes that are drawn

_PIXELS = np.mgrid[:SIDE, :SIDE][::-1].reshape(2, -1) + 0.5  # x and y of the middle of each


def to_image(strokes: Sequence[Array]) -> Array:
    """Strokes, each (points, 2) with x to the right and y down in any unit, as ink from 0 to 1, (8, 8).

    Without a stroke there is no ink.
    """
    ink = np.zeros((SIDE, SIDE))
    if strokes:
        upright = _upright(_pieces(strokes))
        for radius in RADII:
            ink = _drawn(_placed(upright, radius), radius)
            if ink.sum() >= INK:
                break
    blocks = ink.reshape(SIDE // BLOCK, BLOCK, SIDE // BLOCK, BLOCK)
    return np.asarray(blocks.mean(axis=(1, 3)))  # (8, 8)


def _pieces(strokes: Sequence[Array]) -> Array:
    """Where each straight piece of the strokes begins and ends, (2, pieces, 2)."""
    every = -(-sum(map(len, strokes)) // MOST)
    thinned = [np.concatenate([stroke[:1], stroke[1:-1:every], stroke[-1:]]) for stroke in strokes]
    return np.concatenate([np.stack([stroke[:-1], stroke[1:]]) for stroke in thinned], axis=1)


def _upright(pieces: Array) -> Array:
    """Less most of the slant: of the drift of x with y, along all that was drawn."""
    across, along = np.moveaxis(pieces[1] - pieces[0], -1, 0)
    length = np.hypot(across, along) + 1e-9
    x, y = np.moveaxis(pieces.mean(axis=0) - np.average(pieces.mean(axis=0), axis=0, weights=length), -1, 0)
    spread = np.sum(length * (y**2 + along**2 / 12))  # a piece of height h has a spread of h^2/12 within itself
    drift = np.sum(length * (x * y + across * along / 12))
    slant = np.clip(drift / spread, -STEEPEST, STEEPEST) if spread > 0 else 0.0
    return np.stack([pieces[..., 0] - UPRIGHT * slant * pieces[..., 1], pieces[..., 1]], axis=-1)


def _placed(pieces: Array, radius: float) -> Array:
    """In the middle of the sheet: from rim to rim upright, and as wide as a digit, a pen of that radius included."""
    low, high = pieces.min(axis=(0, 1)), pieces.max(axis=(0, 1))
    wide, tall = high - low
    room = np.array([WIDEST, SIDE]) - 2 * radius
    room[0] *= min(1.0, wide / (SLENDER * tall)) if tall > 0 else 1.0
    return np.asarray(SIDE / 2 + (pieces - (low + high) / 2) * room / np.where(high > low, high - low, 1))


def _drawn(pieces: Array, radius: float) -> Array:
    """The pixels that lie within the radius of a piece: 1, the others 0."""
    start, end = pieces[..., np.newaxis]  # (pieces, 2, 1)
    along, to_pixel = end - start, _PIXELS - start  # (pieces, 2, 1) and (pieces, 2, pixels)
    length = np.sum(along**2, axis=1, keepdims=True)
    share = np.sum(to_pixel * along, axis=1, keepdims=True) / np.where(length > 0, length, 1)
    beside = to_pixel - np.clip(share, 0, 1) * along
    return np.asarray(np.sum(beside**2, axis=1).min(axis=0) <= radius**2, float).reshape(SIDE, SIDE)
