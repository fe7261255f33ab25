"""`navigator understand`, against a website door that answers as it was told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.settings import read_settings
from tests.bot.cli.doors import FakeBot, Navigator, Said

WELDER = {
    "text": "ik ben lasser",
    "intent": "inform",
    "confidence": 0.934,
    "ranking": [{"name": "inform", "confidence": 0.934}],
    "entities": [{"kind": "role", "value": "lasser", "text": "lasser"}],
}
NOTHING = {"text": "", "intent": None, "confidence": 0.0, "ranking": [], "entities": []}


def test_one_text_is_shown_with_what_was_linked(navigator: Navigator, fake_bot: FakeBot) -> None:
    fake_bot.answers = [(200, [WELDER])]
    assert navigator("understand", "ik ben lasser") == Said(
        0, "inform 0.93  ik ben lasser\n    role: lasser  (lasser)\n", ""
    )
    assert fake_bot.asked == [("/api/understand", {"texts": ["ik ben lasser"]})]


def test_json_is_one_object_a_line_for_each_line_of_the_file(
    navigator: Navigator, fake_bot: FakeBot, tmp_path: Path
) -> None:
    (tmp_path / "texts.txt").write_text("ik ben lasser\n\n")
    fake_bot.answers = [(200, [WELDER, NOTHING])]
    said = navigator("understand", "--file", "texts.txt", "--json")
    assert [json.loads(line) for line in said.out.splitlines()] == [WELDER, NOTHING]
    assert fake_bot.asked == [("/api/understand", {"texts": ["ik ben lasser", ""]})]


def test_many_texts_are_asked_in_turns_and_stay_in_order(navigator: Navigator, fake_bot: FakeBot) -> None:
    texts = [f"tekst {number}" for number in range(120)]
    answers = [NOTHING | {"text": text} for text in texts]
    fake_bot.answers = [(200, answers[:50]), (200, answers[50:100]), (200, answers[100:])]
    said = navigator("understand", "--file", "-", "--json", typed="\n".join(texts))
    assert [json.loads(line)["text"] for line in said.out.splitlines()] == texts
    assert [len(body["texts"]) for _, body in fake_bot.asked] == [50, 50, 20]


@pytest.mark.parametrize("words", [(), ("hoi", "--file", "texts.txt")])
def test_it_wants_a_text_or_a_file(navigator: Navigator, words: tuple[str, ...]) -> None:
    assert navigator("understand", *words) == Said(2, "", "Give a text, or a file with --file (and not both).\n")


def test_when_nothing_runs_it_says_how_to_start_it(navigator: Navigator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAVIGATOR_PORT", "1")
    assert navigator("understand", "hoi") == Said(
        2, "", "No navigator answers at http://127.0.0.1:1. Start it with `make run` in another terminal.\n"
    )


@pytest.mark.parametrize(
    ("status", "answer", "sentence"),
    [
        (503, {"detail": "Rasa rust uit."}, "The navigator refused this: Rasa rust uit.\n"),
        (
            422,
            {"detail": [{"msg": "too long"}, {"msg": "too odd"}]},
            "The navigator refused this: too long; too odd\n",
        ),
        (500, {}, "The navigator refused this: 500 Internal Server Error.\n"),
        (
            200,
            b"<html>",
            "What answers at {} is not the navigator. Check NAVIGATOR_HOST and NAVIGATOR_PORT.\n",
        ),
    ],
)
def test_a_refusal_is_passed_on_with_its_reason(
    navigator: Navigator, fake_bot: FakeBot, status: int, answer: object, sentence: str
) -> None:
    fake_bot.answers = [(status, answer)]
    assert navigator("understand", "hoi") == Said(2, "", sentence.format(read_settings().website_url))
