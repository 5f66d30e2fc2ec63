"""What the finished program leaves out: parts of its libraries that it never loads.

Names are those inside the bundle, with forward slashes. ``mindseye.spec`` asks for every file; the self
test in the finished program shows that nothing needed is missing.
"""

import re
from collections.abc import Iterable

from project import languages

EXCLUDED_MODULES = (
    # Command lines and consoles of libraries.
    "click", "huggingface_hub.cli", "pygments", "rich", "shellingham", "typer",
    # The transport of the hub's own storage; plain HTTPS with resuming is what is used.
    "hf_xet",
    # Servers, plots and compilers that usearch and numpy can use when they are there.
    "numba", "numpy.distutils", "numpy.f2py", "ucall", "usearch.client", "usearch.eval", "usearch.numba",
    "usearch.server",
    # Exporters and converters of the runtime; only finished models are run.
    "onnx", "onnxruntime.backend", "onnxruntime.datasets", "onnxruntime.quantization", "onnxruntime.tools",
    "onnxruntime.transformers", "sympy", "torch",
    # Pillow draws no text, no windows.
    "PIL.ImageFont", "PIL.ImageQt", "PIL.ImageShow", "PIL.ImageTk", "PIL._imagingft", "PIL._imagingtk",
    "PIL._tkinter_finder",
    # Qt beyond Core, Gui, Widgets, Svg and DBus.
    "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtQml", "PySide6.QtQuick",
    "PySide6.QtTest",
    # The hub reads small YAML headers, for which Python is fast enough; nothing is transformed by Fourier.
    "numpy.fft", "yaml._yaml", "yaml.cyaml",
    # The standard library's own tools.
    "ensurepip", "idlelib", "lib2to3", "nis", "pydoc", "pydoc_data", "readline", "setuptools", "tkinter",
    "turtle", "venv",
)  # fmt: skip

_KEPT_PLUGINS = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qgif", "qico", "qjpeg", "qsvg", "qwebp"),
    "platforminputcontexts": ("compose", "ibus"),
    "platforms": ("qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"),
    "platformthemes": ("qgtk3", "qxdgdesktopportal"),
    "styles": ("qmacstyle", "qmodernwindowsstyle", "qwindowsvistastyle"),
    "wayland-decoration-client": ("",),
    "wayland-shell-integration": ("",),
}
"""Folders of Qt's plugins, and how the names of those that are kept begin.

The window is painted by the processor, so what connects OpenGL to a display is none of them.
"""

_KEPT_QT = (
    "Core",
    "DBus",
    "Gui",
    "Svg",
    "WaylandClient",
    "Widgets",
    "WlShellIntegration",
    "XcbQpa",
)

# Libraries that belong to the system: those of the display, the fonts and the compiler must fit the machine
# the program runs on, not the one it was built on. The Debian package names them as what it depends on.
_SYSTEM = {
    "libatk-1.0", "libatk-bridge-2.0", "libatspi", "libblkid", "libbrotlicommon", "libbrotlidec", "libbsd",
    "libcairo", "libcairo-gobject", "libcap", "libdatrie", "libdbus-1", "libdrm", "libEGL",
    "libepoxy", "libexpat", "libfontconfig", "libfreetype", "libfribidi", "libgcc_s", "libgcrypt",
    "libgdk-3", "libgdk_pixbuf-2.0", "libgio-2.0", "libGL", "libGLdispatch", "libglib-2.0", "libGLX",
    "libgmodule-2.0", "libgobject-2.0", "libgpg-error", "libgraphite2", "libgthread-2.0", "libgtk-3",
    "libharfbuzz", "libjpeg", "liblz4", "libmd", "libmount", "libmvec", "libOpenGL", "libpango-1.0",
    "libpangocairo-1.0", "libpangoft2-1.0", "libpcre2-8", "libpixman-1", "libpng16", "libselinux",
    "libstdc++", "libsystemd", "libthai", "libwayland-client", "libwayland-cursor", "libwayland-egl",
    "libX11", "libX11-xcb", "libXau", "libxcb", "libxcb-render", "libxcb-shm", "libXcomposite",
    "libXcursor", "libXdamage", "libXdmcp", "libXext", "libXfixes", "libXi", "libXinerama", "libxkbcommon",
    "libXrandr", "libXrender",
}  # fmt: skip

