"""Somebody who talks to the running navigator, and remembers what was said."""

from __future__ import annotations

from typing import Any

import httpx


class Person:
    """One conversation over ``POST /api/chat``."""

    def __init__(self, door: httpx.Client) -> None:
        self.door = door
        self.conversation: str | None = None
        self.messages: list[dict[str, Any]] = []

    def say(self, text: str) -> str:
        """Types a text; gives all that was answered, as one text."""
        return self._send({"text": text})

    def press(self, title: str) -> str:
        """Presses the button with this title (or one that holds it) of the last answer."""
        return self._send({"button": self.button(title)})

    def button(self, title: str) -> str:
        """The token of a button of the last answer."""
        shown = {b["title"]: b["token"] for m in self.messages for b in m["buttons"]}
        found = [token for name, token in shown.items() if title.lower() in name.lower()]
        assert found, f"no button {title!r} among {list(shown)}"
        return str(found[0])

    @property
    def buttons(self) -> list[str]:
        """The titles of the buttons of the last answer."""
        return [b["title"] for m in self.messages for b in m["buttons"]]

    def cards(self, kind: str) -> list[dict[str, Any]]:
        """The cards of a kind in the last answer."""
        return [c for m in self.messages for c in m["cards"] if c["kind"] == kind]

    @property
    def text(self) -> str:
        """The texts of the last answer."""
        return "\n".join(m["text"] for m in self.messages)

    def _send(self, message: dict[str, str]) -> str:
        response = self.door.post("/api/chat", json={"conversation": self.conversation, **message})
        assert response.status_code == 200, response.text
        answer = response.json()
        self.conversation = answer["conversation"]
        self.messages = answer["messages"]
        return self.text
