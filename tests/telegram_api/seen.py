"""A message as it stands in a chat: what a person sees of it, and how the Bot API writes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.telegram_api.keyboards import Button, Keyboard

BOT = {"id": 4242, "is_bot": True, "first_name": "Navigator", "username": "navigator_test_bot"}
"""The bot that every call speaks as."""


@dataclass
class SeenMessage:
    """A message in a chat, from the bot or from a person, as it is after its last edit.

    Attributes:
        text: what is read: the text or caption with its markup taken off.
        html: the text or caption as it was sent.
        kind: ``text``, ``photo``, ``document``, or the kind of what a person sent.
        keyboard: the rows of inline buttons under it.
        content: the bytes of a photo or document; None for others.
        versions: the texts it has had, oldest first; of one never edited just its text.
    """

    id: int
    chat_id: int
    date: int
    text: str
    html: str = ""
    kind: str = "text"
    keyboard: Keyboard = ()
    reply_markup: dict[str, Any] | None = None
    content: bytes | None = field(default=None, repr=False)
    filename: str | None = None
    reply_to: int | None = None
    from_bot: bool = True
    silent: bool = False
    deleted: bool = False
    versions: list[str] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list, repr=False)
    extra: dict[str, Any] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.versions = self.versions or [self.text]

    @property
    def buttons(self) -> list[Button]:
        """All buttons, row after row."""
        return [button for row in self.keyboard for button in row]

    @property
    def titles(self) -> list[str]:
        """What stands on the buttons, row after row."""
        return [button.title for button in self.buttons]

    def button(self, title: str) -> Button:
        """The button with that title.

        Raises:
            AssertionError: naming the buttons that are there.
        """
        found = next((button for button in self.buttons if button.title == title), None)
        assert found, f"message {self.id} has no button {title!r}; it has {self.titles}"
        return found

    def told(self) -> str:
        """One line that shows it in a failed assertion."""
        who = "bot" if self.from_bot else "person"
        what = "" if self.kind == "text" else f" [{self.kind} {self.filename or ''}]"
        return f"#{self.id} {who}{what}: {self.text!r}{f' {self.titles}' if self.titles else ''}"

    def as_json(self, chat: dict[str, Any], person: dict[str, Any]) -> dict[str, Any]:
        """The message as the Bot API writes it; `person` is who else than the bot can have sent it."""
        body: dict[str, Any] = {"message_id": self.id, "date": self.date, "chat": chat, **self.extra}
        body["from"] = BOT if self.from_bot else body.get("from", person)
        words, marks = ("text", "entities") if self.kind == "text" else ("caption", "caption_entities")
        if self.text:
            body[words] = self.text
        if self.entities:
            body[marks] = self.entities
        if self.keyboard:
            body["reply_markup"] = {"inline_keyboard": [[b.as_json() for b in row] for row in self.keyboard]}
        if len(self.versions) > 1:
            body["edit_date"] = self.date
        return body
