"""Look at a photo or paper: is it a picture, can it be read; and write it anew, without what a camera adds.  Pure.

A picture is never kept as it came: it is decoded, turned upright and encoded again, so that the place where it was
taken and whatever hides behind the pixels stays out.
"""

from hashlib import sha256
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageFilter, ImageOps, ImageStat

from backend.proofs import errors
from backend.proofs.kinds import Limits, ProofKind, kinds, limits

READ = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = {"JPEG": 85_000_000, "PNG": 40_000_000, "WEBP": 40_000_000}
"""A JPEG is decoded at a part of its size, so that a large one needs little room."""
LONGEST_KEPT = 2400
QUALITY = 88
MEDIA_TYPE = "image/jpeg"
_LAPLACE = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)


class Picture(NamedTuple):
    """A picture as it is kept."""

    content: bytes
    """JPEG, at most 2,400 pixels on its longer side."""
    digest: bytes
    """SHA-256 of the content."""
    width: int
    height: int


class Seen(NamedTuple):
    """What was measured of the grey picture."""

    sharpness: float
    brightness: float
    median: int
    blown_out: float


def look(content: bytes, kind: ProofKind, *, anyway: bool = False) -> Picture:
    """Judge a picture and write it anew.

    Args:
        content: JPEG, PNG or WebP, whatever its name was.
        kind: what it is said to show.
        anyway: keep it though it looks blurred, dark or blinded: a person is sure that it can be read.

    Raises:
        ProofUnreadableError: no such picture, broken, or of more pixels than any phone takes.
        ProofTooSmallError, ProofDarkError, ProofBlurredError, ProofGlareError.
    """
    picture = _open(content)
    if min(picture.size) < kinds()[kind].shortest:
        raise errors.ProofTooSmallError
    if not anyway:
        judge(measure(picture, limits()), limits())
    picture.thumbnail((LONGEST_KEPT, LONGEST_KEPT))
    written = BytesIO()
    picture.save(written, "JPEG", quality=QUALITY, optimize=True)
    made = written.getvalue()
    return Picture(made, sha256(made).digest(), *picture.size)


def measure(picture: Image.Image, by: Limits) -> Seen:
    """Measure how sharp, how bright and how blinded a picture is."""
    grey = picture.convert("L")
    grey.thumbnail((by.looked_at, by.looked_at))
    counts = grey.histogram()
    inner = grey.filter(_LAPLACE).crop((1, 1, grey.width - 1, grey.height - 1))
    stat = ImageStat.Stat(grey)
    return Seen(ImageStat.Stat(inner).var[0], stat.mean[0], int(stat.median[0]), sum(counts[by.white :]) / sum(counts))


def judge(seen: Seen, by: Limits) -> None:
    """Say what is wrong with a picture.

    Raises:
        ProofDarkError, ProofBlurredError, ProofGlareError.
    """
    if seen.brightness < by.dark_below:
        raise errors.ProofDarkError
    if seen.sharpness < by.sharp_from:
        raise errors.ProofBlurredError
    if seen.median < by.paper_from and seen.blown_out > by.glare_above:
        raise errors.ProofGlareError


def _open(content: bytes) -> Image.Image:
    try:
        picture = Image.open(BytesIO(content), formats=READ)
        if picture.width * picture.height > MOST_PIXELS[str(picture.format)]:
            raise errors.ProofUnreadableError
        picture.draft("RGB", (LONGEST_KEPT, LONGEST_KEPT))
        return _on_white(ImageOps.exif_transpose(picture))
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise errors.ProofUnreadableError from error


def _on_white(picture: Image.Image) -> Image.Image:
    """Draw a picture on white paper: what shines through, profiles, comments and notes stay behind."""
    clean = Image.new("RGB", picture.size, "white")
    see_through = picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
    drawn = picture.convert("RGBA") if see_through else picture.convert("RGB")
    clean.paste(drawn, mask=drawn if see_through else None)
    return clean


def shrink(content: bytes, longest: int) -> bytes:
    """Write a kept picture smaller, for print."""
    picture = Image.open(BytesIO(content), formats=READ)
    picture.thumbnail((longest, longest))
    written = BytesIO()
    picture.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()
