"""A notebook as a file: what stands in its cells, whether that is as it was released, a copy without outputs.

A release seals each notebook: its metadata hold the fingerprint of its cells.  Whoever changes a text breaks the seal;
running, saving and a newer Jupyter do not.  Standard library only, like everything that runs before the set-up.
"""

import json
import os
from contextlib import suppress
from errno import EEXIST
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

Notebook = dict[str, Any]

# The fingerprints of what was released before there were seals.
EARLIER = """
0161a3b7da92de76 032723611347c4fe 0714ec41aa3c142e 0ccde76dff3ad7b2 0f9e9451ed7389d7 117eec19b5c19f30
1534c94f53f19f35 15fc2ed141edc75d 18787cfc8cea759a 2686b6c7b503dc5f 3e803c4693536a50 42b783fe6bdd8b64
447257d819f8ec82 5cf33394722041d5 5d83adf3b5ae499c 697eaaf6dfeb93b7 7083a42274b06300 70b1e8d7c3a914a6
7a971599a5c98b59 7be0d149139f60bc 8b90fbc5891178c1 a936cf66cc2d405d ae508e23e132bb18 b0687d46fb339aaf
b8f772c631e2cb0a c06ec8bbf181b02e c21631dd452c5899 c38ed85b16a078a7 cc375daef1799e7a d04304ee57ccc77b
d89c1837a481e555 ea003bf1cb60ceb9
"""


def read(path: Path) -> Notebook | None:
    """The notebook in a file; None where it is broken, as a merge may leave it.  Raises OSError if there is none."""
    return parse(path.read_bytes())


def parse(content: bytes) -> Notebook | None:
    """The notebook that a file with this content holds; None where it is broken."""
    try:
        notebook: Notebook = json.loads(content)
        fingerprint(notebook), seal(notebook)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    return notebook


def fingerprint(notebook: Notebook) -> str:
    """16 hexadecimal digits of what stands in the cells; outputs and metadata do not count."""
    texts = [[cell["cell_type"], "".join(cell["source"])] for cell in notebook["cells"]]
    return sha256(json.dumps(texts).encode()).hexdigest()[:16]


def seal(notebook: Notebook) -> str:
    """The fingerprint that it had when it was released, or nothing."""
    return str(notebook["metadata"].get("course", {}).get("cells", ""))


def sealed(notebook: Notebook) -> dict[str, Any]:
    """The metadata of a notebook as it is released."""
    return {**notebook["metadata"], "course": {"cells": fingerprint(notebook)}}


def is_as_released(notebook: Notebook) -> bool:
    """Has no text of it been changed since it was released?"""
    return fingerprint(notebook) in (seal(notebook), *EARLIER.split())


def without_outputs(notebook: Notebook) -> bytes:
    """The file of a notebook that was never run, in the bytes that Jupyter would write."""
    cells = [{**cell, **_never_run(cell)} for cell in notebook["cells"]]
    return (json.dumps({**notebook, "cells": cells}, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def _never_run(cell: dict[str, Any]) -> dict[str, Any]:
    return {"outputs": [], "execution_count": None} if cell["cell_type"] == "code" else {}


def write(path: Path, content: bytes) -> None:
    """All or nothing: written beside the file, then put in its place."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def write_new(folder: Path, name: str, content: bytes) -> Path:
    """Write under `name`, or "name (2)" where that is taken; returns the path.  Never replaces a file."""
    stem, suffix = Path(name).stem, Path(name).suffix
    for again in range(1, 1000):
        path = folder / (name if again == 1 else f"{stem} ({again}){suffix}")
        with suppress(FileExistsError), path.open("xb") as file:
            _fill(file, content)
            return path
    raise FileExistsError(EEXIST, f"a thousand files are called {name}")


def _fill(file: BinaryIO, content: bytes) -> None:
    """Write all of it, or take the file away again: the disk may be full."""
    try:
        file.write(content)
        file.flush()
    except BaseException:
        Path(file.name).unlink()
        raise
