"""The trial of packages in a bare system: what can be shown of it without making one."""

import importlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="packages for Linux are tried on Linux")


def test_a_machine_that_cannot_is_told_why_and_nothing_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clean_root = importlib.import_module("clean_root")
    monkeypatch.setattr(clean_root.os, "geteuid", lambda: 1000)
    assert clean_root.main(["nothing.deb"]) == 0
    assert capsys.readouterr().out.strip().endswith("it needs Linux and the rights of root.")
    monkeypatch.setattr(clean_root.os, "geteuid", lambda: 0)
    monkeypatch.setattr(clean_root.shutil, "which", lambda name: None if name == "Xvfb" else f"/bin/{name}")
    assert clean_root.what_is_missing() == "it needs Xvfb"


def test_an_appimage_is_given_the_libraries_of_a_desktop(tmp_path: Path) -> None:
    if not shutil.which("dpkg-deb"):
        pytest.skip("dpkg-deb is not installed")
    made = importlib.import_module("clean_root").CleanRoot(tmp_path)._desktop_libraries()
    needed = subprocess.run(
        ["dpkg-deb", "--field", made, "Depends"], capture_output=True, text=True, check=True
    )
    names = re.split(r"[,|] ", needed.stdout.strip())
    assert {"libfontconfig1", "libegl1", "libx11-6"} <= {name.split()[0] for name in names}


def test_a_dump_of_a_screen_is_read() -> None:
    read = importlib.import_module("virtual_screen").read_dump
    numbers = [100 + 8, 7, 2, 24, 2, 1, 0, 0, 32, 0, 32, 32, 12, 4, 0, 0, 0, 8, 256, 1, 2, 1, 0, 0, 0]
    head = b"".join(each.to_bytes(4, "big") for each in numbers) + b"a window"
    picture = read(head + bytes(12) + b"\x03\x02\x01\x00" + b"\x30\x20\x10\x00" + b"past")
    assert picture.size == (2, 1)
    assert [picture.getpixel((column, 0)) for column in (0, 1)] == [(1, 2, 3), (16, 32, 48)]
    numbers[3] = 8
    with pytest.raises(ValueError, match="24 bits"):
        read(b"".join(each.to_bytes(4, "big") for each in numbers))


def test_a_screen_in_memory_is_photographed_and_an_empty_one_is_told(tmp_path: Path) -> None:
    if not shutil.which("Xvfb"):
        pytest.skip("Xvfb is not installed")
    with importlib.import_module("virtual_screen").VirtualScreen(320, 200) as screen:
        assert re.fullmatch(r":\d+", screen.display)
        assert screen.picture().size == (320, 200)
        with pytest.raises(TimeoutError, match="stayed as it was"):
            screen.wait_until_calm(seconds=0.6, calm=0.1)
