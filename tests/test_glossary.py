"""The glossary, the map and the README: every link arrives, every word has its place, nothing contradicts."""

import re
import shutil
from pathlib import Path

import pytest
from prose import NAMES, headings, source, text_under

from helpers.course import copies, course_map, glossary
from helpers.course.course_map import LESSONS, NOTEBOOKS, REFERENCE
from helpers.course.glossary import WORDS, Word
from helpers.exercises import registry

COURSE = Path(__file__).parents[1]
README = (COURSE / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.english)
def test_a_word_is_introduced_where_the_glossary_says(word: Word) -> None:
    lesson = course_map.find(word.notebook)
    if not lesson.there:
        return
    assert headings(lesson.name).count(word.section) == 1, "an anchor must be the only one of its name"
    section = text_under(lesson.name, word.section).lower()
    names = [part.strip() for part in re.split(r",|\(", word.english)]
    assert any(all(stem(part) in section for part in name.split()) for name in names), f"{word.english} is not there"


def stem(word: str) -> str:
    """Enough of a word to find it in a sentence: "convex" in "is not convex in w", "vanish" in "it vanishes"."""
    return word.lower().rstrip(")").removesuffix("s").removesuffix("ion").removesuffix("ting").removesuffix("ing")


def test_words_are_in_order_and_complete() -> None:
    names = [word.english.lower() for word in WORDS]
    assert names == sorted(names) and len(set(names)) == len(names) >= 50
    for word in WORDS:
        assert re.search("[가-힣]", word.korean) and word.meaning and not word.meaning.endswith(".")
        assert "|" not in "".join(word) and not set(word.section) & set('()<>%"')  # they would break a link


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("The cost", "The-cost"),
        ("Why not squared error?", "Why-not-squared-error?"),
        ("One unit, one score", "One-unit,-one-score"),
    ],
)
def test_anchors_are_those_of_jupyter(heading: str, anchor: str) -> None:
    assert course_map.anchor(heading) == anchor


def test_a_table_has_a_row_for_each_word_and_links_only_to_what_is_there() -> None:
    rows = list(glossary.rows())
    assert len(rows) == len(WORDS) and all(row.count("|") == 3 for row in rows)
    for target in re.findall(r"\]\(([^)#]+)", "\n".join(rows)):
        assert (NOTEBOOKS / target).exists()


def test_the_map_has_every_notebook_in_its_order() -> None:
    names = [lesson.name for lesson in (*LESSONS, REFERENCE)]
    assert [name for name in names if name in NAMES] == NAMES
    assert [name for name in names if name in registry.NOTEBOOKS] == list(registry.NOTEBOOKS)
    assert [lesson.number for lesson in LESSONS] == [f"{k:02}" for k in range(len(LESSONS))]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.number)
def test_a_notebook_says_of_itself_what_the_map_says(lesson: course_map.Lesson) -> None:
    source = NOTEBOOKS / "source" / f"{lesson.name}.md"
    if source.exists():
        text = source.read_text(encoding="utf-8")
        minutes = re.search(r"\*\*Time\*\* about (\d+) minutes", text)
        assert minutes and int(minutes[1]) == lesson.minutes
        assert text.startswith(f"# {lesson.title}")


def test_the_first_notebook_takes_the_time_that_it_says() -> None:
    """At 150 words a minute, what is folded not counted; half a minute for each cell, two more for the network."""
    lesson = LESSONS[0]
    words = re.findall(r"[A-Za-z]{2,}", re.sub(r"<details>.*?</details>", "", source(lesson.name), flags=re.DOTALL))
    cells = (NOTEBOOKS / "source" / f"{lesson.name}.md").read_text(encoding="utf-8").count("```python")
    minutes = len(words) / 150 + cells / 2 + 2
    assert abs(minutes - lesson.minutes) < 1, minutes


def test_the_readme_has_the_same_table() -> None:
    assert "\n".join(course_map.rows("notebooks/")) in README


def test_links_between_notebooks_arrive() -> None:
    for name in NAMES:
        for target in re.findall(r"\]\((\d\d_[^)#]+)", source(name)):
            assert (NOTEBOOKS / target).exists() or not course_map.find(target[:2]).there, (name, target)


def test_links_arrive_among_a_learners_copies_too(tmp_path: Path) -> None:
    for folder in (tmp_path / "notebooks", tmp_path / "notebooks" / "source"):
        folder.mkdir()
    for name in NAMES:
        shutil.copy(NOTEBOOKS / "source" / f"{name}.md", tmp_path / "notebooks" / "source")
        shutil.copy(NOTEBOOKS / f"{name}.ipynb", tmp_path / "notebooks")
    copies.prepare(tmp_path)
    text = "".join([*glossary.rows(), *course_map.rows()])
    text += "".join(map(source, NAMES))
    targets = {target for target in re.findall(r"\]\(([^)#]+\.ipynb)", text) if course_map.find(target[:2]).there}
    assert len(targets) > 4 and all((tmp_path / "my_notebooks" / target).exists() for target in targets)


def test_a_link_leads_to_what_is_there_and_else_is_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    to_come = course_map.Lesson("98_to_come", "To come", 10, "wait")
    monkeypatch.setattr(course_map, "LESSONS", (*LESSONS, to_come))
    assert course_map.link("02", "The cost") == "[02 The cost](02_logistic_regression.ipynb#The-cost)"
    assert course_map.link("98", "What is to come") == "98"


def test_an_unknown_number_is_named() -> None:
    with pytest.raises(ValueError, match="there is no notebook '12'; they are 00, 01"):
        course_map.find("12")
