"""What a higher grade implies, and grades that go round in a circle."""

import pytest

from backend.qualifications import catalogue
from backend.qualifications.grades import Grade, GradeCycleError, Grades


def test_a_higher_grade_implies_every_lower_one_and_no_other() -> None:
    grades = Grades([Grade("a1", "a2"), Grade("a2", "a3"), Grade("b1", "b2")])
    assert grades.implied(["a1"]) == {"a1", "a2", "a3"}
    assert grades.implied(["a3"]) == {"a3"}
    assert grades.implied(["a2", "b1", "c"]) == {"a2", "a3", "b1", "b2", "c"}


def test_all_grades_of_one_certificate_are_one_ladder() -> None:
    grades = Grades([Grade("z1", "x"), Grade("y2", "x"), Grade("b1", "b2")])
    assert len({grades.ladder(key) for key in ("x", "y2", "z1")}) == 1
    assert grades.ladder("b1") == grades.ladder("b2") != grades.ladder("x")
    assert grades.ladder("alone") == "alone"


@pytest.mark.parametrize(
    "circle",
    [[Grade("a", "a")], [Grade("a", "b"), Grade("b", "a")], [Grade("a", "b"), Grade("b", "c"), Grade("c", "b")]],
)
def test_grades_that_go_round_in_a_circle_are_refused(circle: list[Grade]) -> None:
    with pytest.raises(GradeCycleError):
        Grades(circle)


def test_the_grades_of_the_catalogue_are_whole_and_of_what_it_has() -> None:
    assert {key for grade in catalogue.grades() for key in grade} <= set(catalogue.load())
    first, second = (catalogue.find(f"第{n}種電気工事士免状取得者") for n in "一二")
    assert first is not None
    assert second in catalogue.known_grades().implied([first])
    assert first not in catalogue.known_grades().implied([second or ""])


def test_every_first_grade_of_the_catalogue_stands_above_its_second() -> None:
    for key, one in catalogue.load().items():
        lower = catalogue.find(one.ja.replace("1級", "2級")) if one.ja.startswith("1級") else None
        if lower is not None:
            assert lower in catalogue.known_grades().implied([key]), one.ja
