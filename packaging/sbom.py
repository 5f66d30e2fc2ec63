"""What the finished program is made of, as a bill of materials in CycloneDX 1.6.

A package that brings a bill of its own (PEP 770) has what that names below it: the crates, or the libraries
in C, that it was built from.
"""

import datetime
import hashlib
import json
import shutil
import subprocess
import sys
import tomllib
import uuid
from collections.abc import Iterable
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any
from urllib.parse import quote

from notices import licence_of, name_of
from project import VERSION, build_time

_SPDX = {"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "MIT-CMU", "MPL-2.0", "PSF-2.0"}


def bill(
    distributions: Iterable[Distribution], models: Path, libraries: Iterable[Path] = ()
) -> dict[str, Any]:
    """The bill; the same sources and packages give the same one.

    Args:
        distributions: the bundled packages.
        models: the folder of shipped models, one sub-folder each.
        libraries: the bundled libraries of the system it was built on.
    """
    components = [
        _python(),
        *map(_package, distributions),
        *map(_library, sorted(libraries, key=lambda path: path.name)),
        *map(_model, _descriptions(models)),
    ]
    moment = datetime.datetime.fromtimestamp(build_time(), datetime.UTC)
    contents = "".join(f"{each['name']} {each.get('version', '')}\n" for each in components)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'mindseye {VERSION} {contents}')}",
        "version": 1,
        "metadata": {
            "timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": "mindseye",
                "name": "mindseye",
                "version": VERSION,
                "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": components,
        "dependencies": [{"ref": "mindseye", "dependsOn": [each["bom-ref"] for each in components]}],
    }


def _python() -> dict[str, Any]:
    version = sys.version.split()[0]
    return {
        "type": "platform",
        "bom-ref": f"pkg:generic/python@{version}",
        "name": "python",
        "version": version,
        "purl": f"pkg:generic/python@{version}",
        "licenses": [{"license": {"id": "PSF-2.0"}}],
    }


def _package(distribution: Distribution) -> dict[str, Any]:
    name, licence = name_of(distribution), licence_of(distribution)
    address = f"pkg:pypi/{name}@{distribution.version}"
    if licence in _SPDX:
        named: dict[str, Any] = {"license": {"id": licence}}
    elif " OR " in licence or " AND " in licence:
        named = {"expression": licence}
    else:
        named = {"license": {"name": licence}}
    made_of = _made_of(distribution)
    return {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": distribution.version,
        "purl": address,
        "licenses": [named],
        **({"components": made_of} if made_of else {}),
    }


def _made_of(distribution: Distribution) -> list[dict[str, Any]]:
    """What a package says that it was built from; its own parts are left out."""
    own = name_of(distribution)
    found = {}
    for file in distribution.files or ():
        if file.parent.name == "sboms" and file.suffix == ".json":
            for each in json.loads(file.read_text(encoding="utf-8")).get("components", ()):
                told = {
                    key: each[key] for key in ("type", "name", "version", "purl", "licenses") if key in each
                }
                if "version" in told and each["name"].lower() != own and not each["name"].startswith("PIL."):
                    found[told["name"], told["version"]] = told
    return [
        {**found[key], "bom-ref": f"pkg:pypi/{own}@{distribution.version}#{key[0]}@{key[1]}"}
        for key in sorted(found)
    ]


def _library(path: Path) -> dict[str, Any]:
    """A library of the system; what package it came in is told where dpkg knows."""
    content = hashlib.sha256(path.read_bytes()).hexdigest()
    named: dict[str, Any] = {"name": path.name}
    if package := _debian_package(path):
        name, version, processor = package
        named = {
            "name": name,
            "version": version,
            "purl": f"pkg:deb/debian/{name}@{quote(version, safe=':~')}?arch={processor}",
        }
    return {
        "type": "library",
        "bom-ref": f"file:{path.name}",
        **named,
        "components": [
            {
                "type": "file",
                "bom-ref": f"file:{path.name}#{content[:12]}",
                "name": path.name,
                "hashes": [{"alg": "SHA-256", "content": content}],
            }
        ],
    }


def _debian_package(path: Path) -> tuple[str, str, str] | None:
    if not shutil.which("dpkg-query"):
        return None
    real = path.resolve()
    # Where /lib is a link to /usr/lib, dpkg may know a file by either name.
    for known in dict.fromkeys((real, Path("/", *real.parts[2:]), Path("/usr", *real.parts[1:]))):
        found = _said("dpkg-query", "--search", str(known))
        if found:
            form = "${Package} ${Version} ${Architecture}"
            name, version, processor = _said("dpkg-query", "-W", "-f", form, found.partition(": ")[0]).split()
            return name, version, processor
    return None


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def _descriptions(models: Path) -> list[Path]:
    return sorted(models.glob("*/model.toml"))


def _model(description: Path) -> dict[str, Any]:
    told = tomllib.loads(description.read_text(encoding="utf-8"))
    files = [path for path in sorted(description.parent.iterdir()) if path.suffix == ".onnx"]
    return {
        "type": "machine-learning-model",
        "bom-ref": f"model:{told['name']}",
        "name": told["name"],
        "components": [
            {
                "type": "file",
                "bom-ref": f"model:{told['name']}/{path.name}",
                "name": path.name,
                "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}],
            }
            for path in files
        ],
    }
