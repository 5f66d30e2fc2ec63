"""``mindseye doctor``: what this installation is made of, and how the library fares."""

import argparse

from mindseye.cli.output import say, write_json
from mindseye.operations.diagnose import diagnose


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser("doctor", help="tell versions, model, library state and refused files")
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
        assert isinstance(facts, dict)
        for name, value in facts.items():
            shown = ", ".join(str(item) for item in value) if isinstance(value, list) else value
            say(f"  {name.replace('_', ' ')}: {shown}")
