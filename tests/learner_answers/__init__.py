"""Wrong answers as learners type them, kept apart from the exercises' own tables: each with words of its diagnosis.

An answer is the function's body, or what stands after its `return`.  The words are chosen by hand; they are in one
diagnosis of the exercise and in no other, so two diagnoses that have changed places are found.
"""

Answers = dict[str, list[tuple[str, str]]]  # exercise -> (what the learner types, words of the feedback)
