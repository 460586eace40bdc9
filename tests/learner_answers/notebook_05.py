"""Wrong answers to the exercises of notebook 05."""

from learner_answers import Answers
from learner_answers.notebook_04 import change

LINEAR_BACKWARD = """
A_prev, W, Z, A = cache
m = dZ.shape[1]
dA_prev = np.dot(W.T, dZ)
dW = np.dot(dZ, A_prev.T) / m
db = np.sum(dZ, axis=1, keepdims=True) / m
return dA_prev, dW, db
"""
FORWARD = """
A, caches = X, []
for (W, b), g in zip(params, activations):
    A, cache = layer_forward(A, W, b, g)
    caches.append(cache)
return A, caches
"""
BACKWARD = """
dA, dW, db = linear_backward(dZ, caches[-1])
gradients = [(dW, db)]
for cache, g in zip(reversed(caches[:-1]), reversed(activations[:-1])):
    dA, dW, db = layer_backward(dA, cache, g)
    gradients.insert(0, (dW, db))
return gradients
"""
NUDGING = """
gradient = np.zeros(vector.size)
for i in range(vector.size):
    nudge = np.zeros(vector.size)
    nudge[i] = h
    gradient[i] = (J(vector + nudge) - J(vector - nudge)) / (2 * h)
return gradient
"""
TRAIN = """
for _ in range(iterations):
    A, caches = forward(params, X, activations)
    gradients = backward(A - Y, caches, activations)
    params = update(params, gradients, learning_rate)
return params
"""


def linear(right: str, typed: str) -> str:
    return change(LINEAR_BACKWARD, (right, typed))


def scores(Z: str) -> str:
    """layer_forward with other scores."""
    return f"Z = {Z}\nA = g(Z)\nreturn A, (A_prev, W, Z, A)"


def layer(A: str, cache: str = "A_prev, W, Z, A") -> str:
    """layer_forward with another A or another cache."""
    return f"Z = np.dot(W, A_prev) + b\nA = {A}\nreturn A, ({cache})"


def block(dZ: str) -> str:
    """layer_backward with another dZ."""
    return f"A_prev, W, Z, A = cache\nreturn linear_backward({dZ}, cache)"


def forward(*changes: tuple[str, str]) -> str:
    return change(FORWARD, *changes)


def backward(*changes: tuple[str, str]) -> str:
    return change(BACKWARD, *changes)


def nudging(*changes: tuple[str, str]) -> str:
    return change(NUDGING, *changes)


def train(*changes: tuple[str, str]) -> str:
    return change(TRAIN, *changes)


