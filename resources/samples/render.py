"""Render the sample pictures: `python render.py [--out DIR] [NAME ...]`."""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import animals
import city
import drawing
import fields
import heavens
import indoor
import mountains
import numpy as np
import paper
import rose
import shore
import street
import table
import woods
from paint import Picture, Rng, finish
from PIL import Image

Scene = Callable[[Rng, int, int], Picture]
QUALITY, LEAST_QUALITY = 82, 67
MOST_BYTES = 85_000
LANDSCAPE, PORTRAIT = (960, 640), (640, 960)
WIDE, TALL, SQUARE = (960, 720), (720, 960), (800, 800)
PANORAMA = (1280, 426)


@dataclass(frozen=True)
class Sample:
    """One picture: how it is painted and what its file says about it."""

    scene: Scene
    size: tuple[int, int]
    taken: str
    grain: float = 0.006
    work: float = 2.0
    """How many times larger than its size the scene is painted, to be smooth when reduced."""

    @property
    def name(self) -> str:
        """The file name, in words."""
        return self.scene.__name__.replace("_", "-") + ".jpg"


SAMPLES = (
    Sample(mountains.snowy_mountains, LANDSCAPE, "2019:02:09 11:42:10"),
    Sample(mountains.mountain_lake, LANDSCAPE, "2021:07:18 06:55:31"),
    Sample(mountains.desert_dunes, LANDSCAPE, "2018:10:27 17:21:04"),
    Sample(mountains.volcano, LANDSCAPE, "2021:03:24 20:36:48"),
    Sample(mountains.northern_lights, LANDSCAPE, "2023:02:27 22:18:09"),
    Sample(shore.sunset_sea, LANDSCAPE, "2020:08:14 20:47:55"),
    Sample(shore.moon_over_sea, LANDSCAPE, "2020:08:15 23:12:40"),
    Sample(shore.beach_palm, PORTRAIT, "2018:01:06 12:03:17"),
    Sample(shore.sailing_boat, WIDE, "2022:06:25 14:30:02"),
    Sample(shore.lighthouse, PORTRAIT, "2022:06:27 10:08:44"),
    Sample(woods.foggy_forest, PORTRAIT, "2019:11:03 08:04:12"),
    Sample(woods.autumn_forest, (900, 600), "2022:10:16 15:22:37"),
    Sample(fields.flower_meadow, (880, 660), "2021:06:05 13:14:50"),
    Sample(fields.sunflower_field, (880, 660), "2020:07:30 16:45:29"),
    Sample(woods.waterfall, PORTRAIT, "2021:07:20 14:02:33"),
    Sample(woods.campfire, LANDSCAPE, "2021:07:20 22:31:18"),
    Sample(heavens.starry_night, PORTRAIT, "2021:08:12 00:48:05"),
    Sample(heavens.lightning_storm, PORTRAIT, "2020:06:13 21:57:42"),
    Sample(heavens.rainbow, LANDSCAPE, "2023:05:09 18:20:11"),
    Sample(heavens.hot_air_balloons, LANDSCAPE, "2023:09:23 07:11:26"),
    Sample(city.city_at_night, PANORAMA, "2019:12:28 17:05:20"),
    Sample(city.city_by_day, WIDE, "2019:05:11 11:15:58"),
    Sample(street.street_in_rain, PORTRAIT, "2019:11:21 21:33:07"),
    Sample(street.road_to_horizon, LANDSCAPE, "2018:10:25 15:02:41"),
    Sample(indoor.living_room, WIDE, "2023:01:15 10:44:30", work=1.4),
    Sample(indoor.bookshelf, TALL, "2020:11:29 16:20:19"),
    Sample(animals.cat_at_dusk, LANDSCAPE, "2022:08:19 20:58:13"),
    Sample(animals.dog_in_snow, WIDE, "2021:01:17 13:26:09"),
    Sample(rose.red_rose, SQUARE, "2023:06:18 09:05:47"),
    Sample(paper.shop_receipt, (640, 900), "2022:05:14 18:10:22"),
    Sample(paper.program_window, (960, 600), "2023:05:28 20:14:00", grain=0.0),
    Sample(drawing.house_drawing, SQUARE, "2018:11:04 14:00:36", work=1.5),
    Sample(table.red_apple, SQUARE, "2019:09:15 10:30:00", work=1.5),
    Sample(table.cup_of_coffee, WIDE, "2023:11:19 08:21:53", work=1.5),
    Sample(table.birthday_cake, SQUARE, "2022:03:12 19:04:36", work=1.5),
    Sample(table.bowl_of_fruit, LANDSCAPE, "2020:09:06 12:17:48", work=1.5),
    Sample(table.potted_cactus, PORTRAIT, "2023:04:02 09:40:15", work=1.5),
)


def picture_of(sample: Sample) -> Image.Image:
    """The finished picture; the same on every run."""
    rng = np.random.default_rng(zlib.crc32(sample.name.encode()))
    width, height = sample.size
    work = sample.work
    painted = sample.scene(rng, round(height * work), round(width * work))
    return finish(rng, painted, sample.size, sample.grain)


def save(image: Image.Image, sample: Sample, folder: Path) -> Path:
    """Write the picture with the date it pretends to and who made it."""
    exif = Image.Exif()
    exif[0x010F] = "Mindseye"
    exif[0x0110] = "Sample renderer"
    exif[0x0132] = sample.taken
    # DateTimeOriginal lives in the Exif directory, not in the first one.
    exif.get_ifd(0x8769)[0x9003] = sample.taken
    path = folder / sample.name
    # Leaves and grass cost three times what a sky does; they also hide a lower quality.
    for quality in range(QUALITY, LEAST_QUALITY - 1, -3):
        image.save(path, quality=quality, optimize=True, progressive=True, exif=exif)
        if path.stat().st_size <= MOST_BYTES:
            break
    return path


def main() -> None:
    """Render the pictures named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(__file__).parent / "pictures"
    parser.add_argument("--out", type=Path, default=default, help="folder to write to")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these, as in red-apple")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    known = {Path(sample.name).stem for sample in SAMPLES}
    if unknown := set(options.names) - known:
        parser.error(f"no such sample: {', '.join(sorted(unknown))}")
    for sample in SAMPLES:
        if not options.names or Path(sample.name).stem in options.names:
            path = save(picture_of(sample), sample, options.out)
            print(f"{path.name} {path.stat().st_size:,} bytes", flush=True)


if __name__ == "__main__":
    main()
