"""`python -m export SOURCE --out FOLDER`, from models/: exports a CLIP model to ONNX towers."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from transformers.utils import logging as transformers_logging

from export.failure import ExportError
from export.model_folder import export_model
from export.source import open_source
from export.variants import VARIANTS
from mindseye.clip.assemble import check_name
from mindseye.errors import MindseyeError


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns the exit status: 0 written, 1 refused with one sentence."""
    given = _parser().parse_args(arguments)
    # What transformers would warn of is either said by us in a sentence or changes nothing.
    transformers_logging.set_verbosity_error()
    transformers_logging.disable_progress_bar()
    try:
        name = check_name(given.name or _as_name(given.out.absolute().name))
        source = open_source(given.source, config=given.config, tokenizer=given.tokenizer)
        print(
            f"{given.source} is a {source.original.kind} of {source.original.dimension} numbers", flush=True
        )
        report = export_model(
            source, given.out, name=name, variant=given.variant, photos=given.photos, tell=_say
        )
    except (ExportError, MindseyeError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or given.out}: {error.strerror or error}", file=sys.stderr)
        return 1
    print("\n".join(report.lines()))
    print(f"written to {report.folder}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m export", description=__doc__)
    parser.add_argument(
        "source",
        type=Path,
        help="a folder of transformers (CLIPModel, SiglipModel, Siglip2Model) or of "
        "open_clip, or an open_clip weights file",
    )
    parser.add_argument("--out", type=Path, required=True, help="the model folder to make")
    parser.add_argument("--variant", choices=["float32", *VARIANTS], default="float32")
    parser.add_argument("--name", help="the model's name; by default the folder's")
    parser.add_argument("--config", type=Path, help="open_clip's configuration, if not beside the weights")
    parser.add_argument(
        "--tokenizer", type=Path, help="tokenizer.json, or a folder with it or with vocab.json and merges.txt"
    )
    parser.add_argument("--photos", type=Path, help="photographs to compare a variant's rankings on as well")
    return parser


def _as_name(folder: str) -> str:
    kept = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in folder.lower())
    return "-".join(part for part in kept.split("-") if part)[:64]


def _say(what: str) -> None:
    print(f"{what} ...", flush=True)


if __name__ == "__main__":
    sys.exit(main())
