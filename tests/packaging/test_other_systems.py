"""What cannot be built on every machine: its configuration is whole and can be parsed."""

import base64
import importlib
import os
import plistlib
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from packaging.requirements import Requirement
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
    assert told["CFBundleLocalizations"] == ["en", *importlib.import_module("project").languages()]
    assert all(each["LSHandlerRank"] == "Alternate" for each in told["CFBundleDocumentTypes"])
    plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())


@pytest.fixture
def mac_tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand-ins for the tools of macOS, which write down how they are called; gives where."""
    calls, tools = tmp_path / "calls", tmp_path / "tools"
    tools.mkdir()
    for name in ("codesign", "hdiutil", "xcrun"):
        (tools / name).write_text(f'#!/bin/sh\necho {name} "$@" >> "{calls}"\n', encoding="utf-8")
    (tools / "hdiutil").write_text(
        f'#!/bin/sh\necho hdiutil "$@" >> "{calls}"\nfor last; do :; done\n: > "$last"\n', encoding="utf-8"
    )
    (tools / "file").write_text('#!/bin/sh\nhead -c 6 "$2"\n', encoding="utf-8")
    for tool in tools.iterdir():
        tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    for name in ("SIGN_IDENTITY", "NOTARY_APPLE_ID", "NOTARY_TEAM_ID", "NOTARY_PASSWORD"):
        monkeypatch.delenv(f"MACOS_{name}", raising=False)
    return calls


def made_image(folder: Path) -> None:
    contents = folder / "Mindseye.app" / "Contents"
    for name in (
        "MacOS/mindseye",
        "Frameworks/Python",
        "Frameworks/QtCore.framework/QtCore",
        "Resources/a b.so",
    ):
        (contents / name).parent.mkdir(parents=True, exist_ok=True)
        (contents / name).write_bytes(b"Mach-O and more")
    (contents / "Info.plist").write_bytes(b"<plist/>")
    script = PACKAGING / "macos" / "make-dmg.sh"
    subprocess.run(
        ["sh", script, folder / "Mindseye.app", folder, "1.2.3"], check=True, stdout=subprocess.DEVNULL
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a script for a Unix shell")
def test_a_disk_image_is_signed_from_the_inside_out_and_notarised(
    tmp_path: Path, mac_tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MACOS_SIGN_IDENTITY", "Developer ID Application: a publisher")
    monkeypatch.setenv("MACOS_NOTARY_APPLE_ID", "post@example.org")
    monkeypatch.setenv("MACOS_NOTARY_TEAM_ID", "TEAM")
    monkeypatch.setenv("MACOS_NOTARY_PASSWORD", "word")
    made_image(tmp_path)
    calls = mac_tools.read_text(encoding="utf-8").splitlines()
    signed = [call.rpartition("Mindseye.app")[2] for call in calls if call.startswith("codesign --force")]
    assert set(signed[:4]) == {
        "/Contents/MacOS/mindseye", "/Contents/Frameworks/Python", "/Contents/Resources/a b.so",
        "/Contents/Frameworks/QtCore.framework/QtCore",
    }  # fmt: skip
    assert signed[4:] == ["/Contents/Frameworks/QtCore.framework", ""]
    (whole,) = [call for call in calls if "--entitlements" in call]
    assert "--options runtime" in whole
    assert [call.split()[1] for call in calls if call.startswith("xcrun")] == ["notarytool", "stapler"]
    assert calls.index(whole) < next(n for n, call in enumerate(calls) if call.startswith("hdiutil create"))


@pytest.mark.skipif(sys.platform == "win32", reason="a script for a Unix shell")
def test_without_a_certificate_a_disk_image_is_made_all_the_same(tmp_path: Path, mac_tools: Path) -> None:
    made_image(tmp_path)
    calls = mac_tools.read_text(encoding="utf-8").splitlines()
    assert calls[0].startswith("codesign --force --deep --sign -")
    assert [call.split()[0] for call in calls] == ["codesign", "hdiutil"]
    assert len(list(tmp_path.glob("Mindseye-1.2.3-*.dmg"))) == 1


def test_windows_is_told_of_long_paths() -> None:
    manifest = ElementTree.parse(PACKAGING / "windows" / "mindseye.manifest")
    long_paths = [each.text for each in manifest.iter() if each.tag.endswith("}longPathAware")]
    assert long_paths == ["true"]


def test_the_installer_needs_no_administrator_and_takes_what_is_built() -> None:
    # The mark at its beginning tells the compiler that it is UTF-8.
    script = (PACKAGING / "windows" / "mindseye.iss").read_bytes().decode("utf-8-sig")
    assert script != (PACKAGING / "windows" / "mindseye.iss").read_text(encoding="utf-8")
    lines = script.splitlines()
    sections = [line for line in lines if line.startswith("[")]
    assert sections == sorted(set(sections), key=sections.index)
    assert {"[Setup]", "[Tasks]", "[Files]", "[Icons]", "[Registry]", "[Run]"} <= set(sections)
    assert "PrivilegesRequired=lowest" in lines
    tasks = {line.split('"')[1] for line in lines if line.startswith("Name:") and "Description:" in line}
    used = {line.rpartition("Tasks: ")[2] for line in lines if "Tasks: " in line}
    assert {each.rstrip("';") for each in used} <= tasks
    for line in lines[lines.index("[Files]") + 1 :]:
        entries = [entry.strip() for entry in re.sub(r'"(?:[^"]|"")*"', "…", line).split(";")]
        if entries[0] and not entries[0].startswith(("[", "#", "'")):
            assert all(re.match(r"[A-Z]\w+: \S", entry) for entry in entries), line


def test_the_installer_says_everything_in_every_language() -> None:
    script = (PACKAGING / "windows" / "mindseye.iss").read_text(encoding="utf-8-sig")
    languages = re.findall(r'^Name: "(\w+)"; MessagesFile:', script, re.MULTILINE)
    assert len(languages) == 1 + len(importlib.import_module("project").languages())
    said = {name: set(re.findall(rf"^{name}\.(\w+)=", script, re.MULTILINE)) for name in languages}
    own = set(re.findall(r"\{cm:(\w+)\}", script))
    assert own
    assert all(words == own for words in said.values()), said


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_names_files_that_are_there(workflow: Path) -> None:
    told = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    steps = [step for job in told["jobs"].values() for step in job["steps"]]
    words = [word for step in steps for word in str(step.get("run", "")).split()]
    named = [word for word in words if word.startswith(("packaging/", "tests/")) or word == "constraints.txt"]
    assert all((ROOT / word).is_file() for word in named), named
    assert all("timeout-minutes" in job for job in told["jobs"].values())


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_do_little_and_takes_no_action_that_can_change(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    told = yaml.safe_load(text)
    assert told["permissions"] == {}
    used = re.findall(r"uses: *(.+)", text)
    assert used
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action
    for job in told["jobs"].values():
        writes = {scope for scope, right in job["permissions"].items() if right == "write"}
        assert not writes or "refs/tags/" in job["if"], writes


def test_the_linter_of_workflows_finds_nothing() -> None:
    linter = shutil.which("actionlint")
    if linter is None:
        pytest.skip("actionlint is not installed")
    done = subprocess.run([linter, *WORKFLOWS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_every_system_has_one_version_of_each_library() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = [Requirement(line) for line in lines if not line.startswith("#")]
    systems = [("linux", "x86_64"), ("linux", "aarch64"), ("darwin", "arm64"), ("darwin", "x86_64")]
    for system, processor in [*systems, ("win32", "AMD64")]:
        machine = {"sys_platform": system, "platform_machine": processor}
        names = [each.name.lower() for each in pinned if each.marker is None or each.marker.evaluate(machine)]
        assert len(names) == len(set(names)) > 50, system


def test_a_lock_keeps_old_versions_for_old_macs() -> None:
    lock = importlib.import_module("lock")
    written = list(lock.constraints(["numpy==2.4.6\n", "rawpy==0.28.0\n", "pylibjxl==0.5.0\n"]))
    assert written[1] == "numpy==2.4.6"
    assert written[2].startswith("rawpy==0.28.0; ")
    assert written[4].startswith("pylibjxl==0.5.0; ")
    assert written[3] == 'rawpy==0.25.1; sys_platform == "darwin" and platform_machine == "x86_64"'


def test_programs_are_signed_where_there_is_a_certificate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    sign = importlib.import_module("windows_signing").sign
    monkeypatch.delenv("WINDOWS_CERTIFICATE", raising=False)
    assert not sign([tmp_path / "Mindseye.exe"])
    assert "nothing is signed" in capfd.readouterr().out
    monkeypatch.setenv("WINDOWS_CERTIFICATE", base64.b64encode(b"the key").decode())
    monkeypatch.setenv("WINDOWS_CERTIFICATE_PASSWORD", "word")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(FileNotFoundError, match="Windows SDK"):
        sign([tmp_path / "Mindseye.exe"])
    if sys.platform == "win32":
        return
    tool = tmp_path / "signtool"
    tool.write_text(
        '#!/bin/sh\necho "$*"; while [ "$1" != /f ]; do shift; done; /bin/cat "$2"\n', encoding="utf-8"
    )
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert sign([tmp_path / "Mindseye.exe"])
    said = capfd.readouterr().out
    assert said.startswith("sign /fd SHA256")
    assert f"/p word {tmp_path / 'Mindseye.exe'}" in said
    assert said.endswith("the key")


def test_a_tag_must_name_the_version() -> None:
    project = importlib.import_module("project")
    project.check_tag(f"v{project.VERSION}")
    project.check_tag(f"refs/tags/v{project.VERSION}")
    with pytest.raises(ValueError, match="does not name"):
        project.check_tag("v99.0")
