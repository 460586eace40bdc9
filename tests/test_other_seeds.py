"""The random tests hold for other examples, too; in every run but this weekly one they see the same ones each time."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
GIVEN = re.compile(r"^@.*\bgiven\(", re.MULTILINE)
RANDOM = [path for path in sorted(TESTS.glob("test_*.py")) if GIVEN.search(path.read_text(encoding="utf-8"))]


def test_there_are_random_tests() -> None:
    assert {"test_deep", "test_losses", "test_broadcasting"} <= {path.stem for path in RANDOM}


@pytest.mark.weekly
@pytest.mark.parametrize("seed", range(1, 21))
def test_the_random_tests_pass_with_another_seed(seed: int) -> None:
    chosen = ["--hypothesis-profile=other seeds", f"--hypothesis-seed={seed}", "-m", "hypothesis"]
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", *chosen, *map(str, RANDOM)]
    done = subprocess.run(command, cwd=TESTS.parent, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
