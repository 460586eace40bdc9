"""Cards: the same words as the plain text, the right places marked, readable without colour, and well-formed."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib import import_module
from typing import Any

import numpy as np
import pytest
from needs import need

from helpers import deep, exercises, logistic, shallow
from helpers.activations import relu, sigmoid, tanh
from helpers.course.course_map import anchor
from helpers.exercises import progress_file, registry, report
from helpers.exercises.array_html import array_html
from helpers.exercises.card import STYLE, card, paragraph_html
from helpers.exercises.grade import grade
from helpers.exercises.hints import folded_hints
from helpers.exercises.verdict import Shown
from helpers.exercises.verdict_card import verdict_card

EXERCISES = {(notebook[:2], each.name): each for notebook in registry.NOTEBOOKS for each in registry.load(notebook)}


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_file, "_memory", {})


@pytest.fixture
def displayed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What a notebook would show: HTML and plain text of each output."""
    outputs: list[tuple[str, str]] = []

    def display(data: dict[str, str], raw: bool) -> None:
        assert raw and set(data) == {"text/html", "text/plain"}
        outputs.append((data["text/html"], data["text/plain"]))

    monkeypatch.setattr(need("IPython"), "get_ipython", lambda: object())
    monkeypatch.setattr(import_module("IPython.display"), "display", display)
    return outputs


