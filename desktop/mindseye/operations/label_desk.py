"""Labelling many photos: which are to be judged next for a tag."""

from collections.abc import Collection, Sequence

from mindseye.catalog import tags
from mindseye.catalog.tags import OWN
from mindseye.library import Library
from mindseye.operations.find import find
from mindseye.operations.labelling import tag_name
from mindseye.search import read_query


def photos_to_judge(
    library: Library,
    asked: str,
    shown: Sequence[int],
    name: str,
    *,
    passed: Collection[int] = (),
    count: int,
) -> list[int]:
    """The next photos of which nothing was said yet about a tag, best first.

    Args:
        library: where.
        asked: a query as text; without one it is the photos of ``shown``.
        shown: photos in the order to go through them.
        name: the free tag that is to be given.
        passed: photos that were passed over.
        count: how many are wanted.

    Raises:
        InputError: the query cannot be read, or the name is no tag.
        ModelError: the model cannot be run.
    """
    wanted = tag_name(name)
    with library.catalog.read() as connection:
        said = set(tags.decisions(connection, OWN, wanted))
    done = said.union(passed)
    if asked.strip():
        order = [hit.photo_id for hit in find(library, read_query(asked), limit=count + len(done))]
    else:
        order = list(shown)
    return [photo_id for photo_id in order if photo_id not in done][:count]
