"""An answer as messages of Telegram: few, in order, and each one that Telegram takes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers import Message, ShownButton
from bot.telegram.dressing import Piece, pieces, pieces_of
from bot.telegram.markup import is_blank
from knowledge.cards import LineCard, MapCard, PathCard
from tests.bot.telegram.shown import GAP, LATER, LINE, MAP, NOW, OFFERING, OTHER_LINE, PATH, PROGRAM
from tests.bot.telegram.telegram_html import length, read_strictly
from tests.bot.telegram.wild import MESSAGES

YES, NO = (ShownButton(title=title, token=title.lower()) for title in ("Ja", "Nee"))
LONG = "Een zin van dertig tekens lang. " * 40


@settings(deadline=None, max_examples=40)
@given(st.lists(MESSAGES, max_size=4))
def test_any_answer_becomes_messages_that_telegram_takes(answer: list[Message]) -> None:
    found = pieces_of(answer, now=NOW)
    for piece in found:
        seen = read_strictly(piece.html)
        assert not is_blank(seen)
        assert length(seen) <= 4096
        assert all(0 < len(button.title) <= 60 for row in piece.buttons for button in row)
    assert [button.token for piece in found for row in piece.buttons for button in row] == [
        button.token for message in answer for button in message.buttons
    ]
    assert [piece.card for piece in found if piece.card] == [
        card for message in answer for card in message.cards if isinstance(card, LineCard | PathCard | MapCard)
    ]


@settings(deadline=None, max_examples=40)
@given(MESSAGES)
def test_the_buttons_of_a_message_hang_under_its_last_piece(message: Message) -> None:
    found = pieces(message, now=NOW)
    assert [piece for piece in found[:-1] if piece.buttons] == []
    assert bool(found and found[-1].buttons) == bool(message.buttons)


def test_an_advice_is_one_picture_with_its_text_and_its_buttons() -> None:
    text = "Ik raad je de lijn Printen in 3D aan.\n\nHet doel: Je print R&D-modellen. Zal ik je pad laten zien?"
    assert pieces(Message(text=text, buttons=[YES, NO], cards=[OTHER_LINE]), now=NOW) == [
        Piece(
            "Ik raad je de lijn Printen in 3D aan.\n\nHet doel: Je print R&amp;D-modellen. Zal ik je pad laten zien?\n"
            "\n"
            "<b>Printen in 3D</b>\n"
            "1 station · 12 uur\n"
            "1. Je eerste cobotprogramma (praktijksessie, 3 uur)",
            ((YES, NO),),
            OTHER_LINE,
        )
    ]


def test_dates_of_one_module_are_a_list_of_dates() -> None:
    text = "De eerste data voor Je eerste cobotprogramma die bij je passen:"
    assert pieces(Message(text=text, buttons=[YES], cards=[OFFERING, LATER]), now=NOW) == [
        Piece(
            "De eerste data voor Je eerste cobotprogramma die bij je passen:\n"
            "\n"
            "<b>dinsdag 8 december, 13:00–17:00</b>\n"
            "Robotlab De Gieterij, Zwolle · Academie Regio Zwolle\n"
            "€ 75 (betaalt: je werkgever) · nog 3 plekken\n"
            "Nog 2 nodig vóór dinsdag 1 december, dan gaat het door.\n"
            "\n"
            "<b>maandag 11 januari, 18:30–21:30</b>\n"
            "Robotlab De Gieterij, Zwolle · Academie Regio Zwolle\n"
            "€ 75 (betaalt: je werkgever) · vol, er is een wachtlijst\n"
            "Gaat zeker door.",
            ((YES,),),
        )
    ]


def test_dates_without_their_name_above_them_keep_it() -> None:
    (piece,) = pieces(Message(text="Kies een datum.", cards=[OFFERING, LATER]), now=NOW)
    assert piece.html.count("<b>Je eerste cobotprogramma</b>") == 2


def test_a_station_whose_text_says_it_all_is_that_text() -> None:
    text = "Je eerste cobotprogramma is een praktijksessie van 3 uur. Je leert een cobot een product te pakken."
    assert pieces(Message(text=text, cards=[PROGRAM]), now=NOW) == [Piece(text)]


def test_a_map_whose_text_names_its_lines_is_a_picture_with_that_text() -> None:
    text = "Dit is de metrokaart Maakindustrie Oost, met de lijnen Cobots op de werkvloer, Printen in 3D."
    assert pieces(Message(text=text, cards=[MAP], buttons=[NO]), now=NOW) == [Piece(text, ((NO,),), MAP)]


def test_short_messages_are_one_piece() -> None:
    answer = [Message(text="Genoteerd: lasser."), Message(text="Waar woon je?", buttons=[YES, NO])]
    assert pieces_of(answer) == [Piece("Genoteerd: lasser.\n\nWaar woon je?", ((YES, NO),))]


def test_a_text_before_a_picture_and_a_question_after_it_go_beneath_it() -> None:
    answer = [Message(text="Kijk eens."), Message(cards=[MAP]), Message(text="Welke lijn?", buttons=[YES])]
    assert pieces_of(answer) == [
        Piece(
            "Kijk eens.\n\n<b>Maakindustrie Oost</b>\n- Cobots op de werkvloer\n- Printen in 3D\n\nWelke lijn?",
            ((YES,),),
            MAP,
        )
    ]


def test_what_does_not_fit_beneath_a_picture_stands_before_it() -> None:
    first, second = pieces(Message(text=LONG, cards=[MAP], buttons=[YES]), now=NOW)
    assert (first, second.card, second.buttons) == (Piece(LONG.strip()), MAP, ((YES,),))


def test_what_is_too_long_for_beneath_a_picture_follows_it_as_one_text() -> None:
    long = PATH.model_copy(update={"steps": PATH.steps * 8})
    (piece,) = pieces(Message(text="Dit is jouw pad.", cards=[long], buttons=[YES]), now=NOW)
    assert piece.html.startswith("Dit is jouw pad.\n\n<b>Ontwikkelpad: Cobots op de werkvloer</b>")
    assert 1024 < length(read_strictly(piece.html)) <= 4096
    assert (piece.card, piece.buttons) == (long, ((YES,),))


def test_a_picture_without_words_of_its_own_takes_the_text_however_long() -> None:
    text = f"{LONG}Maakindustrie Oost: Cobots op de werkvloer, Printen in 3D."
    assert pieces(Message(text=text, cards=[MAP]), now=NOW) == [Piece(text, (), MAP)]


def test_two_pictures_are_two_pieces_and_both_have_words() -> None:
    text = "Maakindustrie Oost: Cobots op de werkvloer, Printen in 3D."
    first, second, third = pieces(Message(text=text, cards=[LINE, MAP, PATH], buttons=[YES]), now=NOW)
    assert [first.card, second.card, third.card] == [LINE, MAP, PATH]
    assert second.html == "<b>Maakindustrie Oost</b>\n- Cobots op de werkvloer\n- Printen in 3D"
    assert [first.buttons, second.buttons, third.buttons] == [(), (), ((YES,),)]


def test_nothing_is_put_below_buttons_that_belong_above_it() -> None:
    answer = [Message(text="Kies.", buttons=[YES]), Message(text="En dan dit.")]
    assert pieces_of(answer) == [Piece("Kies.", ((YES,),)), Piece("En dan dit.")]


def test_buttons_without_words_hang_under_what_was_said_last_or_get_words() -> None:
    bare = Message(buttons=[YES])
    assert pieces(bare) == [Piece("Kies maar:", ((YES,),))]
    assert pieces_of([Message(text="Wil je dat?"), bare]) == [Piece("Wil je dat?", ((YES,),))]
    assert pieces_of([bare, bare]) == [Piece("Kies maar:", ((YES,),))] * 2


@pytest.mark.parametrize("text", ["", " \n", "\u200b", "\x00"])
def test_nothing_gives_nothing(text: str) -> None:
    assert pieces(Message(text=text)) == []
    assert pieces_of([Message(text=text), Message()]) == []


def test_nothing_said_is_nothing() -> None:
    assert pieces_of([]) == []


def test_a_text_past_the_limit_becomes_two_pieces_and_a_card_joins_the_last() -> None:
    text = ("Een alinea van negenentwintig. " * 60).strip() + "\n\n"
    first, second = pieces(Message(text=text * 3, cards=[GAP], buttons=[YES]), now=NOW)
    assert first == Piece((text * 2).strip())
    assert second.html.endswith("- Meten: beginner (nu nog niet)")
    assert second.buttons == ((YES,),)
