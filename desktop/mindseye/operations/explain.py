"""Explaining an answer: what each part of a query did, what the model sees, and where in the photo it is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mindseye.errors import InputError, UnreadablePictureError
from mindseye.imaging import Picture
from mindseye.indexing.prepare import decoded_side, network_squares
from mindseye.library import Library
from mindseye.operations import browse
from mindseye.phrases import Phrase
from mindseye.search import Box, Query
from mindseye.search.why import Explanation, heat_map, seen_boxes
from mindseye.tasks import CancelToken

NOTHING_SEEN = Phrase(
    "This search asks for nothing that could lie in one place: add words or a picture to it."
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the model is shown of a photo."""

    box: Box
    """The part of the picture."""
    pixels: NDArray[np.uint8]
    """[size, size, 3], RGB: exactly what is embedded."""


def explain(library: Library, query: Query, photo_id: int) -> Explanation:
    """The share of each part of the query in a photo's place, and the words nearest to the photo.

    Raises:
        InputError: the photo is not indexed, or a part of the query cannot be used.
        ModelError: the model cannot be run.
    """
    return library.engine.explain(query, photo_id)


def where(
    library: Library,
    query: Query,
    photo_id: int,
    *,
    token: CancelToken | None = None,
    report: Callable[[float], None] = lambda _: None,
) -> NDArray[np.float32]:
    """Where in a photo that lies which the query asks for: float32 [rows, columns], 0 to 1.

    Args:
        library: the library.
        query: what is asked; its negative parts are left out.
        photo_id: the photo.
        token: calls it off between two small batches.
        report: told which share is done, 0 to 1, before each of them.

    Raises:
        Cancelled: it was called off.
        InputError: no file of the photo can be read now, or the query asks for nothing that can be seen.
        ModelError: the model cannot be run.
    """
    if not query.positive:
        raise InputError(NOTHING_SEEN)
    space = library.spaces.active
    direction = space.engine.direction(Query(query.positive))

    def checkpoint(share: float) -> None:
        if token is not None:
            token.check()
        report(share)

    checkpoint(0)
    picture = _decode(library, photo_id, 2 * space.manifest.image.preprocessing.size)
    return heat_map(space.model, picture, direction, checkpoint)


def seen(library: Library, photo_id: int) -> tuple[Seen, ...]:
    """What the model is shown of a photo: the middle, and the crops of a long or tall one.

    Raises:
        InputError: no file of the photo can be read now.
    """
    prepare = library.model.manifest.image.preprocessing
    picture = _decode(library, photo_id, decoded_side(prepare))
    facts = picture.metadata
    boxes = seen_boxes(facts.width, facts.height, whole=prepare.resize == "squash")
    return tuple(map(Seen, boxes, network_squares(picture, prepare)))


def _decode(library: Library, photo_id: int, shortest: int) -> Picture:
    photo = browse.photo(library, photo_id)
    if photo is None or not photo.paths:
        raise InputError(Phrase("This photo is no longer in the library."))
    path, data = _read(photo.paths)
    try:
        return library.decoder.decode(data, shortest=shortest)
    except UnreadablePictureError as error:
        raise InputError(
            Phrase("{name}: {reason}", name=path.name, reason=error.message), path=path
        ) from error


def _read(paths: tuple[Path, ...]) -> tuple[Path, bytes]:
    for path in paths:
        try:
            return path, path.read_bytes()
        except OSError:
            continue  # another of its files may be there
    raise InputError(
        Phrase("{name} is not there now. Connect its drive and try again.", name=paths[0].name), path=paths[0]
    )
