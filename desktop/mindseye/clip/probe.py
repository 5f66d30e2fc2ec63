"""Trying a model before it is taken in: do the towers run, share a space, and mean the same things."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mindseye.clip.manifest import ModelManifest
from mindseye.clip.model import ClipModel
from mindseye.clip.pixels import PixelBatch
from mindseye.clip.providers import AGREEMENT, Example, least_cosine
from mindseye.clip.session import OnnxSession, Port
from mindseye.clip.tokenizer import Tokenizer
from mindseye.errors import ModelError
from mindseye.phrases import Phrase

_IMAGE_OUTPUTS = ("image_embeds", "embedding", "image_embedding", "image_features", "pooler_output", "output")
_TEXT_OUTPUTS = ("text_embeds", "embedding", "text_embedding", "text_features", "pooler_output", "output")
_IMAGE_LOGITS = "logits_per_image"

UNKNOWN_DIMENSION = 0
"""The dimension of a description that is yet to be measured."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What trying a model showed."""

    manifest: ModelManifest
    """The description, with what was measured filled in."""
    doubts: tuple[str, ...]
    """Sentences about what looks odd but forbids nothing."""


def image_ports(session: OnnxSession) -> tuple[str, str]:
    """The input for pixels and the output that is the embedding.

    Raises:
        ModelError: the network has none.
    """
    pixels = [port.name for port in session.inputs if len(port.shape) == 4]
    if not pixels:
        raise ModelError(Phrase("{path} takes no pictures.", path=session.path), path=session.path)
    return pixels[0], _output(session, _IMAGE_OUTPUTS)


def text_ports(session: OnnxSession) -> tuple[str, str]:
    """The input for token ids and the output that is the embedding.

    Raises:
        ModelError: the network has none.
    """
    whole = [port for port in session.inputs if "int" in port.kind and "mask" not in port.name]
    ids = [port.name for port in whole if len(port.shape) == 2]
    if not ids:
        raise ModelError(Phrase("{path} takes no token ids.", path=session.path), path=session.path)
    return ("input_ids" if "input_ids" in ids else ids[0]), _output(session, _TEXT_OUTPUTS)


def probe(manifest: ModelManifest, *, find_temperature: bool = False) -> Findings:
    """Runs both towers on the CPU, alone and in batches.

    Args:
        manifest: the description, right but for what can only be measured.
        find_temperature: whether the temperature is taken from the network, where it tells.

    Raises:
        ModelError: a tower cannot be run, or gives something that is no embedding of the right length.
    """
    sessions: dict[Path, OnnxSession] = {}

    def load(path: Path) -> OnnxSession:
        if path not in sessions:
            sessions[path] = OnnxSession(path)
        return sessions[path]

    if manifest.dimension == UNKNOWN_DIMENSION:
        manifest = _measure_dimension(manifest, load(manifest.folder / manifest.image.file))
    manifest = _measure_length(manifest, load(manifest.folder / manifest.text.file))
    if find_temperature:
        manifest = _measure_temperature(manifest, load(manifest.folder / manifest.image.file))
    model = ClipModel(manifest, load_session=load)
    doubts: list[str] = []
    squares = [_square(manifest, colour) for colour in ((210, 30, 30), (30, 40, 210), (40, 180, 50))]
    together, alone = model.embed_images(squares), model.embed_images(squares[:1])
    if least_cosine(together[:1], alone) < AGREEMENT:
        doubts.append(Phrase("The vision tower's vectors depend on what else is in the batch."))
    texts = model.embed_texts(["a red picture", "a blue picture", "a green picture"])
    if (texts @ together.T).argmax(axis=1).tolist() != [0, 1, 2]:
        doubts.append(
            Phrase("Words and pictures disagree about plain colours: the towers may not belong together.")
        )
    return Findings(manifest, tuple(doubts))


def _output(session: OnnxSession, preferred: Sequence[str]) -> str:
    flat = [port for port in session.outputs if len(port.shape) == 2 and not port.name.startswith("logits")]
    names = [port.name for port in flat]
    found = next((name for name in preferred if name in names), names[0] if names else None)
    if found is None:
        raise ModelError(Phrase("{path} gives no embeddings.", path=session.path), path=session.path)
    return found


def _measure_dimension(manifest: ModelManifest, session: OnnxSession) -> ModelManifest:
    image = manifest.image
    pixels = PixelBatch(image.preprocessing).fill([_square(manifest, (210, 30, 30))])
    shape = Example({image.input: pixels}, image.output).run(session).shape
    if len(shape) != 2:
        raise ModelError(
            Phrase("{path} gives {shape}, not one vector a picture.", path=session.path, shape=shape),
            path=session.path,
        )
    return replace(manifest, dimension=shape[1])


def _measure_length(manifest: ModelManifest, session: OnnxSession) -> ModelManifest:
    """Finds out whether short texts may be given short: the vectors must be those of the padded ones."""
    text = manifest.text
    if not text.dynamic_length:
        return manifest
    vectors: list[NDArray[np.float32]] = []
    for dynamic in (False, True):
        tokenizer = Tokenizer.of(manifest, dynamic_length=dynamic)
        ids, mask = tokenizer.encode(["a dog in the snow"])
        try:
            vectors.append(Example({text.input: ids, "attention_mask": mask}, text.output).run(session))
        except ModelError:
            if not dynamic:
                raise
            vectors.append(np.zeros_like(vectors[0]))
    same = least_cosine(vectors[1], vectors[0]) >= AGREEMENT
    return manifest if same else replace(manifest, text=replace(text, dynamic_length=False))


def _measure_temperature(manifest: ModelManifest, session: OnnxSession) -> ModelManifest:
    """Takes the temperature out of a file that holds both towers and multiplies them itself."""
    if _IMAGE_LOGITS not in [port.name for port in session.outputs]:
        return manifest
    text, image = manifest.text, manifest.image
    tokenizer = Tokenizer.of(manifest)
    ids, mask = tokenizer.encode(["a red picture"])
    pixels = PixelBatch(image.preprocessing).fill([_square(manifest, (210, 30, 30))])
    inputs: dict[str, NDArray[Any]] = {image.input: pixels, text.input: ids, "attention_mask": mask}
    vectors = [session.run(inputs, tower.output) for tower in (image, text)]
    cosine = least_cosine(*vectors)
    scale = float(session.run(inputs, _IMAGE_LOGITS)[0, 0]) / cosine if cosine else 0.0
    return replace(manifest, temperature=1.0 / scale) if scale > 1.0 else manifest


def _square(manifest: ModelManifest, colour: tuple[int, int, int]) -> NDArray[np.uint8]:
    size = manifest.image.preprocessing.size
    return np.broadcast_to(np.array(colour, dtype=np.uint8), (size, size, 3)).copy()


def fixed_side(port: Port) -> int | None:
    """The side of the square a vision tower's input is fixed to, if it is."""
    side = port.shape[-1]
    return side if isinstance(side, int) and side > 0 else None
