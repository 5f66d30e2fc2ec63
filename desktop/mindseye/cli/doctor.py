"""``mindseye doctor``: what this installation is made of, and how the library fares."""

import argparse

from mindseye.cli.output import say, write_json
from mindseye.operations.diagnose import diagnose

_BYTES = "_bytes"


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser("doctor", help="tell versions, models, the library's state, and what to do")
    parser.add_argument("--paths", action="store_true", help="name folders and files")
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    report = diagnose(options.library, model=options.model, with_paths=options.paths)
    if options.json:
        write_json(report)
        return
    for heading, facts in report.items():
        say(f"{heading}:")
        if isinstance(facts, dict):
            for name, value in facts.items():
                say(f"  {name.removesuffix(_BYTES).replace('_', ' ')}: {_shown(name, value)}")
        elif isinstance(facts, list):
            for sentence in facts or ["All is well."]:
                say(f"  {sentence}")


def _shown(name: str, value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(item) for item in value) or "none"
    if value is None:
        return "none"
    if isinstance(value, int):
        return _size(value) if name.endswith(_BYTES) else f"{value:,}"
    return str(value)


def _size(count: int) -> str:
    return f"{count / 1e9:,.1f} GB" if count >= 1e9 else f"{count / 1e6:,.1f} MB"
