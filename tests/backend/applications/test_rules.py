"""Values saved from several devices."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from backend.applications.rules import Given, digest_of, merge, proofs_in

ITEMS = st.sampled_from(["name", "phone", "mail", "address"])
SAVES = st.lists(
    st.tuples(st.booleans(), st.dictionaries(ITEMS, st.sampled_from(["a", "b", None])), st.booleans()), max_size=12
)


def test_what_another_device_changed_meanwhile_is_left_and_named() -> None:
    kept = {"name": Given("A", None, 3), "phone": Given("1", None, 1)}
    merged = merge(kept, {"name": Given("B"), "phone": Given("2")}, base=2, turn=4)
    assert merged.given == {"name": Given("A", None, 3), "phone": Given("2", None, 4)}
    assert merged.conflicts == ["name"]


def test_the_same_again_is_no_conflict_and_no_change() -> None:
    kept = {"name": Given("A", None, 3)}
    merged = merge(kept, {"name": Given("A")}, base=0, turn=4)
    assert (merged.given, merged.conflicts, merged.changed) == (kept, [], False)


@given(saves=SAVES)
def test_two_devices_lose_nothing_without_being_told(saves: list[tuple[bool, dict[str, str | None], bool]]) -> None:
    """Whatever two devices save in whatever order: each value of theirs stands, was replaced by a device that had
    seen it, or was named as a conflict."""
    kept: dict[str, Given] = {}
    turn, seen = 0, {True: 0, False: 0}
    for device, values, reads in saves:
        changes = {item: Given(value) for item, value in values.items()}
        merged = merge(kept, changes, seen[device], turn + 1)
        for item, change in changes.items():
            stands = merged.given[item]
            assert (item in merged.conflicts) == (stands.said != change.said)
            if item in merged.conflicts:
                assert kept[item].turn > seen[device]
        for item in kept.keys() - changes.keys():
            assert merged.given[item] == kept[item]
        turn += merged.changed
        kept = merged.given
        if reads:
            seen[device] = turn


def test_the_digest_says_what_is_filed_and_nothing_else() -> None:
    one, other = {"a": Given("1", None, 1), "b": Given(None)}, {"a": Given("1", None, 7)}
    assert digest_of("workerSimplified", one) == digest_of("workerSimplified", other)
    assert digest_of("workerSimplified", one) != digest_of("workerDetailed", one)
    assert digest_of("workerSimplified", one) != digest_of("workerSimplified", {"a": Given("2")})


def test_a_picture_is_found_beside_an_item_or_as_its_value() -> None:
    first, second = UUID(int=1), UUID(int=2)
    laid = {"name": Given("A", first), "photo": Given(str(second)), "identity": Given("no id")}
    assert proofs_in(laid, frozenset({"photo", "identity"})) == {"name": first, "photo": second}
