"""Makes the data library of ICU small: Qt links to it, but a program needs a sixth of its thirty megabytes.

Qt takes locales from its own tables. It asks ICU to compare, fold and normalise text, so that data stays
for every language; names of zones, units, currencies and languages, old encodings, hyphenation of scripts
and transliteration go.
"""

import re
import struct
import subprocess
from pathlib import Path

_MAGIC = b"\xda\x27"
_KEPT = re.compile(
    r"""^[^/]+/(
        coll/.*                        # comparing, in every language
      | [^/]+\.(icu|nrm|spp|cfu)       # properties of characters, normal forms
      | (en|en_001|en_US|root|pool|res_index)\.res
      | (icustd|icuver|keyTypeData|likelySubtags|metadata|numberingSystems|supplementalData|timezoneTypes
         |zoneinfo64)\.res
      | brkitr/(char|word|line|sent|root|res_index|title)\.(brk|res)
    )$""",
    re.VERBOSE,
)
_LEFT_OUT = re.compile(r"/unames\.icu$")


def package_in(library: bytes) -> bytes:
    """The data package inside a library of ICU.

    Raises:
        ValueError: there is none.
    """
    at = library.find(b"CmnD")
    start = at - 12
    if at < 12 or library[start + 2 : start + 4] != _MAGIC:
        raise ValueError("This library holds no ICU data.")
    return library[start:]


def items(package: bytes) -> dict[str, bytes]:
    """What a package holds, by name, in its order; the last item runs to the end of the bytes."""
    (header,) = struct.unpack_from("<H", package)
    contents = package[header:]
    (count,) = struct.unpack_from("<I", contents)
    entries = [struct.unpack_from("<II", contents, 4 + 8 * number) for number in range(count)]
    ends = [data for _, data in entries[1:]] + [len(contents)]
    return {
        contents[name : contents.index(b"\0", name)].decode("ascii"): contents[data:end]
        for (name, data), end in zip(entries, ends, strict=True)
    }


def with_items(package: bytes, chosen: dict[str, bytes]) -> bytes:
    """A package with the head of this one and these items; names must be in the order of ASCII."""
    (header,) = struct.unpack_from("<H", package)
    names_at = 4 + 8 * len(chosen)
    names = b"".join(name.encode("ascii") + b"\0" for name in chosen)
    place, name_at = _padded(names_at + len(names)), names_at
    table, data = struct.pack("<I", len(chosen)), b""
    for name, item in chosen.items():
        table += struct.pack("<II", name_at, place + len(data))
        name_at += len(name) + 1
        data += item.ljust(_padded(len(item)), b"\0")
    return package[:header] + (table + names).ljust(place, b"\0") + data


def trimmed(package: bytes) -> bytes:
    """The package with what a program in Qt needs."""
    everything = items(package)
    return with_items(
        package,
        {name: data for name, data in everything.items() if _KEPT.match(name) and not _LEFT_OUT.search(name)},
    )


def write_trimmed_library(source: Path, target: Path) -> None:
    """Writes a smaller library in place of one of ICU; needs ``as`` and ``ld``.

    Raises:
        ValueError: the source is no data library of ICU.
        subprocess.CalledProcessError: an assembler or linker failed.
    """
    version = source.name.rpartition(".")[2]
    target.parent.mkdir(parents=True, exist_ok=True)
    package, listing, compiled = (target.with_name(f"icudata.{kind}") for kind in ("dat", "s", "o"))
    package.write_bytes(trimmed(package_in(source.read_bytes())))
    symbol = f"icudt{version}_dat"
    listing.write_text(
        f".section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol}, @object\n{symbol}:\n"
        f'.incbin "{package}"\n.size {symbol}, . - {symbol}\n.section .note.GNU-stack,"",@progbits\n',
        encoding="ascii",
    )
    subprocess.run(["as", "-o", compiled, listing], check=True)
    subprocess.run(
        ["ld", "-shared", "-z", "noexecstack", "-soname", source.name, "-o", target, compiled], check=True
    )


def _padded(length: int) -> int:
    return -(-length // 16) * 16
