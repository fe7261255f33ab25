"""Changing what was said: texts, captions, buttons, deletion; and answering the press of a button."""

from __future__ import annotations

from typing import Any

from tests.telegram_api.chats import Chat
from tests.telegram_api.errors import refuse
from tests.telegram_api.keyboards import read_keyboard
from tests.telegram_api.methods.words import caption_of, text_of
from tests.telegram_api.params import Params
from tests.telegram_api.seen import SeenMessage
from tests.telegram_api.world import Answered, World

SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
LONGEST_ANSWER = 200


def edit_message_text(world: World, params: Params) -> dict[str, Any]:
    """New words, and new buttons: without any in the call, those that were there go."""
    chat = world.addressed(params)
    words = text_of(params)
    message = _editable(chat, params)
    if message.kind != "text":
        raise refuse("there is no text in the message to edit")
    return _change(chat, message, words, params)


def edit_message_caption(world: World, params: Params) -> dict[str, Any]:
    chat = world.addressed(params)
    words = caption_of(params)
    message = _editable(chat, params)
    if message.kind == "text":
        raise refuse("there is no caption in the message to edit")
    return _change(chat, message, words, params)


def edit_message_reply_markup(world: World, params: Params) -> dict[str, Any]:
    chat = world.addressed(params)
    message = _editable(chat, params)
    keyboard = read_keyboard(params)
    if keyboard == message.keyboard:
        raise refuse(SAME)
    message.keyboard, message.reply_markup = keyboard, params.json("reply_markup", "reply keyboard markup")
    return message.as_json(chat.as_json(), chat.person())


def delete_message(world: World, params: Params) -> bool:
    chat = world.addressed(params)
    message = chat.message(params.number("message_id"))
    if message is None:
        raise refuse("message to delete not found")
    message.deleted = True
    return True


def answer_callback_query(world: World, params: Params) -> bool:
    """Each press can be answered once, and only while Telegram still knows it."""
    query_id, text = params.text("callback_query_id"), params.text("text")
    if query_id not in world.queries:
        raise refuse(TOO_OLD)
    if len(text) > LONGEST_ANSWER:
        raise refuse("MESSAGE_TOO_LONG")
    world.queries.remove(query_id)
    world.answers.append(Answered(query_id, text, params.flag("show_alert")))
    return True


def _editable(chat: Chat, params: Params) -> SeenMessage:
    if not params.number("message_id"):
        raise refuse("message identifier is not specified")
    message = chat.message(params.number("message_id"))
    if message is None:
        raise refuse("message to edit not found")
    if not message.from_bot:
        raise refuse("message can't be edited")
    return message


def _change(chat: Chat, message: SeenMessage, words: dict[str, Any], params: Params) -> dict[str, Any]:
    keyboard = read_keyboard(params)
    if (words["text"], words["entities"], keyboard) == (message.text, message.entities, message.keyboard):
        raise refuse(SAME)
    message.text, message.html, message.entities = words["text"], words["html"], words["entities"]
    message.keyboard, message.reply_markup = keyboard, params.json("reply_markup", "reply keyboard markup")
    message.versions.append(message.text)
    return message.as_json(chat.as_json(), chat.person())
