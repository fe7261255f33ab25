"""What the navigator makes of a text."""

from __future__ import annotations

import httpx
import pytest

from tests.bot.fake_rasa import FakeRasa, greeted

pytestmark = pytest.mark.anyio

RANKING = [{"name": "greet", "confidence": 0.9}, {"name": "goodbye", "confidence": 0.1}]


async def test_each_text_gets_its_intent_and_what_it_names(api: httpx.AsyncClient) -> None:
    text = "ik ben lasser, twee uur per week"
    said = (await api.post("/api/understand", json={"texts": [text, "hoi"]})).json()
    assert [(one["text"], one["intent"], one["confidence"], one["ranking"]) for one in said] == [
        (text, "greet", 0.9, RANKING),
        ("hoi", "greet", 0.9, RANKING),
    ]
    assert {"kind": "role", "value": "lasser", "text": "lasser"} in said[0]["entities"]
    assert said[1]["entities"] == []


async def test_nothing_typed_means_nothing(web: httpx.AsyncClient) -> None:
    said = (await web.post("/api/understand", json={"texts": ["", " / "]})).json()
    assert said == [
        {"text": text, "intent": None, "confidence": 0.0, "ranking": [], "entities": []} for text in ("", " / ")
    ]


async def test_what_goes_to_rasa_is_cleaned_and_masked(web: httpx.AsyncClient, rasa: FakeRasa) -> None:
    parsed: list[str] = []

    def parse(text: str) -> dict[str, object]:
        parsed.append(text)
        return greeted(text)

    rasa.parsed = parse
    await web.post("/api/understand", json={"texts": ["/restart", "ik heet Jan, jan@x.nl"]})
    assert sorted(parsed) == ["ik heet [naam-1], [mail-1]", "restart"]


async def test_with_rasa_down_a_sentence_says_so(web: httpx.AsyncClient, rasa: FakeRasa) -> None:
    rasa.up.clear()
    response = await web.post("/api/understand", json={"texts": ["hoi"]})
    assert (response.status_code, response.json()) == (
        503,
        {"detail": "Het taalbegrip is nu even niet te bereiken. Probeer het over een minuutje nog eens."},
    )


@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        ({"texts": []}, 422, "texts: List should have at least 1 item after validation, not 0."),
        ({"texts": "hoi"}, 422, "texts: Input should be a valid list."),
        ({"texts": ["hoi", 1]}, 422, "texts.1: Input should be a valid string."),
        ({}, 422, "texts: Field required."),
    ],
)
async def test_a_request_without_texts_is_refused(
    web: httpx.AsyncClient, body: object, status: int, sentence: str
) -> None:
    response = await web.post("/api/understand", json=body)
    assert (response.status_code, response.json()) == (status, {"detail": sentence})


async def test_a_text_that_is_too_long_is_refused(web: httpx.AsyncClient) -> None:
    response = await web.post("/api/understand", json={"texts": ["a" * 10_000]})
    assert (response.status_code, response.json()["detail"][:16]) == (413, "Dat is te lang: ")
