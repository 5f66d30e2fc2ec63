"""Tries finished Linux packages where nothing else is: a bare Debian without Python, and no network.

    clean_root.py PACKAGE... [--photos DIR] [--pictures DIR] [--suite NAME]

PACKAGE is a ``.deb``, an AppImage or the ``.tar.gz`` that stands for one. Each is put into a root of its
own, tests itself with and without a display, and tells how it is (``mindseye doctor``). With ``--photos``
those are indexed and searched there, and the window is photographed into ``--pictures``. The root is removed
at the end; the bare system it came from stays in ``build/clean-root``. Needs Linux, root, debootstrap and
Xvfb; elsewhere it says so and does nothing.
"""

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from linux_packages import PACKAGES, depends
from project import ROOT
from virtual_screen import VirtualScreen

WORDS = "a dog in the snow"
LIBRARY = "/root/library"

_ENTER = """
mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" || exit 1
attach() { mkdir -p "$0$2" && mount --bind "$1" "$0$2" && mount -o "remount,bind,$3" "$0$2" || exit 1; }
[ ! -d /tmp/.X11-unix ] || attach /tmp/.X11-unix /tmp/.X11-unix rw
[ -z "$PHOTOS" ] || attach "$PHOTOS" /photos ro
root=$0
exec env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \\
    ${DISPLAY:+DISPLAY=$DISPLAY} APPIMAGE_EXTRACT_AND_RUN=1 chroot "$root" "$@"
"""
"""Runs in mounts and processes of its own, so that neither outlives the command."""


@dataclass
class CleanRoot:
    """A bare system in a folder, and what is run in it."""

    folder: Path
    photos: Path | None = None
    program: list[str] = field(default_factory=lambda: ["mindseye"])
    starters: int = 1
    """Processes between what is started here and the program: ``unshare``, the runtime of an AppImage."""

    def start(
        self, *command: str, display: str = "", network: bool = False, quiet: bool = False
    ) -> subprocess.Popen[bytes]:
        """Starts a command inside, without a network unless it is asked for."""
        apart = ["unshare", "--mount", "--pid", "--fork", "--kill-child", *([] if network else ["--net"])]
        return subprocess.Popen(
            [*apart, "sh", "-c", _ENTER, str(self.folder), *command],
            env={**os.environ, "DISPLAY": display, "PHOTOS": str(self.photos or "")},
            stdout=subprocess.DEVNULL if quiet else None,
            stderr=subprocess.DEVNULL if quiet else None,
        )

    def run(self, *command: str, display: str = "", network: bool = False, quiet: bool = False) -> None:
        """Runs a command inside to its end.

        Raises:
            CalledProcessError: it failed.
        """
        status = self.start(*command, display=display, network=network, quiet=quiet).wait()
        if status:
            raise subprocess.CalledProcessError(status, command)

    def mindseye(self, *arguments: str, display: str = "") -> None:
        """Runs the program that is tried."""
        print(f"$ mindseye {' '.join(arguments)}", flush=True)
        self.run(*self.program, *arguments, display=display)

    def has(self, program: str) -> bool:
        """Whether a program can be found inside."""
        return not self.start("sh", "-c", f"command -v {program}", quiet=True).wait()

    def started_by(self, process: subprocess.Popen[bytes]) -> int:
        """The number of the program's own process."""
        number = process.pid
        for _ in range(self.starters):
            children = Path(f"/proc/{number}/task/{number}/children").read_text(encoding="ascii")
            number = int(children.split()[0])
        return number

    def install(self, package: Path) -> None:
        """Puts a package and what it expects of a desktop into the root.

        Raises:
            CalledProcessError: that failed.
        """
        brought = package if package.suffix == ".deb" else self._desktop_libraries()
        shutil.copy(brought, self.folder / "package.deb")
        self.run("apt-get", "-qq", "update", network=True)
        command = "apt-get install --yes --no-install-recommends /package.deb >/apt.log 2>&1"
        self.run("sh", "-c", f"{command} || {{ cat /apt.log; false; }}", network=True)
        log = (self.folder / "apt.log").read_text(encoding="utf-8")
        print(*re.findall(r"^.*newly installed.*$", log, re.MULTILINE), flush=True)
        if package.suffix == ".AppImage":
            shutil.copy(package, self.folder / "opt" / package.name)
            self.program, self.starters = [f"/opt/{package.name}"], 2
        elif package.suffix == ".gz":
            subprocess.run(["tar", "-C", self.folder / "opt", "-xzf", package], check=True)
            self.program = [f"/opt/{package.name.removesuffix('.tar.gz')}/AppRun"]

    def _desktop_libraries(self) -> Path:
        """An empty package that needs the libraries which every desktop has."""
        with tempfile.TemporaryDirectory() as made:
            control = Path(made, "DEBIAN", "control")
            control.parent.mkdir()
            control.write_text(
                "Package: desktop-libraries\nVersion: 1\nArchitecture: all\nMaintainer: nobody\n"
                f"Depends: {', '.join(depends(set(PACKAGES), '2.31'))}\nDescription: what a desktop brings\n",
                encoding="utf-8",
            )
            target = self.folder / "desktop-libraries.deb"
            subprocess.run(["dpkg-deb", "--build", made, target], check=True, stdout=subprocess.DEVNULL)
        return target


