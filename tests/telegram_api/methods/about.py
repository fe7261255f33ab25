"""The bot itself and the chats it is in: who it is, its commands and descriptions, leaving."""

from __future__ import annotations

import re
from typing import Any

from tests.telegram_api.errors import refuse
from tests.telegram_api.params import Params
from tests.telegram_api.seen import BOT
from tests.telegram_api.world import World

MOST_COMMANDS, LONGEST_DESCRIPTION, LONGEST_SHORT = 100, 512, 120


def get_me(_world: World, _params: Params) -> dict[str, Any]:
    may = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    return BOT | may


def get_chat(world: World, params: Params) -> dict[str, Any]:
    kinds = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    return world.addressed(params).as_json() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(kinds, True),
    }


def leave_chat(world: World, params: Params) -> bool:
    chat = world.addressed(params)
    if chat.id > 0:
        raise refuse("chat member status can't be changed in private chats")
    chat.left = "is not a member of"
    return True


def set_chat_menu_button(world: World, params: Params) -> bool:
    if params.text("chat_id"):
        world.addressed(params)
    params.json("menu_button", "menu button")
    return True


def set_my_commands(world: World, params: Params) -> bool:
    commands = params.json("commands", "commands")
    if not isinstance(commands, list):
        raise refuse("can't parse commands JSON object")
    if len(commands) > MOST_COMMANDS:
        raise refuse("too many commands specified")
    for command in commands:
        if not re.fullmatch(r"/?[a-z0-9_]{1,32}", command.get("command", "")):
            raise refuse("BOT_COMMAND_INVALID")
        if not 1 <= len(command.get("description", "")) <= 256:
            raise refuse("BOT_COMMAND_DESCRIPTION_INVALID")
    world.profile.commands[_scope(params)] = [(c["command"].lstrip("/"), c["description"]) for c in commands]
    return True


def delete_my_commands(world: World, params: Params) -> bool:
    world.profile.commands.pop(_scope(params), None)
    return True


def get_my_commands(world: World, params: Params) -> list[dict[str, str]]:
    commands = world.profile.commands.get(_scope(params), [])
    return [{"command": command, "description": description} for command, description in commands]


def set_my_description(world: World, params: Params) -> bool:
    world.profile.description[params.text("language_code")] = _short(params, "description", LONGEST_DESCRIPTION)
    return True


def get_my_description(world: World, params: Params) -> dict[str, str]:
    return {"description": world.profile.description.get(params.text("language_code"), "")}


def set_my_short_description(world: World, params: Params) -> bool:
    language = params.text("language_code")
    world.profile.short_description[language] = _short(params, "short_description", LONGEST_SHORT)
    return True


def get_my_short_description(world: World, params: Params) -> dict[str, str]:
    return {"short_description": world.profile.short_description.get(params.text("language_code"), "")}


def _short(params: Params, name: str, longest: int) -> str:
    if len(params.text(name)) > longest:
        raise refuse("BOT_DESCRIPTION_TOO_LONG" if name == "description" else "BOT_SHORT_DESCRIPTION_TOO_LONG")
    return params.text(name)


def _scope(params: Params) -> tuple[str, str]:
    scope = params.json("scope", "BotCommandScope") or {"type": "default"}
    return str(scope.get("type")), params.text("language_code")
