"""The strict fake refuses what Telegram refuses, in its words, and shows the rest as a person sees it."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, ReplyParameters
from telegram.error import BadRequest, Forbidden, TelegramError

from tests.telegram_api.fake import FakeBotApi
from tests.telegram_api.keyboards import Button

pytestmark = pytest.mark.anyio

PNG = b"\x89PNG\r\n\x1a\n and then some\r\n--"


def one_button(title: str, **does: Any) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(title, **does)]])


async def test_a_message_is_shown_without_its_markup_and_with_its_buttons(api: FakeBotApi, bot: Bot) -> None:
    said = api.says(7, "hoi 👋 /start", name="Anouk")
    keyboard = [[InlineKeyboardButton("Ja", callback_data="j")], [InlineKeyboardButton("Site", url="https://a.nl")]]
    sent = await bot.send_message(
        *(7, "<b>Dag <i>👋</i></b> &lt;3 &amp; <a href='https://a.nl'>hier</a>"),
        parse_mode="HTML",
        reply_markup=InlineKeyboardMarkup(keyboard),
        reply_parameters=ReplyParameters(said.message_id),
    )
    seen = api.chat(7).wait_for_message("Dag", after=said.message_id)
    assert (seen.id, seen.text, seen.reply_to) == (sent.message_id, "Dag 👋 <3 & hier", said.message_id)
    assert seen.buttons == [Button("Ja", data="j"), Button("Site", url="https://a.nl")]
    assert sent.text_html == '<b>Dag <i>👋</i></b> &lt;3 &amp; <a href="https://a.nl">hier</a>'
    assert sent.reply_to_message
    assert sent.reply_to_message.parse_entities() == {sent.reply_to_message.entities[0]: "/start"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("é<", "Unclosed start tag at byte offset 2"),
        ("é<b", "Unclosed start tag at byte offset 2"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ],
)
async def test_html_that_is_wrong_is_refused(bot: Bot, text: str, reason: str) -> None:
    with pytest.raises(BadRequest) as refused:
        await bot.send_message(7, text, parse_mode="HTML")
    assert refused.value.message == f"Can't parse entities: {reason[0].lower()}{reason[1:]}"


@pytest.mark.parametrize(
    ("method", "arguments", "reason"),
    [
        ("send_message", {"text": "x" * 4097}, "Message is too long"),
        ("send_message", {"text": ""}, "Message text is empty"),
        ("send_message", {"text": "<b> </b>", "parse_mode": "HTML"}, "Text must be non-empty"),
        ("send_message", {"text": "x", "chat_id": 8}, "Chat not found"),
        ("send_message", {"text": "x", "reply_markup": one_button("x", callback_data="é" * 33)}, "Button_data_invalid"),
        (
            "send_message",
            {"text": "x", "reply_markup": one_button("x", url="http://localhost/")},
            "Inline keyboard button url 'http://localhost/' is invalid: wrong http url",
        ),
        ("send_message", {"text": "x", "reply_to_message_id": 99}, "Message to be replied not found"),
        ("send_photo", {"photo": PNG, "caption": "x" * 1025}, "Message caption is too long"),
        ("send_photo", {"photo": b"<svg/>"}, "Image_process_failed"),
        ("edit_message_text", {"text": "x", "message_id": 99}, "Message to edit not found"),
    ],
)
async def test_what_telegram_refuses_is_refused_and_not_shown(
    api: FakeBotApi, bot: Bot, method: str, arguments: dict[str, Any], reason: str
) -> None:
    with pytest.raises(BadRequest) as refused:
        await getattr(bot, method)(**{"chat_id": 7} | arguments)
    assert refused.value.message.lower() == reason.lower()
    assert api.chat(7).messages == []


async def test_the_longest_that_may_be_is_taken(api: FakeBotApi, bot: Bot) -> None:
    await bot.send_message(7, f"<b>{'&amp;' * 4096}</b>", parse_mode="HTML", reply_markup=one_button("x", url="tg://x"))
    await bot.send_message(7, "x", reply_markup=one_button("x", callback_data="é" * 32))
    await bot.send_photo(7, PNG, caption=f"<i>{'👍' * 512}</i>", parse_mode="HTML")
    assert [len(text) for text in api.chat(7).texts] == [4096, 1, 512]


async def test_files_keep_their_bytes_and_names(api: FakeBotApi, bot: Bot) -> None:
    sent = await bot.send_document(7, b"\r\n%PDF\xff\r\n", filename='Mijn "paspoort" é.pdf', caption="x")
    assert sent.document
    await bot.send_document(7, sent.document.file_id)
    await bot.send_media_group(7, [InputMediaPhoto(PNG), InputMediaPhoto(PNG, caption="twee")])
    seen = [(m.kind, m.text, m.content, m.filename) for m in api.chat(7).messages]
    document = (b"\r\n%PDF\xff\r\n", 'Mijn "paspoort" é.pdf')
    assert seen[:2] == [("document", "x", *document), ("document", "", *document)]
    assert [(kind, text, content) for kind, text, content, _ in seen[2:]] == [
        ("photo", "", PNG),
        ("photo", "twee", PNG),
    ]


async def test_an_edit_changes_what_is_seen_once(api: FakeBotApi, bot: Bot) -> None:
    sent = await bot.send_message(7, "een", reply_markup=one_button("Ja", callback_data="ja"))
    await bot.edit_message_text("twee", 7, sent.message_id)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("<b></b>twee", 7, sent.message_id, parse_mode="HTML")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("drie", 7, api.says(7, "hoi").message_id)
    assert [(m.versions, m.titles) for m in api.chat(7).messages] == [(["een", "twee"], [])]


async def test_a_press_is_answered_once_and_in_time(api: FakeBotApi, bot: Bot) -> None:
    sent = await bot.send_message(7, "x", reply_markup=one_button("Ja", callback_data="ja"))
    pressed, late = api.presses(7, sent.message_id, "Ja"), api.presses_data(7, sent.message_id, "nee")
    api.expires(late.query_id)
    await bot.answer_callback_query(pressed.query_id, "Goed")
    for query_id in (pressed.query_id, late.query_id, "1"):
        with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
            await bot.answer_callback_query(query_id)
    assert api.wait_for_answer(pressed.query_id).text == "Goed"
    with pytest.raises(AssertionError, match=r"no button 'Nee'; it has \['Ja'\]"):
        api.presses(7, sent.message_id, "Nee")


async def test_who_blocked_the_bot_gets_nothing_and_a_group_that_was_left_neither(api: FakeBotApi, bot: Bot) -> None:
    api.blocks(7)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(7, "x")
    api.unblocks(7)
    await bot.send_message(7, "y")
    api.adds_to_group(-5)
    await bot.leave_chat(-5)
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(-5, "x")
    assert (api.chat(7).texts, api.chat(-5).texts) == (["y"], [])


async def test_the_bot_tells_about_itself(api: FakeBotApi, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("start", "Begin")])
    await bot.set_my_description("Wat ik doe")
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([("Start!", "x")])
    assert (api.commands, api.profile.description) == ([("start", "Begin")], {"": "Wat ik doe"})


async def test_another_token_and_an_unknown_method_are_refused(api: FakeBotApi, bot: Bot) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(f"{api.base_url}4242:other/getMe")
    told = {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert (answer.status_code, answer.json()) == (401, told)
    with pytest.raises(TelegramError, match="Endpoint 'sendTelepathy' not found"):
        await bot.do_api_request("sendTelepathy")
