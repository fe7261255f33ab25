"""What somebody sends that isn't text: each gets a sentence that says what to do instead."""

from __future__ import annotations

from telegram import Message

from bot.telegram import words

SENTENCES = (
    (("sticker", "animation", "dice", "game"), words.STICKER),
    (("voice", "audio", "video_note"), words.VOICE),
    (("photo", "video", "story"), words.PICTURE),
    (("document",), words.FILE),
    (("location", "venue"), words.PLACE),
    (("contact",), words.CONTACT),
)
"""The kinds of content, by their names in a message."""


def kindly(message: Message) -> str:
    """The sentence for a message without words."""
    for kinds, sentence in SENTENCES:
        if any(getattr(message, kind, None) for kind in kinds):
            return sentence
    return words.OTHER
