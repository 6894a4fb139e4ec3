"""What is seen of a photo or paper before it is kept."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from backend.companies.items import items as company_items
from backend.kit.errors import PassportError
from backend.proofs import errors
from backend.proofs.kinds import ProofKind, kinds
from backend.proofs.looking import LONGEST_KEPT, look
from backend.workers.items import items as worker_items
from tests.backend.proofs import pictures

LICENCE = ProofKind.DRIVING_LICENCE


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_sharp_picture_is_taken_in_every_form_and_kept_in_one(form: str) -> None:
    kept = look(pictures.written(pictures.card(), form), LICENCE)
    again = Image.open(BytesIO(kept.content))
    assert (again.format, again.size) == ("JPEG", (1200, 760)) == ("JPEG", (kept.width, kept.height))


@pytest.mark.parametrize(
    ("spoilt", "why"),
    [
        (pictures.blurred, errors.ProofBlurredError),
        (pictures.dark, errors.ProofDarkError),
        (pictures.glaring, errors.ProofGlareError),
    ],
)
def test_a_spoilt_one_says_what_is_wrong_and_is_kept_where_somebody_is_sure(
    spoilt: object, why: type[PassportError]
) -> None:
    content = pictures.written(spoilt())  # type: ignore[operator]
    with pytest.raises(why):
        look(content, LICENCE)
    assert look(content, LICENCE, anyway=True).width == 1200


def test_white_paper_has_no_glare() -> None:
    assert look(pictures.written(pictures.scan(), "PNG"), ProofKind.TAX_PAPER).height == 1400


def test_what_cannot_be_read_by_its_size_is_refused_also_where_somebody_is_sure() -> None:
    with pytest.raises(errors.ProofTooSmallError):
        look(pictures.written(pictures.card((500, 320))), LICENCE, anyway=True)


def test_place_and_camera_are_left_out_and_it_stands_upright() -> None:
    content = pictures.from_abroad()
    assert Image.open(BytesIO(content)).getexif().get_ifd(0x8825)
    kept = look(content, LICENCE)
    again = Image.open(BytesIO(kept.content))
    assert (dict(again.getexif()), again.size) == ({}, (760, 1200))
    assert b"Sample Camera" not in kept.content


def test_what_shines_through_lies_on_white() -> None:
    picture = pictures.scan().convert("RGBA")
    picture.paste((0, 0, 0, 0), (0, 0, 300, 60))
    again = Image.open(BytesIO(look(pictures.written(picture, "PNG"), ProofKind.TAX_PAPER).content))
    assert min(again.getpixel((150, 20))) > 250  # type: ignore[arg-type]  # three channels


def test_a_very_large_picture_is_read_at_a_part_of_its_size_or_refused() -> None:
    huge = pictures.written(Image.new("L", (9000, 9000), 128).convert("RGB"))
    assert look(huge, LICENCE, anyway=True).width == LONGEST_KEPT
    with pytest.raises(errors.ProofUnreadableError):
        look(pictures.written(Image.new("L", (9000, 9000), 128), "PNG"), LICENCE, anyway=True)


def test_what_is_larger_than_anybody_reads_is_made_smaller() -> None:
    kept = look(pictures.written(pictures.card((4000, 3000))), LICENCE)
    assert (kept.width, kept.height) == (LONGEST_KEPT, 1800)


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7 a paper", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a" + bytes(40), b"\xff\xd8\xff"],
)
def test_what_is_no_picture_is_refused_whatever_its_name(content: bytes) -> None:
    with pytest.raises(errors.ProofUnreadableError):
        look(content, LICENCE, anyway=True)


def test_a_picture_that_breaks_off_is_refused() -> None:
    content = pictures.written(pictures.card())
    with pytest.raises(errors.ProofUnreadableError):
        look(content[: len(content) // 2], LICENCE)


@settings(max_examples=60, deadline=None)
@given(
    content=st.binary(max_size=400), begins=st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"RIFF"])
)
def test_no_bytes_are_a_mistake_of_ours(content: bytes, begins: bytes) -> None:
    with pytest.raises(errors.ProofUnreadableError):
        look(begins + content, LICENCE)


def test_every_kind_that_an_item_names_is_a_kind_and_has_its_facts() -> None:
    named = {
        kind for items in (worker_items(), company_items()) for item in items.item.values() for kind in item.proofs
    }
    assert named <= set(ProofKind)
    assert set(kinds()) == set(ProofKind)
