"""The rules between the things of the catalogue: each fault names its file, its line and what to do."""

from __future__ import annotations

import pytest

from knowledge.catalogue.check import check_content
from tests.knowledge.catalogue.small_files import SMALL, Files

CORRECT = "Correct the name, or add what it names."
ORDER = "Put the stations in the order inspiration, learning_question, content, conclusion."


def test_the_small_catalogue_is_sound() -> None:
    assert check_content(SMALL).faults == []


@pytest.mark.parametrize(
    ("file", "line", "old", "id", "kinds"),
    [
        ("people.yml", 19, "{lassen: professional, cobots", "lassen", "skills"),
        ("people.yml", 26, "      lassen: professional", "lassen", "skills"),
        ("people.yml", 31, "roles: [lasser]", "lasser", "roles"),
        ("people.yml", 36, "target_groups: [vakmensen]", "vakmensen", "target_groups"),
        ("academies.yml", 11, "city: zwolle", "zwolle", "places"),
        ("academies.yml", 12, "partners: [lashal]", "lashal", "partners"),
        ("modules.yml", 15, "teaches: {lassen: beginner}", "lassen", "skills"),
        ("modules.yml", 16, "expects: {veilig-werken: beginner}", "veilig-werken", "skills"),
        ("modules.yml", 18, "partners: [lashal]", "lashal", "academies or partners"),
        ("modules.yml", 19, "recognition: lasbadge", "lasbadge", "recognitions"),
        ("modules.yml", 27, "owner: lashal", "lashal", "academies or partners"),
        ("lines.yml", 8, "vakmensen\n    transition", "vakmensen", "target_groups"),
        ("lines.yml", 9, "transition: slim-lassen", "slim-lassen", "transitions"),
        ("lines.yml", 10, "[oost]\n    recognition", "oost", "academies"),
        ("lines.yml", 11, "recognition: lasbadge", "lasbadge", "recognitions"),
        ("lines.yml", 12, "follow_ups: [lascursus, verder]", "verder", "follow_ups"),
        ("lines.yml", 15, "{module: eerste-las,", "eerste-las", "modules"),
        ("lines.yml", 31, "academy: oost", "oost", "academies"),
        ("lines.yml", 32, "lines: [laslijn, kijklijn]", "kijklijn", "lines"),
        ("lines.yml", 34, "provider: lashal", "lashal", "academies or partners"),
        ("lines.yml", 35, "place: zwolle", "zwolle", "places"),
        ("lines.yml", 36, "line: kijklijn", "kijklijn", "lines"),
        ("offerings.yml", 12, "module: eerste-las", "eerste-las", "modules"),
        ("offerings.yml", 15, "town: zwolle\n    when: {every: 2", "zwolle", "places"),
        ("offerings.yml", 26, "academy: oost\n    online", "oost", "academies"),
        ("offerings.yml", 22, "owner: lashal", "lashal", "academies or partners"),
        ("offerings.yml", 23, "partners: [lashal]", "lashal", "academies or partners"),
    ],
)
def test_an_id_that_does_not_exist_is_named_where_it_stands(
    files: Files, file: str, line: int, old: str, id: str, kinds: str
) -> None:
    files.change(file, old, old.replace(id, "nergens"))
    assert files.faults() == [f"{file}:{line}: `nergens` does not exist in {kinds}. {CORRECT}"]


def test_an_id_of_another_kind_does_not_count(files: Files) -> None:
    files.change("lines.yml", "academy: oost", "academy: lashal")
    assert files.faults() == [f"lines.yml:31: `lashal` does not exist in academies. {CORRECT}"]


def test_an_id_that_is_used_twice_is_named_with_where_it_was_first(files: Files) -> None:
    files.write(
        "more.yml", "skills:\n  - {id: lassen, name: Lassen, levels: {beginner: A, professional: B, expert: C}}\n"
    )
    assert files.faults() == [
        f"people.yml:8: The id `lassen` is already used in skills, in {files.folder}/more.yml:2. "
        "Give one of the two another id."
    ]


