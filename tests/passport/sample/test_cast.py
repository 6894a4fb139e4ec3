"""The cast's stories, as the door tells them."""

import pytest

from passport.sample.cast import CAST, STORIES, Person
from tests.saying import faults, texts_of


@pytest.mark.parametrize("person", CAST, ids=lambda person: person.slug)
def test_a_story_is_told_in_every_language(person: Person) -> None:
    assert faults(texts_of(person.story)) == []


def test_every_story_is_somebodys() -> None:
    assert set(STORIES) == {person.slug for person in CAST}
