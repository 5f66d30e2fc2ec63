"""Licences and the bill of materials, from the packages this test runs with."""

import importlib
import re
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from mindseye import paths

MODULES = (
    "PIL.Image",
    "PySide6.QtCore",
    "numpy",
    "onnxruntime",
    "tokenizers",
    "usearch.index",
    "mindseye.paths",
)


@pytest.fixture
def notices() -> ModuleType:
    return importlib.import_module("notices")


def test_packages_are_found_by_the_modules_that_are_used(notices: ModuleType) -> None:
    names = [notices.name_of(each) for each in notices.bundled(MODULES)]
    assert names == ["numpy", "onnxruntime", "pillow", "pyside6-essentials", "tokenizers", "usearch"]


def test_every_package_has_its_text_and_qt_its_terms(notices: ModuleType) -> None:
    text = notices.notices(notices.bundled(MODULES))
    for heading in (
        "numpy",
        "onnxruntime",
        "pillow",
        "PySide6_Essentials",
        "tokenizers",
        "usearch",
        "Python",
    ):
        assert re.search(rf"^={{100}}\n{heading} \d", text, re.MULTILINE), heading
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "you may replace them" in " ".join(text.split())


def test_the_bill_names_each_with_version_and_licence(
    notices: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
    bill = importlib.import_module("sbom").bill
    chosen = notices.bundled(MODULES)
    made = bill(chosen, paths.shipped_models())
    assert made == bill(chosen, paths.shipped_models())
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    assert made["metadata"]["timestamp"] == "2025-10-09T08:53:20Z"
    libraries = {each["name"]: each for each in made["components"] if each["type"] == "library"}
    assert libraries["numpy"]["purl"].startswith("pkg:pypi/numpy@")
    assert all(each["licenses"] for each in libraries.values())
    references = [each["bom-ref"] for each in made["components"]]
    assert made["dependencies"] == [{"ref": "mindseye", "dependsOn": references}]


def test_packages_say_what_they_were_built_from(notices: ModuleType) -> None:
    made = importlib.import_module("sbom").bill(notices.bundled(MODULES), paths.shipped_models())
    pillow, tokenizers = (
        {part["name"] for part in each.get("components", ())}
        for each in made["components"]
        if each["name"] in {"pillow", "tokenizers"}
    )
    assert {"libavif", "OpenJPEG"} <= pillow
    assert len(tokenizers) > 50
    references: list[str] = []

    def collect(components: list[dict[str, Any]]) -> None:
        for each in components:
            references.append(each["bom-ref"])
            collect(each.get("components", []))

    collect(made["components"])
    assert len(references) == len(set(references))


def test_libraries_of_the_system_are_named_with_their_package(tmp_path: Path) -> None:
    sbom = importlib.import_module("sbom")
    own = tmp_path / "libown.so.1"
    own.write_bytes(b"made here")
    (told,) = [each for each in sbom.bill([], tmp_path, [own])["components"] if each["type"] == "library"]
    assert (told["name"], "purl" in told) == ("libown.so.1", False)
    if shutil.which("dpkg-query") is None:
        pytest.skip("dpkg is not installed")
    c_library = next(Path("/").glob("lib/*-linux-gnu/libc.so.6"))
    told = sbom._library(c_library)
    assert told["name"] == "libc6"
    version = told["version"].replace("+", "%2B")
    assert told["purl"] == f"pkg:deb/debian/libc6@{version}?arch={told['purl'].rpartition('=')[2]}"
    assert len(told["components"][0]["hashes"][0]["content"]) == 64


def test_models_are_named_with_their_hashes(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "model.toml").write_text('name = "small"\n', encoding="utf-8")
    (folder / "image.onnx").write_bytes(b"network")
    (model,) = [
        each
        for each in importlib.import_module("sbom").bill([], tmp_path)["components"]
        if each["type"] == "machine-learning-model"
    ]
    assert model["name"] == "small"
    assert len(model["components"][0]["hashes"][0]["content"]) == 64