def test_the_same_id_for_things_of_two_kinds_is_no_fault(files: Files) -> None:
    files.write("more.yml", "partners:\n  - {id: lassen, name: Lassen en Zoon, kind: company}\n")
    assert files.faults() == []


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        pytest.param(
            "expects: {lassen: beginner}",
            "expects: {lassen: professional}",
            26,
            "Module `cobot-leren` expects `lassen` at professional, no lower than what it teaches. "
            "Expect a lower level, or teach a higher one.",
            id="it expects what it teaches",
        ),
        pytest.param(
            "    type: X",
            "    type: W",
            3,
            "Module `rondkijken` teaches no skill. Add `teaches` with at least one skill and level.",
            id="a workshop that teaches nothing",
        ),
    ],
)
def test_a_module_that_cannot_be_is_a_fault(files: Files, old: str, new: str, line: int, said: str) -> None:
    files.change("modules.yml", old, new)
    assert files.faults() == [f"modules.yml:{line}: {said}"]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        pytest.param(
            "{module: rondkijken, phase: inspiration, skip: free}\n      - {module: eerste",
            "{module: rondkijken, phase: conclusion, skip: free}\n      - {module: eerste",
            15,
            f"On line `laslijn` the phase content comes after conclusion. {ORDER}",
            id="phases out of order",
        ),
        pytest.param(
            "{module: cobot-leren,",
            "{module: eerste-las,",
            16,
            "Line `laslijn` stops at `eerste-las` twice. Keep one of the two stations.",
            id="a station twice",
        ),
        pytest.param(
            "{module: thuis-kijken, phase: content,",
            "{module: thuis-kijken, phase: learning_question,",
            23,
            "Line `kijklijn` has no content. Add a station of phase content.",
            id="no content station",
        ),
        pytest.param(
            "lines: [laslijn, kijklijn]",
            "lines: [laslijn, laslijn]",
            32,
            "Map `oostkaart` names a line twice. Name each line once.",
            id="a line twice on a map",
        ),
        pytest.param(
            "kind: line,",
            "kind: course,",
            36,
            "Follow-up `verder` must name a `line` when, and only when, its kind is line. "
            "Add `line`, or change the kind.",
            id="a course that names a line",
        ),
        pytest.param(
            "kind: course,",
            "kind: line,",
            34,
            "Follow-up `lascursus` must name a `line` when, and only when, its kind is line. "
            "Add `line`, or change the kind.",
            id="a line that names none",
        ),
    ],
)
def test_a_line_that_breaks_the_design_rules_is_a_fault(files: Files, old: str, new: str, line: int, said: str) -> None:
    files.change("lines.yml", old, new)
    assert files.faults() == [f"lines.yml:{line}: {said}"]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        pytest.param(
            "18:30-22:00",
            "18:30-21:00",
            28,
            "This offering of `cobot-leren` lasts 2.5 hours, the module 3.5. Make the two the same.",
            id="shorter than the module",
        ),
        pytest.param(
            "module: thuis-kijken",
            "module: rondkijken",
            34,
            "`rondkijken` is no e-learning, so it needs dates. Give `when`, or make the module type E.",
            id="own pace without e-learning",
        ),
    ],
)
def test_an_offering_that_does_not_fit_its_module_is_a_fault(
    files: Files, old: str, new: str, line: int, said: str
) -> None:
    files.change("offerings.yml", old, new)
    assert files.faults() == [f"offerings.yml:{line}: {said}"]


AGAIN = """
  - module: {module}
    academy: oost
    place: Een andere hal
    town: {town}
    when: {{every: {every}, "on": {on}, at: "{at}", offset: {offset}}}
    minimum: 1
    maximum: 2
    cost: 0
"""
LAS = {"module": "eerste-las", "town": "zwolle", "at": "13:00-17:00", "offset": 0}
KIJK = {"module": "rondkijken", "town": "zwolle", "at": "10:00-12:00", "offset": 0}


@pytest.mark.parametrize(
    "again",
    [
        {**LAS, "every": "1 week", "on": "tuesday"},
        {**LAS, "every": "4 weeks", "on": "tuesday", "offset": 3},
        {**LAS, "every": "3 weeks", "on": "tuesday"},
        {**LAS, "every": "month", "on": "second tuesday"},
        {**KIJK, "every": "month", "on": "first friday"},
        {**KIJK, "every": "12 weeks", "on": "friday"},
    ],
)
def test_a_second_rule_for_the_same_moments_is_a_fault(files: Files, again: dict[str, object]) -> None:
    files.add("offerings.yml", AGAIN.format(**again))
    first = 12 if again["module"] == "eerste-las" else 3
    assert files.faults() == [
        f"offerings.yml:39: This offering of `{again['module']}` falls on the same moments as "
        f"{files.folder}/offerings.yml:{first}. Give it another day or time, or remove one of the two."
    ]


@pytest.mark.parametrize(
    "again",
    [
        {**LAS, "every": "2 weeks", "on": "tuesday"},
        {**LAS, "every": "4 weeks", "on": "tuesday", "offset": 2},
        {**LAS, "every": "2 weeks", "on": "monday", "offset": 1},
        {**LAS, "every": "2 weeks", "on": "tuesday", "offset": 1, "at": "08:30-12:30"},
        {**LAS, "every": "2 weeks", "on": "tuesday", "offset": 1, "town": "haarlem"},
        {**KIJK, "every": "month", "on": "second friday"},
        {**KIJK, "every": "month", "on": "last friday"},
    ],
)
def test_a_second_rule_for_other_moments_or_another_town_is_sound(files: Files, again: dict[str, object]) -> None:
    files.add("offerings.yml", AGAIN.format(**again))
    assert files.faults() == []


def test_the_fourth_and_the_last_of_a_month_can_be_the_same_day(files: Files) -> None:
    files.change("offerings.yml", '"on": first friday', '"on": fourth friday')
    files.add("offerings.yml", AGAIN.format(**KIJK, every="month", on="last friday"))
    assert [fault.split(" falls ")[0] for fault in files.faults()] == [
        "offerings.yml:39: This offering of `rondkijken`"
    ]


def test_e_learning_at_ones_own_pace_is_offered_once_by_an_academy(files: Files) -> None:
    files.add(
        "offerings.yml",
        "  - {module: thuis-kijken, academy: oost, self_paced: true, minimum: 1, maximum: 9, cost: 5}\n",
    )
    assert [fault.split(" falls ")[0] for fault in files.faults()] == [
        "offerings.yml:38: This offering of `thuis-kijken`"
    ]
