import pytest
from tests.journeys.test_applying import become_applicant, begin
from tests.journeys.forms import fill_in_worker, picture
pytestmark = pytest.mark.browser
async def test_p(new_phone, product):
    phone = await become_applicant(new_phone, product, "見本 花子")
    page = phone.page
    async def shot(name, full=True):
        await page.wait_for_timeout(300)
        await page.screenshot(path=f"/tmp/shots/{name}.png", full_page=full)
    await shot("list")
    await begin(page, "技能者登録（簡略型）")
    field = page.locator("#item-identity")
    await field.locator("input[type=file]").set_input_files(picture(spoilt=True))
    await page.wait_for_timeout(800)
    await page.get_by_role("button", name="申請を送る").click()
    await page.wait_for_timeout(800)
    await shot("form-errors")
    await fill_in_worker(page)
    await page.evaluate("scrollTo(0,0)")
    await shot("form-filled")
    url = page.url
    for theme, lang in (("dark","ja"),("light","vi"),("light","my"),("light","ja-x-easy"),("sun","en")):
        await page.evaluate("""([theme, language]) => { const k=Object.keys(localStorage).find(k=>k.includes('settings'))||'settings'; const v=JSON.parse(localStorage[k]||'{}'); localStorage[k]=JSON.stringify({...v, language, look: theme, theme}) }""", [theme, lang])
        await page.goto(url)
        await page.wait_for_timeout(1200)
        await page.evaluate("t=>document.documentElement.dataset.theme=t", theme)
        await shot(f"form-{theme}-{lang}", True)
        await page.goto(product.origin + "/applications")
        await page.wait_for_timeout(700)
        await shot(f"list-{theme}-{lang}")
    await page.evaluate("""() => { const k=Object.keys(localStorage).find(k=>k.includes('settings')); console.log(k, localStorage[k]) }""")
    await page.goto(url)
    await page.wait_for_timeout(1000)
    await page.locator("button[type=submit]").click()
    await page.wait_for_timeout(2500)
    await shot("sent")
    await page.goto(product.origin + "/apply")
    await page.wait_for_timeout(1000)
    await shot("apply")
    await page.goto(product.origin + "/door")
    await page.wait_for_timeout(1000)
    await shot("door")
