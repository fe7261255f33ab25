"""Settings: the environment, then .env, then a default; what is wrong is refused by its name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from knowledge.errors import SettingError
from knowledge.settings import Settings, read_settings


@pytest.fixture(autouse=True)
def clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder, and nothing of ours in the environment."""
    for key in os.environ:
        if key.upper().startswith("NAVIGATOR_"):
            monkeypatch.delenv(key)
    monkeypatch.chdir(tmp_path)


def refused() -> list[str]:
    with pytest.raises(SettingError) as caught:
        read_settings()
    return str(caught.value).splitlines()


def refused_value(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv(f"NAVIGATOR_{name}", value)
    (line,) = refused()
    return line


def test_without_anything_set_the_defaults_hold() -> None:
    assert read_settings() == Settings(
        _env_file=None,
        database="sqlite:///var/navigator.db",
        content=Path("knowledge/content"),
        host="127.0.0.1",
        port=8080,
        rasa_port=5005,
        actions_port=5055,
        var=Path("var"),
        answer_timeout=8.0,
        max_text=2000,
        planning_weeks=26,
        contact="coordinator@academie.example.org",
        mail="",
        mail_from="navigator@academie.example.org",
        public_url="",
        log_level="INFO",
    )


def test_the_environment_goes_before_dot_env_and_dot_env_before_the_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path(".env").write_text("NAVIGATOR_PORT=18081\nNAVIGATOR_RASA_PORT=15005\n")
    monkeypatch.setenv("NAVIGATOR_PORT", "18082")
    found = read_settings()
    assert (found.port, found.rasa_port, found.actions_port) == (18082, 15005, 5055)


def test_an_empty_value_is_as_if_it_was_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("NAVIGATOR_PORT=18081\nNAVIGATOR_HOST=\nNAVIGATOR_DATABASE=\n")
    monkeypatch.setenv("NAVIGATOR_PORT", "")
    found = read_settings()
    assert (found.port, found.host, found.database) == (18081, "127.0.0.1", "sqlite:///var/navigator.db")


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("tachtig", "Input should be a valid integer, unable to parse string as an integer"),
        ("0", "Input should be greater than or equal to 1"),
        ("65536", "Input should be less than or equal to 65535"),
        ("80.5", "Input should be a valid integer, unable to parse string as an integer"),
    ],
)
@pytest.mark.parametrize("name", ["PORT", "RASA_PORT", "ACTIONS_PORT"])
def test_a_bad_port_is_refused_by_name(name: str, value: str, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused_value(name, value, monkeypatch) == (
        f"NAVIGATOR_{name}: {why} (it is '{value}'). Change it in the environment or in .env."
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ANSWER_TIMEOUT", "0"),
        ("ANSWER_TIMEOUT", "10"),
        ("ANSWER_TIMEOUT", "nan"),
        ("MAX_TEXT", "99"),
        ("PLANNING_WEEKS", "105"),
        ("LOG_LEVEL", "LOUD"),
        ("DATABASE", "mysql://db"),
    ],
)
def test_what_is_out_of_bounds_is_refused_by_name(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused_value(name, value, monkeypatch).startswith(f"NAVIGATOR_{name}: ")


def test_every_wrong_setting_has_its_line() -> None:
    Path(".env").write_text("NAVIGATOR_PORT=x\nNAVIGATOR_LOG_LEVEL=LOUD\n")
    assert [line.split(":")[0] for line in refused()] == ["NAVIGATOR_PORT", "NAVIGATOR_LOG_LEVEL"]


@pytest.mark.parametrize("two", [("PORT", "5005"), ("RASA_PORT", "5055"), ("ACTIONS_PORT", "8080")])
def test_two_parts_on_the_same_port_are_refused(two: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    line = refused_value(*two, monkeypatch)
    assert line.startswith("NAVIGATOR_PORT, NAVIGATOR_RASA_PORT and NAVIGATOR_ACTIONS_PORT must differ")
    assert two[1] in line


EVERY = ["0.0.0.0", "0", "0x0", "00.0.0.0", "::", "[::]", "::0", "::ffff:0.0.0.0", "*", " "]  # noqa: S104  # all refused


@pytest.mark.parametrize("host", EVERY)
def test_a_host_that_is_every_network_is_refused_by_name(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused_value("HOST", host, monkeypatch) == (
        "NAVIGATOR_HOST: must name one address, such as 127.0.0.1; not every network at once "
        f"(it is {host!r}). Change it in the environment or in .env."
    )


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("localhost", "http://localhost:8080"),
        ("192.168.1.20", "http://192.168.1.20:8080"),
        ("::1", "http://[::1]:8080"),
    ],
)
def test_a_host_that_is_one_address_is_taken(host: str, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAVIGATOR_HOST", host)
    assert read_settings().website_url == address


def test_rasa_and_the_actions_are_on_loopback_only() -> None:
    found = Settings(_env_file=None, host="192.168.1.20", rasa_port=15005, actions_port=15055)
    assert (found.rasa_url, found.actions_url) == ("http://127.0.0.1:15005", "http://127.0.0.1:15055")


@pytest.mark.parametrize("key", ["NAVIGATOR_PROT", "navigator_prot", "WHATSAPP_TOKEN"])
def test_an_unknown_key_in_dot_env_is_refused_by_name_without_its_value(key: str) -> None:
    Path(".env").write_text(f"{key}=geheim\n")
    assert refused() == [f"{key.upper()}: there is no such setting. Correct or remove it in .env."]


def test_a_key_in_dot_env_without_its_prefix_is_refused_by_name() -> None:
    Path(".env").write_text("PORT=18080\n")
    assert refused() == ["PORT: there is no such setting. Write NAVIGATOR_PORT in .env."]


def test_a_wrong_database_is_refused_without_showing_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused_value("DATABASE", "mysql://me:geheim@db/navigator", monkeypatch) == (
        "NAVIGATOR_DATABASE: must begin with sqlite:/// or postgresql://. Change it in the environment or in .env."
    )


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("sqlite:///elsewhere.db", "sqlite:///elsewhere.db"),
        ("postgresql://me@db:5432/navigator", "postgresql+psycopg://me@db:5432/navigator"),
        ("postgresql+psycopg://me@db/navigator", "postgresql+psycopg://me@db/navigator"),
    ],
)
def test_both_databases_can_be_named(written: str, used: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAVIGATOR_DATABASE", written)
    assert read_settings().database == used


def test_a_dot_env_saved_by_notepad_is_read() -> None:
    Path(".env").write_bytes(b"\xef\xbb\xbfNAVIGATOR_PORT=18080\r\n")
    assert read_settings().port == 18080


def test_a_dot_env_that_is_not_utf_8_is_refused_in_a_sentence() -> None:
    Path(".env").write_bytes(b"NAVIGATOR_CONTACT=caf\xe9@example.org\n")
    assert refused() == [".env is not UTF-8 text. Save it as UTF-8."]


@pytest.mark.parametrize("value", ["imap://me:geheim@mail", "smtp://me:geheim@", "smtp://me:geheim@mail:x", "geheim"])
def test_a_wrong_mail_server_is_refused_without_showing_its_password(
    value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = refused_value("MAIL", value, monkeypatch)
    assert line.startswith("NAVIGATOR_MAIL: must ")
    assert "geheim" not in line


@pytest.mark.parametrize(
    "value", ["navigator", "a@b@c.nl", "Navigator <n@x.nl>", "n@x.nl, m@x.nl", "n@x.nl\nBcc: m@x.nl", "@x.nl", "n@"]
)
def test_a_sender_that_is_not_one_address_is_refused_by_name(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused_value("MAIL_FROM", value, monkeypatch).startswith("NAVIGATOR_MAIL_FROM: must be one mail address")


@pytest.mark.parametrize("value", ["navigator.example.org", "ftp://x.nl", "https://", "javascript:alert(1)"])
def test_a_public_address_that_is_no_website_is_refused_by_name(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused_value("PUBLIC_URL", value, monkeypatch).startswith("NAVIGATOR_PUBLIC_URL: must begin with https://")


def test_people_reach_the_public_address_and_else_the_door_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings().people_url == "http://127.0.0.1:8080"
    monkeypatch.setenv("NAVIGATOR_PUBLIC_URL", "https://navigator.example.org/")
    monkeypatch.setenv("NAVIGATOR_MAIL_FROM", "navigator@leren.example.org")
    found = read_settings()
    assert (found.people_url, found.mail_host) == ("https://navigator.example.org", "leren.example.org")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WIDGET_ORIGINS", "https://a.example, http://b.example"),
        ("WIDGET_ORIGINS", "https://a.example/pagina"),
        ("TRUSTED_PROXIES", "0.0.0.0/0"),
        ("TRUSTED_PROXIES", "de proxy"),
        ("RATE_CHAT", "0"),
    ],
)
def test_who_may_show_the_chat_who_is_believed_and_how_much_is_taken_is_refused_by_name(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = refused_value(name, value, monkeypatch)
    assert said.startswith(f"NAVIGATOR_{name}: ")
    assert said.endswith(f" (it is {value!r}). Change it in the environment or in .env.")


def test_websites_are_kept_as_a_browser_writes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAVIGATOR_WIDGET_ORIGINS", "https://A.example/, https://b.example:443")
    assert read_settings().widget_origins == "https://a.example,https://b.example"
