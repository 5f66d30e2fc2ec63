"""The thumbnail cache: bounded, safe from several threads, and made anew when it is damaged."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mindseye.catalog import ThumbnailCache
from mindseye.errors import CatalogError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the cache lies."""
    return tmp_path / "thumbnails.sqlite"


@pytest.fixture
def cache(file: Path) -> Iterator[ThumbnailCache]:
    """An empty open cache of a megabyte."""
    opened = ThumbnailCache(file, maximum_bytes=1_000_000)
    yield opened
    opened.close()


def test_a_thumbnail_comes_back_and_an_unknown_one_does_not(cache: ThumbnailCache) -> None:
    cache.put([(b"a", b"one"), (b"b", b"two")])
    assert cache.get(b"a") == b"one"
    assert cache.get(b"c") is None
    cache.put([(b"a", b"new")])
    assert cache.get(b"a") == b"new"


def test_thumbnails_outlive_the_session(file: Path) -> None:
    first = ThumbnailCache(file)
    first.put([(b"a", b"one")])
    first.close()
    second = ThumbnailCache(file)
    assert second.get(b"a") == b"one"
    second.close()


def test_the_cache_stays_within_its_bound_and_drops_the_oldest(cache: ThumbnailCache, file: Path) -> None:
    for number in range(300):
        cache.put([(b"%d" % number, bytes(10_000))])
    assert cache.get(b"0") is None
    assert cache.get(b"299") is not None
    assert file.stat().st_size < 1_500_000


def test_a_put_that_fails_stores_nothing(cache: ThumbnailCache) -> None:
    def broken() -> Iterator[tuple[bytes, bytes]]:
        yield b"a", b"one"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        cache.put(broken())
    assert cache.get(b"a") is None
    cache.put([(b"a", b"one")])
    assert cache.get(b"a") == b"one"


@pytest.mark.parametrize("content", [b"no database " * 500, b"SQLite format 3\0" + b"\xff" * 8000])
def test_a_damaged_cache_is_replaced(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    cache = ThumbnailCache(file)
    cache.put([(b"a", b"one")])
    assert cache.get(b"a") == b"one"
    cache.close()


def test_a_cache_that_cannot_be_opened_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "thumbnails.sqlite").mkdir()
    with pytest.raises(CatalogError, match="cannot be opened"):
        ThumbnailCache(tmp_path / "thumbnails.sqlite")


def test_threads_can_put_and_get_at_once(cache: ThumbnailCache) -> None:
    failures: list[BaseException] = []

    def work(name: int) -> None:
        try:
            for number in range(40):
                key = b"%d-%d" % (name, number)
                cache.put([(key, key)])
                assert cache.get(key) == key
        except BaseException as error:  # noqa: BLE001 - the test tells it
            failures.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures


def test_damage_that_shows_later_costs_the_thumbnails_and_nothing_else(file: Path) -> None:
    first = ThumbnailCache(file)
    first.put([(b"%d" % number, bytes(5_000)) for number in range(50)])
    first.close()
    content = bytearray(file.read_bytes())
    content[8192:] = bytes(len(content) - 8192)  # the schema on the first page stays whole
    file.write_bytes(content)

    cache = ThumbnailCache(file)
    cache.put([(b"new", b"jpeg")])
    assert cache.get(b"new") == b"jpeg"
    assert cache.get(b"49") is None
    cache.close()
