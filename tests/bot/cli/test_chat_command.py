"""`navigator chat`, against a website door that answers as it was told."""

from __future__ import annotations

from tests.bot.cli.doors import FakeBot, Navigator

WELCOME = "Type a message. A number presses a button; Ctrl-D ends.\n"
GO_ON = "To go on later: navigator chat --conversation c1\n"


def answer(text: str, *buttons: tuple[str, str], cards: tuple[dict[str, object], ...] = ()) -> tuple[int, object]:
    shown = [{"title": title, "token": token} for title, token in buttons]
    message = {"text": text, "buttons": shown, "cards": list(cards)}
    return 200, {"conversation": "c1", "messages": [message]}


def test_a_number_presses_the_button_and_the_conversation_goes_on(navigator: Navigator, fake_bot: FakeBot) -> None:
    fake_bot.answers = [answer("Waar werk je?", ("Oost", "t-1"), ("West", "t-2")), answer("Mooi, West.")]
    said = navigator("chat", typed="hoi\n\n2\n")
    assert said.out == ("> hoi\n\nWaar werk je?\n\n  [1] Oost\n  [2] West\n\n> 2\n\nMooi, West.\n\n")
    assert (said.code, said.err) == (0, WELCOME + GO_ON)
    assert fake_bot.asked == [
        ("/api/chat", {"conversation": None, "text": "hoi"}),
        ("/api/chat", {"conversation": "c1", "button": "t-2"}),
    ]


def test_a_number_without_such_a_button_is_text(navigator: Navigator, fake_bot: FakeBot) -> None:
    fake_bot.answers = [answer("Hoeveel uur?", ("Maakt niet uit", "t-1")), answer("Goed."), answer("Goed.")]
    navigator("chat", typed="hoi\n4\n1\n")
    assert [body for _, body in fake_bot.asked[1:]] == [
        {"conversation": "c1", "text": "4"},
        {"conversation": "c1", "text": "1"},
    ]


def test_a_conversation_can_be_taken_up_again(navigator: Navigator, fake_bot: FakeBot) -> None:
    fake_bot.answers = [answer("Daar ben je weer.")]
    navigator("chat", "--conversation", "c1", typed="hoi\n")
    assert fake_bot.asked == [("/api/chat", {"conversation": "c1", "text": "hoi"})]


def test_buttons_of_several_messages_are_numbered_through(navigator: Navigator, fake_bot: FakeBot) -> None:
    first = {"text": "Een", "buttons": [{"title": "A", "token": "a"}]}
    second = {"text": "Twee", "buttons": [{"title": "B", "token": "b"}]}
    fake_bot.answers = [(200, {"conversation": "c1", "messages": [first, second]}), answer("Goed.")]
    said = navigator("chat", typed="hoi\n2\n")
    assert "Een\n\n  [1] A\n\nTwee\n\n  [2] B\n" in said.out
    assert fake_bot.asked[1] == ("/api/chat", {"conversation": "c1", "button": "b"})


def test_a_card_is_shown_as_text(navigator: Navigator, fake_bot: FakeBot) -> None:
    gap = {"kind": "skill_gap", "goal": "Lasser", "have": {}, "need": {"Lassen": "expert"}}
    fake_bot.answers = [answer("Dit mis je nog:", cards=(gap,))]
    said = navigator("chat", typed="wat mis ik\n")
    assert "Dit mis je nog:\n\n== Skills voor Lasser ==\n  Lassen: expert (nu nog niet)\n" in said.out


def test_a_refused_message_ends_with_the_reason(navigator: Navigator, fake_bot: FakeBot) -> None:
    fake_bot.answers = [(404, {"detail": "Dit gesprek ken ik niet."})]
    said = navigator("chat", "--conversation", "c9", typed="hoi\n")
    assert said.code == 2
    assert said.err == f"{WELCOME}The navigator refused this: Dit gesprek ken ik niet.\n"


def test_what_waits_in_the_talk_is_shown_before_each_prompt(navigator: Navigator, fake_bot: FakeBot) -> None:
    fake_bot.answers = [answer("Waar werk je?", ("Oost", "t-1")), answer("Dank je.")]
    told = {"text": "Morgen is het zover.", "buttons": [{"title": "Ik kom", "token": "t-9"}]}
    fake_bot.waiting = [{"messages": [], "last": 3}, {"messages": [told], "last": 4}]
    said = navigator("chat", "--conversation", "c1", typed="hoi\n2\n")
    assert said.out == (
        "> hoi\n\nWaar werk je?\n\n  [1] Oost\n\nMorgen is het zover.\n\n  [2] Ik kom\n\n> 2\n\nDank je.\n\n"
    )
    assert fake_bot.asked[1] == ("/api/chat", {"conversation": "c1", "button": "t-9"})
    where = "/api/chat/c1/messages"
    assert fake_bot.looked == [where, f"{where}?after=3", f"{where}?after=4"]


def test_a_talk_that_has_not_begun_has_nothing_waiting(navigator: Navigator, fake_bot: FakeBot) -> None:
    assert navigator("chat", typed="").code == 0
    assert fake_bot.looked == []
