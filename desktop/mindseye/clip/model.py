"""A CLIP model ready to embed pictures and words; each tower is loaded when it is first needed."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mindseye import paths
from mindseye.clip.manifest import ImageTower, ModelManifest, TextTower
from mindseye.clip.pixels import PixelBatch
from mindseye.clip.processors import Tell, settled_session, warn
from mindseye.clip.providers import Example, ProviderMemory
from mindseye.clip.session import OnnxSession, Session, available_providers
from mindseye.clip.tokenizer import Tokenizer
from mindseye.clip.vocabulary import EveryWord, Understanding, Vocabulary
from mindseye.errors import ModelError
from mindseye.phrases import Phrase

SessionLoader = Callable[[Path], Session]

TRIAL_PICTURES = 8
"""Pictures in one run when processors are tried."""


class ClipModel:
    """Two towers that share one space. Safe to use from several threads."""

    def __init__(
        self, manifest: ModelManifest, *, load_session: SessionLoader = OnnxSession, tell: Tell = warn
    ) -> None:
        """Loads nothing yet.

        Args:
            manifest: the model's description.
            load_session: loads one ONNX file. The real thing, ``OnnxSession``, is loaded on the processor
                that suits it best; a stand-in is taken as it is.
            tell: hears in a sentence which processor fails; the CPU takes its place.
        """
        self.manifest = manifest
        self._load_session = load_session
        self._tell = tell
        self._loading = {tower: threading.Lock() for tower in ("image", "text")}
        self._sessions: dict[str, Session] = {}
        self._image_lock = threading.Lock()
        self._pixels = PixelBatch(manifest.image.preprocessing)
        self._text_lock = threading.Lock()
        self._tokenizer: Tokenizer | None = None
        self._vocabulary: Vocabulary | EveryWord | None = None

    @property
    def provider(self) -> str | None:
        """The execution provider of the vision tower; None until pictures have made it load."""
        session = self._sessions.get("image")
        return None if session is None else session.provider

    def understand(self, text: str) -> Understanding:
        """Which content words of a text the model knows; one without a list of words knows them all.

        Raises:
            ModelError: the list of words cannot be read.
        """
        with self._text_lock:
            if self._vocabulary is None:
                self._vocabulary = Vocabulary.read(self.manifest.folder) or EveryWord()
            return self._vocabulary.understand(text)

    def embed_images(self, pixels: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        """Embeds squares of the model's input size.

        Args:
            pixels: n arrays uint8 [size, size, 3], RGB.

        Returns:
            float32 [n, dimension], unit length.

        Raises:
            ModelError: the tower cannot be loaded, or gives something that is no embedding.
        """
        if not pixels:
            return np.empty((0, self.manifest.dimension), dtype=np.float32)
        tower, session = self.manifest.image, self._image_session()
        with self._image_lock:  # the buffer is the network's input while it runs
            example = Example({tower.input: self._pixels.fill(pixels)}, tower.output)
            embeddings = example.run(session)
        return self._unit(embeddings, "vision", len(pixels))

    def embed_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embeds texts: float32 [n, dimension], unit length; too long ones are cut at the end.

        Raises:
            ModelError: the tower cannot be loaded, or gives something that is no embedding.
        """
        if not texts:
            return np.empty((0, self.manifest.dimension), dtype=np.float32)
        example, session = self._text_example(texts), self._text_session()
        return self._unit(example.run(session), "text", len(texts))

    def _unit(self, embeddings: NDArray[np.float32], tower: str, count: int) -> NDArray[np.float32]:
        if embeddings.shape != (count, self.manifest.dimension):
            raise ModelError(
                Phrase(
                    "The {tower} tower of {name} gives {shape}, not {count} vectors of {dimension} numbers.",
                    tower=tower,
                    name=self.manifest.name,
                    shape=embeddings.shape,
                    count=count,
                    dimension=self.manifest.dimension,
                ),
                path=self.manifest.folder,
            )
        lengths = np.linalg.norm(embeddings, axis=1, keepdims=True)
        if not np.isfinite(lengths).all() or not lengths.all():
            raise ModelError(
                Phrase(
                    "The {tower} tower of {name} gives vectors without a direction.",
                    tower=tower,
                    name=self.manifest.name,
                ),
                path=self.manifest.folder,
            )
        unit: NDArray[np.float32] = embeddings / lengths
        return unit

    def _image_session(self) -> Session:
        tower = self.manifest.image

        def example() -> Example:
            return Example({tower.input: example_pixels(self.manifest, TRIAL_PICTURES)}, tower.output)

        return self._session("image", tower, example)

    def _text_session(self) -> Session:
        return self._session("text", self.manifest.text, lambda: self._text_example(["a photo of a dog"]))

    def _session(self, name: str, tower: ImageTower | TextTower, example: Callable[[], Example]) -> Session:
        with self._loading[name]:
            if name not in self._sessions:
                self._sessions[name] = self._load(name, tower, example)
            return self._sessions[name]

    def _load(self, name: str, tower: ImageTower | TextTower, example: Callable[[], Example]) -> Session:
        path = self.manifest.folder / tower.file
        if self._load_session is not OnnxSession:
            return self._load_session(path)
        names = available_providers()
        return settled_session(
            lambda provider: OnnxSession(path, provider=provider, only=self.manifest.cut_at(tower)),
            names,
            example() if len(names) > 1 else Example({}),
            ProviderMemory(paths.data_home() / "providers.json"),
            f"{tower.sha256[:32]} {name}",
            self._tell,
        )

    def _text_example(self, texts: Sequence[str]) -> Example:
        text = self.manifest.text
        ids, mask = self._text_tokenizer().encode(texts)
        # A network without a mask is not given one: sessions take the inputs they name.
        return Example({text.input: ids, "attention_mask": mask}, text.output)

    def _text_tokenizer(self) -> Tokenizer:
        with self._text_lock:
            if self._tokenizer is None:
                self._tokenizer = Tokenizer.of(self.manifest)
            return self._tokenizer


def example_pixels(manifest: ModelManifest, count: int) -> NDArray[np.float32]:
    """Pictures to try a vision tower on, float32 [count, 3, size, size]: soft shapes with some grain."""
    size = manifest.image.preprocessing.size
    random = np.random.default_rng(0)
    across = np.linspace(0, 2 * np.pi, size)
    squares = [
        np.clip(
            128
            + 90 * np.sin((n + 1) * across)[:, None, None] * np.cos(across + n)[None, :, None]
            + 30 * random.standard_normal((size, size, 3)),
            0,
            255,
        ).astype(np.uint8)
        for n in range(count)
    ]
    return PixelBatch(manifest.image.preprocessing).fill(squares)
