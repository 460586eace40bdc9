"""Images as columns, and a rank-1 array as one."""

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.vectorization import as_column, flatten_images

_rng = np.random.default_rng(3)
_IMAGES = [
    (np.array([[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]]),),
    (np.arange(12.0).reshape(2, 2, 3),),
    (np.arange(24.0).reshape(2, 2, 2, 3),),
    (_rng.normal(size=(4, 2, 2)),),
    (_rng.normal(size=(1, 3, 4)),),
    (_rng.normal(size=(6, 3, 4, 3)),),
]

FLATTEN_IMAGES = Exercise(
    reference=flatten_images,
    section="Images become columns",
    returns="X",
    cases=_IMAGES,
    hints=(
        "reshape reads the last axis first, so the pixels of one image lie next to each other. Keep the image axis in "
        "front while you reshape.",
        "images.reshape(m, -1), with m = images.shape[0], gives each image one row: (m, height * width).",
        "The images have to be columns in the end. One .T turns rows into columns.",
    ),
    mistakes=(
        Mistake(
            lambda images: images.reshape(images.shape[0], -1),
            "Each image is one row here. The course has examples in columns: turn it round with .T.",
        ),
        Mistake(
            lambda images: images.reshape(-1, images.shape[0]),
            "The shape is right, but the images are scrambled: each column holds pixels of several. First "
            "reshape(m, -1), which keeps an image together, then .T.",
        ),
        Mistake(
            lambda images: images.T.reshape(-1, images.shape[0]),
            "Each column is one image, but read in another order: .T turned height and width round as well. Reshape "
            "first, then .T.",
        ),
        Mistake(
            lambda images: images.T.reshape(images.shape[0], -1).T,
            ".T turns all axes round, so the images fall apart before they are flattened. Reshape first: "
            "images.reshape(m, -1).T.",
        ),
        Mistake(
            np.ravel,
            "All images are in one long list now. Each needs a column of its own: images.reshape(m, -1).T.",
        ),
        Mistake(
            lambda images: images.reshape(-1, 1),
            "This is one single column for all images. There must be as many columns as images: reshape(m, -1).T.",
        ),
        Mistake(
            lambda images: images[0].reshape(-1, 1),
            "Only the first image is here. Flatten them all at once: images.reshape(m, -1).T.",
        ),
        Mistake(
            lambda images: images.T,
            ".T alone turns the axes round and flattens nothing. First images.reshape(m, -1), then .T.",
        ),
        Mistake(
            lambda images: images.reshape(images.shape[0], images.shape[1] * images.shape[2]).T,
            "height * width leaves out the three colours, so this fails for colour images. Let -1 count what there is.",
        ),
        Mistake(
            lambda images: images.reshape(images.shape[-1], -1).T,
            "The number of images is the first axis, images.shape[0], not the last. Keep that one in front.",
        ),
        Mistake(
            lambda images: images[..., 0].reshape(images.shape[0], -1).T,
            "The index 0 at the end keeps only a part of each image. Take images whole: images.reshape(m, -1).T.",
        ),
    ),
)

_LISTS = [
    (np.array([4.0, -1.0]),),
    (np.array([1.0, 2.0, 3.0]),),
    (_rng.normal(size=6),),
]

AS_COLUMN = Exercise(
    reference=as_column,
    section="The rank-1 trap",
    returns="column",
    cases=_LISTS,
    hints=(
        "It has one axis and needs two: as many rows as numbers, and one column.",
        "reshape takes the new sizes, and works out the one that you give as -1.",
        "a.reshape(-1, 1), or a[:, np.newaxis], which adds an axis on the right.",
    ),
    mistakes=(
        Mistake(
            lambda a: a.T,
            "It is rank 1 still. Neither .T nor reshape(-1) gives it a second axis: a.reshape(-1, 1) does.",
        ),
        Mistake(
            lambda a: a.reshape(1, -1),
            "That is a row, (1, n): it lies. A column stands, (n, 1): a.reshape(-1, 1).",
        ),
        Mistake(
            lambda a: [[x] for x in a],
            "The brackets are right, but it is a list and not an array. Wrap it in np.array, or take a.reshape(-1, 1).",
        ),
        Mistake(
            lambda a: a.reshape(3, 1),
            "This only works for three numbers. Let NumPy count: a.reshape(-1, 1).",
        ),
        Mistake(
            lambda a: a.reshape(len(a), len(a)),
            "There are only n numbers, not n times n. A column has n rows and one column: a.reshape(-1, 1).",
        ),
        Mistake(
            lambda a: np.outer(a, a),
            "The outer product is a table of all products. Here the numbers only have to stand up: a.reshape(-1, 1).",
        ),
        Mistake(
            lambda a: a.reshape(-1, 1, 1),
            "That is one axis too many: (n, 1, 1). A column has two axes: a.reshape(-1, 1).",
        ),
        Mistake(
            lambda a: a[:, 0],
            "a[:, 0] asks for a column of an array that has only one axis. Give it a second one: a[:, np.newaxis].",
        ),
    ),
)
