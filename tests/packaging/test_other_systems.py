"""What cannot be built on every machine: its configuration is whole and can be parsed."""

import importlib
import plistlib
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from tests.packaging.conftest import PACKAGING

ROOT = PACKAGING.parent
SCRIPTS = sorted(PACKAGING.rglob("*.sh"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_can_be_parsed(script: Path) -> None:
    assert SCRIPTS
    subprocess.run([shutil.which("sh") or "sh", "-n", script], check=True)


def test_the_spec_is_python() -> None:
    compile((PACKAGING / "mindseye.spec").read_text(encoding="utf-8"), "mindseye.spec", "exec")


def test_macos_is_told_of_folders_and_documents() -> None:
    bundle = importlib.import_module("mac_bundle")
    told = plistlib.loads(plistlib.dumps(bundle.info_plist("1.2.3")))
    assert told["CFBundleVersion"] == "1.2.3"
    assert told["NSRequiresAquaSystemAppearance"] is False
    assert told["NSDesktopFolderUsageDescription"].endswith(".")
    kinds = [kind for each in told["CFBundleDocumentTypes"] for kind in each["LSItemContentTypes"]]
    assert {"public.jpeg", "public.heic", "public.folder"} <= set(kinds)
    assert all(each["LSHandlerRank"] == "Alternate" for each in told["CFBundleDocumentTypes"])
    plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())


def test_windows_is_told_of_long_paths() -> None:
    manifest = ElementTree.parse(PACKAGING / "windows" / "mindseye.manifest")
    long_paths = [each.text for each in manifest.iter() if each.tag.endswith("}longPathAware")]
    assert long_paths == ["true"]


def test_the_installer_needs_no_administrator_and_takes_what_is_built() -> None:
    lines = (PACKAGING / "windows" / "mindseye.iss").read_text(encoding="utf-8").splitlines()
    sections = [line for line in lines if line.startswith("[")]
    assert sections == sorted(set(sections), key=sections.index)
    assert {"[Setup]", "[Tasks]", "[Files]", "[Icons]", "[Registry]", "[Run]"} <= set(sections)
    assert "PrivilegesRequired=lowest" in lines
    tasks = {line.split('"')[1] for line in lines if line.startswith("Name:") and "Description:" in line}
    used = {line.rpartition("Tasks: ")[2] for line in lines if "Tasks: " in line}
    assert {each.rstrip("';") for each in used} <= tasks


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_names_files_that_are_there(workflow: Path) -> None:
    told = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    steps = [step for job in told["jobs"].values() for step in job["steps"]]
    words = [word for step in steps for word in str(step.get("run", "")).split()]
    named = [word for word in words if word.startswith(("packaging/", "tests/")) or word == "constraints.txt"]
    assert all((ROOT / word).is_file() for word in named), named
    assert all("timeout-minutes" in job or "needs" in job for job in told["jobs"].values())


def test_a_tag_must_name_the_version() -> None:
    project = importlib.import_module("project")
    project.check_tag(f"v{project.VERSION}")
    project.check_tag(f"refs/tags/v{project.VERSION}")
    with pytest.raises(ValueError, match="does not name"):
        project.check_tag("v99.0")
