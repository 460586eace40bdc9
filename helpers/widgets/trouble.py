"""What the status line of a panel says of an exception: our own sentences as they are, anything else with its name."""

import linecache
from pathlib import Path
from traceback import extract_tb

HELPERS = Path(__file__).resolve().parents[1]


def sentence(error: Exception) -> str:
    """The first line of what the exception says, after its name unless a `raise` in `helpers` wrote it."""
    message, name = str(error).strip().partition("\n")[0], type(error).__name__
    if not message:
        return name
    return message if written_here(error) else f"{name}: {message}"


def written_here(error: Exception) -> bool:
    """Was it raised by a statement of ours?  Then its sentence is meant for learners."""
    frames = extract_tb(error.__traceback__)
    if not frames or HELPERS not in Path(frames[-1].filename).resolve().parents:
        return False
    return linecache.getline(frames[-1].filename, frames[-1].lineno or 0).lstrip().startswith("raise ")
