"""A browser may name any address outside, and none of our own network."""

import pytest

from notifications.channels.endpoints import (
    LONGEST,
    Fault,
    Keys,
    is_outside,
    judge_endpoint,
    judge_keys,
    origin_of,
    read_url,
)

REAL = [
    "https://fcm.googleapis.com/fcm/send/dpH5lCsTSSM:APA91bHqjZxM0VImWWqDRN7U0a3AycjUf4O-byuxb_wJ",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAAAABZ0pLK",
    "https://web.push.apple.com/QGuQyavXutnMH",
    "https://wns2-by3p.notify.windows.com/w/?token=BQYAAAD%2f",
    "https://push.example.jp:443/1",
    "https://8.8.8.8/1",
    "https://[2606:4700::1111]/1",
]


@pytest.mark.parametrize("url", REAL)
def test_the_services_of_browsers_are_outside(url: str) -> None:
    assert judge_endpoint(url) is None


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("http://push.example.jp/1", Fault.NOT_HTTPS),
        ("https://push.example.jp:8443/1", Fault.PORT),
        ("https://user@push.example.jp/1", Fault.USER_INFO),
        ("https://user:word@push.example.jp/1", Fault.USER_INFO),
        ("https://push.example.jp@127.0.0.1/1", Fault.USER_INFO),
        ("https://localhost/1", Fault.INSIDE),
        ("https://postgres/1", Fault.INSIDE),
        ("https://localhost./1", Fault.INSIDE),
        ("https://127.0.0.1/1", Fault.INSIDE),
        ("https://127.1/1", Fault.INSIDE),
        ("https://2130706433/1", Fault.INSIDE),
        ("https://0x7f.1/1", Fault.INSIDE),
        ("https://0177.0.0.1/1", Fault.INSIDE),
        ("https://0.0.0.0/1", Fault.INSIDE),
        ("https://10.0.0.1/1", Fault.INSIDE),
        ("https://100.64.0.1/1", Fault.INSIDE),
        ("https://169.254.169.254/latest/meta-data", Fault.INSIDE),
        ("https://172.31.255.255/1", Fault.INSIDE),
        ("https://192.168.1.1/1", Fault.INSIDE),
        ("https://198.18.0.1/1", Fault.INSIDE),
        ("https://224.0.0.1/1", Fault.INSIDE),
        ("https://240.0.0.1/1", Fault.INSIDE),
        ("https://255.255.255.255/1", Fault.INSIDE),
        ("https://[::]/1", Fault.INSIDE),
        ("https://[::1]/1", Fault.INSIDE),
        ("https://[::ffff:127.0.0.1]/1", Fault.INSIDE),
        ("https://[::ffff:8.8.8.8]/1", Fault.INSIDE),
        ("https://[::7f00:1]/1", Fault.INSIDE),
        ("https://[64:ff9b::7f00:1]/1", Fault.INSIDE),
        ("https://[64:ff9b:1::a00:1]/1", Fault.INSIDE),
        ("https://[2002:7f00:1::]/1", Fault.INSIDE),
        ("https://[2001:0:7f00:1::]/1", Fault.INSIDE),
        ("https://[2001:db8::1]/1", Fault.INSIDE),
        ("https://[fe80::1]/1", Fault.INSIDE),
        ("https://[fe80::1%25eth0]/1", Fault.INSIDE),
        ("https://[fec0::1]/1", Fault.INSIDE),
        ("https://[fd00::1]/1", Fault.INSIDE),
        ("https://[ff02::1]/1", Fault.INSIDE),
        ("ftp://push.example.jp/1", Fault.MALFORMED),
        ("//push.example.jp/1", Fault.MALFORMED),
        ("push.example.jp", Fault.MALFORMED),
        ("", Fault.MALFORMED),
        ("https://", Fault.MALFORMED),
        ("https:///1", Fault.MALFORMED),
        ("https://push.example.jp:0/1", Fault.MALFORMED),
        ("https://push.example.jp:99999/1", Fault.MALFORMED),
        ("https://%31%32%37.0.0.1/1", Fault.MALFORMED),
        ("https://push.example.jp\\@127.0.0.1/1", Fault.MALFORMED),
        ("https://127.0.0.1#@push.example.jp/1", Fault.MALFORMED),
        ("https://push.example.jp/1 HTTP/1.1\r\nX: y", Fault.MALFORMED),
        ("https://プッシュ.example.jp/1", Fault.MALFORMED),
        ("https://１２７.0.0.1/1", Fault.MALFORMED),
    ],
)  # fmt: skip
def test_an_address_that_is_none_or_leads_inside_is_refused(url: str, fault: Fault) -> None:
    assert judge_endpoint(url) is fault


def test_an_address_has_at_most_a_thousand_characters() -> None:
    start = "https://push.example.jp/"
    assert judge_endpoint(start + "a" * (LONGEST - len(start))) is None
    assert judge_endpoint(start + "a" * (LONGEST - len(start) + 1)) is Fault.MALFORMED


@pytest.mark.parametrize(("length", "fault"), [(63, None), (64, Fault.INSIDE)])
def test_a_part_of_a_name_has_at_most_63_characters(length: int, fault: Fault | None) -> None:
    assert judge_endpoint(f"https://{'a' * length}.example.jp/1") is fault


def test_a_name_is_allowed_inside_by_its_whole_origin_alone() -> None:
    inside = {"http://127.0.0.1:8030"}
    assert judge_endpoint("http://127.0.0.1:8030/push/1", inside) is None
    assert judge_endpoint("http://127.0.0.1:8031/push/1", inside) is Fault.NOT_HTTPS
    assert judge_endpoint("https://127.0.0.1:8030/push/1", inside) is Fault.PORT
    assert judge_endpoint("http://user@127.0.0.1:8030/push/1", inside) is Fault.USER_INFO


@pytest.mark.parametrize(
    ("address", "outside"),
    [("8.8.8.8", True), ("2606:4700::1111", True), ("10.0.0.1", False), ("", False), ("a", False)],
)
def test_an_address_of_the_network_is_outside_or_not(address: str, *, outside: bool) -> None:
    assert is_outside(address) is outside


def test_the_origin_is_the_tokens_audience() -> None:
    assert [origin_of(url) for one in (REAL[0], REAL[4]) if (url := read_url(one))] == [
        "https://fcm.googleapis.com",
        "https://push.example.jp",
    ]


POINT = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"
AUTH = "BTBZMqHH6r4Tts7J_aSIgg"


@pytest.mark.parametrize(
    ("p256dh", "auth", "fault"),
    [
        (POINT, AUTH, None),
        (POINT[:-1] + "0", AUTH, Fault.KEYS),
        (POINT[:-2], AUTH, Fault.KEYS),
        (POINT, AUTH[:-4], Fault.KEYS),
        ("", "", Fault.KEYS),
    ],
)
def test_keys_off_the_curve_or_of_a_wrong_length_are_refused(p256dh: str, auth: str, fault: Fault | None) -> None:
    assert judge_keys(Keys(p256dh, auth, "00000000")) is fault
