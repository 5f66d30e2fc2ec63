"""Putting the exported model folder together: towers, tokenizer, description, parity, licence notes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import torch

from export import parity, probes, ranking
from export.failure import ExportError
from export.graph import write_tower
from export.report import Report
from export.source import Source
from export.variants import VARIANTS
from mindseye.clip.describe import write_manifest
from mindseye.clip.manifest import ImageTower, ModelManifest, TextTower, sha256_of

IMAGE, TEXT, TOKENIZER, PARITY = "image.onnx", "text.onnx", "tokenizer.json", "parity.json"


def export_model(
    source: Source,
    out: Path,
    *,
    name: str,
    variant: str = "float32",
    photos: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Report:
    """Writes a model folder, or nothing at all.

    Args:
        source: the opened model.
        out: the folder to make; it must not hold anything yet.
        name: the model's name in the program.
        variant: "float32", "fp16" or "int8".
        photos: photographs to rank besides the structured noise.
        tell: hears what is being done.

    Raises:
        ExportError: the towers do not say what the original says, or the variant ranks otherwise.
    """
    with _assembling(out) as folder:
        tell("exporting both towers")
        _write_towers(source, folder)
        tell("comparing them with the original")
        agreements = parity.compare(source.original, source.preprocessing, folder / IMAGE, folder / TEXT)
        parity.refuse_drift(agreements)
        rankings: tuple[ranking.Ranking, ...] = ()
        drift: tuple[parity.Agreement, ...] = ()
        if variant != "float32":
            tell(f"making the {variant} variant and comparing rankings")
            rankings = _reduce(source, folder, variant, photos)
            drift = parity.compare(source.original, source.preprocessing, folder / IMAGE, folder / TEXT)
        sizes = {tower: (folder / tower).stat().st_size for tower in (IMAGE, TEXT)}
        report = Report(out, variant, agreements, rankings, drift, sizes)
        (folder / TOKENIZER).write_text(source.words.text, encoding="utf-8")
        (folder / PARITY).write_text(report.as_json(source.title, source.original.kind), encoding="utf-8")
        for note in source.terms.notes:
            shutil.copyfile(note, folder / note.name)
        _write_description(source, folder, name, variant)
    return report


def _write_towers(source: Source, folder: Path) -> None:
    original = source.original
    pixels = torch.from_numpy(probes.noise(2, source.preprocessing))
    ids = torch.from_numpy(probes.token_rows(2, original.context_length, original))
    write_tower(original.image, pixels, folder / IMAGE, "pixel_values", {0: "n"})
    write_tower(
        original.text, ids, folder / TEXT, "input_ids", {0: "n", 1: "l"} if original.causal else {0: "n"}
    )


def _reduce(source: Source, folder: Path, variant: str, photos: Path | None) -> tuple[ranking.Ranking, ...]:
    """Puts the variant in the place of the float32 files and compares how both rank."""
    pixels = [probes.noise(ranking.PROBES, source.preprocessing)]
    if photos is not None:
        pixels.append(probes.photographs(photos, ranking.PROBES, source.preprocessing))
    ids = probes.token_rows(ranking.PROBES, source.original.context_length, source.original)
    exact = [ranking.embed_probes(folder / IMAGE, folder / TEXT, one, ids) for one in pixels]
    for tower in (IMAGE, TEXT):
        smaller = folder / f"smaller-{tower}"
        VARIANTS[variant](folder / tower, smaller)
        smaller.replace(folder / tower)
    found: list[ranking.Ranking] = []
    for wanted, one in zip(exact, pixels, strict=True):
        found += ranking.compare_rankings(
            wanted, ranking.embed_probes(folder / IMAGE, folder / TEXT, one, ids)
        )
    ranking.refuse_disorder(variant, tuple(found))
    return tuple(found)


def _write_description(source: Source, folder: Path, name: str, variant: str) -> None:
    original = source.original
    extra = [PARITY, *(note.name for note in source.terms.notes)]
    manifest = ModelManifest(
        folder=folder,
        name=name,
        title=source.title if variant == "float32" else f"{source.title} ({variant})",
        licence=source.terms.licence,
        languages=source.terms.languages,
        dimension=original.dimension,
        temperature=original.temperature,
        image=ImageTower(IMAGE, sha256_of(folder / IMAGE), source.preprocessing),
        text=TextTower(
            file=TEXT,
            sha256=sha256_of(folder / TEXT),
            tokenizer=TOKENIZER,
            tokenizer_sha256=sha256_of(folder / TOKENIZER),
            context_length=original.context_length,
            pad_token=source.words.pad_token,
            dynamic_length=original.causal,
            lowercase=source.words.lowercase,
        ),
        score=original.score,
        bias=original.bias,
        extra_files={name: sha256_of(folder / name) for name in extra},
    )
    write_manifest(manifest)
    ModelManifest.load(folder).verify()


@contextmanager
def _assembling(out: Path) -> Iterator[Path]:
    """A folder that takes its name only when all went well; else nothing is left of it."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise ExportError(f"{out} is there already; name a folder that is not.")
    beside = next(parent for parent in out.absolute().parents if parent.exists())
    if not beside.is_dir():
        raise ExportError(f"{beside} is no folder.")
    with tempfile.TemporaryDirectory(dir=beside, prefix=".export-") as there:
        folder = Path(there) / "model"
        folder.mkdir()
        yield folder
        out.parent.mkdir(parents=True, exist_ok=True)
        if out.exists():
            out.rmdir()
        folder.replace(out)
