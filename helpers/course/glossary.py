"""The words of the course, in English and Korean, each with the section that introduces it.  Notebook 00, "Words"."""

from collections.abc import Iterator
from typing import NamedTuple

from helpers.course.course_map import display_markdown, find


class Word(NamedTuple):
    """A word, its Korean, its symbol, what it is, and where it is first used."""

    english: str
    korean: str
    symbol: str
    meaning: str
    notebook: str
    section: str

    @property
    def place(self) -> str:
        """A link to the section, or the number of a notebook that is not written yet."""
        lesson = find(self.notebook)
        if not lesson.there:
            return self.notebook
        return f"[{self.notebook} {self.section}]({lesson.name}.ipynb#{anchor(self.section)})"


def anchor(heading: str) -> str:
    """The anchor that Jupyter gives a heading: its spaces become hyphens, all else stays, a question mark too."""
    return heading.replace(" ", "-")


WORDS = (
    Word(
        "activation function",
        "활성화 함수",
        "g(z)",
        "bends a unit's score into its output",
        "03",
        "Activation functions",
    ),
    Word(
        "back-propagation",
        "역전파",
        "dW, db",
        "back from the loss, one number at each unit: the sum of all paths ahead",
        "04",
        "Back-propagation",
    ),
    Word(
        "basis function", "기저 함수", "φ(x)", "a fixed feature that is made from the input", "04", "Features by hand"
    ),
    Word("bias", "편향", "b", "what is added to a weighted sum", "01", "Broadcasting"),
    Word(
        "broadcasting", "브로드캐스팅", "", "how arrays of different shapes are stretched to fit", "01", "Broadcasting"
    ),
    Word("cache", "캐시", "", "what forward keeps for backward", "05", "The forward block"),
    Word(
        "chain rule",
        "연쇄 법칙",
        "dJ/db = dJ/du · du/db",
        "along a path slopes multiply, where paths meet they add",
        "02",
        "Backwards through a graph",
    ),
    Word("computation graph", "계산 그래프", "", "a formula cut into small steps", "02", "Backwards through a graph"),
    Word("convex", "볼록", "", "of a curve: its slope never falls", "02", "Why not squared error?"),
    Word("cost", "비용 함수", "J", "the mean loss of all examples", "02", "The cost"),
    Word("cross-entropy", "교차 엔트로피", "L", "the loss of a probability", "02", "How wrong is one answer?"),
    Word("decay", "감쇠", "", "learning rates that shrink while training goes on", "06", "Learning-rate decay"),
    Word(
        "decision boundary",
        "결정 경계",
        "",
        "where the answer changes from one class to the other",
        "02",
        "From probability to class",
    ),
    Word("deep network", "심층 신경망", "L", "a network of many layers", "05", "Layers upon layers"),
    Word("delta", "델타", "δ, dz", "how the loss changes with a unit's score", "05", "The same in deltas"),
    Word(
        "derivative",
        "도함수",
        "dJ/dw",
        "the slope: how fast one number follows another",
        "02",
        "Backwards through a graph",
    ),
    Word("dropout", "드롭아웃", "", "units left out at random while training", "06", "Dropout"),
    Word("element-wise product", "요소별 곱", "\\*", "each number times the one in its place", "01", "Broadcasting"),
    Word("epoch", "에포크", "", "one pass through all examples", "06", "Mini-batches"),
    Word("fork", "갈림길", "", "where a value is used twice: what comes back adds", "02", "A fork"),
    Word(
        "forward propagation",
        "순방향 전파",
        "A",
        "from the input to the answer, layer by layer",
        "04",
        "Four equations",
    ),
    Word("gate", "게이트", "+, ×, max", "one step of a graph, and what it does to a derivative", "02", "A fork"),
    Word("gradient descent", "경사 하강법", "w ← w − α dw", "steps against the slope", "02", "Downhill"),
    Word("hidden layer", "은닉층", "A[1]", "units between the input and the output", "04", "Units that learn"),
    Word("hyperbolic tangent", "하이퍼볼릭 탄젠트", "tanh", "an S-curve from −1 to 1", "03", "The hyperbolic tangent"),
    Word(
        "hyperparameter",
        "하이퍼파라미터",
        "α, n[l]",
        "what you choose, and training does not learn",
        "07",
        "What is a hyperparameter?",
    ),
    Word("input layer", "입력층", "X", "the features of the examples", "04", "Shapes"),
    Word("learning rate", "학습률", "α", "the length of a step downhill", "02", "Downhill"),
    Word("likelihood", "가능도", "", "how probable a unit makes all the labels", "02", "The cost"),
    Word("linear regression", "선형 회귀", "", "a straight line fitted to numbers", "02", "Why the sigmoid?"),
    Word("local slope", "국소 기울기", "", "how fast a tip follows its tail", "02", "Backwards through a graph"),
    Word(
        "logistic regression",
        "로지스틱 회귀",
        "",
        "one unit that gives a probability",
        "02",
        "From a score to a probability",
    ),
    Word("loss", "손실 함수", "L(a, y)", "how wrong one answer is", "02", "How wrong is one answer?"),
    Word("mini-batch", "미니배치", "", "a few examples, for one step", "06", "Mini-batches"),
    Word("momentum", "모멘텀", "v", "steps that remember the last ones", "06", "Momentum"),
    Word("multi-layer perceptron", "다층 퍼셉트론", "MLP", "units in layers", "04", "Units that learn"),
    Word("numerical differentiation", "수치 미분", "", "a slope by nudging", "02", "Trust, but check"),
    Word("one-hot encoding", "원-핫 인코딩", "Y", "a class as a column with a single 1", "01", "Images become columns"),
    Word("outer product", "외적(바깥곱)", "dz xᵀ", "a table of all products of two vectors", "04", "As products"),
    Word("output layer", "출력층", "A[L]", "the units that give the answer", "04", "Shapes"),
    Word("overfitting", "과적합", "", "right on the examples seen, wrong on others", "02", "A real classifier"),
    Word("parameter", "파라미터(모수)", "W, b", "a number that training learns", "02", "All examples at once"),
    Word(
        "partial derivative",
        "편미분",
        "∂J/∂w",
        "the slope along one of several numbers",
        "02",
        "Backwards through a graph",
    ),
    Word(
        "perceptron",
        "퍼셉트론",
        "",
        "a unit with a step: yes or no, nothing between",
        "02",
        "From a score to a probability",
    ),
    Word("random initialisation", "랜덤 초기화", "", "small random weights to start from", "04", "Symmetry"),
    Word("regularisation", "정규화", "", "keeps a network from overfitting", "06", "Dropout"),
    Word("ReLU", "렐루", "max(0, z)", "keeps what is above 0", "03", "ReLU"),
    Word("shallow network", "얕은 신경망", "", "a network with one hidden layer", "04", "Units that learn"),
    Word("sigmoid", "시그모이드", "σ(z)", "an S-curve from 0 to 1", "02", "From a score to a probability"),
    Word("softmax", "소프트맥스", "", "turns scores into probabilities that sum to 1", "01", "Softmax by broadcasting"),
    Word(
        "stochastic gradient descent",
        "확률적 경사 하강법",
        "SGD",
        "a step after every few examples",
        "06",
        "Mini-batches",
    ),
    Word("surrogate loss", "대리 손실", "", "a smooth stand-in for mistakes", "02", "Where a straight line fails"),
    Word("symmetry", "대칭", "", "equal units stay equal, unless chance parts them", "04", "Symmetry"),
    Word("unit, node", "유닛, 노드", "a", "a weighted sum and an activation", "02", "One unit, one score"),
    Word(
        "universal approximation theorem",
        "보편 근사 정리",
        "",
        "enough hidden units can follow any curve",
        "04",
        "Any curve",
    ),
    Word(
        "vanishing gradient",
        "기울기 소실",
        "",
        "slopes below 1 multiply to almost nothing",
        "03",
        "Vanishing gradients",
    ),
    Word("vectorisation", "벡터화", "", "one array operation in place of a loop", "01", "From loops to arrays"),
    Word("weight", "가중치", "w, W", "how much a feature counts", "01", "From loops to arrays"),
)


def rows() -> Iterator[str]:
    """The glossary as lines of a Markdown table."""
    for word in WORDS:
        korean = f'<span style="white-space: nowrap">{word.korean}</span>'  # else a line may end inside a word
        yield f"| {word.english} | {korean} | {word.symbol} | {word.meaning} | {word.place} |"


def show() -> None:
    """Display the glossary: words of notebooks that are there are links to the section that introduces them."""
    head = ["| word | 한국어 | symbol | what it is | first in |", "|---|---|---|---|---|"]
    display_markdown("\n".join([*head, *rows()]))
