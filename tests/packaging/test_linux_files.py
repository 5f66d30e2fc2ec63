"""What a Linux desktop is told of the program, checked by the tools the distributions use."""

import configparser
import importlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.packaging.conftest import PACKAGING

LINUX = PACKAGING / "linux"
DESKTOP = LINUX / "mindseye.desktop"
METAINFO = LINUX / "io.github.mindseye.Mindseye.metainfo.xml"


def tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def test_the_desktop_entry_is_valid() -> None:
    done = subprocess.run(
        [tool("desktop-file-validate"), DESKTOP], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stdout


def test_the_metainfo_is_valid() -> None:
    command = [tool("appstreamcli"), "validate", "--no-net", METAINFO]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_desktop_entry_starts_the_program_with_what_it_offers() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(DESKTOP, encoding="utf-8")
    main = entry["Desktop Entry"]
    assert main["Exec"] == "mindseye --open %F"
    kinds = main["MimeType"].rstrip(";").split(";")
    assert len(kinds) == len(set(kinds))
    assert {"image/jpeg", "image/heic", "inode/directory"} <= set(kinds)


def test_the_metainfo_speaks_of_this_version() -> None:
    release = ElementTree.parse(METAINFO).find("releases/release")
    assert release is not None
    assert release.get("version") == importlib.import_module("project").VERSION


def test_a_library_that_nobody_brings_stops_the_package() -> None:
    packages = importlib.import_module("linux_packages")
    assert packages.depends({"libm.so.6", "libc.so.6", "libGL.so.1"}, "2.36") == ["libc6 (>= 2.36)", "libgl1"]
    with pytest.raises(ValueError, match=r"libstrange\.so\.1"):
        packages.depends({"libstrange.so.1"}, "2.36")


@pytest.mark.skipif(sys.platform != "linux", reason="packages for Linux are built on Linux")
def test_a_small_package_is_whole_and_the_same_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dpkg = tool("dpkg-deb")
    tool("objdump")
    packages = importlib.import_module("linux_packages")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
    bundle = tmp_path / "mindseye"
    bundle.mkdir()
    shutil.copyfile(shutil.which("true") or "/bin/true", bundle / "mindseye")
    made = []
    for number in ("one", "two"):
        out = tmp_path / number
        out.mkdir()
        made.append(packages.build_deb(bundle, tmp_path / "work", out))
    assert made[0].read_bytes() == made[1].read_bytes()
    fields = subprocess.run([dpkg, "--field", made[0]], capture_output=True, text=True, check=True).stdout
    assert re.search(r"^Depends: .*libc6 \(>= 2\.\d+\)", fields, re.MULTILINE)
    root = tmp_path / "root"
    subprocess.run([dpkg, "--extract", made[0], root], check=True)
    assert os.access(root / "usr/bin/mindseye", os.X_OK)
    for file in (
        "usr/share/applications/mindseye.desktop",
        "usr/share/icons/hicolor/scalable/apps/mindseye.svg",
        "usr/share/icons/hicolor/48x48/apps/mindseye.png",
        f"usr/share/metainfo/{METAINFO.name}",
        "usr/share/doc/mindseye/copyright",
    ):
        assert (root / file).is_file(), file
