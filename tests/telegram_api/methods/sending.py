"""Sending: texts, photos and documents, checked as Telegram checks them, and shown in the chat."""

from __future__ import annotations

import itertools
import time
from typing import Any

from tests.telegram_api.chats import Chat
from tests.telegram_api.errors import refuse
from tests.telegram_api.keyboards import read_keyboard
from tests.telegram_api.methods.words import caption_of, text_of
from tests.telegram_api.params import Params, Upload
from tests.telegram_api.seen import SeenMessage
from tests.telegram_api.world import World

ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document"),
    *("choose_sticker", "find_location", "record_video_note", "upload_video_note"),
}
IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM")
_file_numbers = itertools.count(1)


def send_message(world: World, params: Params) -> dict[str, Any]:
    chat = world.addressed(params)
    return _show(world, chat, params, **text_of(params))


def send_photo(world: World, params: Params) -> dict[str, Any]:
    return _send_file(world, params, "photo")


def send_document(world: World, params: Params) -> dict[str, Any]:
    return _send_file(world, params, "document")


def send_media_group(world: World, params: Params) -> list[dict[str, Any]]:
    """An album: each item becomes a message of its own, or none does."""
    world.addressed(params)
    items = params.json("media", "media")
    if not isinstance(items, list) or not 2 <= len(items) <= 10:
        raise refuse("media group must include 2-10 items")
    calls = []
    for item in items:
        kind = str(item.get("type"))
        named = {"caption": item.get("caption", ""), "parse_mode": item.get("parse_mode", "")}
        call = Params(params.values | named | {kind: str(item.get("media", ""))}, params.files)
        call.values.pop("reply_markup", None)
        _file(world, call, kind)
        caption_of(call)
        calls.append((call, kind))
    return [_send_file(world, call, kind) for call, kind in calls]


def send_chat_action(world: World, params: Params) -> bool:
    chat = world.addressed(params)
    if params.text("action") not in ACTIONS:
        raise refuse("wrong parameter action in request")
    world.actions.append((chat.id, params.text("action")))
    return True


def _send_file(world: World, params: Params, kind: str) -> dict[str, Any]:
    chat = world.addressed(params)
    file, file_id = _file(world, params, kind)
    about: dict[str, Any] = {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(file.content)}
    if kind == "photo":
        extra: dict[str, Any] = {"photo": [about | {"width": 90, "height": 90}]}
    else:
        extra = {"document": about | {"file_name": file.filename, "mime_type": file.mime_type}}
    shown = {"kind": kind, "content": file.content, "filename": file.filename, "extra": extra}
    return _show(world, chat, params, **caption_of(params), **shown)


def _file(world: World, params: Params, kind: str) -> tuple[Upload, str]:
    """The file that is sent and its file_id: newly uploaded, or one that Telegram has already."""
    if kind not in ("photo", "document"):
        raise refuse(f'media type "{kind}" is unknown to this fake')
    file, given = params.upload(kind), params.text(kind)
    if file is None and given in world.files:
        return world.files[given], given
    if file is None:
        raise refuse("wrong remote file identifier specified" if given else f"there is no {kind} in the request")
    if not file.content:
        raise refuse("file must be non-empty")
    if kind == "photo" and not file.content.startswith(IMAGES):
        raise refuse("IMAGE_PROCESS_FAILED")
    file_id = f"{kind}{next(_file_numbers)}"
    world.files[file_id] = file
    return file, file_id


def _show(world: World, chat: Chat, params: Params, **shown: Any) -> dict[str, Any]:
    keyboard, markup = read_keyboard(params), params.json("reply_markup", "reply keyboard markup")
    replied = _replied(chat, params)
    message = SeenMessage(
        id=next(world.message_ids),
        chat_id=chat.id,
        date=int(time.time()),
        keyboard=keyboard,
        reply_markup=markup,
        reply_to=replied.id if replied else None,
        silent=params.flag("disable_notification"),
        **shown,
    )
    if replied:
        message.extra = message.extra | {"reply_to_message": replied.as_json(chat.as_json(), chat.person())}
    chat.history.append(message)
    return message.as_json(chat.as_json(), chat.person())


def _replied(chat: Chat, params: Params) -> SeenMessage | None:
    reply = params.json("reply_parameters", "reply parameters") or {}
    number = int(reply.get("message_id") or params.number("reply_to_message_id"))
    found = chat.message(number) if number else None
    anyway = reply.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply")
    if number and not found and not anyway:
        raise refuse("message to be replied not found")
    return found
