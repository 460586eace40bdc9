"""Wrong answers to the exercise of notebook 00."""

from learner_answers import Answers

RELU = [
    ("Z.max()", "one largest number of the whole array"),
    ("max(0, Z.max())", "compared with 0 by itself"),
    ("np.max(0, Z)", "is an axis"),
    ("max(Z, 0)", "Python's own max"),
    ("Z if Z >= 0 else 0", "need one True or False"),
    ("np.minimum(0, Z)", "keeps what is below 0"),
    ("abs(Z)", "This is |z|"),
    ("(Z > 0) * 1.0", "the step, or the slope"),
    ("Z[Z > 0]", "the shape is lost"),
    ("Z[Z < 0] = 0; return Z", "caller's own array"),
    ("np.clip(Z, 0, 1)", "no upper limit"),
    ("np.maximum(0.01 * Z, Z)", "This is leaky ReLU"),
    ("1 / (1 + np.exp(-Z))", "needs no exp"),
    ("np.max(Z, 0)", "the 0 names an axis"),
    ("Z.max(axis=0)", "the largest number of each column"),
]
ANSWERS: Answers = {"relu": RELU}
