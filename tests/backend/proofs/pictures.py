"""Sample pictures of a card, sharp and spoilt, drawn by a seeded hand."""

from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter


def card(size: tuple[int, int] = (1200, 760)) -> Image.Image:
    """Draw what a phone sees of a card on a table: grey ground, a light card, lines of letters."""
    picture = Image.new("RGB", size, (120, 110, 100))
    draw, hand = ImageDraw.Draw(picture), Random(1)  # noqa: S311  # a drawing, the same each time
    wide, high = size
    draw.rectangle((wide // 12, high // 12, wide - wide // 12, high - high // 12), fill=(214, 218, 220))
    for line in range(12):
        y = high // 8 + line * high // 16
        for letter in range(40):
            x = wide // 8 + letter * wide // 56
            if hand.random() < 0.8:
                draw.rectangle((x, y, x + wide // 120, y + high // 36), fill=(40, 40, 50))
    return picture


def scan(size: tuple[int, int] = (1000, 1400)) -> Image.Image:
    """Draw a scanned sheet: white paper, black lines."""
    picture = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(picture)
    for line in range(30):
        draw.rectangle((100, 80 + line * 42, 900, 92 + line * 42), fill="black")
    return picture


def blurred() -> Image.Image:
    """The card, by an unsteady hand."""
    return card().filter(ImageFilter.GaussianBlur(14))


def dark() -> Image.Image:
    """The card, in a dark hut."""
    return ImageEnhance.Brightness(card()).enhance(0.12)


def glaring() -> Image.Image:
    """The card, with a lamp in it."""
    picture = card()
    ImageDraw.Draw(picture).ellipse((300, 150, 760, 560), fill="white")
    return picture


def written(picture: Image.Image, form: str = "JPEG", **more: object) -> bytes:
    """Encode a picture."""
    out = BytesIO()
    picture.save(out, form, **more)
    return out.getvalue()


def from_abroad() -> bytes:
    """The card lying on its side, with the place where it was taken, as a phone's camera writes it."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Sample Camera"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (37.0, 23.0, 26.0)
    return written(card(), exif=exif, comment=b"Sample Camera says where")
