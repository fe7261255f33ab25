"""Settings: the environment, then ``.env``, then a default. Unsafe values are refused by name."""

from __future__ import annotations

import re
import socket
from functools import cache
from ipaddress import IPv6Address
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, DotEnvSettingsSource, SettingsConfigDict

from knowledge.errors import SettingError
from knowledge.mail_server import read_mail_server
from knowledge.networks import read_networks
from knowledge.web_origins import read_origins

LOOPBACK = ("127.0.0.1", "localhost", "::1")

_ADDRESS = re.compile(r"[\w.+\-]{1,64}@[A-Za-z0-9][A-Za-z0-9\-]*(\.[A-Za-z0-9][A-Za-z0-9\-]*)*", re.ASCII)
_WITH_A_PASSWORD = ("database", "mail", "telegram_token")
"""Settings whose value is never shown when it is wrong: it can hold a password."""


class Settings(BaseSettings):
    """Everything that can be set, as ``NAVIGATOR_<NAME>``; ``.env.example`` explains each.

    Times are in seconds. Source of the ports: the design's list of doors.
    """

    model_config = SettingsConfigDict(
        env_prefix="NAVIGATOR_",
        env_file=".env",
        env_ignore_empty=True,
        extra="forbid",
    )

    database: str = "sqlite:///var/navigator.db"
    content: Path = Path("knowledge/content")
    host: str = "127.0.0.1"
    port: int = Field(8080, ge=1, le=65535)
    rasa_port: int = Field(5005, ge=1, le=65535)
    actions_port: int = Field(5055, ge=1, le=65535)
    var: Path = Path("var")
    answer_timeout: float = Field(8.0, gt=0, le=9.5)
    max_text: int = Field(2000, ge=100, le=10_000)
    planning_weeks: int = Field(26, ge=4, le=104)
    contact: str = "coordinator@academie.example.org"
    mail: str = ""
    mail_from: str = "navigator@academie.example.org"
    public_url: str = ""
    telegram_token: str = ""
    telegram_api: str = "https://api.telegram.org"
    telegram_webhook: bool = False
    widget_origins: str = ""
    trusted_proxies: str = ""
    rate_chat: int = Field(30, ge=1, le=100_000)
    rate_chat_address: int = Field(120, ge=1, le=100_000)
    rate_address: int = Field(600, ge=1, le=100_000)
    tick: float = Field(15.0, gt=0, le=600)
    lease: float = Field(300.0, ge=5, le=300)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("database")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if not value.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
            raise ValueError("must begin with sqlite:/// or postgresql://")
        return value.replace("postgresql://", "postgresql+psycopg://", 1)

    @field_validator("mail")
    @classmethod
    def _known_mail(cls, value: str) -> str:
        if value:
            read_mail_server(value)
        return value

    @field_validator("mail_from")
    @classmethod
    def _one_address(cls, value: str) -> str:
        if not _ADDRESS.fullmatch(value):
            raise ValueError("must be one mail address, such as navigator@academie.example.org")
        return value

    @field_validator("public_url", "telegram_api")
    @classmethod
    def _reachable(cls, value: str) -> str:
        if value and not (value.startswith(("http://", "https://")) and urlsplit(value).hostname):
            raise ValueError("must begin with https:// or http:// and name a host")
        return value.rstrip("/")

    @field_validator("widget_origins")
    @classmethod
    def _known_websites(cls, value: str) -> str:
        return ",".join(read_origins(value))

    @field_validator("trusted_proxies")
    @classmethod
    def _known_proxies(cls, value: str) -> str:
        read_networks(value)
        return value

    @field_validator("host")
    @classmethod
    def _no_open_door_by_accident(cls, value: str) -> str:
        if _is_every_network(value):
            raise ValueError("must name one address, such as 127.0.0.1; not every network at once")
        return value

    @property
    def rasa_url(self) -> str:
        return f"http://127.0.0.1:{self.rasa_port}"

    @property
    def actions_url(self) -> str:
        return f"http://127.0.0.1:{self.actions_port}"

    @property
    def website_url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    @property
    def people_url(self) -> str:
        """Where people reach the website, without a slash at the end."""
        return self.public_url or self.website_url

    @property
    def mail_host(self) -> str:
        """The domain that mails come from."""
        return self.mail_from.rpartition("@")[2]


def _is_every_network(host: str) -> bool:
    """Whether listening there is listening everywhere, however it is written (``0``, ``::0``, ``0x0`` …)."""
    bare = host.strip().strip("[]")
    if bare in ("", "*"):
        return True
    try:
        return socket.inet_aton(bare) == bytes(4)
    except OSError:
        pass
    try:
        address = IPv6Address(bare)
    except ValueError:
        return False
    return (address.ipv4_mapped or address).is_unspecified


def read_settings() -> Settings:
    """The settings as they stand now.

    Raises:
        SettingError: with one line for each wrong setting, naming its key.
    """
    try:
        settings = Settings()
        _refuse_names_without_prefix()
    except UnicodeDecodeError:
        raise SettingError(".env is not UTF-8 text. Save it as UTF-8.") from None
    except ValidationError as error:
        raise SettingError("\n".join(_line(dict(fault)) for fault in error.errors())) from None
    if settings.telegram_webhook and not settings.public_url:
        raise SettingError(
            "NAVIGATOR_TELEGRAM_WEBHOOK needs NAVIGATOR_PUBLIC_URL, the address at which Telegram reaches the website."
        )
    ports = [settings.port, settings.rasa_port, settings.actions_port]
    if len(set(ports)) < len(ports):
        raise SettingError(
            f"NAVIGATOR_PORT, NAVIGATOR_RASA_PORT and NAVIGATOR_ACTIONS_PORT must differ; they are {ports}."
        )
    return settings


def _refuse_names_without_prefix() -> None:
    """``PORT=…`` in .env would be passed over in silence, and is surely meant as ours."""
    bare = [name.upper() for name in DotEnvSettingsSource(Settings).env_vars if name in Settings.model_fields]
    if bare:
        lines = [f"{name}: there is no such setting. Write NAVIGATOR_{name} in .env." for name in bare]
        raise SettingError("\n".join(lines))


def _line(fault: dict[str, Any]) -> str:
    """One wrong setting in a line; without its value when that could hold a password."""
    name = str(fault["loc"][0])
    if fault["type"] == "extra_forbidden":
        return f"{name.upper()}: there is no such setting. Correct or remove it in .env."
    value = "" if name in _WITH_A_PASSWORD else f" (it is {fault['input']!r})"
    message = fault["msg"].removeprefix("Value error, ")
    return f"NAVIGATOR_{name.upper()}: {message}{value}. Change it in the environment or in .env."


@cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return read_settings()
