"""What a model folder says of itself: ``model.toml``, read strictly."""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Literal, get_args

from mindseye.errors import ModelError
from mindseye.phrases import Phrase

FILE_NAME = "model.toml"

Resize = Literal["shortest", "squash"]
Interpolation = Literal["bicubic", "bilinear", "lanczos"]
Score = Literal["softmax", "sigmoid"]


@dataclass(frozen=True, slots=True)
class Preprocessing:
    """How a picture becomes the network's input."""

    size: int
    """Side of the square input in pixels."""
    resize: Resize
    """``shortest``: the shorter side to ``size``, then the centre; ``squash``: both sides to ``size``."""
    interpolation: Interpolation
    mean: tuple[float, float, float]
    """Subtracted from RGB values of 0 to 1."""
    std: tuple[float, float, float]
    """Divides them afterwards."""


@dataclass(frozen=True, slots=True)
class ImageTower:
    """The vision tower's file and what it wants."""

    file: str
    sha256: str
    preprocessing: Preprocessing
    input: str = "pixel_values"
    """The network input that takes the pixels."""
    output: str | None = None
    """The network output that is the embedding; None where there is no doubt."""


@dataclass(frozen=True, slots=True)
class TextTower:
    """The text tower's file, its tokenizer and how many tokens it takes, start and end included."""

    file: str
    sha256: str
    tokenizer: str
    tokenizer_sha256: str
    context_length: int
    pad_token: str
    dynamic_length: bool = True
    """Whether shorter sequences than ``context_length`` may be given."""
    lowercase: bool = False
    """Whether texts are lower-cased, the way Python does it, before the tokenizer sees them."""
    input: str = "input_ids"
    """The network input that takes the token ids."""
    output: str | None = None
    """The network output that is the embedding; None where there is no doubt."""


