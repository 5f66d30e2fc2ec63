"""Runs benchmarks, each in a process of its own, prints a table each and writes build/bench.json.

python -m tests.benchmarks [NAME ...] [--set SIZE=VALUE ...] [--json FILE]
"""

import argparse
import datetime
import importlib
import inspect
import json
import os
import pkgutil
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests import benchmarks
from tests.benchmarks.frame import ROOT, CannotMeasureError, Figure, Skipped, shown

Table = dict[str, Any]


def names() -> list[str]:
    """Every module of this folder that measures."""
    found = (module.name for module in pkgutil.iter_modules(benchmarks.__path__))
    return [name for name in found if name != "__main__" and "\ndef measure(" in _source(name)]


def _source(name: str) -> str:
    return (Path(__file__).parent / f"{name}.py").read_text(encoding="utf-8")


def take(name: str, sizes: dict[str, str]) -> Table:
    """Runs one benchmark here; sizes that it does not know are passed over."""
    module = importlib.import_module(f"tests.benchmarks.{name}")
    known = inspect.signature(module.measure).parameters
    used = {key: parameter.default for key, parameter in known.items()}
    used |= {key: type(used[key])(sizes[key]) for key in used.keys() & sizes.keys()}
    figures: list[Figure] = []
    skipped: list[Skipped] = []
    try:
        for line in module.measure(**used):
            (skipped if isinstance(line, Skipped) else figures).append(line)
    except CannotMeasureError as reason:
        skipped.append(Skipped("everything" if not figures else "the rest", str(reason)))
    return {
        "title": (module.__doc__ or name).splitlines()[0],
        "sizes": used,
        "figures": [asdict(figure) | {"met": figure.met} for figure in figures],
        "skipped": [asdict(each) for each in skipped],
    }


def _apart(name: str, options: argparse.Namespace) -> Table:
    """Runs one benchmark in a process of its own: its memory is its own, and its crash ends it alone."""
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder, "result.json")
        command = [sys.executable, "-m", "tests.benchmarks", "--here", name, "--json", str(result)]
        for pair in options.set:
            command += ["--set", pair]
        ended = subprocess.run(command, cwd=ROOT, check=False).returncode
        if ended != 0 or not result.exists():
            why = f"the benchmark ended with status {ended}"
            lost = [asdict(Skipped("everything", why))]
            return {"title": name, "sizes": {}, "figures": [], "skipped": lost, "crashed": True}
        table: Table = json.loads(result.read_text(encoding="utf-8"))
        return table


def print_table(name: str, table: Table) -> None:
    """Prints one benchmark's figures."""
    print(f"\n{name}: {table['title']}")
    if table["sizes"]:
        print("  sizes: " + ", ".join(f"{key} {value}" for key, value in table["sizes"].items()))
    width = max((len(figure["name"]) for figure in table["figures"]), default=0)
    for figure in table["figures"]:
        aim = ""
        if figure["aim"] is not None:
            sign = "≤" if figure["better"] == "less" else "≥"
            aim = f"{sign} {shown(figure['aim'])}{'' if figure['met'] else '  NOT MET'}"
        print(
            f"  {figure['name']:{width}}  {shown(figure['measured']):>10} {figure['unit']:10} {aim:20}"
            f" {figure['note']}".rstrip()
        )
    for each in table["skipped"]:
        print(f"  skipped: {each['name']}: {each['why']}")


def _machine() -> dict[str, object]:
    model = ""
    facts = Path("/proc/cpuinfo")
    if facts.exists():
        lines = facts.read_text(encoding="utf-8", errors="replace").splitlines()
        model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "")
    return {
        "system": platform.system(),
        "processor": model or platform.machine(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
    }


def main(arguments: Iterable[str] | None = None) -> int:
    """Runs what was asked for; the exit status tells whether one crashed, not whether aims were met."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--set", action="append", default=[], metavar="SIZE=VALUE")
    parser.add_argument("--json", type=Path, default=ROOT / "build" / "bench.json", metavar="FILE")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(None if arguments is None else list(arguments))
    known = names()
    unknown = set(options.names) - set(known)
    if unknown or any("=" not in pair for pair in options.set):
        parser.error(f"the benchmarks are {', '.join(known)}; a size is given as NAME=VALUE")
    sizes = dict(pair.split("=", 1) for pair in options.set)
    if options.here:
        (name,) = options.names
        options.json.write_text(json.dumps(take(name, sizes)), encoding="utf-8")
        return 0
    tables: dict[str, Table] = {}
    for name in options.names or known:
        tables[name] = _apart(name, options)
        print_table(name, tables[name])
    options.json.parent.mkdir(parents=True, exist_ok=True)
    report = {"date": datetime.datetime.now().date().isoformat(), "machine": _machine(), "benchmarks": tables}
    options.json.write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"\nwritten to {options.json}")
    return int(any(table.get("crashed") for table in tables.values()))


if __name__ == "__main__":
    sys.exit(main())
