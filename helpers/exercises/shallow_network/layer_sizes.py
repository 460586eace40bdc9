"""layer_sizes: n0, n1 and n2, read off X and Y."""

from helpers import shallow
from helpers.exercises.exercise import Exercise, Mistake
from helpers.exercises.shallow_network.inputs import EXAMPLES

LAYER_SIZES = Exercise(
    reference=shallow.layer_sizes,
    section="Shapes",
    returns=("n0", "n1", "n2"),
    cases=EXAMPLES,
    hints=(
        "n0 is the number of features. Which axis of X has the features, and which the examples?",
        "X is (n0, m), so n0 is X.shape[0]. n1 is your choice: it comes as an argument. And Y is (n2, m).",
        "Return the three in order: X.shape[0], n1, Y.shape[0].",
    ),
    mistakes=(
        Mistake(
            lambda X, Y, n1: (X.shape[1], n1, Y.shape[1]),
            "shape[1] is m, the number of examples. Features and outputs are in the rows.",
        ),
        Mistake(
            lambda X, Y, n1: (X.shape[1], n1, Y.shape[0]),
            "n0 is the number of features, the rows of X, not of its examples. Look at the axis.",
        ),
        Mistake(
            lambda X, Y, n1: (X.shape[0], n1, Y.shape[1]),
            "n2 is the number of outputs, the rows of Y, not of its examples. Look at the axis.",
        ),
        Mistake(
            lambda X, Y, n1: (X.shape[0], 4, Y.shape[0]),
            "n1 is fixed at 4 here. The caller chooses it: it comes as an argument.",
        ),
        Mistake(
            lambda X, Y, n1: (X.shape[0], n1, 1),
            "n2 is always 1 here. A network may have more outputs: n2 comes from the shape of Y, not from its numbers.",
        ),
        Mistake(
            lambda X, Y, n1: (X.shape[0], n1, int(Y.max())),
            "n2 is made from the labels themselves here: it is the largest of them. Look at the shape of Y.",
        ),
        Mistake(
            lambda X, Y, n1: (n1, X.shape[0], Y.shape[0]),
            "n0 and n1 have changed places. In order from the input to the output: n0, n1, n2.",
        ),
        Mistake(
            lambda X, Y, n1: (X.shape[0], Y.shape[0]),
            "The hidden layer is left out. Three sizes are needed: n0, n1, n2.",
        ),
        Mistake(
            lambda X, Y, n1: (X.shape, n1, Y.shape),
            "These are whole shapes. A size is one number of them: that of the rows.",
        ),
        Mistake(
            lambda X, Y, n1: (X.size, n1, Y.size),
            "size counts all the numbers in an array. Needed are the rows alone.",
        ),
    ),
)
