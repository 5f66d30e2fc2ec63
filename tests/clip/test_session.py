"""Real ONNX files on the CPU."""

from pathlib import Path

import numpy as np
import pytest
from onnx import TensorProto

from mindseye.clip.session import CPU_PROVIDER, OnnxSession, available_providers, usable_cores
from mindseye.errors import ModelError
from tests.clip.networks import DIMENSION, save_both, save_text, save_vision

PIXELS = np.random.default_rng(0).random((2, 3, 8, 8), dtype=np.float32)


def test_a_network_runs(tmp_path: Path) -> None:
    session = OnnxSession(save_vision(tmp_path / "image.onnx"))
    assert session.provider == CPU_PROVIDER
    assert session.input_names == ("pixel_values",)
    assert session.run({"pixel_values": PIXELS, "unused": PIXELS}).shape == (2, DIMENSION)


def test_the_cpu_is_always_there_and_last() -> None:
    assert available_providers()[-1] == CPU_PROVIDER
    assert usable_cores() >= 1


def test_numbers_are_cast_to_what_the_network_wants(tmp_path: Path) -> None:
    session = OnnxSession(save_text(tmp_path / "text.onnx", taken="text", kind=TensorProto.INT32))
    assert session.run({"text": np.array([[1, 4, 2]], dtype=np.int64)}).shape == (1, DIMENSION)


def test_a_file_with_both_towers_gives_either(tmp_path: Path) -> None:
    both = OnnxSession(save_both(tmp_path / "both.onnx"))
    image, text = OnnxSession(save_vision(tmp_path / "i.onnx")), OnnxSession(save_text(tmp_path / "t.onnx"))
    ids = np.array([[1, 4, 2], [1, 5, 2]])
    np.testing.assert_array_equal(
        both.run({"pixel_values": PIXELS}, "image_embeds"), image.run({"pixel_values": PIXELS})
    )
    np.testing.assert_array_equal(both.run({"input_ids": ids}, "text_embeds"), text.run({"input_ids": ids}))


@pytest.mark.parametrize("content", [b"", b"no network", b"\x08\x08" * 100])
def test_a_damaged_file_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "image.onnx").write_bytes(content)
    with pytest.raises(ModelError, match=r"image.onnx cannot be run on CPUExecutionProvider") as caught:
        OnnxSession(tmp_path / "image.onnx")
    assert "\n" not in caught.value.message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"image.onnx is missing"):
        OnnxSession(tmp_path / "image.onnx")


def test_a_provider_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = save_vision(tmp_path / "image.onnx")
    with pytest.raises(ModelError, match="CUDAExecutionProvider"):
        OnnxSession(path, provider="CUDAExecutionProvider")


def test_a_run_that_fails_is_one_sentence(tmp_path: Path) -> None:
    session = OnnxSession(save_text(tmp_path / "text.onnx"))
    with pytest.raises(ModelError, match=r"text.onnx stopped on CPUExecutionProvider: .*") as caught:
        session.run({"input_ids": np.array([[1, 9999, 2]])})
    assert "\n" not in caught.value.message
    with pytest.raises(ModelError, match="stopped"):
        session.run({"input_ids": np.array([[1, 2]])}, "nothing")
