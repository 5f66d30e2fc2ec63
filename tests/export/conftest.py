"""Puts models/ on the path, keeps PyTorch to one thread and transformers quiet."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

MODELS = Path(__file__).parents[2] / "models"
sys.path.insert(0, str(MODELS))


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """Other work shares the machine, and small networks gain nothing from a second thread."""
    torch = pytest.importorskip("torch", reason="PyTorch is not installed; `make test-models` installs it")
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(autouse=True)
def quiet_transformers() -> Iterator[None]:
    """No progress bars, whose thread outlives them, and no remarks on configurations that are meant so."""
    pytest.importorskip(
        "transformers", reason="transformers is not installed; `make test-models` installs it"
    )
    from transformers.utils import logging

    before = logging.get_verbosity()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    yield
    logging.set_verbosity(before)
