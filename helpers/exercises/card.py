"""A card on the page.  It brings its style along, and nothing else of the page has its class.

Without style, as on GitHub, it still reads from top to bottom.  MathJax leaves it alone: a learner's `$` is no formula.
"""

import re
from html import escape
from pathlib import Path


def _without_comments(css: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)).strip()


STYLE = _without_comments(Path(__file__).with_suffix(".css").read_text(encoding="utf-8"))


def card(kind: str, inside: str) -> str:
    """HTML in a card of one of the kinds that card.css knows."""
    return f'<style>{STYLE}</style>\n<div class="hand-card {kind} mathjax_ignore">\n{inside}</div>'


def paragraph_html(text: str) -> str:
    """A paragraph of words, with `code` in them."""
    words = re.sub("`([^`]+)`", r"<code>\1</code>", escape(text))
    return f"<p>{words}</p>\n"
