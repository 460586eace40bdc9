"""Wrong answers to the exercises of notebook 06."""

from learner_answers import Answers

BATCHES = """
order = rng.permutation(X.shape[1])
batches = []
for k in range(0, X.shape[1], batch_size):
    chosen = order[k:k + batch_size]
    batches.append((X[:, chosen], Y[:, chosen]))
return batches
"""
STEP = """
v = beta * v - learning_rate * dw
return w + v, v
"""
DROP = """
mask = rng.random(A.shape) < keep
return A * mask / keep, mask
"""
PENALTY = """
new = []
for (dW, db), (W, b) in zip(gradients, params):
    new.append((dW + l2 / m * W, db))
return new
"""
STOP = """
best = np.argmin(costs)
return len(costs) - 1 - best >= patience
"""


def change(text: str, *changes: tuple[str, str]) -> str:
    """A right answer with something typed differently."""
    for right, typed in changes:
        assert text.count(right) == 1, right
        text = text.replace(right, typed)
    return text


ANSWERS: Answers = {
    "mini_batches": [
        (change(BATCHES, ("Y[:, chosen]", "Y[:, k:k + batch_size]")), "X is shuffled, and Y is not"),
        (change(BATCHES, ("X[:, chosen]", "X[:, k:k + batch_size]")), "Y is shuffled, and X is not"),
        (change(BATCHES, ("rng.permutation(X.shape[1])", "np.arange(X.shape[1])")), "The examples are not shuffled"),
        (
            change(BATCHES, ("range(0, X.shape[1], b", "range(0, X.shape[1] - batch_size + 1, b")),
            "The last batch is dropped",
        ),
        (change(BATCHES, ("\nreturn batches", "\n    return batches")), "Only the first batch comes"),
    ],
    "momentum_step": [
        (change(STEP, ("w + v", "w - v")), "this climbs"),
        ("w = w + v\nv = beta * v - learning_rate * dw\nreturn w, v", "w moves by the old velocity"),
        (change(STEP, ("- learning", "+ learning")), "The gradient is added"),
        ("v = v - beta * learning_rate * dw\nreturn w + v, v", "beta stands at the gradient"),
    ],
    "inverse_time_decay": [
        ("learning_rate / (1 + decay) ** epoch", "again and again"),
        ("learning_rate / (1 + decay ** epoch)", "decay is raised to a power"),
        ("learning_rate / (1 + decay * (epoch + 1))", "the rate of the next epoch"),
        ("learning_rate // (1 + decay * epoch)", "leaves only whole numbers"),
    ],
    "dropout_forward": [
        (change(DROP, (" / keep", "")), "nothing is rescaled"),
        (change(DROP, ("< keep", "> keep")), "It stays where the number is less than keep"),
        (change(DROP, ("< keep", "< 1 - keep")), "keep is the share that stays"),
        (change(DROP, ("A.shape", "(A.shape[0], 1)")), "There is one column for all examples"),
    ],
    "dropout_backward": [
        ("dA * mask", "The division by keep is missing"),
        ("dA / keep", "The mask is missing"),
        ("dA * mask * keep", "It is multiplied by keep"),
    ],
    "add_l2": [
        (change(PENALTY, ("W, db))", "W, db + l2 / m * b))")), "The biases are penalised too"),
        (change(PENALTY, ("l2 / m", "l2")), "1/m is missing"),
        (change(PENALTY, ("l2 / m", "2 * l2 / m")), "This is twice too much"),
        (change(PENALTY, ("dW + l2", "dW - l2")), "The penalty is subtracted"),
    ],
    "should_stop": [
        (change(STOP, (">=", ">")), "It waits one epoch too long"),
        (change(STOP, (" - 1", "")), "It stops one epoch too early"),
        ("len(costs) > 1 and costs[-1] > costs[-2]", "Only the last two costs are compared"),
    ],
}
