"""The parameters of a call, in each of the ways that the Bot API takes: query, form, JSON, or multipart with files."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl, unquote

from starlette.requests import Request

from tests.telegram_api.errors import refuse

_NAMED = re.compile(r'\b(name|filename)="([^"]*)"')
_KIND = re.compile(r"^content-type: *(\S+)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Upload:
    """A file that came along with a call."""

    filename: str
    content: bytes = field(repr=False)
    mime_type: str


@dataclass
class Params:
    """What a call was given: `values` as text (anything composed is JSON in text), and its `files` by field."""

    values: dict[str, str] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The value as it came, or "" when there is none."""
        return self.values.get(name, "")

    def number(self, name: str, default: int = 0) -> int:
        value = self.text(name)
        try:
            return int(value) if value else default
        except ValueError:
            raise refuse(f'parameter "{name}" must be an Integer') from None

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in {"true", "1", "yes"}

    def json(self, name: str, what: str) -> Any:
        """The composed value; None when absent. A text that isn't JSON is refused as Telegram does, naming `what`."""
        value = self.text(name)
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise refuse(f"can't parse {what} JSON object") from None

    def upload(self, name: str) -> Upload | None:
        """The file under that field, directly or as ``attach://other``."""
        if name in self.files:
            return self.files[name]
        value = self.text(name)
        return self.files.get(value.removeprefix("attach://")) if value.startswith("attach://") else None


async def read_params(request: Request) -> Params:
    """Everything the request carries, whatever its content type."""
    params = Params(values=dict(request.query_params))
    kind = _header("content-type", request.headers.get("content-type", ""))
    body = await request.body()
    match kind.get_content_type():
        case "application/json":
            given = json.loads(body or b"{}")
            params.values |= {name: _as_text(value) for name, value in given.items() if value is not None}
        case "multipart/form-data":
            _read_parts(params, body, str(kind.get_param("boundary")))
        case _:
            params.values |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    return params


def _read_parts(params: Params, body: bytes, boundary: str) -> None:
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary.encode())[1:-1]:
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        named = dict(_NAMED.findall(head.decode()))
        if "filename" not in named:
            params.values[named["name"]] = content.decode()
        else:
            kind = _KIND.search(head.decode())
            mime_type = kind.group(1) if kind else "application/octet-stream"
            params.files[named["name"]] = Upload(unquote(named["filename"]), content, mime_type)


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _header(name: str, value: str) -> Message:
    message = Message()
    message[name] = value or "application/x-www-form-urlencoded"
    return message
