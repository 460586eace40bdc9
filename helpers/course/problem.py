"""What the learner can put right."""


class Problem(Exception):
    """Its text is one sentence: what is wrong, and what to do."""
