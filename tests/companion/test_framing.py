"""Frames survive any cutting of the stream, and a frame that is too long costs neither memory nor its successors."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.framing import HEADER, MAX_FRAME, FrameReader, pack

payloads = st.lists(st.binary(max_size=200), max_size=8)


def pieces(stream: bytes, cuts: list[int]) -> list[bytes]:
    places = sorted({min(cut, len(stream)) for cut in cuts})
    return [stream[a:b] for a, b in zip([0, *places], [*places, len(stream)], strict=True)]


@given(payloads, st.lists(st.integers(0, 2000), max_size=20))
def test_what_was_packed_comes_out_however_the_stream_is_cut(sent: list[bytes], cuts: list[int]) -> None:
    reader = FrameReader()
    stream = b"".join(map(pack, sent))
    assert [frame for piece in pieces(stream, cuts) for frame in reader.feed(piece)] == sent


@given(st.integers(MAX_FRAME + 1, 3 * MAX_FRAME), st.integers(500, 70_000), payloads)
def test_a_frame_too_long_is_skipped_and_the_next_ones_are_read(length: int, step: int, after: list[bytes]) -> None:
    reader = FrameReader()
    stream = length.to_bytes(HEADER, sys.byteorder) + bytes(length) + b"".join(map(pack, after))
    got = [frame for at in range(0, len(stream), step) for frame in reader.feed(stream[at : at + step])]
    assert got == [None, *after]


def test_a_claimed_length_of_four_gigabytes_is_not_kept_in_memory() -> None:
    reader = FrameReader()
    list(reader.feed(b"\xff\xff\xff\xff"))
    for _ in range(100):
        list(reader.feed(bytes(64 * 1024)))
    assert len(reader._held) < HEADER + MAX_FRAME


@given(st.binary(max_size=4000), st.integers(1, 50))
def test_no_stream_of_bytes_breaks_the_reader_or_yields_more_than_a_frame(noise: bytes, step: int) -> None:
    reader = FrameReader()
    for at in range(0, len(noise), step):
        for frame in reader.feed(noise[at : at + step]):
            assert frame is None or len(frame) <= MAX_FRAME


def test_a_frame_of_ours_is_never_longer_than_the_browser_takes() -> None:
    assert len(pack(bytes(MAX_FRAME))) == HEADER + MAX_FRAME
    with pytest.raises(ValueError, match="longer"):
        pack(bytes(MAX_FRAME + 1))