class Page(HTMLParser):
    """The words of a piece of HTML, what is marked in it, and its tags; unbalanced tags are an error."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.marked: list[str] = []
        self.cells: list[str] = []
        self.tags: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, _: Any) -> None:
        self.tags.append(tag)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data.replace("\u00a0", " "))
        if "td" in self.open:
            self.cells.append(data.strip("≠\u00a0"))
        if "mark" in self.open:
            self.marked.append(data.replace("\u00a0", " "))

    @property
    def text(self) -> str:
        """Its words, with single spaces."""
        return " ".join("".join(self.words).split())


def no_return(A: Any, Y: Any) -> None:
    pass


def wrong_line(params: Any, X: Any) -> Any:
    [(w, b)] = params
    return sigmoid(np.dot(w, X) + b)


def squared(params: Any, X: Any) -> Any:
    A1, A2 = shallow.forward(params, X)
    return A1**2, A2


def shifted(params: Any, X: Any, activations: Any) -> Any:
    A, caches = deep.forward(params, X, activations)
    return A + 1, caches


def hostile(A: Any, Y: Any) -> Any:
    raise ValueError("<b>$x$</b> & <script>alert('x')</script>")


def last_one_wrong(params: Any, X: Any, threshold: float = 0.5) -> Any:
    return np.where(np.arange(X.shape[1]) < 39, logistic.predict(params, X, threshold), 0.5)


ANSWERS: dict[str, tuple[tuple[str, str], Any]] = {
    "not written": (("02", "sigmoid"), lambda Z: ...),
    "right": (("02", "sigmoid"), lambda Z: 1 / (1 + np.exp(-Z))),
    "one place": (("02", "sigmoid"), lambda Z: 1 / (1 + np.exp(-Z)) + 0.1 * (Z < 0)),
    "one number": (("02", "cost"), lambda A, Y: 2 * logistic.cost(A, Y)),
    "nan": (("02", "cost"), lambda A, Y: np.mean(np.log(A - 2))),
    "None": (("02", "cost"), no_return),
    "rank 1": (("02", "forward"), lambda params, X: logistic.forward(params, X)[0]),
    "large": (("02", "predict"), last_one_wrong),
    "raises": (("02", "forward"), wrong_line),
    "hostile": (("02", "cost"), hostile),
    "arguments": (("02", "forward"), lambda X: X),
    "transposed": (("01", "flatten_images"), lambda images: images.reshape(len(images), -1)),
    "several arrays": (("04", "forward"), squared),
    "activations": (("05", "forward"), shifted),
}


@pytest.fixture(params=ANSWERS)
def finding(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    key, function = ANSWERS[request.param]
    function.__name__ = key[1]
    return grade(EXERCISES[key], function), EXERCISES[key]


def test_a_card_says_what_the_plain_text_says(finding: Any) -> None:
    found, exercise = finding
    verdict, page = found.verdict, Page(verdict_card(found.verdict, exercise.hints))
    assert page.text.startswith(f"{verdict.sign} {exercise.name}: {verdict.title}")
    for words in (*verdict.sentences, verdict.code, verdict.which, verdict.closing):
        assert words.replace("`", "") in page.text and "".join(words.split()) in "".join(found.text.split())


def test_a_card_shows_the_numbers_of_the_plain_text(finding: Any) -> None:
    for shown in (*finding[0].verdict.compared, *finding[0].verdict.inputs):
        label, text = shown.row
        page = Page(array_html(shown))
        said = page.text.replace("≠ ", "")
        assert said.startswith(label) and label in finding[0].text
        numbers = " ".join(page.cells) or said.removeprefix(label)
        assert re.sub(r"[\[\]]", " ", numbers).split() == re.sub(r"[\[\]]", " ", text).split()


def test_what_a_learner_wrote_is_text_and_nothing_else() -> None:
    hostile.__name__ = "cost"
    verdict = grade(EXERCISES["02", "cost"], hostile).verdict
    html = verdict_card(verdict)
    assert "<script" not in html and "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;" in html
    assert "<b>$x$" not in html and "mathjax_ignore" in html  # or its $x$ would be taken for a formula


def test_only_the_wrong_places_are_marked() -> None:
    rng = np.random.default_rng(3)
    for shape in ((1, 3), (3, 1), (2, 4), (5,), ()):
        needed = rng.normal(size=shape)
        wrong = rng.random(shape) < 0.4
        given = needed + wrong
        html = array_html(Shown("your A", given, needed, wrong, sign="≠"))
        numbers = [f"{number:.4f}" for number in np.atleast_1d(given)[np.atleast_1d(wrong)]]
        assert Page(html).marked == [f"≠ {number}" for number in numbers]
        assert html.count("<b>") == html.count("<mark><b>") + 1  # and the name
        beside = array_html(Shown("needed A", needed, given, wrong))
        assert "<mark>" not in beside and beside.count("<b>") == wrong.sum() + 1


def test_numbers_stand_in_rows_and_columns_under_their_index() -> None:
    html = array_html(Shown("A", np.array([[1, 2], [3, 4]])))
    assert html == (
        "<table><caption><b>A</b> (2, 2)</caption>"
        '<thead><tr><td></td><th scope="col">0</th><th scope="col">1</th></tr></thead><tbody>'
        '<tr><th scope="row">0</th><td>1</td><td>2</td></tr><tr><th scope="row">1</th><td>3</td><td>4</td></tr>'
        "</tbody></table>"
    )
    rank_1 = array_html(Shown("a", np.array([1, 2])))
    assert 'scope="row"' not in rank_1 and rank_1.count("<td>") == 2


@pytest.mark.parametrize("value", [np.zeros((5, 13)), np.zeros((2, 2, 2)), np.zeros((1, 0)), 3.0, relu, tanh])
def test_what_is_no_small_matrix_is_written_as_numpy_writes_it(value: Any) -> None:
    page = Page(array_html(Shown("A", value)))
    assert page.tags == ["figure", "figcaption", "b", "pre"] and " ".join(Shown("A", value).row[1].split()) in page.text


def test_a_wrong_shape_is_marked_in_the_name() -> None:
    key, function = ANSWERS["rank 1"]
    function.__name__ = key[1]
    assert Page(verdict_card(grade(EXERCISES[key], function).verdict)).marked == ["≠ (1,)"]
    assert Page(array_html(Shown("your A", 3.0, wrong=None, sign="≠"))).marked == ["≠ one number"]


def test_a_long_input_is_folded_and_a_short_one_is_not() -> None:
    folded = {}
    for name in ("one place", "large", "several arrays"):
        key, function = ANSWERS[name]
        function.__name__ = key[1]
        folded[name] = "<details><summary>Input" in verdict_card(grade(EXERCISES[key], function).verdict)
    assert folded == {"one place": False, "large": True, "several arrays": True}


def test_hints_are_folded_one_into_another() -> None:
    html = folded_hints("cost", ("First.", "Use `np.mean`."))
    assert html == (
        "<details><summary>Stuck? Hint 1 of 2</summary>\n<p>First.</p>\n"
        "<details><summary>Hint 2 of 2</summary>\n<p>Use <code>np.mean</code>.</p>\n"
        "<p>That was the last hint. solution(&quot;cost&quot;) shows how we wrote cost.</p>\n</details>\n</details>\n"
    )
    assert folded_hints("cost", ("One.", "Two.", "Three."), given=2).count("<details open>") == 2


def test_a_card_has_hints_until_the_function_is_right(finding: Any) -> None:
    found, exercise = finding
    html = verdict_card(found.verdict, exercise.hints)
    assert html.count("Hint ") == (0 if found.state == "done" else len(exercise.hints))


def test_hints_asked_for_stay_on_the_page(displayed: Any) -> None:
    check, hint, _ = exercises.of("02_logistic_regression")
    hints = EXERCISES["02", "cost"].hints
    for number in (1, 2):
        hint("cost")
        html, text = displayed[-1]
        assert [each in Page(html).text for each in hints] == [i < number for i in range(len(hints))]
        assert text.count(f"of {len(hints)} for cost:\n") == number
    no_return.__name__ = "cost"
    check(no_return)
    assert displayed[-1][0].count("<details open>") == 2 and displayed[-1][1].startswith("✗ cost")


def test_a_right_answer_is_counted(displayed: Any) -> None:
    check, _, _ = exercises.of("02_logistic_regression")

    @check
    def sigmoid(Z: Any) -> Any:
        return 1 / (1 + np.exp(-Z))

    [(html, text)] = displayed
    assert text == Page(html).text == (
        f"✓ sigmoid: right on {len(EXERCISES['02', 'sigmoid'].cases)} inputs. "
        "Networks run on it once your forward calls it. 1 of 9 is yours."
    )  # fmt: skip


def test_slow_answers_and_answers_for_some_inputs_only_have_their_card() -> None:
    exercise = EXERCISES["02", "cost"]
    slow = report.slow(exercise, 92, 13.4)
    assert (
        "about 92 times slower than ours: the cells below would take about 13 minutes" in Page(verdict_card(slow)).text
    )
    assert slow.text.startswith("✓ cost: right on 10 inputs, but slow.\n  It is right") and "hint(" not in slow.text
    text = report.no_answer(exercise, 0, "It returns None for the input below.").text
    assert "for the input below.\n\n    A (1, 1)" in text and text.endswith('Stuck? hint("cost")')


def test_progress_on_the_page(displayed: Any) -> None:
    progress_file.record("02_logistic_regression", "sigmoid", "done")
    exercises.progress("02_logistic_regression")
    exercises.progress()
    (strip, text), (course, _) = displayed
    assert (
        '<li class="done"><span class="sign" role="img" aria-label="yours">✓</span> '
        '<a href="#From-a-score-to-a-probability">sigmoid</a></li>'
    ) in strip
    assert '<a href="02_logistic_regression.ipynb#From-a-score-to-a-probability">sigmoid</a>' in course
    signs = r"[✓◐○] \w+"
    assert re.findall(signs, Page(strip).text) == re.findall(signs, text) and len(re.findall(signs, text)) == 12
    assert strip.count("<li") == 9 and course.count("<li") == len(EXERCISES)
    assert Page(course).text.startswith(f"The course: 1 of {len(EXERCISES)} is yours. 00 Start here: 0 of 1 are yours")


def test_the_sections_that_progress_leads_to_are_there() -> None:
    for notebook in registry.NOTEBOOKS:
        source = (progress_file.PATH.parent / "notebooks" / "source" / f"{notebook}.md").read_text(encoding="utf-8")
        anchors = {anchor(heading) for heading in re.findall(r"^##+ (.*)$", source, flags=re.MULTILINE)}
        assert {anchor(exercise.section) for exercise in registry.load(notebook)} <= anchors


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Selector and declarations of each rule, those within @media too."""
    yield from re.findall(r"([^{}@]+?)\s*\{([^{}]*)\}", re.sub(r"@media[^{]*\{", "", css))


