"""Keywords, rating and caption in XMP: read from every place, changed without touching the rest."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindseye import xmp
from mindseye.metadata import FileLabels
from mindseye.xmp.packet import PacketError

HEAD = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xap="http://ns.adobe.com/xap/1.0/" xmlns:lr="http://ns.adobe.com/lightroom/1.0/"'
    ' xmlns:dk="http://www.digikam.org/ns/1.0/" xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"'
)
TAIL = "</rdf:Description></rdf:RDF></x:xmpmeta>"


def packet(inside: str = "", attributes: str = "") -> bytes:
    return f"{HEAD} {attributes}>{inside}{TAIL}".encode()


def listed(name: str, *items: str, kind: str = "Bag") -> str:
    lines = "".join(f"<rdf:li>{item}</rdf:li>" for item in items)
    return f"<{name}><rdf:{kind}>{lines}</rdf:{kind}></{name}>"


@pytest.mark.parametrize(
    ("inside", "keywords"),
    [
        ("", ()),
        (listed("dc:subject", "boat", "sea side", "boat"), ("boat", "sea side")),
        (listed("dc:subject", "boat", kind="Seq"), ("boat",)),
        (listed("lr:hierarchicalSubject", "Places|Norway", "boat"), ("Places/Norway", "boat")),
        (listed("dk:TagsList", "Places/Norway", kind="Seq"), ("Places/Norway",)),
        (
            listed("dc:subject", "Places", "Norway", "boat")
            + listed("lr:hierarchicalSubject", "Places|Norway"),
            ("Places/Norway", "boat"),
        ),
        (listed("dk:TagsList", "Places", "Places/Norway", kind="Seq"), ("Places/Norway",)),
        (listed("dc:subject", " ", "&lt;b&gt; &amp; Çelik"), ("<b> & Çelik",)),
        ("<dc:subject><rdf:Bag/></dc:subject>", ()),
    ],
)
def test_keywords_are_read_from_where_programs_put_them(inside: str, keywords: tuple[str, ...]) -> None:
    assert xmp.read(packet(inside)).keywords == keywords


@pytest.mark.parametrize(
    ("data", "rating"),
    [
        (packet(attributes='xap:Rating="4"'), 4),
        (packet("<xap:Rating>3</xap:Rating>"), 3),
        (packet(attributes='xap:Rating="-1"'), 0),
        (packet(attributes='xap:Rating="5.0"'), 5),
        (packet(attributes='xap:Rating="7"'), 0),
        (packet(attributes='xap:Rating="good"'), 0),
        (packet(attributes='xap:Rating="1e999"'), 0),
    ],
)
def test_ratings(data: bytes, rating: int) -> None:
    assert xmp.read(data).rating == rating


def test_a_caption_is_read_in_the_default_language() -> None:
    alternatives = (
        '<dc:description><rdf:Alt><rdf:li xml:lang="de">Boot</rdf:li>'
        '<rdf:li xml:lang="x-default">A boat</rdf:li></rdf:Alt></dc:description>'
    )
    assert xmp.read(packet(alternatives)).caption == "A boat"
    assert xmp.read(packet(attributes='dc:description="plain"')).caption == "plain"
    changed = xmp.change(packet(alternatives), FileLabels(caption="A ship"))
    assert xmp.read(changed).caption == "A ship"
    assert b'xml:lang="de">Boot<' in changed
    assert b"dc:description" not in xmp.change(changed, FileLabels())


def test_what_it_does_not_understand_stays() -> None:
    unknown = (
        "<!-- kept --><crs:ToneCurve><rdf:Seq><rdf:li>0, 0</rdf:li></rdf:Seq></crs:ToneCurve>"
        '<my:thing xmlns:my="urn:mine" my:more="a&#10;b&#9;&quot;c">text &lt;&gt;&amp;&#13;</my:thing>'
    )
    before = packet(unknown + listed("dc:subject", "old"), attributes='crs:Exposure="+0.5" xap:Rating="2"')
    after = xmp.change(before, FileLabels(("new", "Places/Norway"), 5, "Caption"))
    assert xmp.read(after) == FileLabels(("new", "Places/Norway"), 5, "Caption")
    for kept in (b"<!-- kept -->", b"<rdf:li>0, 0</rdf:li>", b'crs:Exposure="+0.5"'):
        assert kept in after
    assert b'xmlns:my="urn:mine" my:more="a&#10;b&#9;&quot;c">text &lt;&gt;&amp;&#13;</my:thing>' in after
    assert b"old" not in after
    assert after.count(b"Rating") == 1
    assert b'xap:Rating="5"' in after  # under the prefix that was there


def test_a_packet_that_says_it_already_comes_back_byte_by_byte() -> None:
    before = packet(listed("dc:subject", "b", "a"), attributes='xap:Rating="-1"')
    assert xmp.change(before, FileLabels(("a", "b"))) is before


def test_a_keyword_that_goes_goes_from_every_list_and_shared_parts_stay() -> None:
    labels = FileLabels(("Places/Norway", "Places/Sweden", "boat"))
    full = xmp.change(None, labels)
    less = xmp.change(full, FileLabels(("Places/Sweden",)))
    assert xmp.read(less).keywords == ("Places/Sweden",)
    assert b"Norway" not in less
    assert b"boat" not in less
    none = xmp.change(less, FileLabels())
    assert xmp.read(none) == FileLabels()
    assert b"subject" not in none


def test_the_parts_of_a_keyword_that_others_wrote_flat_go_with_it() -> None:
    inside = listed("dc:subject", "Places", "Norway", "boat") + listed(
        "lr:hierarchicalSubject", "Places|Norway"
    )
    after = xmp.change(packet(inside), FileLabels(("boat",)))
    assert xmp.read(after).keywords == ("boat",)
    assert b"Places" not in after


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not well-formed"),
        (b"no xml", "not well-formed"),
        (b"<a/>", "no rdf:RDF"),
        (packet()[:-4], "not well-formed"),
        (b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + packet("&a;"), "document type"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', "document type"),
        (packet("<dc:x>" * 200 + "</dc:x>" * 200), "too deeply"),
        (b" " * (xmp.LARGEST + 1), "too large"),
        (b'<?xml version="1.0" encoding="klingon"?><x/>', "not well-formed"),
    ],
)
def test_what_is_no_packet_is_refused_with_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(PacketError, match=words):
        xmp.read(data)
    with pytest.raises(PacketError, match=words):
        xmp.change(data, FileLabels())


def test_other_encodings_and_padding_are_read() -> None:
    text = packet(listed("dc:subject", "Café")).decode()
    assert xmp.read(text.encode("utf-16")).keywords == ("Café",)
    assert xmp.read(b"\0" * 8 + text.encode() + b" " * 2048 + b"\0").keywords == ("Café",)


words = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters="/|"), min_size=1, max_size=12
)
names = st.lists(words, min_size=1, max_size=3).map("/".join)
labels = st.builds(
    FileLabels,
    st.lists(names, max_size=6).map(tuple),
    st.integers(0, 5),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=40).map(str.strip),
)


def spoken(wanted: FileLabels) -> tuple[set[str], int, str]:
    from mindseye.xmp.properties import without_covered

    return set(without_covered(wanted.keywords)), wanted.rating, wanted.caption


@settings(max_examples=60, deadline=None)
@given(first=labels, second=labels)
def test_what_is_written_is_read_again_whatever_was_there(first: FileLabels, second: FileLabels) -> None:
    written = xmp.change(None, first)
    assert spoken(xmp.read(written)) == spoken(first)
    again = xmp.change(written, second)
    assert spoken(xmp.read(again)) == spoken(second)
    assert xmp.change(again, second) is again


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_do_more_than_be_refused(noise: bytes) -> None:
    for data in (noise, packet()[:300] + noise + packet()[300:]):
        with contextlib.suppress(PacketError):
            xmp.read(data)


@pytest.mark.parametrize(
    ("pictures", "beside", "expected"),
    [
        (["a.jpg"], ["a.jpg.xmp", "a.xmp"], {"a.jpg": ["a.jpg.xmp", "a.xmp"]}),
        (["a.jpg", "a.CR2"], ["a.xmp"], {"a.jpg": [], "a.CR2": ["a.xmp"]}),
        (["a.jpg", "a.png"], ["a.XMP"], {"a.jpg": ["a.XMP"], "a.png": ["a.XMP"]}),
        (["a.b.jpg"], ["a.xmp", "a.b.xmp"], {"a.b.jpg": ["a.b.xmp"]}),
        (["a.jpg"], ["b.xmp", ".xmp"], {"a.jpg": []}),
    ],
)
def test_sidecars_belong_to_pictures_by_name(
    pictures: list[str], beside: list[str], expected: dict[str, list[str]]
) -> None:
    assert xmp.sidecar_names(pictures, beside, frozenset({".cr2"})) == expected
