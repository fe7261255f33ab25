"""What people send besides text: for each kind the fields with which it stands in a message."""

from __future__ import annotations

from typing import Any

_IDS = {"file_id": "AgACAgQAAxkBAAI", "file_unique_id": "AQADBAADg"}
_PICTURE = _IDS | {"width": 90, "height": 90, "file_size": 1234}
_SOUND = _IDS | {"duration": 3}
_PLACE = {"latitude": 52.0907, "longitude": 5.1214}
_OPTIONS = [
    {"persistent_id": "0", "text": "lassen", "voter_count": 0},
    {"persistent_id": "1", "text": "frezen", "voter_count": 0},
]
_POLL: dict[str, Any] = {
    "id": "5418",
    "question": "Lassen of frezen?",
    "options": _OPTIONS,
    "total_voter_count": 0,
    "type": "regular",
    **dict.fromkeys(("is_closed", "allows_multiple_answers", "allows_revoting", "members_only"), False),
    "is_anonymous": True,
}

KINDS: dict[str, dict[str, Any]] = {
    "sticker": {
        "sticker": _PICTURE | {"type": "regular", "is_animated": False, "is_video": False, "emoji": "👍"},
    },
    "voice": {"voice": _SOUND},
    "audio": {"audio": _SOUND | {"title": "Werkoverleg"}},
    "photo": {"photo": [_PICTURE]},
    "document": {"document": _IDS | {"file_name": "cv.pdf", "mime_type": "application/pdf", "file_size": 1234}},
    "video": {"video": _PICTURE | {"duration": 3}},
    "animation": {"animation": _PICTURE | {"duration": 3}},
    "video_note": {"video_note": _SOUND | {"length": 240}},
    "location": {"location": _PLACE},
    "venue": {
        "location": _PLACE,
        "venue": {"location": _PLACE, "title": "De Werkplaats", "address": "Utrecht"},
    },
    "contact": {"contact": {"phone_number": "+31600000000", "first_name": "Anouk"}},
    "poll": {"poll": _POLL},
    "dice": {"dice": {"emoji": "🎲", "value": 4}},
}
"""By kind. A caption, where there is one, comes with `sends(..., caption=...)`."""