def test_the_style_of_a_card_reaches_nothing_else() -> None:
    selectors = [
        re.sub(r"^:is\(\[data-jp-theme-light.*?\]\) ", "", selector.strip("} ")) for selector, _ in rules(STYLE)
    ]
    assert len(selectors) > 30 and all(selector.startswith(".hand-card") for selector in selectors), selectors
    assert not re.search(r"url|import|expression|position|z-index", STYLE)
    assert card("open", paragraph_html("a")).count("<style>") == 1


LIGHT, DARK = (dict(re.findall(r"--(\w+): (#\w{6})", body)) for _, body in rules(STYLE) if "--quiet: #" in body)
PAGES = {  # background and ink
    "JupyterLab": (LIGHT, "#ffffff", "#212121"),
    "JupyterLab, dark": (DARK, "#111111", "#ffffff"),
    "VS Code": (LIGHT, "#ffffff", "#3b3b3b"),
    "VS Code, dark": (DARK, "#1f1f1f", "#cccccc"),
    "Colab, dark": (DARK, "#383838", "#e3e3e3"),
}


def rgb(colour: str) -> Any:
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255


def mixed(colour: Any, share: float, paper: Any) -> Any:
    """What color-mix(in srgb, colour share, transparent) looks like over a paper."""
    return share * colour + (1 - share) * paper


def contrast(one: Any, other: Any) -> float:
    """The ratio of the Web Content Accessibility Guidelines 2, 1.4.3."""
    linear = [np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4) for c in (one, other)]
    dark, light = sorted(float(np.dot((0.2126, 0.7152, 0.0722), c)) for c in linear)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_what_the_guidelines_say() -> None:
    assert contrast(rgb("#000000"), rgb("#ffffff")) == pytest.approx(21)
    assert contrast(rgb("#777777"), rgb("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("page", PAGES)
def test_every_text_of_a_card_can_be_read(page: str) -> None:
    colours, paper, ink = PAGES[page]
    card_share, mark_share, done_share = (float(share) / 100 for share in BACKGROUNDS)
    for hue in ("hue", "right", "wrong"):
        background = mixed(rgb(colours[hue]), card_share, rgb(paper))
        marks = mixed(rgb(colours[hue]), mark_share, background)
        done = mixed(rgb(colours["right"]), done_share, background)
        pairs = [(colours[hue], background), (colours["quiet"], background), (ink, marks), (ink, done)]
        ratios = [contrast(rgb(text), behind) for text, behind in [*pairs, (colours["right"], done)]]
        assert min(ratios) >= 4.5, (hue, ratios)


BACKGROUNDS = re.findall(r"background: color-mix\(in srgb, var\(--\w+\) (\d+)%, transparent\)", STYLE)
