"""The table of all figures: what the starter reaches stands beside what it is to reach."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="training dependencies are not installed")
pytest.importorskip("transformers", reason="export dependencies are not installed")

import figures

STARTER = {
    "figures": {
        "six scenes": {"value": 0.912, "chance": 0.1667, "count": 874},
        "tiny-imagenet top-1": {"value": 0.2, "chance": 0.005, "count": 2000},
        "flickr8k text to photo R@10": {"value": 0.3, "chance": 0.01, "count": 5000},
        "unsplash P@10 'beach'": {"value": 0.5, "chance": 0.1, "count": 40},
    },
    "photos_per_second": {"this": 90.0, "ViT-B/32": 10.0},
    "bytes": 26_000_000,
}


def test_each_figure_stands_beside_its_aim() -> None:
    lines = figures.starter_table(STARTER).splitlines()
    assert lines[2:] == [
        "| six scenes | 91.2% | met, >= 85% | 16.7% | 874 |",
        "| tiny-imagenet top-1 | 20.0% | not met, >= 45% | 0.5% | 2000 |",
        "| flickr8k text to photo R@10 | 30.0% | not met, >= 45% | 1.0% | 5000 |",
        "| unsplash P@10 'beach' | 50.0% |  | 10.0% | 40 |",
        "| photos per processor second | 90 |  |  |  |",
        "| the same of ViT-B/32 | 10.0 |  |  |  |",
        "| times as fast as ViT-B/32 | 9.0 | met, >= 8 |  |  |",
        "| both towers, MB | 26.0 | not met, <= 25 |  |  |",
    ]


def test_processors_of_this_machine_are_timed() -> None:
    rows = figures.processors(seconds=0.05)
    assert any(row["provider"] == "CPUExecutionProvider" and row["images_per_second"] > 0 for row in rows)
    assert sum(row["chosen"] for row in rows) == 1


def test_everything_else_is_told_without_photographs() -> None:
    told = figures.show(
        {
            "machine": figures.machine(),
            "processors": figures.processors(seconds=0.05),
            "text_lengths": [
                {"length": 5, "seconds": 0.01, "max_abs": 0.0},
                {"length": 77, "seconds": 0.05, "max_abs": 0.0},
            ],
            "parity": [
                {"tower": "image", "against": "original", "batch": 1, "length": None, "max_abs": 1e-7,
                 "min_cosine": 1.0}
            ],
        }
    )  # fmt: skip
    assert "MINDSEYE_TEST_DATA names no photographs" in told
    assert "| 5 | 10.0 | 0.20 | 0e+00 |" in told
    assert "| image | original | 1 |  | 1.0e-07 | 1.0000000 |" in told