ANSWERS: Answers = {
    "layer_forward": [
        (scores("W @ A_prev"), "without the bias"),
        (scores("W.T @ A_prev + b"), "No transpose here"),
        (scores("W * A_prev + b"), "* multiplies element by element"),
        (scores("W @ (A_prev + b)"), "The bias is added to the input"),
        (scores("W @ A_prev - b"), "The bias is subtracted"),
        (scores("W @ A_prev + b.sum()"), "All biases are added to every unit"),
        (scores("W @ A_prev + b.ravel()"), "b is used as a row"),
        (scores("W @ A_prev + b.T"), "b is used as a row"),
        (layer("Z"), "A is still Z"),
        (layer("g(g(Z))"), "The activation is applied twice"),
        (layer("1 / (1 + np.exp(-Z))"), "always the sigmoid"),
        (layer("np.where(Z > 0, Z, 0)"), "always ReLU"),
        (layer("np.tanh(Z)"), "always tanh"),
        (layer("g.derivative(Z)"), "That is the slope g'(Z)"),
        ("g(W @ A_prev + b)", "A alone comes back"),
        (layer("g(Z)", "A, W, Z, A_prev"), "A and A_prev have changed places"),
        ("Z = A_prev @ W + b; A = g(Z); return A, (A_prev, W, Z, A)", "W and A_prev have changed places in the scores"),
        (layer("g(Z)", "A_prev, W, b"), "The cache has A_prev, W and b"),
        (layer("g(Z)", "A_prev, W, b, Z"), "The cache has b where Z should be"),
        (layer("g(Z)", "W, A_prev, Z, A"), "W and A_prev have changed places in the cache"),
        (layer("g(Z)", "A_prev, W, Z"), "A is missing in the cache"),
        (layer("g(Z)", "A_prev, W, Z, Z"), "The cache has Z twice"),
        (layer("g(Z)", "A, W, Z, A"), "The cache has A where A_prev should be"),
    ],
    "forward": [
        (forward(("zip(params, activations)", "zip(params[:-1], activations)")), "The loop ends one layer too soon"),
        (forward(("layer_forward(A,", "layer_forward(X,")), "Every layer gets X"),
        (forward(("W, b, g)", "W, b, activations[-1])")), "The output's activation is used"),
        (forward(("W, b, g)", "W, b, activations[0])")), "The first layer's activation is used"),
        (forward(("activations)", "reversed(activations))")), "from the last to the first"),
        (forward(("return A, caches", "return A")), "A[L] is there"),
        (forward(("return A, caches", "return caches")), "The caches are there, but the answer is not"),
        (forward(("return A, caches", "return caches, A")), "The answer and the caches have changed places"),
        (forward(("return A, caches", "return A, cache")), "Only the last cache is left"),
        (forward(("append(", "insert(0, ")), "The caches are in the wrong order"),
        (forward(("    caches.append(cache)\n", "")), "The list of caches is empty"),
    ],
    "linear_backward": [
        (linear("np.dot(dZ, A_prev.T)", "dZ.sum(axis=1, keepdims=True)"), "This dW has the formula of db"),
        (linear("m = dZ.shape[1]", "m = 1"), "The 1/m is missing in dW and db"),
        (linear("dZ.shape[1]", "dZ.shape[0]"), "divides by the number of units"),
        (linear("A_prev.T) / m", "A_prev.T)"), "dW lacks its 1/m"),
        (linear("keepdims=True) / m", "keepdims=True)"), "db lacks its 1/m"),
        (linear("np.dot(W.T, dZ)", "np.dot(W.T, dZ) / m"), "dA_prev is divided by m"),
        (
            change(LINEAR_BACKWARD, ("A_prev.T) / m", "A_prev.T) / m**2"), ("True) / m", "True) / m**2")),
            "twice in dW and db",
        ),
        (linear("A_prev.T) / m", "A_prev.T) / m / m"), "but m divides twice in dW"),
        (linear("keepdims=True) / m", "keepdims=True) / m / m"), "but m divides twice in db"),
        (linear("np.dot(W.T, dZ)", "W.T * dZ"), "In dA_prev * multiplies"),
        (linear("A_prev.T", "A.T"), "dW was made with A,"),
        (linear("np.dot(dZ, A_prev.T)", "np.dot(A_prev, dZ.T)"), "dW is transposed"),
        (linear("W.T", "W"), "Forward uses W"),
        (linear("np.dot(W.T, dZ)", "W.T"), "dA_prev is W.T alone"),
        (linear(", keepdims=True", ""), "db lost its axis"),
        (linear("np.sum(dZ, axis=1, keepdims=True)", "np.sum(dZ)"), "db is one number"),
        (linear("np.sum(dZ, axis=1, keepdims=True) / m", "np.mean(dZ)"), "db is one mean over everything"),
        (linear("axis=1", "axis=0"), "db is summed over the units"),
        (linear("return dA_prev, ", "return "), "dA_prev is missing"),
        (linear("return dA_prev, dW, db", "return db, dW, dA_prev"), "The three come in the wrong order"),
        (linear("return dA_prev, dW, db", "return dW, db, dA_prev"), "dA_prev comes last"),
    ],
    "layer_backward": [
        (block("dA"), "The slope of the activation is missing"),
        (block("dA * g(Z)"), "dA is multiplied by the activation itself"),
        (block("dA + g.derivative(Z)"), "The slope is added"),
        (block("dA * g.derivative(A)"), "g.derivative takes Z"),
        (block("dA * g.derivative_from_output(Z)"), "g.derivative_from_output takes A"),
        (block("dA * sigmoid(Z) * (1 - sigmoid(Z))"), "always that of the sigmoid"),
        (block("np.where(Z > 0, dA, 0)"), "always that of a ReLU"),
        (block("dA * (1 - A**2)"), "always that of tanh"),
        (block("np.dot(dA, g.derivative(Z))"), "@ is the matrix product"),
        (block("g.derivative(dA)"), "g.derivative got dA"),
        (block("g.derivative(Z)"), "dA is missing"),
        ("A_prev, W, Z, A = cache; return dA * g.derivative(Z)", "This is dZ"),
        (
            block("dA * g.derivative(Z)").replace("return ", "_, dW, db = ") + "\nreturn W.T @ dA, dW, db",
            "dA_prev is made from dA",
        ),
        (
            "A_prev, W, Z, A = cache\ndA_prev, _, _ = linear_backward(dA * g.derivative(Z), cache)\n"
            "_, dW, db = linear_backward(dA, cache)\nreturn dA_prev, dW, db",
            "dW and db are made from dA",
        ),
    ],
    "backward": [
        (
            "pairs = []\nfor cache, g in zip(reversed(caches), reversed(activations)):\n"
            "    dZ, dW, db = layer_backward(dZ, cache, g)\n    pairs.append((dW, db))\nreturn pairs",
            "Two things are wrong",
        ),
        (backward(("insert(0, (dW, db))", "append((dW, db))")), "the last layer's pair comes first"),
        (
            backward(("linear_backward(dZ, caches[-1])", "layer_backward(dZ, caches[-1], activations[-1])")),
            "The output's slope is counted twice",
        ),
        (backward(("layer_backward(dA, cache, g)", "linear_backward(dA, cache)")), "The slopes of the hidden layers"),
        (
            "gradients, dA = [], dZ\nfor cache, g in zip(caches, activations):\n"
            "    dA, dW, db = layer_backward(dA, cache, g)\n    gradients.append((dW, db))\nreturn gradients",
            "The loop runs from the first layer to the last",
        ),
        ("return [linear_backward(dZ, cache)[1:] for cache in caches]", "Every layer gets the output's dZ"),
        (
            backward(("reversed(activations[:-1])", "activations[1:]")),
            "Layers and activations do not match",
        ),
        (backward(("cache, g)\n", "cache, activations[-1])\n")), "The output's activation is used"),
        (backward(("cache, g)\n", "cache, activations[0])\n")), "The first layer's activation is used"),
        ("dA, dW, db = linear_backward(dZ, caches[-1])\nreturn [(dW, db)]", "Only the last layer's gradient is there"),
        (backward(("reversed(caches[:-1])", "reversed(caches[1:-1])")), "The first layer is missing"),
        (
            backward(("[(dW, db)]", "[(dA, dW, db)]"), ("insert(0, (dW, db))", "insert(0, (dA, dW, db))")),
            "Each layer has three parts here",
        ),
        (backward(("(dZ, caches[-1])", "(-dZ, caches[-1])")), "All signs are wrong"),
    ],
    "numerical_gradient": [
        (nudging(("J(vector - nudge)", "J(vector)"), ("(2 * h)", "h")), "a difference on one side"),
        (nudging(("J(vector + nudge)", "J(vector)"), ("(2 * h)", "h")), "on the left alone"),
        (nudging(("(2 * h)", "h")), "This divides by one step"),
        (
            nudging(("vector + nudge", "vector - nudge"), ("- J(vector - nudge)", "- J(vector + nudge)")),
            "wrong sign",
        ),
        (nudging((" / (2 * h)", "")), "These are changes of the cost"),
        (nudging(("/ (2 * h)", "/ 2 * h")), "Brackets are missing"),
        (nudging(("nudge[i] = h", "nudge[:] = h")), "all entries are nudged at once"),
        (
            "v, found = vector.copy(), []\nfor i in range(v.size):\n    v[i] += h\n    up = J(v)\n"
            "    v[i] -= 2 * h\n"
            "    found.append((up - J(v)) / (2 * h))\nreturn np.array(found)",
            "Each entry stays nudged",
        ),
        (
            "found = []\nfor i in range(vector.size):\n    vector[i] += h\n    up = J(vector)\n"
            "    vector[i] -= 2 * h\n"
            "    found.append((up - J(vector)) / (2 * h))\nreturn np.array(found)",
            "The caller's own vector is nudged",
        ),
        (nudging(("gradient = np", "h = 1e-5\ngradient = np")), "The step is 1e-5"),
        (nudging(("return gradient", "return gradient.reshape(-1, 1)")), "in a column"),
        (nudging(("return gradient", "    return gradient[i]")), "Only the first derivative"),
    ],
    "train": [
        (train(("params = update", "new = update")), "These are the parameters of the start"),
        (train(("\nreturn", "\n    return")), "Only one step counts"),
        (train(("range(iterations)", "range(iterations - 1)")), "One step is missing"),
        (train(("range(iterations)", "range(iterations + 1)")), "one step too many"),
        (
            train(("params = update", "new = update"), ("return params", "return new")),
            "Only one step counts",
        ),
        (
            "A, caches = forward(params, X, activations)\ngradients = backward(A - Y, caches, activations)\n"
            "for _ in range(iterations):\n    params = update(params, gradients, learning_rate)\nreturn params",
            "The gradient is computed once",
        ),
        (train(("A - Y", "Y - A")), "Y - A has the wrong sign"),
        (train(("A - Y", "A")), "backward starts from A itself"),
        (train(("A - Y", "-Y / A + (1 - Y) / (1 - A)")), "backward got dA of the last layer"),
        (train(("return params", "return params, forward(params, X, activations)[0]")), "with the answer beside them"),
    ],
}
