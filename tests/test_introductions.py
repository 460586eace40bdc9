"""No word of the glossary is used before the section that introduces it.

Not counted: the opening of a notebook and its "Next", which tell what is to come, and a sentence that says itself
in which notebook the word will be explained.
"""

import re
from collections.abc import Iterator

import pytest
from prose import NAMES, Section, headings, sections, sentences

from helpers.course import course_map
from helpers.course.glossary import WORDS, Word

NEVER_BEFORE = [word for word in WORDS if course_map.find(word.notebook).there]

# (notebook, word): why it stands there before it is introduced.
EXCEPTIONS: dict[tuple[str, str], str] = {
    ("00", "derivative"): "says where who does not know derivatives finds half a page on them",
    ("00", "unit, node"): "the panel shows units; what they compute comes in 02",
    ("01", "cost"): "a unit is trained to show what scaling does; 'costs nothing' is the everyday word",
    ("01", "score"): "any numbers, of which softmax makes probabilities",
    ("01", "unit, node"): "says in place that a unit weighs its features",
    ("02", "cost"): "the panel with the line shows it, and the text says in place what it is",
    ("03", "deep network"): "gradients that vanish are shown before networks are built",
    ("02", "hidden layer"): "says that notebook 04 builds them",
    ("03", "hidden layer"): "which activation belongs there, before networks are built",
}


def forms(word: Word) -> re.Pattern[str]:
    """The word or its plural; of "unit, node" either."""
    names = [re.sub(r"\(.*\)", "", name).strip() for name in word.english.split(",")]
    return re.compile("|".join(rf"(?<![\w-]){re.escape(name)}(e?s)?(?![\w-])" for name in names), re.IGNORECASE)


def before(word: Word) -> Iterator[tuple[str, Section]]:
    """The sections that a reader meets before the one that introduces the word, each with its notebook."""
    for name in NAMES:
        here = name[:2] == word.notebook
        if name[:2] > word.notebook:
            return
        for section in sections(name)[1:]:
            if here and section.heading == word.section:
                return
            yield name, section


def early(word: Word) -> list[tuple[str, str]]:
    """(notebook, sentence) of each use of a word before it is introduced."""
    found = []
    for name, section in before(word):
        text = re.sub(r"^\*\*Next:.*", "", section.text, flags=re.MULTILINE)
        for sentence in (*sentences(section.heading), *sentences(text)):
            if forms(word).search(sentence) and not re.search(rf"[Nn]otebook {word.notebook}", sentence):
                found.append((name[:2], sentence))
    return found


@pytest.mark.parametrize("word", NEVER_BEFORE, ids=lambda word: word.english)
def test_a_word_is_not_used_before_it_is_introduced(word: Word) -> None:
    assert [use for use in early(word) if (use[0], word.english) not in EXCEPTIONS] == []


def test_every_exception_is_needed_and_has_its_reason() -> None:
    needed = {(notebook, word.english) for word in NEVER_BEFORE for notebook, _ in early(word)}
    assert needed >= EXCEPTIONS.keys(), f"no longer needed: {EXCEPTIONS.keys() - needed}"
    assert all(len(reason) > 10 for reason in EXCEPTIONS.values())


def test_a_word_that_comes_too_early_is_found() -> None:
    [word] = [word for word in WORDS if word.english == "learning rate"]
    late = word._replace(section=headings(course_map.find("02").name)[-1])
    assert ("02", "The **learning rate** … sets the length of the step.") in early(late)
