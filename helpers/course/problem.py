"""What the learner can mend."""


class Problem(Exception):
    """Its text is one sentence: what is wrong, and what mends it."""
