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
METAINFO = LINUX / "mindseye.metainfo.xml"


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


def test_every_desktop_knows_the_program_by_one_name() -> None:
    name = importlib.import_module("project").APP_ID
    assert ElementTree.parse(METAINFO).findtext("id") == name
    assert f"{name}.metainfo.xml" == importlib.import_module("linux_packages").METAINFO


def test_a_package_names_who_publishes_it_and_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, packages = importlib.import_module("project"), importlib.import_module("linux_packages")
    for name in ("DEBFULLNAME", "DEBEMAIL", "GITHUB_SERVER_URL", "GITHUB_REPOSITORY"):
        monkeypatch.delenv(name, raising=False)
    assert project.maintainer() == "the Mindseye authors <mindseye@mindseye.invalid>"
    packages._write_metainfo(tmp_path / "plain.xml")
    assert (tmp_path / "plain.xml").read_bytes() == METAINFO.read_bytes()
    monkeypatch.setenv("DEBFULLNAME", "a publisher")
    monkeypatch.setenv("DEBEMAIL", "post@example.org")
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://example.org")
    monkeypatch.setenv("GITHUB_REPOSITORY", "publisher/mindseye")
    assert project.maintainer() == "a publisher <post@example.org>"
    assert project.releases_page() == "https://example.org/publisher/mindseye/releases"
    packages._write_metainfo(tmp_path / "published.xml")
    home = ElementTree.parse(tmp_path / "published.xml").find("url[@type='homepage']")
    assert home is not None
    assert home.text == "https://example.org/publisher/mindseye"
    command = [tool("appstreamcli"), "validate", "--no-net", tmp_path / "published.xml"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


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
        f"usr/share/metainfo/{packages.METAINFO}",
        "usr/share/doc/mindseye/copyright",
    ):
        assert (root / file).is_file(), file


@pytest.mark.skipif(sys.platform != "linux", reason="packages for Linux are built on Linux")
def test_an_appimage_is_its_runtime_and_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool("mksquashfs")
    unpack = tool("unsquashfs")
    packages = importlib.import_module("linux_packages")
    monkeypatch.setattr(packages.shutil, "which", lambda name: None if name == "appimagetool" else name)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
    monkeypatch.setenv("APPIMAGE_RUNTIME", "/bin/true")
    bundle = tmp_path / "mindseye"
    bundle.mkdir()
    (bundle / "mindseye").write_bytes(b"the program")
    made = []
    for number in ("one", "two"):
        out = tmp_path / number
        out.mkdir()
        made.append(packages.build_portable(bundle, tmp_path / "work", out))
    assert made[0].name.endswith(".AppImage")
    assert os.access(made[0], os.X_OK)
    assert made[0].read_bytes() == made[1].read_bytes()
    runtime = Path("/bin/true").read_bytes()
    assert made[0].read_bytes().startswith(runtime)
    subprocess.run(
        [
            unpack,
            "-quiet",
            "-no-progress",
            "-offset",
            str(len(runtime)),
            "-dest",
            tmp_path / "files",
            made[0],
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    assert (tmp_path / "files" / "usr/lib/mindseye/mindseye").read_bytes() == b"the program"
    assert (tmp_path / "files" / "AppRun").readlink() == Path("usr/bin/mindseye")
