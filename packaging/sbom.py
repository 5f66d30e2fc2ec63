"""What the finished program is made of, as a bill of materials in CycloneDX 1.6."""

import datetime
import hashlib
import sys
import tomllib
import uuid
from collections.abc import Iterable
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

from notices import licence_of, name_of
from project import VERSION, build_time

_SPDX = {"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "MIT-CMU", "MPL-2.0", "PSF-2.0"}


def bill(distributions: Iterable[Distribution], models: Path) -> dict[str, Any]:
    """The bill; the same sources and packages give the same one.

    Args:
        distributions: the bundled packages.
        models: the folder of shipped models, one sub-folder each.
    """
    components = [_python(), *map(_package, distributions), *map(_model, _descriptions(models))]
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
    return {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": distribution.version,
        "purl": address,
        "licenses": [named],
    }


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
