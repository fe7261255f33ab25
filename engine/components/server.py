"""Starts Rasa's own command line with two things made faster, and one kept out of its log: what people type.

A turn reads, and sends to the action server, all that was said since the session began; so a session ends after
``LONGEST_SESSION`` messages, as it does after hours of silence. The slots go over into the next one, and in them is all
that our actions know of a talk.

Rasa 3.6 checks every answer of the action server against a constant JSON schema, and builds (and checks)
that schema's validator anew each time: some 70 % of the server's time in a turn. Here the validator is
built once; the same checks are made, with the same error.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def build_validator_once() -> None:
    """Replaces ``RemoteAction._validate_action_result`` by one with a validator built beforehand."""
    from jsonschema import Draft7Validator
    from rasa.core.actions.action import RemoteAction

    schema = RemoteAction.action_response_format_spec()
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema)

    def validate(_self: RemoteAction, result: dict[str, Any]) -> bool:
        for error in validator.iter_errors(result):
            error.message += ". The action server's answer does not have Rasa's form."
            raise error
        return True

    RemoteAction._validate_action_result = validate


LONGEST_SESSION = 25
"""Messages of a person after which a new session begins."""


def end_long_sessions() -> None:
    """Lets ``MessageProcessor._has_session_expired`` say so of a session of many messages too."""
    from rasa.core.processor import MessageProcessor

    silent = MessageProcessor._has_session_expired

    def expired(self: MessageProcessor, tracker: Any) -> bool:
        return messages_of_session(tracker.events) >= LONGEST_SESSION or silent(self, tracker)

    MessageProcessor._has_session_expired = expired


def messages_of_session(events: Iterable[Any]) -> int:
    """How many messages of the person came after the last begin of a session."""
    from rasa.shared.core.events import SessionStarted, UserUttered

    count = 0
    for event in events:
        count = 0 if isinstance(event, SessionStarted) else count + isinstance(event, UserUttered)
    return count


class WithoutTexts:
    """A logger of Rasa's that says what happened, and leaves out what was typed."""

    def __init__(self, logger: Any) -> None:
        self._logger = logger

    def __getattr__(self, name: str) -> Any:
        log = getattr(self._logger, name)
        return lambda event, **fields: log(event, **{key: value for key, value in fields.items() if key != "text"})


def keep_texts_out_of_the_log() -> None:
    """Rasa's REST channel logs the whole message when the front door hangs up, or when a message fails."""
    from rasa.core.channels import rest

    rest.structlogger = WithoutTexts(rest.structlogger)


def main() -> None:
    """``python -m components.server run|train|test …``, with Rasa's own arguments."""
    from rasa.__main__ import main as rasa_main

    build_validator_once()
    end_long_sessions()
    keep_texts_out_of_the_log()
    rasa_main()


if __name__ == "__main__":
    main()
