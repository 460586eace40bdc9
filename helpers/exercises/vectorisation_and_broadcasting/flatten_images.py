"""flatten_images: each image becomes one column."""

import numpy as np

from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.vectorisation_and_broadcasting.inputs import IMAGES
from helpers.vectorization import flatten_images

FLATTEN_IMAGES = Exercise(
    reference=flatten_images,
    section="Images become columns",
    returns="X",
    cases=IMAGES,
    hints=(
        "reshape reads the last axis first, so the pixels of one image lie next to each other. Keep the "
        "image axis in front while you reshape.",
        "m = images.shape[0] is the number of images. rows = images.reshape(m, -1) gives each image one "
        "row: (m, height * width).",
        "The images have to be columns in the end. One .T makes rows into columns: return rows.T.",
    ),
    mistakes=(
        Mistake(
            lambda images: images.reshape(images.shape[0], -1),
            "Each image is one row here. The course has examples in columns: one step is left.",
        ),
        Mistake(
            lambda images: images.reshape(-1, images.shape[0]),
            "The shape is right, but the images are mixed up: each column holds pixels of several. reshape "
            "fills the last axis first, so which axis must the images be on while it does?",
        ),
        Mistake(
            lambda images: images.T.reshape(-1, images.shape[0]),
            "Each column is one image, but read in another order: .T changed the places of height and "
            "width as well. Turn round only what is flat already.",
        ),
        Mistake(
            lambda images: images.T.reshape(images.shape[0], -1).T,
            "The axes are read in the opposite order, as after .T or with order='F', so pixels of different images "
            "are mixed. Flatten in reading order first, and turn round what is flat.",
        ),
        Mistake(
            np.ravel,
            "All images are in one long list now. Each needs a column of its own: keep the axis of the images.",
        ),
        Mistake(
            lambda images: images.reshape(-1, 1),
            "This is one single column for all images. There must be as many columns as images.",
        ),
        Mistake(
            lambda images: images[0].reshape(-1, 1),
            "Only the first image is here. Flatten them all at once: the first axis counts the images.",
        ),
        Mistake(
            lambda images: images.T,
            ".T alone reverses the axes and flattens nothing. Which step makes one list of the pixels of each image?",
        ),
        Mistake(
            lambda images: images.reshape(images.shape[0], images.shape[1] * images.shape[2]).T,
            "height * width leaves out the three colours, so this fails for colour images. Let -1 count what there is.",
        ),
        Mistake(
            lambda images: images.reshape(images.shape[-1], -1).T,
            "The number of images is the first axis, not the last. Keep that one in front.",
        ),
        Mistake(
            lambda images: images[..., 0].reshape(images.shape[0], -1).T,
            "The index 0 at the end keeps only a part of each image. Take the images whole.",
        ),
    ),
)