_ORPHANS = {
    "libcom_err", "libgssapi_krb5", "libk5crypto", "libkeyutils", "libkrb5", "libkrb5support", "libxcb-glx",
}  # fmt: skip
"""Libraries that only left-out ones need: those of Qt's network, and of its OpenGL."""

_LANGUAGES = frozenset(languages())
"""Those that the program speaks; in them Qt's own dialogs speak, too."""

_TRANSLATION = re.compile(r"^PySide6/(?:.*/)?translations/(?:qtbase_([A-Za-z_]+))?")
_OPENMP = re.compile(r"[^/]+\.libs/libgomp-[0-9a-f]+(\.so[.0-9]*)")
_PLUGIN = re.compile(r"(?:^|/)plugins/([a-z-]+)/(?:lib)?([^/]+)$")
_QT_LIBRARY = re.compile(
    r"(?:^|/)(?:lib)?Qt6?([A-Z][A-Za-z0-9]*?)(?:\.so|\.dll|\.dylib|\.framework|\.abi3|\.pyd)"
)


def is_wanted(name: str, *, on_linux: bool) -> bool:
    """Whether a file belongs into the finished program.

    Args:
        name: its path in the bundle, with forward slashes.
        on_linux: whether the system brings the libraries of the display.
    """
    if plugin := _PLUGIN.search(name):
        folder, file = plugin.groups()
        return folder in _KEPT_PLUGINS and file.startswith(_KEPT_PLUGINS[folder])
    if name.startswith("PySide6/") and "/qml/" in name:
        return False
    if translation := _TRANSLATION.search(name):
        return translation.group(1) in _LANGUAGES
    # Licences and versions are read there; lists of files and of what a package was built of are not.
    # Nor is where it was built, which differs from builder to builder.
    if re.search(r"\.dist-info/(RECORD$|direct_url\.json$|sboms/)|^hf_xet-", name):
        return False
    # For the systems' own menus; they are given theirs when the program is packed.
    if re.search(r"/resources/icons/(mindseye[.-](icns|ico|\d+\.png)|render\.py)$", name):
        return False
    if library := _QT_LIBRARY.search(name):
        return library.group(1).startswith(_KEPT_QT)
    if re.search(r"(^|/)opengl32sw\.dll$|libpyside6qml|/pyside6qml", name):
        return False
    # The Python module of the runtime holds all of it; the library beside it is for programs in C.
    if re.search(r"onnxruntime/capi/libonnxruntime\.so", name):
        return False
    if re.search(r"numpy/.*(_tests|_simd)\.", name):
        return False
    if on_linux and "/" not in name:
        return name.partition(".so")[0] not in _SYSTEM | _ORPHANS
    return True


def twins(names: Iterable[str]) -> dict[str, str]:
    """The libraries that several wheels brought along, each with the one that stands for it.

    Every wheel that computes in threads has OpenMP's. A link to the first of them does, and the loader then
    takes it once.
    """
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for name in sorted(names):
        if same := _OPENMP.fullmatch(name):
            found[name] = first.setdefault(same.group(1), name)
    return {name: other for name, other in found.items() if name != other}


def can_be_stripped(name: str) -> bool:
    """Whether a library's symbol table can be taken off by ``strip``; Qt's have none."""
    return not re.search(r"^PySide6/|^shiboken6/", name) and not has_holes(name)


def has_holes(name: str) -> bool:
    """Whether a library came into its wheel by auditwheel, which leaves holes; ``compact.py`` closes them."""
    return ".libs/" in name
