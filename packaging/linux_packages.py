"""The finished folder as Linux packages: a .deb, and an AppImage or, without its tools, an archive.

    linux_packages.py BUNDLE OUT

BUNDLE is what PyInstaller made; the packages are written into OUT and each is named on a line. An AppImage
is made by ``appimagetool``, or by ``mksquashfs`` behind the runtime that ``APPIMAGE_RUNTIME`` names.
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from project import APP_ID, VERSION, build_time, maintainer, releases_page

HERE = Path(__file__).parent
ICONS = HERE.parent / "resources" / "icons"
METAINFO = f"{APP_ID}.metainfo.xml"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libc.so.6": "libc6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Libraries that the system brings, and the Debian package of each."""

OTHERS_OF = {
    "libc.so.6": re.compile(r"ld-linux.*|lib(dl|m|mvec|pthread|resolv|rt)\.so\.\d+"),
    "libglib-2.0.so.0": re.compile(r"lib(gthread|gmodule|gobject|gio)-2\.0\.so\.0"),
}
"""Libraries that come in the package of another."""

OPTIONAL_PLUGINS = ("libqgtk3.so",)
"""Plugins that Qt leaves out where their libraries are missing."""


def needed_libraries(bundle: Path) -> tuple[set[str], str]:
    """The libraries a bundle expects from the system, by the loader's names, and the C library's version."""
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]
    programs = [path for path in files if path.read_bytes()[:4] == b"\x7fELF"]
    listing = subprocess.run(
        ["objdump", "-p", *(path for path in programs if path.name not in OPTIONAL_PLUGINS)],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    there = {path.name for path in bundle.rglob("*.so*")}
    versions = {tuple(map(int, each.split("."))) for each in re.findall(r"\bGLIBC_(\d+\.\d+)", listing)}
    oldest = ".".join(map(str, max(versions, default=(2, 0))))
    return {name for name in re.findall(r"NEEDED\s+(\S+)", listing) if name not in there}, oldest


def depends(needed: set[str], c_library: str) -> list[str]:
    """The Debian packages that bring some libraries, and a C library of a version or newer.

    Raises:
        ValueError: a library is known in no package, so it was to be bundled or left out.
    """
    packages = set()
    for name in needed:
        owner = next((main for main, others in OTHERS_OF.items() if others.fullmatch(name)), name)
        if owner not in PACKAGES:
            raise ValueError(f"{name} is neither in the program nor in PACKAGES of linux_packages.py.")
        package = PACKAGES[owner]
        packages.add(f"{package} (>= {c_library})" if package == "libc6" else package)
    return sorted(packages)


def lay_out(bundle: Path, root: Path) -> None:
    """Lays the program and what a desktop wants to know of it below ``root``/usr."""
    usr = root / "usr"
    program = usr / "lib" / "mindseye"
    shutil.copytree(bundle, program, symlinks=True)
    binaries = usr / "bin"
    binaries.mkdir(parents=True)
    (binaries / "mindseye").symlink_to("../lib/mindseye/mindseye")
    _copy(HERE / "linux" / "mindseye.desktop", usr / "share" / "applications" / "mindseye.desktop")
    _write_metainfo(usr / "share" / "metainfo" / METAINFO)
    hicolor = usr / "share" / "icons" / "hicolor"
    _copy(ICONS / "mindseye.svg", hicolor / "scalable" / "apps" / "mindseye.svg")
    for size in ICON_SIZES:
        target = hicolor / f"{size}x{size}" / "apps" / "mindseye.png"
        target.parent.mkdir(parents=True)
        _write_icon(size, target)


def build_deb(bundle: Path, work: Path, out: Path) -> Path:
    """Builds the package for Debian and its kin; gives its path."""
    root = _fresh(work / "deb")
    lay_out(bundle, root)
    documents = root / "usr" / "share" / "doc" / "mindseye"
    documents.mkdir(parents=True)
    _copy(HERE / "linux" / "copyright", documents / "copyright")
    changes = (HERE.parent / "CHANGELOG.md").read_bytes()
    (documents / "changelog.gz").write_bytes(gzip.compress(changes, 9, mtime=build_time()))
    for path in root.rglob("*"):
        if not path.is_symlink():
            runs = path.is_dir() or path == root / "usr" / "lib" / "mindseye" / "mindseye"
            path.chmod(0o755 if runs else 0o644)
    installed = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    architecture = _said("dpkg", "--print-architecture")
    control = (HERE / "linux" / "control.in").read_text(encoding="utf-8")
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(
        control.format(
            version=VERSION,
            architecture=architecture,
            maintainer=maintainer(),
            installed_size=installed,
            depends=", ".join(depends(*needed_libraries(bundle))),
        ),
        encoding="utf-8",
    )
    _same_times(root)
    target = out / f"mindseye_{VERSION}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, target],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(build_time())},
    )
    return target


