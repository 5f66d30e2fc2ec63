"""Signs programs for Windows, where a certificate is given.

WINDOWS_CERTIFICATE            a PKCS #12 file in base64
WINDOWS_CERTIFICATE_PASSWORD   its password
"""

import base64
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

_KITS = Path(r"C:\Program Files (x86)\Windows Kits\10\bin")
_CLOCK = "http://timestamp.digicert.com"
"""Says when something was signed, so that it stays valid when the certificate ends (RFC 3161)."""


def sign(files: Sequence[Path]) -> bool:
    """Signs files in place; says whether it did, which needs a certificate.

    Raises:
        FileNotFoundError: there is a certificate, and no ``signtool``.
        subprocess.CalledProcessError: a file could not be signed.
    """
    certificate = os.environ.get("WINDOWS_CERTIFICATE")
    if not certificate:
        print("WINDOWS_CERTIFICATE is not set, so nothing is signed.")
        return False
    with tempfile.TemporaryDirectory() as folder:
        key = Path(folder, "certificate.pfx")
        key.write_bytes(base64.b64decode(certificate))
        command = [
            _tool(), "sign", "/fd", "SHA256", "/td", "SHA256", "/tr", _CLOCK,
            "/f", str(key), "/p", os.environ.get("WINDOWS_CERTIFICATE_PASSWORD", ""),
        ]  # fmt: skip
        subprocess.run([*command, *map(str, files)], check=True)
    return True


def _tool() -> str:
    if found := shutil.which("signtool"):
        return found
    kits = sorted(_KITS.glob("10.*/x64/signtool.exe"))
    if not kits:
        raise FileNotFoundError("signtool is not here; it comes with the Windows SDK.")
    return str(kits[-1])
