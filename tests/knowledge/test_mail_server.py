"""The mail server that a setting names."""

from __future__ import annotations

import pytest

from knowledge.mail_server import MailServer, read_mail_server


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.example.org", MailServer("mail.example.org", 587, tls=False)),
        ("smtps://mail.example.org/", MailServer("mail.example.org", 465, tls=True)),
        ("smtp://[::1]:2525", MailServer("::1", 2525, tls=False)),
        ("smtp://me:geheim@mail:25", MailServer("mail", 25, tls=False, user="me", password="geheim")),  # noqa: S106
        (
            "smtps://me@firm.nl:p%40s%2Fw%23@mail",
            MailServer("mail", 465, tls=True, user="me@firm.nl", password="p@s/w#"),  # noqa: S106
        ),
    ],
)
def test_an_address_is_a_server(url: str, server: MailServer) -> None:
    assert read_mail_server(url) == server


@pytest.mark.parametrize(
    "url",
    [
        "mail.example.org",
        "http://mail",
        "smtp://",
        "smtp://me:geheim@",
        "smtp://me:geheim@mail:99999",
        "smtp://me:geheim@mail:x",
        "smtp://me:ge/heim@mail",
        "smtp://me:ge#heim@mail",
        "smtp://mail/path",
        "smtp://[::1",
    ],
)
def test_what_is_no_server_is_refused_without_being_shown(url: str) -> None:
    with pytest.raises(ValueError, match="must ") as caught:
        read_mail_server(url)
    assert "geheim" not in str(caught.value)
    assert "heim" not in str(caught.value)


def test_a_password_is_not_in_what_is_logged_of_a_server() -> None:
    assert "geheim" not in repr(read_mail_server("smtp://me:geheim@mail"))