def build_app_dir(bundle: Path, work: Path) -> Path:
    """Makes the folder an AppImage is made of; gives its path."""
    folder = _fresh(work / "Mindseye.AppDir")
    lay_out(bundle, folder)
    (folder / "AppRun").symlink_to("usr/bin/mindseye")
    (folder / "mindseye.desktop").symlink_to("usr/share/applications/mindseye.desktop")
    (folder / "mindseye.png").symlink_to("usr/share/icons/hicolor/256x256/apps/mindseye.png")
    (folder / ".DirIcon").symlink_to("mindseye.png")
    _same_times(folder)
    return folder


def build_portable(bundle: Path, work: Path, out: Path) -> Path:
    """Builds the AppImage, or an archive of the same folder where its tools are missing."""
    folder = build_app_dir(bundle, work)
    name = f"Mindseye-{VERSION}-{os.uname().machine}"
    image = out / f"{name}.AppImage"
    if tool := shutil.which("appimagetool"):
        subprocess.run([tool, "--no-appstream", folder, image], check=True)
        return image
    runtime = os.environ.get("APPIMAGE_RUNTIME")
    if runtime and shutil.which("mksquashfs"):
        _put_together(Path(runtime), folder, work / "files.squashfs", image)
        return image
    target = out / f"{name}.tar.gz"
    with (
        gzip.GzipFile(target, "wb", 6, mtime=build_time()) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        archive.add(folder, name, filter=_of_nobody)
    print("appimagetool is not here, so there is an archive of the same folder instead of an AppImage.")
    return target


def _put_together(runtime: Path, folder: Path, packed: Path, image: Path) -> None:
    """An AppImage of the second type: a runtime that mounts what is appended to it, then the files."""
    packed.unlink(missing_ok=True)
    subprocess.run(
        ["mksquashfs", folder, packed, "-quiet", "-no-progress", "-root-owned", "-comp", "zstd"],
        check=True,
        # The times of the files are those of the commit already, and so is this one's.
        env={**os.environ, "SOURCE_DATE_EPOCH": str(build_time())},
    )
    image.write_bytes(runtime.read_bytes() + packed.read_bytes())
    image.chmod(0o755)


def _of_nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def _write_metainfo(target: Path) -> None:
    text = (HERE / "linux" / "mindseye.metainfo.xml").read_text(encoding="utf-8")
    if page := releases_page():
        home = f'<url type="homepage">{page.removesuffix("/releases")}</url>\n  '
        text = text.replace("<launchable", f"{home}<launchable", 1)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def _write_icon(size: int, target: Path) -> None:
    from PIL import Image

    with Image.open(ICONS / "mindseye-512.png") as image:
        image.resize((size, size), Image.Resampling.LANCZOS).save(target, optimize=True)


def _same_times(root: Path) -> None:
    """Gives every file the time of the commit, so that the same commit makes the same package."""
    for path in (*root.rglob("*"), root):
        os.utime(path, (build_time(), build_time()), follow_symlinks=False)


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def main(bundle: Path, out: Path) -> int:
    work = out.parent / "build" / "packages"
    out.mkdir(parents=True, exist_ok=True)
    made = [build_portable(bundle, work, out)]
    if shutil.which("dpkg-deb"):
        made.append(build_deb(bundle, work, out))
    else:
        print("dpkg-deb is not here, so there is no .deb.")
    for path in made:
        print(f"{path}: {path.stat().st_size / 1_000_000:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]).absolute()))