@dataclass(frozen=True, slots=True)
class CategoryCalibration:
    """Where the probabilities of one category lie for this model (Platt 1999).

    Cosines with different texts have different zero points, the more so the smaller the model.
    """

    temperature: float
    """Takes the place of the model's own."""
    biases: Mapping[str, float]
    """Added to the cosine with each label; one that is left out cannot be told by this model."""
    temperatures: Mapping[str, float] = field(default_factory=dict)
    """Of labels that have one of their own."""

    def temperature_of(self, label: str) -> float:
        """The temperature that holds for a label."""
        return self.temperatures.get(label, self.temperature)


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was measured of a model on captioned photographs; a model needs none of it."""

    line_margin: float | None = None
    """Margin of the relevance line for words, in robust standard deviations; None for the usual one."""
    categories: Mapping[str, CategoryCalibration] = field(default_factory=dict)
    """By the digest of a category, so that it ends to hold when the prompts are changed."""


@dataclass(frozen=True, slots=True)
class ModelManifest:
    """A model folder's description."""

    folder: Path
    name: str
    title: str
    licence: str
    languages: tuple[str, ...]
    dimension: int
    temperature: float
    """Divides cosine similarities before a softmax over labels."""
    image: ImageTower
    text: TextTower
    score: Score = "softmax"
    """How training turned similarities into probabilities: over all labels, or each label for itself."""
    bias: float | None = None
    """For ``sigmoid``: what is added to similarity / temperature before the sigmoid, where it is known."""
    source: str = ""
    """Where the files come from: "owner/repository@revision", or nothing."""
    extra_files: Mapping[str, str] = field(default_factory=dict)
    """Other files that belong to the model (weights kept beside a graph), each with its SHA-256."""
    calibration: Calibration = field(default_factory=Calibration)

    @property
    def fingerprint(self) -> str:
        """Names the embedding space: equal vision towers with equal preprocessing share one."""
        facts = {"sha256": self.image.sha256, **asdict(self.image.preprocessing)}
        if self.image.file == self.text.file:
            facts["output"] = self.image.output
        return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:32]

    @classmethod
    def load(cls, folder: Path) -> "ModelManifest":
        """Reads ``model.toml`` in a model folder.

        Raises:
            ModelError: it is missing, is no TOML, or lacks something.
        """
        path = folder / FILE_NAME
        try:
            stored = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise ModelError(
                Phrase("{folder} holds no model: {name} cannot be read.", folder=folder, name=path.name),
                path=path,
            ) from error
        except ValueError as error:
            raise ModelError(
                Phrase("The model description {path} is damaged ({error}).", path=path, error=error),
                path=path,
            ) from error
        try:
            return cls._from_tables(folder, stored)
        except KeyError as error:
            raise ModelError(
                Phrase("The model description {path} lacks {error}.", path=path, error=error), path=path
            ) from error
        except (AttributeError, TypeError, ValueError) as error:
            raise ModelError(
                Phrase("The model description {path} is incomplete: {error}.", path=path, error=error),
                path=path,
            ) from error

    @classmethod
    def _from_tables(cls, folder: Path, stored: Mapping[str, Any]) -> "ModelManifest":
        image, text = stored["image"], stored["text"]
        return cls(
            folder=folder,
            name=str(stored["name"]),
            title=str(stored["title"]),
            licence=str(stored.get("licence", "")),
            languages=tuple(stored.get("languages", ())),
            dimension=int(stored["dimension"]),
            temperature=_above_zero("temperature", float(stored["temperature"])),
            image=ImageTower(
                file=_inside(image["file"]),
                sha256=str(image["sha256"]),
                preprocessing=Preprocessing(
                    size=int(image["size"]),
                    resize=_one_of(get_args(Resize), image.get("resize", "shortest")),
                    interpolation=_one_of(get_args(Interpolation), image.get("interpolation", "bicubic")),
                    mean=_triple(image["mean"]),
                    std=_triple(image["std"]),
                ),
                input=str(image.get("input", "pixel_values")),
                output=_optional(image.get("output"), str),
            ),
            text=TextTower(
                file=_inside(text["file"]),
                sha256=str(text["sha256"]),
                tokenizer=_inside(text["tokenizer"]),
                tokenizer_sha256=str(text["tokenizer_sha256"]),
                context_length=int(text["context_length"]),
                pad_token=str(text["pad_token"]),
                dynamic_length=bool(text.get("dynamic_length", True)),
                lowercase=bool(text.get("lowercase", False)),
                input=str(text.get("input", "input_ids")),
                output=_optional(text.get("output"), str),
            ),
            score=_one_of(get_args(Score), stored.get("score", "softmax")),
            bias=_optional(stored.get("bias"), float),
            source=str(stored.get("source", "")),
            extra_files={_inside(name): str(sha) for name, sha in stored.get("extra_files", {}).items()},
            calibration=_calibration(stored.get("calibration", {})),
        )

    def cut_at(self, tower: ImageTower | TextTower) -> str | None:
        """The output to cut a tower's file down to; None where the file holds nothing else."""
        both = self.image.file == self.text.file and not self.extra_files
        return tower.output if both else None

    def files(self) -> dict[str, str]:
        """The files that belong to the model, each with its SHA-256."""
        return {
            self.image.file: self.image.sha256,
            self.text.file: self.text.sha256,
            self.text.tokenizer: self.text.tokenizer_sha256,
            **self.extra_files,
        }

    def verify(self) -> None:
        """Reads every file and compares its hash.

        Raises:
            ModelError: one is missing or is not the one that is described.
        """
        for name, expected in self.files().items():
            path = self.folder / name
            try:
                actual = sha256_of(path)
            except OSError as error:
                raise ModelError(
                    Phrase("The model {name} lacks {path}.", name=self.name, path=path), path=path
                ) from error
            if actual != expected:
                raise ModelError(
                    Phrase(
                        "The model file {path} is not the one described: its SHA-256 is {actual}, not "
                        "{expected}. Download or import the model again.",
                        path=path,
                        actual=actual,
                        expected=expected,
                    ),
                    path=path,
                )


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _calibration(stored: Mapping[str, Any]) -> Calibration:
    return Calibration(
        line_margin=_optional(stored.get("line_margin"), float),
        categories={
            digest: CategoryCalibration(
                temperature=_above_zero("temperature", float(table["temperature"])),
                biases={label: float(bias) for label, bias in table["biases"].items()},
                temperatures={
                    label: _above_zero("temperature", float(each))
                    for label, each in table.get("temperatures", {}).items()
                },
            )
            for digest, table in stored.get("categories", {}).items()
        },
    )


def _inside(name: object) -> str:
    """A file's path below the model folder; nothing outside it belongs to the model."""
    path = PurePosixPath(str(name))
    if path.is_absolute() or ".." in path.parts or "\\" in str(name) or not path.name:
        raise ValueError(f"{name!r} is no file in the model's folder")
    return str(path)


def _optional(value: Any, kind: type[Any]) -> Any:
    return None if value is None else kind(value)


def _above_zero(name: str, value: float) -> float:
    if not value > 0:
        raise ValueError(f"{name} is {value}; it must be above 0")
    return value


def _one_of(choices: tuple[Any, ...], value: object) -> Any:
    if value not in choices:
        raise ValueError(f"{value!r} is none of {', '.join(choices)}")
    return value


def _triple(values: object) -> tuple[float, float, float]:
    if not isinstance(values, list) or len(values) != 3:
        raise ValueError("mean and std take three numbers each")
    return float(values[0]), float(values[1]), float(values[2])
