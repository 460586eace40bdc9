"""What a save leaves out, and that no save ever fails over it."""

import copy
import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from helpers.course import saving

COURSE = Path(__file__).parents[1]
PANEL = {
    "output_type": "display_data",
    "metadata": {},
    "data": {saving.WIDGET_VIEW: {"model_id": "1"}, "image/png": "aaaa", "text/plain": "A line."},
}


def saved(path: str = "notebooks/02.ipynb", **changes: Any) -> Any:
    """What is written when a notebook with a panel is saved."""
    cells: list[Any] = [
        {"cell_type": "markdown", "source": "words"},
        {
            "cell_type": "code",
            "source": "panel",
            "outputs": [copy.deepcopy(PANEL), {"output_type": "stream", "text": "!"}],
        },
    ]
    metadata = {"widgets": {"state": {}}, "language_info": {"name": "python", "version": "3.11.7"}, "mine": 1}
    model = {"type": "notebook", "content": {"cells": cells, "metadata": metadata}, **changes}
    saving.before_save(model=model, path=path, contents_manager=None)
    return model["content"]


def test_the_view_goes_and_all_else_stays() -> None:
    content = saved()
    assert content["metadata"] == {"language_info": {"name": "python"}, "mine": 1}
    text, code = content["cells"]
    assert text == {"cell_type": "markdown", "source": "words"} and code["source"] == "panel"
    assert code["outputs"][0]["data"] == {"image/png": "aaaa", "text/plain": "A line."}
    assert code["outputs"][1] == {"output_type": "stream", "text": "!"}


@pytest.mark.parametrize("path", ["my_notebooks/02.ipynb", "/my_notebooks/02.ipynb"])
def test_a_learners_own_keeps_the_version_of_python_and_no_view(path: str) -> None:
    content = saved(path)
    assert content["metadata"] == {"language_info": {"name": "python", "version": "3.11.7"}, "mine": 1}
    assert saving.WIDGET_VIEW not in content["cells"][1]["outputs"][0]["data"]


def test_a_view_that_is_all_there_is_stays() -> None:
    alone = {"cell_type": "code", "outputs": [{"data": {saving.WIDGET_VIEW: {}}}]}
    assert saved(content={"cells": [alone], "metadata": {}})["cells"] == [alone]


@pytest.mark.parametrize(
    "content", [None, "text", {}, {"cells": None, "metadata": {}}, {"cells": [{}], "metadata": {}}]
)
def test_what_is_odd_is_stored_as_it_is(content: Any) -> None:
    assert saved(content=content) is content


def test_other_files_are_stored_as_they_are() -> None:
    content = {"cells": [], "metadata": {"widgets": {}}}
    assert saved(type="file", content=content) is content


def test_jupyters_settings_name_it() -> None:
    config = SimpleNamespace(ContentsManager=SimpleNamespace())
    runpy.run_path(str(COURSE / ".jupyter" / "jupyter_server_config.py"), {"get_config": lambda: config})
    assert config.ContentsManager.pre_save_hook is saving.before_save
