"""What is left out of the finished program, by the names of its files."""

import importlib

import pytest


def is_wanted(name: str, *, on_linux: bool = True) -> bool:
    return bool(importlib.import_module("trim").is_wanted(name, on_linux=on_linux))


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "PySide6/Qt/lib/libQt6WaylandClient.so.6",
        "PySide6/Qt/lib/libQt6XcbQpa.so.6",
        "PySide6/Qt/lib/libQt6WlShellIntegration.so.6",
        "mindseye/_data/resources/icons/mindseye.svg",
        "PySide6/QtWidgets.abi3.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt6Gui.dll",
        "PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
        "onnxruntime/capi/onnxruntime_pybind11_state.cpython-311-x86_64-linux-gnu.so",
        "numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so",
        "libxcb-cursor.so.0",
        "libffi.so.8",
        "mindseye/_data/models/starter/image.onnx",
        "mindseye/_data/resources/translations/mindseye_de.qm",
        "PySide6/Qt/translations/qtbase_de.qm",
        "numpy-2.4.6.dist-info/METADATA",
    ],
)
def test_what_is_needed_stays(name: str) -> None:
    assert is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt6Qml.dll",
        "PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/imageformats/libqpdf.so",
        "PySide6/Qt/plugins/egldeviceintegrations/libqeglfs-x11-integration.so",
        "PySide6/Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so",
        "PySide6/Qt/lib/libQt6OpenGL.so.6",
        "PySide6/Qt/lib/libQt6WaylandEglClientHwIntegration.so.6",
        "mindseye/_data/resources/icons/mindseye.icns",
        "mindseye/_data/resources/icons/mindseye-512.png",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/translations/qtbase_fr.qm",
        "onnxruntime/capi/libonnxruntime.so.1.31.1",
        "numpy/_core/_simd.cpython-311-x86_64-linux-gnu.so",
        "libX11.so.6",
        "libkrb5.so.3",
        "libstdc++.so.6",
        "filelock-4.2.11.dist-info/sboms/filelock.cdx.json",
        "numpy-2.4.6.dist-info/RECORD",
        "mindseye-0.1.0.dist-info/direct_url.json",
        "hf_xet-1.8.0.dist-info/METADATA",
    ],
)
def test_what_is_never_loaded_goes(name: str) -> None:
    assert not is_wanted(name)


def test_other_systems_bring_no_libraries_of_the_display() -> None:
    assert is_wanted("libfreetype.dylib", on_linux=False)
    assert is_wanted("libX11.so.6", on_linux=False)


def test_patched_libraries_are_not_stripped_but_closed() -> None:
    trim = importlib.import_module("trim")
    assert trim.can_be_stripped("numkong/_numkong.cpython-311-x86_64-linux-gnu.so")
    assert not trim.can_be_stripped("numpy.libs/libscipy_openblas64_.so")
    assert trim.has_holes("numpy.libs/libscipy_openblas64_.so")
    for name in ("PySide6/QtGui.abi3.so", "PySide6/Qt/lib/libQt6Core.so.6", "shiboken6/Shiboken.abi3.so"):
        assert not trim.can_be_stripped(name)
        assert not trim.has_holes(name)


def test_one_library_stands_for_its_twins() -> None:
    names = [
        "rawpy.libs/libgomp-962b742a.so.1.0.0",
        "numkong.libs/libgomp-6a29c32d.so.1.0.0",
        "other.libs/libgomp-00000000.so.2.0.0",
        "rawpy.libs/libjpeg-8995ad9f.so.8.3.2",
    ]
    assert importlib.import_module("trim").twins(names) == {names[0]: names[1]}
