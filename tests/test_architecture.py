"""The house as it is meant to be: every foreign library has one home, and the core knows no Qt."""

import ast
import functools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import mindseye

PACKAGE = Path(mindseye.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

HOMES: dict[str, tuple[str, ...]] = {
    "PySide6": ("ui/",),
    "shiboken6": ("ui/",),
    "onnxruntime": ("natives.py",),
    "tokenizers": ("clip/tokenizer.py", "clip/clip_vocabulary.py"),
    "huggingface_hub": ("clip/hub.py",),
    "httpx2": ("clip/hub.py",),
    "usearch": ("vectors/layer.py",),
    "watchdog": ("folders/watch.py",),
    "sqlite3": ("catalog/",),
    "PIL": ("imaging/",),
    "pi_heif": ("imaging/",),
    "rawpy": ("imaging/",),
    "pylibjxl": ("imaging/jxl.py",),
    "filelock": (
        "indexing/indexer.py",
        "catalog/rescue.py",
        "clip/assemble.py",
        "clip/pins.py",
        "ui/first_window.py",
    ),
    "platformdirs": ("paths.py",),
    "send2trash": ("operations/",),
    "xxhash": ("imaging/identity.py", "vectors/checked_file.py"),
    "argparse": ("cli/",),
    "torch": (),
    "onnx": (),
    "pillow_heif": (),
}

BROAD = {
    "clip/calling_off.py": "the edge of a thread, raised again for who waits",
    "clip/clip_vocabulary.py": "tokenizers raises bare Exception",
    "clip/hub.py": "the hub's client raises what its transport raises",
    "clip/session.py": "ONNX Runtime raises classes it does not export",
    "clip/tokenizer.py": "tokenizers raises bare Exception",
    "indexing/indexer.py": "the edge of a thread, raised again",
    "ui/": "the edge of a worker, shown as what it is",
}
"""Where a bare ``except Exception`` may stand, and why."""


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@functools.cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imports_of(path: Path) -> Iterator[tuple[str, int]]:
    """The top-level packages a module imports anywhere, late imports included."""
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.partition(".")[0], node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0], node.lineno
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in {
            "import_module",
            "importlib.import_module",
        }:
            argument = node.args[0]
            assert isinstance(argument, ast.Constant), f"{name_of(path)}:{node.lineno} hides what it imports"
            yield str(argument.value).partition(".")[0], node.lineno


def at_home(module: str, homes: tuple[str, ...]) -> bool:
    return any(module == home or (home.endswith("/") and module.startswith(home)) for home in homes)


@pytest.mark.parametrize("library", HOMES)
def test_a_foreign_library_is_imported_in_its_home_alone(library: str) -> None:
    strays = [
        f"{name_of(path)}:{line}"
        for path in MODULES
        for imported, line in imports_of(path)
        if imported == library and not at_home(name_of(path), HOMES[library])
    ]
    assert not strays


def test_every_foreign_library_has_a_home() -> None:
    homeless = {
        imported
        for path in MODULES
        for imported, _ in imports_of(path)
        if imported not in sys.stdlib_module_names and imported not in {*HOMES, "mindseye", "numpy"}
    }
    assert not homeless


@pytest.mark.timeout(60)
def test_the_core_is_imported_without_qt() -> None:
    core = [
        ".".join(("mindseye", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
        for path in MODULES
        if not name_of(path).startswith("ui/")
    ]
    assert len(core) > 40
    program = (
        "import importlib, sys\n"
        "sys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
        f"for name in {core!r}:\n"
        "    importlib.import_module(name)\n"
        "import mindseye.__main__\n"
        "assert not [name for name in sys.modules if name.startswith('mindseye.ui')]\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.timeout(60)
def test_asking_for_help_loads_neither_network_nor_qt_nor_tower() -> None:
    program = (
        "import sys\n"
        "from mindseye.__main__ import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "loaded = {'PySide6', 'torch', 'huggingface_hub'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_file_says_what_it_is_about(path: Path) -> None:
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert text, "there is no docstring"
    first = text.splitlines()[0]
    assert first.endswith((".", "!", "?")) or text.split("\n\n")[0].endswith((".", "!", "?"))
    assert len(first) > 15


def test_nothing_catches_everything_where_it_need_not() -> None:
    strays = []
    for path in MODULES:
        for node in nodes_of(path):
            if not isinstance(node, ast.ExceptHandler):
                continue
            caught = "" if node.type is None else ast.unparse(node.type)
            raises_again = any(isinstance(each, ast.Raise) and each.exc is None for each in ast.walk(node))
            if caught == "Exception" and not at_home(name_of(path), tuple(BROAD)):
                strays.append(f"{name_of(path)}:{node.lineno}")
            if caught in {"", "BaseException"} and not raises_again:
                strays.append(f"{name_of(path)}:{node.lineno} swallows {caught or 'everything'}")
    assert not strays


def test_files_are_short_and_few_are_long() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert len([length for length in lengths.values() if length > 400]) <= 3
    assert max(lengths.values()) < 600
    middle = sorted(lengths.values())[len(lengths) // 2]
    assert middle < 150


def test_nothing_is_printed_but_by_the_command_line() -> None:
    strays = [
        f"{name_of(path)}:{node.lineno}"
        for path in MODULES
        for node in nodes_of(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
        and not name_of(path).startswith("cli/")
    ]
    assert not strays


@pytest.mark.parametrize("room", sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py")))
def test_each_room_can_be_imported_before_all_others(room: str) -> None:
    """Native libraries mind the order in which they are loaded; where one does, the process dies."""
    code = f"import mindseye.{room}; import mindseye.vectors, mindseye.clip, mindseye.imaging"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