@contextmanager
def clean_root(suite: str, photos: Path | None) -> Iterator[CleanRoot]:
    """A bare system, gone at the end."""
    base = ROOT / "build" / "clean-root" / suite
    if not (base / "etc").is_dir():
        base.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=base.parent) as seed:
            command = ["debootstrap", "--variant=minbase", suite, seed, *_mirror()]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            shutil.rmtree(base, ignore_errors=True)
            subprocess.run(["cp", "-a", seed, base], check=True)
    with tempfile.TemporaryDirectory(dir=base.parent) as parent:
        folder = Path(parent, "root")
        subprocess.run(["cp", "-a", base, folder], check=True)
        for each in (Path(parent), folder):
            each.chmod(0o755)  # another user fetches packages
        for name in ("resolv.conf", "hosts"):
            shutil.copy(Path("/etc", name), folder / "etc")
        for proxy in Path("/etc/apt/apt.conf.d").glob("*proxy*"):
            shutil.copy(proxy, folder / "etc" / "apt" / "apt.conf.d")
        yield CleanRoot(folder, photos)


def _mirror() -> list[str]:
    """Where this machine has its Debian from."""
    for name in ("sources.list.d/debian.sources", "sources.list"):
        path = Path("/etc/apt", name)
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            if found := re.search(r"^(?:URIs: *|deb (?:\[[^]]*\] )?)(\S+)", text, re.MULTILINE):
                return [found[1]]
    return []


def try_package(package: Path, *, suite: str, photos: Path | None, pictures: Path) -> None:
    """Takes a package through a session in a root of its own.

    Raises:
        CalledProcessError: a step failed.
        RuntimeError: there was a Python, or the package brought one.
        TimeoutError: the window did not come.
    """
    print(f"\n== {package.name} in a bare {suite}", flush=True)
    with clean_root(suite, photos) as root, VirtualScreen() as screen:
        for moment in ("before", "after"):
            if root.has("python3"):
                raise RuntimeError(f"There is a Python in this root {moment} the package was installed.")
            if moment == "before":
                root.install(package)
        root.mindseye("--selftest")
        root.mindseye("--selftest", display=screen.display)
        if photos:
            root.mindseye("index", "/photos", "--library", LIBRARY)
            root.mindseye("search", WORDS, "--library", LIBRARY, "--limit", "5")
        root.mindseye("doctor", "--library", LIBRARY)
        if photos:
            pictures.mkdir(parents=True, exist_ok=True)
            for name, picture in _photograph(root, screen):
                target = pictures / f"{package.suffix.strip('.')}-{suite}-{name}.png"
                picture.save(target)
                print(f"A picture of the window: {target}", flush=True)


def _photograph(root: CleanRoot, screen: VirtualScreen) -> Iterator[tuple[str, Image.Image]]:
    """The window with all photos, and after a search where something can type."""
    began = time.monotonic()
    window = root.start(*root.program, "--library", LIBRARY, display=screen.display)
    try:
        photos = screen.wait_until_calm()
        print(f"The window was at rest after {time.monotonic() - began:.1f} s, three of them of rest.")
        yield "photos", photos
        if shutil.which("xdotool"):
            # Nothing else gives the window the keyboard: there is no window manager.
            asks = ["search", "--onlyvisible", "--class", "mindseye", "windowfocus", "--sync"]
            for command in (asks, ["key", "ctrl+f"], ["type", "--delay", "30", WORDS], ["key", "Return"]):
                shown = {**os.environ, "DISPLAY": screen.display}
                subprocess.run(["xdotool", *command], check=True, env=shown)
            yield "search", screen.wait_until_calm(other_than=photos)
        os.kill(root.started_by(window), signal.SIGTERM)
        if status := window.wait(30):
            raise subprocess.CalledProcessError(status, root.program)
    finally:
        window.kill()
        window.wait()


def what_is_missing() -> str:
    """Why nothing can be tried here; empty where it can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "it needs Linux and the rights of root"
    missing = [name for name in ("debootstrap", "dpkg-deb", "unshare", "Xvfb") if not shutil.which(name)]
    if missing:
        return f"it needs {', '.join(missing)}"
    if subprocess.run(["unshare", "--mount", "--pid", "--fork", "--net", "true"], check=False).returncode:
        return "this machine lets no process have mounts and a network of its own"
    return ""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("packages", type=Path, nargs="+", metavar="PACKAGE")
    parser.add_argument("--photos", type=Path, help="a folder of photographs to index and to show there")
    parser.add_argument("--pictures", type=Path, default=ROOT / "build" / "clean-root" / "pictures")
    parser.add_argument("--suite", default="bookworm", help="which Debian (default: bookworm)")
    options = parser.parse_args(arguments)
    if reason := what_is_missing():
        print(f"The packages are not tried in a bare root: {reason}.")
        return 0
    for package in options.packages:
        photos = options.photos.resolve() if options.photos else None
        try_package(package, suite=options.suite, photos=photos, pictures=options.pictures)
    print("\nAll of it works.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
