"""Do the presets of the playground come to what they state?  python benchmarks/playground_presets.py

Each is trained on 20 seeds, of the points and of the first weights alike (half a minute in all); the figures, in how
many seeds they are as stated, and a fingerprint of the settings go into playground_presets.json, which a test reads.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from threadpoolctl import threadpool_limits

from helpers.playground.presets import PRESETS, Preset
from helpers.sweeps.fingerprints import fingerprint

SEEDS = range(1, 21)
STORED = Path(__file__).with_suffix(".json")


def key(preset: Preset) -> str:
    """Of all that decides what it comes to: its settings, those that are usual too, and what it states."""
    return fingerprint([asdict(preset.with_seed(1)), preset.epochs, [list(bounds) for bounds in preset.outcome]])


def measured(preset: Preset) -> dict[str, Any]:
    """In how many seeds it holds, and least, middle and greatest of each figure."""
    figures = [preset.figures(seed) for seed in SEEDS]
    ends = {
        bounds.measure: [float(f"{sorted(column)[at]:.3g}") for at in (0, len(SEEDS) // 2, -1)]
        for bounds, column in zip(preset.outcome, zip(*figures, strict=True), strict=True)
    }
    failed = [seed for seed, found in zip(SEEDS, figures, strict=True) if not preset.holds(found)]
    return {"holds": len(SEEDS) - len(failed), "failed": failed, "figures": ends, "fingerprint": key(preset)}


def main() -> None:
    """Measure all, print a table, store it."""
    table = {}
    with threadpool_limits(1):
        for name, preset in PRESETS.items():
            table[name] = measured(preset)
            print(f"{table[name]['holds']:2} of {len(SEEDS)}  {name}, after {preset.epochs} epochs")
            for bounds, found in zip(preset.outcome, table[name]["figures"].values(), strict=True):
                print(f"          {bounds}; found {found[0]:g} to {found[2]:g}")
    STORED.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
