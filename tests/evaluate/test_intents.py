"""How intents are scored."""

from __future__ import annotations

from tests.evaluate.card import Confusion, Intents
from tests.evaluate.intents import Row, confusion, row, score

ROWS = [
    Row("hoi", "greet", ("greet", "thank"), asked_back=False),
    Row("tof", "thank", ("greet", "thank"), asked_back=False),
    Row("hm", "deny", ("stop", "affirm", "deny"), asked_back=True),
    Row("pizza", "out_of_scope", ("out_of_scope", "greet"), asked_back=False),
    Row("het weer", "out_of_scope", ("out_of_scope", "greet"), asked_back=True),
    Row("cursus koken", "find_line", ("out_of_scope", "find_line"), asked_back=False),
]


def test_shares_count_what_came_first_among_two_asked_back_and_out_of_scope() -> None:
    assert score(ROWS) == Intents(
        texts=6, first=3 / 6, among_two=5 / 6, asked_back=2 / 6, out_of_scope=1 / 2, turned_away=1 / 4
    )


def test_a_question_back_about_what_is_out_of_scope_is_no_recognition() -> None:
    assert score(ROWS[4:5]).out_of_scope == 0.0


def test_confusion_counts_what_was_taken_for_what() -> None:
    assert confusion(ROWS[:2]) == Confusion(names=["greet", "thank"], rows=[[1, 0], [1, 0]])


def test_a_row_reads_the_answer_of_the_door_and_of_rasa_alike() -> None:
    door = {"intent": "nlu_fallback", "ranking": [{"name": "nlu_fallback"}, {"name": "deny"}, {"name": "stop"}]}
    rasa = {"intent": {"name": "nlu_fallback"}, "intent_ranking": door["ranking"]}
    assert row("nja", "deny", door) == row("nja", "deny", rasa) == Row("nja", "deny", ("deny", "stop"), asked_back=True)


def test_a_text_with_nothing_in_it_counts_as_asked_back() -> None:
    assert row("", "deny", {"intent": None, "ranking": []}).decided == "nlu_fallback"
