"""The models that can be had: ``models/catalog.toml``, read strictly.

A file whose SHA-256 stands in the catalog is *pinned*. A model with a file that is not is fetched only when
the user agrees; what came the first time is recorded (``pins.py``) and held from then on.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from mindseye import paths
from mindseye.clip.manifest import Interpolation, Preprocessing, Resize, Score
from mindseye.errors import ModelError
from mindseye.phrases import Phrase

_HASH = re.compile(r"[0-9a-f]{64}")
_REVISION = re.compile(r"[0-9a-f]{40}")
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]*")
_ROLES = ("image", "text", "tokenizer")


@dataclass(frozen=True, slots=True)
class CatalogFile:
    """A file on the hub."""

    path: str
    size: int | None
    """Bytes, where known."""
    sha256: str | None
    """Where known."""


@dataclass(frozen=True, slots=True)
class Accuracy:
    """A published figure."""

    measure: str
    percent: float
    source: str


@dataclass(frozen=True, slots=True)
class CatalogModel:
    """A model as the catalog describes it."""

    name: str
    title: str
    summary: str
    licence: str
    languages: tuple[str, ...]
    repository: str
    revision: str | None
    """The commit that is fetched; None where it is not known and the newest is taken once."""
    dimension: int
    temperature: float | None
    """None where it is measured on the network itself."""
    score: Score
    bias: float | None
    preprocessing: Preprocessing
    context_length: int
    pad_token: str
    dynamic_length: bool
    lowercase: bool
    image_output: str | None
    text_output: str | None
    files: Mapping[str, CatalogFile]
    """By role: ``image``, ``text``, ``tokenizer``; one file may hold both towers."""
    accuracy: tuple[Accuracy, ...]

    @property
    def distinct_files(self) -> tuple[CatalogFile, ...]:
        """Every file once."""
        return tuple({file.path: file for file in self.files.values()}.values())

    @property
    def pinned(self) -> bool:
        """Whether every byte is known beforehand."""
        return self.revision is not None and all(file.sha256 for file in self.distinct_files)

    @property
    def download_size(self) -> int | None:
        """Bytes of all files, where each is known."""
        sizes = [file.size for file in self.distinct_files]
        return None if None in sizes else sum(size for size in sizes if size is not None)


def catalog_file() -> Path:
    """Where the catalog that ships with the program lies."""
    return paths.shipped_models() / "catalog.toml"


def read_catalog(path: Path) -> dict[str, CatalogModel]:
    """The models by name, in the order of the file.

    Raises:
        ModelError: the file is missing or damaged, or says something the program does not know.
    """
    try:
        stored = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError(Phrase("The model catalog {path} cannot be read.", path=path), path=path) from error
    except ValueError as error:
        raise ModelError(
            Phrase("The model catalog {path} is damaged ({error}).", path=path, error=error), path=path
        ) from error
    models: dict[str, CatalogModel] = {}
    for number, table in enumerate(_strict(path, "the catalog", stored, {"model": list}).get("model", ()), 1):
        name = table.get("name", f"entry {number}")
        try:
            model = _model(path, table)
        except KeyError as error:
            raise ModelError(
                Phrase(
                    "The model catalog {path} lacks {error} of {name}.", path=path, error=error, name=name
                ),
                path=path,
            ) from error
        except (TypeError, ValueError) as error:
            raise ModelError(
                Phrase(
                    "The model catalog {path} is wrong about {name}: {error}.",
                    path=path,
                    name=name,
                    error=error,
                ),
                path=path,
            ) from error
        if model.name in models:
            raise ModelError(
                Phrase("The model catalog {path} names {name} twice.", path=path, name=model.name), path=path
            )
        models[model.name] = model
    return models


_MODEL_KEYS: dict[str, type | tuple[type, ...]] = {
    "name": str, "title": str, "summary": str, "licence": str, "languages": list, "repository": str,
    "revision": str, "dimension": int, "temperature": float, "score": str, "bias": float, "image": dict,
    "text": dict, "tokenizer": dict, "accuracy": list,
}  # fmt: skip
_FILE_KEYS: dict[str, type | tuple[type, ...]] = {"file": str, "size": int, "sha256": str}
_IMAGE_KEYS = _FILE_KEYS | {
    "output": str, "pixels": int, "resize": str, "interpolation": str, "mean": list, "std": list,
}  # fmt: skip
_TEXT_KEYS = _FILE_KEYS | {"output": str, "context_length": int, "dynamic_length": bool}
_TOKENIZER_KEYS = _FILE_KEYS | {"pad_token": str, "lowercase": bool}


def _model(path: Path, table: dict[str, Any]) -> CatalogModel:
    _strict(path, "a model", table, _MODEL_KEYS)
    image = _strict(path, "an image tower", table["image"], _IMAGE_KEYS)
    text = _strict(path, "a text tower", table["text"], _TEXT_KEYS)
    tokenizer = _strict(path, "a tokenizer", table["tokenizer"], _TOKENIZER_KEYS)
    return CatalogModel(
        name=_matching(_NAME, table["name"]),
        title=table["title"],
        summary=table["summary"],
        licence=table["licence"],
        languages=tuple(table["languages"]),
        repository=table["repository"],
        revision=_matching(_REVISION, table["revision"]) if "revision" in table else None,
        dimension=table["dimension"],
        temperature=table.get("temperature"),
        score=_one_of(get_args(Score), table.get("score", "softmax")),
        bias=table.get("bias"),
        preprocessing=Preprocessing(
            size=image["pixels"],
            resize=_one_of(get_args(Resize), image["resize"]),
            interpolation=_one_of(get_args(Interpolation), image["interpolation"]),
            mean=_triple(image["mean"]),
            std=_triple(image["std"]),
        ),
        context_length=text["context_length"],
        pad_token=tokenizer["pad_token"],
        dynamic_length=text["dynamic_length"],
        lowercase=tokenizer.get("lowercase", False),
        image_output=image.get("output"),
        text_output=text.get("output"),
        files=dict(zip(_ROLES, map(_file, (image, text, tokenizer)), strict=True)),
        accuracy=tuple(Accuracy(**figure) for figure in table.get("accuracy", ())),
    )


def _file(table: dict[str, Any]) -> CatalogFile:
    sha256 = table.get("sha256")
    return CatalogFile(table["file"], table.get("size"), None if sha256 is None else _matching(_HASH, sha256))


def _strict(
    path: Path, what: str, table: dict[str, Any], known: Mapping[str, type | tuple[type, ...]]
) -> dict[str, Any]:
    for key, value in table.items():
        if key not in known:
            raise ModelError(
                Phrase(
                    "The model catalog {path} says {key} of {what}, which means nothing.",
                    path=path,
                    key=repr(key),
                    what=what,
                ),
                path=path,
            )
        if not isinstance(value, known[key]) or (isinstance(value, bool) and known[key] is not bool):
            raise ModelError(
                Phrase(
                    "The model catalog {path} has a wrong value for {key}: {value}.",
                    path=path,
                    key=repr(key),
                    value=repr(value),
                ),
                path=path,
            )
    return table


def _matching(pattern: re.Pattern[str], value: str) -> str:
    if not pattern.fullmatch(value):
        raise ValueError(f"{value!r} is not of the form {pattern.pattern}")
    return value


def _one_of(choices: tuple[Any, ...], value: str) -> Any:
    if value not in choices:
        raise ValueError(f"{value!r} is none of {', '.join(choices)}")
    return value


def _triple(values: list[Any]) -> tuple[float, float, float]:
    first, second, third = (float(value) for value in values)
    return first, second, third
