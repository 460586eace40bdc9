"""Wrong answers to the exercises of notebook 01."""

from learner_answers import Answers


def standardized(mean: str, deviation: str) -> str:
    """The usual steps, with the division by 0 taken care of."""
    return f"d = {deviation}\nreturn (X - {mean}) / np.where(d > 0, d, 1)"


def over(length: str) -> str:
    """X over a length that is not 0."""
    return f"length = {length}\nreturn X / np.where(length == 0, 1, length)"


def root(squares: str) -> str:
    """The distances from their squares."""
    return f"a2, b2 = (A**2).sum(axis=0), (B**2).sum(axis=0)\nreturn np.sqrt(np.maximum({squares}, 0))"


DIFFERENCES = "D = A[:, :, None] - B[:, None, :]\nreturn "
MEAN, STD = "X.mean(axis=1, keepdims=True)", "X.std(axis=1, keepdims=True)"
GRADIENT_LOOP = """
dw = np.zeros((len(X), 1))
for i in range(X.shape[1]):
    dw = X[:, [i]] * dZ[0, i]
return dw / X.shape[1]
"""

ANSWERS: Answers = {
    "flatten_images": [
        ("images.reshape(len(images), -1)", "Each image is one row here"),
        ("images.reshape(-1, len(images))", "the images are mixed up"),
        ("images.T.reshape(-1, len(images))", "read in another order"),
        ("images.T.reshape(len(images), -1).T", "The axes are read in the opposite order"),
        ("images.flatten()", "in one long list"),
        ("images.reshape(-1, 1)", "one single column for all images"),
        ("images[0].reshape(-1, 1)", "Only the first image is here"),
        ("images.T", "flattens nothing"),
        ("m, h, w = images.shape[:3]; return images.reshape(m, h * w).T", "leaves out the three colours"),
        ("images.reshape(images.shape[-1], -1).T", "The number of images is the first axis"),
        ("images[..., 0].reshape(len(images), -1).T", "The index 0 at the end"),
    ],
    "weight_gradient": [
        ("X @ dZ.T", "This is the sum over the examples"),
        ("X @ dZ.T / len(X)", "This divides by n, the number"),
        ("X @ dZ.T / X.size", "This divides by n * m"),
        ("X @ dZ / X.shape[1]", "The inner sizes must agree"),
        ("X.T @ dZ.T / X.shape[1]", "X.T puts the examples"),
        ("dZ @ X.T / X.shape[1]", "they are in a row"),
        ("X * dZ / X.shape[1]", "multiplies element by element"),
        ("np.mean(X * dZ, axis=1)", "in an array of rank 1"),
        ("np.sum(X * dZ, axis=0, keepdims=True) / X.shape[1]", "The sum runs down the features"),
        ("np.sum(X * dZ) / X.shape[1]", "Without an axis"),
        ("X.sum(axis=1, keepdims=True) * dZ.sum() / X.shape[1]", "Sums are taken first"),
        (GRADIENT_LOOP, "= overwrites dw"),
        ("-X @ dZ.T / X.shape[1]", "The sign is wrong"),
        ("dZ = dZ / X.shape[1]; return X @ dZ.T / X.shape[1]", "m divides twice here"),
    ],
    "as_column": [
        ("a.reshape(-1)", "It is rank 1 still"),
        ("a[np.newaxis, :]", "That is a row, (1, n)"),
        ("[[x] for x in a]", "it is a list and not an array"),
        ("a.reshape((3, 1))", "only works for three numbers"),
        ("a.reshape(a.size, a.size)", "not n times n"),
        ("np.outer(a, a)", "The outer product"),
        ("a[:, None, None]", "one axis too many"),
        ("a[:, 0]", "asks for a column of an array"),
    ],
    "standardize": [
        (f"(X - {MEAN}) / {STD}", "Right, but for the feature that never changes"),
        (standardized("X.mean(axis=0)", "X.std(axis=0)"), "axis=0 takes the mean of each example"),
        ("(X - np.mean(X)) / np.std(X)", "there is one mean for everything"),
        (standardized("X.mean(axis=1)", "X.std(axis=1)"), "Without keepdims the means are a row"),
        (f"X - {MEAN}", "the scales are still different"),
        (standardized("0", STD), "The scale is right, but"),
        (f"d = {STD}\nreturn X - {MEAN} / np.where(d > 0, d, 1)", "Python divides before it subtracts"),
        (standardized(MEAN, "X.var(axis=1, keepdims=True)"), "This divides by the variance"),
        (standardized(MEAN, "X.std(axis=1, keepdims=True, ddof=1)"), "divided by m - 1"),
        (f"(X - {MEAN}) / np.maximum({STD}, 1)", "also changes deviations below 1"),
        (
            standardized("X.min(axis=1, keepdims=True)", "np.ptp(X, axis=1, keepdims=True)"),
            "takes the least to 0",
        ),
        (standardized(f"-{MEAN}", STD), "The mean is added"),
        (standardized(MEAN, STD), "but for a feature that is 0.1 everywhere"),
    ],
    "normalize_columns": [
        ("X / np.linalg.norm(X, axis=0)", "Right, but for the column of zeros"),
        (over("np.sum(X**2, axis=0)"), "This divides by the square of the length"),
        (over("X.sum(axis=0)"), "by the sum of the column"),
        (over("abs(X).sum(axis=0)"), "the sum of the absolute values"),
        (over("abs(X).max(axis=0)"), "by the largest number of each column"),
        (over("np.linalg.norm(X, axis=1, keepdims=True)"), "axis=1 gives each row its length"),
        ("X / np.linalg.norm(X, axis=1)", "axis=1 runs along the rows"),
        ("X / np.linalg.norm(X)", "all columns share one length"),
        ("X / X.shape[0]", "len(X) is the number of rows"),
        (over("np.sqrt(np.mean(X**2, axis=0))"), "The mean of the squares"),
        ("X / np.sqrt(X.T @ X + 1e-300)", "multiplies every column with every other"),
        ("np.linalg.norm(X, axis=0, keepdims=True)", "These are the lengths themselves"),
    ],
    "softmax": [
        ("E = np.exp(Z); return E / E.sum(axis=1, keepdims=True)", "Here each row sums to 1"),
        ("E = np.exp(Z); return E / E.sum(axis=1)", "keepdims is lost as well"),
        ("E = np.exp(Z); return E / E.sum()", "all examples share one sum"),
        ("Z / Z.sum(axis=0)", "The exponential is missing"),
        ("np.exp(Z)", "These are the exponentials; they"),
        ("np.exp(Z) / Z.sum(axis=0)", "The sum is that of the scores"),
        ("E = np.exp(-Z); return E / E.sum(axis=0)", "With -Z the smallest score"),
        ("E = np.exp(Z); return E / E.max(axis=0)", "This divides by the largest"),
        ("E = np.exp(Z); return E / E.mean(axis=0)", "This divides by the mean"),
        ("1 / (1 + np.exp(-Z))", "That is the sigmoid"),
        ("(Z == Z.max(axis=0)) * 1.0", "This gives all to the largest score"),
        ("E = np.exp(Z); return np.log(E / E.sum(axis=0))", "logarithms of the probabilities"),
    ],
    "pairwise_distances": [
        (f"{DIFFERENCES}(D**2).sum(axis=0)", "These are the squares of the distances"),
        (
            "return np.sqrt(np.sum(A**2, axis=0)[:, None] + np.sum(B**2, axis=0) - 2 * np.dot(A.T, B))",
            "Right, but for a point and itself",
        ),
        (root("a2[:, None] + b2 - A.T @ B"), "The 2 is missing"),
        (root("a2[:, None] + b2 + 2 * A.T @ B"), "With a plus before the products"),
        (root("a2[:, None] + b2 - 2 * A.T @ B") + ".T", "Rows and columns have changed places"),
        (f"{DIFFERENCES}abs(D).sum(axis=0)", "sums of absolute differences"),
        ("A.T @ B", "These are the products a.b alone"),
        (root("a2 + b2 - 2 * A.T @ B"), "Both sums of squares are rows"),
        (
            root("(A**2).sum(axis=1)[:, None] + (B**2).sum(axis=1) - 2 * A.T @ B"),
            "axis=1 sums along the rows",
        ),
        ("np.linalg.norm(A - B, axis=0)", "A - B pairs the first with the first"),
        (root("a2[:, None] + b2 - 2 * A @ B.T"), "pairs features with features"),
        (root("np.sum(A**2) + np.sum(B**2) - 2 * A.T @ B"), "adds up all columns"),
        (f"{DIFFERENCES}np.sqrt(abs(D)).sum(axis=0)", "The root is taken of each difference"),
        (f"{DIFFERENCES}np.sqrt((D**2).sum(axis=1))", "The sum runs over the wrong axis"),
        (f"{DIFFERENCES}D.sum(axis=0) ** 2", "summed before they are squared"),
    ],
    "class_votes": [
        ("Y @ softmax(30 * pairwise_distances(known, unknown))", "The minus is missing"),
        ("Y @ softmax(-pairwise_distances(known, unknown))", "The 30 is missing"),
        ("softmax(-30 * pairwise_distances(known, unknown))", "One step is left"),
        ("Y @ softmax(-30 * pairwise_distances(unknown, known))", "The distances are turned round"),
        ("Y @ pairwise_distances(known, unknown)", "sums of distances, not of votes"),
        ("Y.T @ softmax(-30 * pairwise_distances(known, unknown))", "nothing has to be turned round"),
        ("Y @ softmax(-30 * pairwise_distances(known, unknown) ** 2)", "The distances are squared"),
        ("(Y @ softmax(-30 * pairwise_distances(known, unknown))).argmax(axis=0)", "the class with the most votes"),
        ("softmax(Y @ (-30 * pairwise_distances(known, unknown)))", "First make shares"),
    ],
}
