"""Writing ``model.toml``: the text that ``ModelManifest.load`` reads back."""

import json
from collections.abc import Mapping

from mindseye.clip.manifest import FILE_NAME, ModelManifest

_Value = str | int | float | bool | tuple[object, ...] | None


def manifest_text(manifest: ModelManifest) -> str:
    """The description of a model as TOML; what has its default value is left out."""
    image, text, prepare = manifest.image, manifest.text, manifest.image.preprocessing
    sections: dict[str, Mapping[str, _Value]] = {
        "": {
            "name": manifest.name,
            "title": manifest.title,
            "licence": manifest.licence,
            "languages": manifest.languages,
            "dimension": manifest.dimension,
            "temperature": manifest.temperature,
            "score": manifest.score if manifest.score != "softmax" else None,
            "bias": manifest.bias,
            "source": manifest.source or None,
        },
        "image": {
            "file": image.file,
            "sha256": image.sha256,
            "input": image.input,
            "output": image.output,
            "size": prepare.size,
            "resize": prepare.resize,
            "interpolation": prepare.interpolation,
            "mean": prepare.mean,
            "std": prepare.std,
        },
        "text": {
            "file": text.file,
            "sha256": text.sha256,
            "input": text.input,
            "output": text.output,
            "tokenizer": text.tokenizer,
            "tokenizer_sha256": text.tokenizer_sha256,
            "context_length": text.context_length,
            "pad_token": text.pad_token,
            "dynamic_length": text.dynamic_length,
            "lowercase": text.lowercase,
        },
        "extra_files": dict(manifest.extra_files),
        "calibration": {"line_margin": manifest.calibration.line_margin},
    }
    for digest, known in manifest.calibration.categories.items():
        table = f"calibration.categories.{digest}"
        sections[table] = {"temperature": known.temperature}
        sections[f"{table}.biases"] = dict(known.biases)
        sections[f"{table}.temperatures"] = dict(known.temperatures)
    return "\n".join(_section(name, values) for name, values in sections.items() if values)


def write_manifest(manifest: ModelManifest) -> None:
    """Writes ``model.toml`` into the model's folder."""
    (manifest.folder / FILE_NAME).write_text(manifest_text(manifest), encoding="utf-8")


def _section(name: str, values: Mapping[str, _Value]) -> str:
    heading = [f"[{name}]"] if name else []
    lines = [f"{_key(key)} = {_literal(value)}" for key, value in values.items() if value is not None]
    return "\n".join([*heading, *lines, ""])


def _key(name: str) -> str:
    return name if name.isidentifier() and name.isascii() else _literal(name)


def _literal(value: object) -> str:
    """A TOML value. JSON's strings, numbers, booleans and arrays are TOML's, but for the delete character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
