"""What is known of a picture besides its pixels: read from its file, kept in the catalog, shown."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FileLabels:
    """What people said of a picture in its file or in a sidecar, by other programs or by this one."""

    keywords: tuple[str, ...] = ()
    """Each once; a hierarchical one as a path, ``Places/Norway``."""
    rating: int = 0
    """1 to 5; 0 where there is none."""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """Facts about one picture; ``None`` where the file does not say, or says nonsense."""

    width: int
    """Pixels across, upright, at full resolution."""
    height: int
    """Pixels down, upright, at full resolution."""
    format: str
    """Pillow's name of the format (``"JPEG"``, ``"PNG"``, ``"HEIF"`` ...), or ``"RAW"``."""
    taken_at: datetime | None = None
    """The camera's local time, without a zone, to the second."""
    camera: str | None = None
    """Make and model, the make once: ``"Canon EOS 5D"``."""
    lens: str | None = None
    latitude: float | None = None
    """Degrees north, -90 to 90; set together with ``longitude`` or not at all."""
    longitude: float | None = None
    """Degrees east, -180 to 180."""
    iso: int | None = None
    aperture: float | None = None
    """The f-number: 2.8 for f/2.8."""
    exposure_seconds: float | None = None
    focal_length_mm: float | None = None
    labels: FileLabels = FileLabels()
    """What the file itself says; kept apart from the other facts, since people may say otherwise."""
