"""What the learner has told pip: where packages come from stays, where they go to is ours to say."""

import ast
import os

from helpers.course.problem import Problem
from helpers.course.processes import clean_environment, run_quietly
from helpers.course.screen import MovingLine

# Where packages come from: with one of these only pip knows the way, since uv does not read them.
SOURCES = {
    "index-url",
    "extra-index-url",
    "find-links",
    "no-index",
    "trusted-host",
    "proxy",
    "cert",
    "client-cert",
    "keyring-provider",
    "use-feature",
    "use-deprecated",
    "constraint",
}
# How patiently, and where downloads are kept: of no matter to uv. A constraint has nothing to say beside a lock.
KEPT = (SOURCES - {"constraint"}) | {"timeout", "default-timeout", "retries", "cache-dir", "no-cache-dir"}


def read(pip: list[str], line: MovingLine) -> dict[str, str]:
    """pip's settings, from its files and the environment: name -> value, the strongest last."""
    code, said = run_quietly([*pip, "config", "list"], line, clean_environment())
    if code:
        reason = " ".join(said.split())
        raise Problem(f"pip cannot read its own settings ({reason}): correct them, then try again.")
    settings: dict[str, str] = {}
    for section in ("global.", "install.", ":env:."):
        settings |= dict(_setting(text, section) for text in said.splitlines() if text.startswith(section))
    return settings


def _setting(text: str, section: str) -> tuple[str, str]:
    name, _, value = text.removeprefix(section).partition("=")
    try:
        return name, str(ast.literal_eval(value))
    except (SyntaxError, ValueError):
        return name, value


def are_plain(settings: dict[str, str]) -> bool:
    """Whether packages come from where they come from for everybody."""
    return SOURCES.isdisjoint(settings)


def environment(settings: dict[str, str]) -> dict[str, str]:
    """The environment for pip: what it was told of the way to packages; no target, no user, no root."""
    clean = {name: value for name, value in clean_environment().items() if not name.upper().startswith("PIP_")}
    own = {"PIP_" + name.upper().replace("-", "_"): value for name, value in settings.items() if name in KEPT}
    return clean | own | {"PIP_CONFIG_FILE": os.devnull}
