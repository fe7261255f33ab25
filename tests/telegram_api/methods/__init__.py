"""The methods of the Bot API that the fake answers, by their names in lower case (Telegram doesn't mind the case)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.telegram_api.methods import about, editing, sending, updating
from tests.telegram_api.params import Params
from tests.telegram_api.world import World

METHODS: dict[str, Callable[[World, Params], Any]] = {
    "getme": about.get_me,
    "getchat": about.get_chat,
    "leavechat": about.leave_chat,
    "setmycommands": about.set_my_commands,
    "deletemycommands": about.delete_my_commands,
    "getmycommands": about.get_my_commands,
    "setmydescription": about.set_my_description,
    "getmydescription": about.get_my_description,
    "setmyshortdescription": about.set_my_short_description,
    "getmyshortdescription": about.get_my_short_description,
    "setchatmenubutton": about.set_chat_menu_button,
    "setwebhook": updating.set_webhook,
    "deletewebhook": updating.delete_webhook,
    "getwebhookinfo": updating.get_webhook_info,
    "sendmessage": sending.send_message,
    "sendphoto": sending.send_photo,
    "senddocument": sending.send_document,
    "sendmediagroup": sending.send_media_group,
    "sendchataction": sending.send_chat_action,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "deletemessage": editing.delete_message,
    "answercallbackquery": editing.answer_callback_query,
}

SENDS = {
    *("sendmessage", "sendphoto", "senddocument", "sendmediagroup"),
    *("editmessagetext", "editmessagecaption", "editmessagereplymarkup"),
}
"""The methods that Telegram's limits count."""
