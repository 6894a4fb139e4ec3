"""Reads a QR from what a screen shows, as another phone's camera would."""

import base64

import zxingcpp
from playwright.async_api import Locator

GREY = """async (png) => {
  const image = new Image()
  image.src = 'data:image/png;base64,' + png
  await image.decode()
  const canvas = new OffscreenCanvas(image.width, image.height)
  const drawing = canvas.getContext('2d')
  drawing.drawImage(image, 0, 0)
  const { data } = drawing.getImageData(0, 0, image.width, image.height)
  let grey = ''
  for (let i = 0; i < data.length; i += 4) {
    grey += String.fromCharCode(Math.round((data[i] + data[i + 1] + data[i + 2]) / 3))
  }
  return { width: image.width, height: image.height, grey: btoa(grey) }
}"""


async def read_qr(shown: Locator) -> str:
    """Give what stands in the QR of a part of a page."""
    png = base64.b64encode(await shown.screenshot()).decode()
    seen = await shown.page.evaluate(GREY, png)
    pixels = memoryview(base64.b64decode(seen["grey"])).cast("B", (seen["height"], seen["width"]))
    (found,) = zxingcpp.read_barcodes(pixels, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]))
    return str(found.text)
