"""What ``make dist`` does: builds the finished program, lets it test itself, and packs it for this system.

    dist.py [--skip-packages]

Runs in an environment that holds the installed package (no editable one) and PyInstaller.
"""

import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

from project import ROOT, VERSION, build_time
from windows_signing import sign

HERE = Path(__file__).resolve().parent
BUILT = ROOT / "build" / "dist"
OUT = ROOT / "dist"


def main(arguments: list[str]) -> int:
    build()
    program = finished_program()
    print(f"\n$ {program.relative_to(ROOT)} --selftest", flush=True)
    if subprocess.run([program, "--selftest"], check=False, cwd=BUILT, env=_own_environment()).returncode:
        print("The finished program does not work; nothing is packed.", file=sys.stderr)
        return 1
    tell_sizes(BUILT / ("Mindseye.app" if sys.platform == "darwin" else "mindseye"))
    return 0 if "--skip-packages" in arguments else pack()


def build() -> None:
    """Freezes the installed package into ``build/dist``."""
    work = ROOT / "build" / "pyinstaller"
    work.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        write_version_information(ROOT / "build" / "version-info.txt")
    command: list[str | Path] = [
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR",
        "--distpath", BUILT, "--workpath", work, HERE / "mindseye.spec",
    ]  # fmt: skip
    # The same sources give the same program: no date of today, no order of hashes.
    environment = {**_own_environment(), "SOURCE_DATE_EPOCH": str(build_time()), "PYTHONHASHSEED": "1"}
    subprocess.run(command, check=True, env=environment)


def _own_environment() -> dict[str, str]:
    """Without what would let Python take a library or a setting from elsewhere."""
    return {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}


def finished_program() -> Path:
    """The program to start, on this system."""
    if sys.platform == "darwin":
        return BUILT / "Mindseye.app" / "Contents" / "MacOS" / "mindseye"
    return BUILT / "mindseye" / ("mindseye-console.exe" if sys.platform == "win32" else "mindseye")


def tell_sizes(folder: Path, count: int = 10) -> None:
    """Prints what the folder takes on the disk, and its largest files."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    sizes = sorted(((path.stat().st_size, path) for path in files), reverse=True)
    print(f"\n{folder.name}: {sum(size for size, _ in sizes) / 1e6:.1f} MB in {len(sizes)} files")
    for size, path in sizes[:count]:
        print(f"  {size / 1e6:5.1f} MB  {path.relative_to(folder).as_posix()}")


def pack() -> int:
    """Packs the program for this system; gives the exit status."""
    OUT.mkdir(exist_ok=True)
    (bill,) = BUILT.rglob("mindseye.cdx.json")
    shutil.copyfile(bill, OUT / f"Mindseye-{VERSION}-{sys.platform}-{platform.machine().lower()}.cdx.json")
    if sys.platform == "darwin":
        script = HERE / "macos" / "make-dmg.sh"
        return _status("sh", script, BUILT / "Mindseye.app", OUT, VERSION)
    if sys.platform == "win32":
        return _pack_for_windows()
    return _status(sys.executable, HERE / "linux_packages.py", BUILT / "mindseye", OUT)


def _pack_for_windows() -> int:
    compiler = shutil.which("iscc") or shutil.which("iscc", path=r"C:\Program Files (x86)\Inno Setup 6")
    if compiler is None:
        print("Inno Setup (iscc) is not here, so there is no installer.")
        return 0
    sign(sorted((BUILT / "mindseye").glob("*.exe")))
    status = _status(compiler, f"/DVersion={VERSION}", f"/O{OUT}", HERE / "windows" / "mindseye.iss")
    if not status:
        sign([OUT / f"Mindseye-{VERSION}-setup.exe"])
    return status


def _status(*command: str | Path) -> int:
    return subprocess.run(command, check=False).returncode


def write_version_information(target: Path) -> None:
    """Writes what Windows shows among a program's properties."""
    numbers = (*(int(number) for number in re.findall(r"\d+", VERSION)[:3]), 0)
    target.write_text(
        f"""VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("FileDescription", "Mindseye"), StringStruct("ProductName", "Mindseye"),
      StringStruct("FileVersion", "{VERSION}"), StringStruct("ProductVersion", "{VERSION}"),
      StringStruct("LegalCopyright", "the Mindseye authors, MIT"),
    ])]),
    VarFileInfo([VarStruct("Translation", [1033, 1200])]),
  ],
)
""",
        encoding="utf-8",
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
