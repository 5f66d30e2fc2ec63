"""Text to token ids, as the model's own tokenizer file says. The home of the tokenizers library."""

from collections.abc import Sequence
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer as _Tokenizer

from mindseye.clip.manifest import ModelManifest
from mindseye.errors import ModelError
from mindseye.phrases import Phrase


class Tokenizer:
    """A `tokenizers` file with the model's context length. Safe to use from several threads."""

    def __init__(
        self,
        path: Path,
        *,
        context_length: int,
        pad_token: str,
        dynamic_length: bool,
        lowercase: bool = False,
    ) -> None:
        """Loads the file.

        Args:
            path: the ``tokenizer.json``.
            context_length: how many tokens the network takes, start and end included.
            pad_token: what fills shorter texts up.
            dynamic_length: whether texts are filled up to the longest among them only.
            lowercase: whether texts are lower-cased before. Python's rules are those CLIP was trained
                with; a tokenizer file's own know no final sigma.

        Raises:
            ModelError: the file is missing or damaged, or does not know the padding token.
        """
        try:
            self._tokenizer = _Tokenizer.from_str(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise ModelError(Phrase("The tokenizer {path} cannot be read.", path=path), path=path) from error
        except Exception as error:
            raise ModelError(
                Phrase("The tokenizer {path} is damaged ({error}).", path=path, error=error), path=path
            ) from error
        pad_id = self._tokenizer.token_to_id(pad_token)
        if pad_id is None:
            raise ModelError(
                Phrase(
                    "The tokenizer {path} does not know its padding token {token}.",
                    path=path,
                    token=repr(pad_token),
                ),
                path=path,
            )
        # Cuts the words, never the end token, which the file's post-processor adds afterwards.
        self._tokenizer.enable_truncation(context_length)
        self._tokenizer.enable_padding(
            pad_id=pad_id, pad_token=pad_token, length=None if dynamic_length else context_length
        )
        self._lowercase = lowercase

    @classmethod
    def of(cls, manifest: ModelManifest, *, dynamic_length: bool | None = None) -> Self:
        """The tokenizer of a model; ``dynamic_length`` takes the place of what its description says.

        Raises:
            ModelError: the file is missing or damaged, or does not know the padding token.
        """
        text = manifest.text
        return cls(
            manifest.folder / text.tokenizer,
            context_length=text.context_length,
            pad_token=text.pad_token,
            dynamic_length=text.dynamic_length if dynamic_length is None else dynamic_length,
            lowercase=text.lowercase,
        )

    def encode(self, texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Token ids and attention mask, int64 [n, longest], padded on the right."""
        given = [text.lower() for text in texts] if self._lowercase else list(texts)
        encoded = self._tokenizer.encode_batch_fast(given)
        ids = np.array([item.ids for item in encoded], dtype=np.int64)
        mask = np.array([item.attention_mask for item in encoded], dtype=np.int64)
        return ids, mask
