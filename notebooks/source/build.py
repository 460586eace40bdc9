"""Builds the notebooks: `python notebooks/source/build.py` runs notebooks/source/*.md and writes notebooks/*.ipynb.

    python notebooks/source/build.py                      every notebook
    python notebooks/source/build.py 02_logistic_regression    one of them
    python notebooks/source/build.py --check              write nothing: fail if a notebook is not that of its source

Building twice writes the same bytes, with any Python: cell ids are fixed, nothing that changes from run to run is kept.
What Jupyter would add when it saves is there already, so that opening and saving a notebook changes nothing.
"""

import argparse
import base64
import io
import os
import re
import sys
from pathlib import Path
from typing import Any

import filling
import jupytext
import nbformat
from nbclient import NotebookClient
from PIL import Image

from helpers.course.notebook_file import fingerprint, seal, sealed
from helpers.course.saving import WIDGET_VIEW, without_version, without_widgets

SOURCE = Path(__file__).resolve().parent
NOTEBOOKS = SOURCE.parent
KERNEL = {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}}


def read(source: Path) -> Any:
    """The notebook that a source stands for, not run yet."""
    notebook = jupytext.read(source)
    notebook.metadata = nbformat.from_dict(KERNEL)
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = f"{source.stem[:2]}-{number:03}"
        tags = cell.metadata.get("tags")
        cell.metadata = nbformat.from_dict({"tags": tags} if tags else {})
    return notebook


def execute(notebook: Any) -> Any:
    """Run every cell in a fresh kernel, as COURSE_TEST, in the notebooks' own folder."""
    os.environ["COURSE_TEST"] = "1"
    notebook = filling.with_fields(notebook)
    NotebookClient(
        notebook, timeout=120, record_timing=False, resources={"metadata": {"path": str(NOTEBOOKS)}}
    ).execute()
    notebook = filling.filled(notebook)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs = merged(cell.outputs)
    return nbformat.from_dict(without_version(without_widgets(notebook)))


def merged(outputs: list[Any]) -> list[Any]:
    """Pieces of one stream as one output: how they were cut depends on the machine's speed."""
    result: list[Any] = []
    for output in outputs:
        last = result[-1] if result else {}
        if output.output_type == "stream" and last.get("name") == output.name:
            last.text += output.text
        else:
            result.append(output)
    return result


def keep_what_varies(notebook: Any, target: Path) -> None:
    """Cells whose output may differ (timings) keep what is stored, as long as their source is the same."""
    stored = nbformat.read(target, as_version=4).cells if target.exists() else []
    outputs = {cell.source: cell.outputs for cell in stored if cell.cell_type == "code"}
    for cell in notebook.cells:
        if "nbval-ignore-output" in cell.metadata.get("tags", []):
            cell.outputs = outputs.get(cell.source, cell.outputs)


def agree(notebook: Any, source: Any) -> bool:
    """Has a notebook the cells of its source, its texts filled in?"""
    fixed = [[(cell.id, cell.cell_type, cell.metadata) for cell in each.cells] for each in (notebook, source)]
    return fixed[0] == fixed[1] and all(map(filling.fits, notebook.cells, source.cells))


def problems(source: Path) -> list[str]:
    """What is wrong with the stored notebook of a source, a sentence each."""
    target = NOTEBOOKS / f"{source.stem}.ipynb"
    if not target.exists():
        return [f"{target.name} is missing"]
    notebook = nbformat.read(target, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    outputs = [(cell.id, output) for cell in code for output in cell.outputs]
    if not agree(notebook, read(source)):
        found = [f"{target.name} differs from its source"]
    else:
        found = [] if seal(notebook) == fingerprint(notebook) else [f"{target.name} is not sealed: build it again"]
    found += [f"cell {cell.id} was never run" for cell in code if cell.execution_count is None]
    counts = [cell.execution_count for cell in code]
    if None not in counts and counts != list(range(1, len(code) + 1)):
        found.append(f"the cells of {target.name} were not run once each, from the first to the last")
    found += [f"cell {id} ended in an error" for id, output in outputs if output.output_type == "error"]
    found += [f"cell {id} wrote to stderr" for id, output in outputs if output.get("name") == "stderr"]
    found += [f"cell {id} keeps a widget view" for id, output in outputs if WIDGET_VIEW in output.get("data", {})]
    found += [f"cell {id} has another picture than it says" for id, output in outputs if wrong_picture(output)]
    if "widgets" in notebook.metadata:
        found.append("metadata.widgets is stored")
    if "version" in notebook.metadata.language_info:
        found.append("the version of Python is stored")
    return found


def wrong_picture(output: Any) -> bool:
    """Does an output hold a PNG whose own description is not the alt text that stands beside it?"""
    data = output.get("data", {})
    pngs = re.findall(r'"data:image/png;base64,([^"]*)"', data.get("text/html", ""))
    described = [Image.open(io.BytesIO(base64.b64decode(png))).info.get("Description") for png in pngs]
    return any(description != data["text/plain"] for description in described)


def build(source: Path) -> None:
    """Run one source and write its notebook."""
    target = NOTEBOOKS / f"{source.stem}.ipynb"
    notebook = execute(read(source))
    keep_what_varies(notebook, target)
    notebook.metadata = nbformat.from_dict(sealed(notebook))
    target.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8", newline="\n")
    print(f"built {target.name}: {target.stat().st_size / 1e6:.1f} MB")


def draw_readme_picture() -> None:
    """The picture at the top of the README: the learning-rate explorer as it starts."""
    from helpers import explorers
    from helpers.plots import rendering

    picture = explorers.learning_rate_explorer().frame.picture
    (SOURCE / "readme.png").write_bytes(rendering.png(picture))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    parser.add_argument("names", nargs="*", help="such as 02_logistic_regression")
    options = parser.parse_args(arguments)
    if not options.check and not options.names:
        draw_readme_picture()
    sources = [SOURCE / f"{name}.md" for name in options.names] or sorted(SOURCE.glob("[0-9]*.md"))
    failed = False
    for source in sources:
        if not options.check:
            build(source)
        found = problems(source)
        failed = failed or bool(found)
        print("\n".join(f"{source.stem}: {sentence}" for sentence in found), end="\n" if found else "")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
