"""The reference's tables: every formula stands where its line says, every section of the notes has its place."""

import re

import pytest
from prose import NAMES, headings, source, text_under

from helpers.course import concordance, course_map, formulas, tables
from helpers.course.concordance import PASSAGES, Passage
from helpers.course.formulas import FORMULAS, Formula
from helpers.exercises import registry

EARNED = "What you have earned"
THE_SAME = (  # ways to write the same formula
    (r"\\[,;!]|\\q?quad|\\big|\\Big|\\textstyle|\s", ""),
    (r"\\[td]frac", r"\\frac"),
    (r"\\frac(\w)(\w)", r"\\frac{\1}{\2}"),
    (r"\\[lr]vert", "|"),
    (r"\\sum_\{?[ie](=1\}\^\{m)?\}?", r"\\sum"),
    (r"\(([A-Za-z]\^\{\[\w\]\})\)\^2", r"\1^2"),
    (r"([WAZb])\^\{\[(\d)\](\\top)?\}", lambda found: f"{found[1]}_{found[2]}" + ("^\\top" if found[3] else "")),
    (r"([WAZb]_\d\^)\{?(\\top|2)\}?", r"\1\2"),
)


def plain(formula: str) -> str:
    """A formula without what changes only its looks: spaces, sizes, W^{[1]} for W_1, the name of the index of a sum."""
    for pattern, same in THE_SAME:
        formula = re.sub(pattern, same, formula)
    return formula


def parts(line: Formula) -> list[str]:
    return re.findall(r"\$([^$]+)\$", line.formula)


def missing(line: Formula) -> list[str]:
    """The formulas of a line that are neither in the section that is to derive them nor among those earned there."""
    name = course_map.find(line.notebook).name
    text = plain(text_under(name, line.section) + (text_under(name, EARNED) if EARNED in headings(name) else ""))
    return [each for each in parts(line) if plain(each) not in text]


@pytest.mark.parametrize("line", FORMULAS, ids=lambda line: f"{line.notebook} {line.what}")
def test_a_formula_stands_where_its_line_says(line: Formula) -> None:
    name = course_map.find(line.notebook).name
    assert headings(name).count(line.section) == 1
    assert parts(line) and missing(line) == []
    assert "|" not in line.formula, "it would end the cell of the table: write \\lvert"
    assert not line.exercise or line.exercise in [each.name for each in registry.load(name)]


@pytest.mark.parametrize(
    ("right", "other"),
    [
        (r"dW^{[2]} = \frac{1}{m}\,dZ^{[2]} A^{[1]\top}", r"dW_2 = \tfrac1m\,dZ_2 A_1^\top"),
        (r"W^{[2]\top} dZ^{[2]} * \big(1 - (A^{[1]})^2\big)", r"W_2^\top dZ_2 * (1 - A_1^2)"),
        (r"\frac{1}{m} \sum_i dZ", r"\tfrac1m \textstyle\sum_e dZ"),
        (r"\lvert a\rvert^2", "|a|^2"),
    ],
)
def test_what_is_written_another_way_is_the_same_formula(right: str, other: str) -> None:
    assert plain(right) == plain(other)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("$dW^{[2]} = \\frac{1}{m}\\,dZ^{[2]} A^{[1]", "$dW^{[2]} = \\frac{1}{m}\\,dZ^{[2]} A^{[2]"), ("04", "02")],
)
def test_a_wrong_formula_is_found(right: str, wrong: str) -> None:
    [line] = [line for line in FORMULAS if line.what == "gradient of the output layer"]
    if right == "04":
        line = line._replace(notebook=wrong, section="The cost")
    else:
        line = line._replace(formula=line.formula.replace(right, wrong))
    assert missing(line)


def test_the_sheet_is_in_the_order_of_the_course() -> None:
    places = [(line.notebook, headings(course_map.find(line.notebook).name).index(line.section)) for line in FORMULAS]
    assert places == sorted(places)
    assert {line.notebook for line in FORMULAS} == {name[:2] for name in NAMES} - {"00", "99"}


def test_a_line_of_the_sheet_is_earned_when_its_exercise_is_the_learners() -> None:
    rows = list(formulas.rows({("02_logistic_regression", "sigmoid")}))
    assert len(rows) == len(FORMULAS) and all(row.count("|") == 3 for row in rows)
    [earned] = [row for row in rows if row.startswith("| ✓ |")]
    assert earned.startswith("| ✓ | sigmoid: $")
    marks = [row.split("|")[1].strip() for row in formulas.rows()]
    assert marks == ["○" if line.exercise else "" for line in FORMULAS]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.section)
def test_a_section_of_the_notes_leads_to_headings_that_are_there(passage: Passage) -> None:
    for number, heading in passage.headings():
        lesson = course_map.find(number)
        assert not lesson.there or headings(lesson.name).count(heading) == 1, (number, heading)
        assert not set(heading) & set('()<>%"'), "it would break a link"


def test_the_concordance_is_whole() -> None:
    count: dict[str, int] = {}
    for passage in PASSAGES:
        count[passage.notes] = count.get(passage.notes, 0) + 1
    assert list(count.values()) == [7, 2, 6, 14, 10]  # the sections of the five sets of notes
    rows = list(concordance.rows())
    assert len(rows) == len(PASSAGES) and sum(row.startswith("| **the notes") for row in rows) == len(count)
    assert len({(passage.notes, passage.section) for passage in PASSAGES}) == len(PASSAGES)


def test_a_table_whose_rows_differ_is_refused(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables.Path, "read_text", lambda *_, **__: "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n")
    with pytest.raises(ValueError, match="the rows of x.md have different numbers of cells"):
        tables.read("x.md")


LINK = re.compile(r"\]\((?P<file>\d\d_\w+\.ipynb)?#(?P<anchor>[^)]+)\)")


@pytest.mark.parametrize("name", NAMES)
def test_links_to_a_section_arrive(name: str) -> None:
    for found in LINK.finditer(source(name)):
        target = (found["file"] or f"{name}.ipynb").removesuffix(".ipynb")
        assert found["anchor"] in map(course_map.anchor, headings(target)), found[0]
