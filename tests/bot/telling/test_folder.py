"""Mails as files."""

from __future__ import annotations

import email
from datetime import datetime
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from bot.telling.by_mail import email_way
from bot.telling.email import build
from bot.telling.folder import Folder
from bot.telling.ways import NotNow
from knowledge.settings import Settings
from tests.bot.telling.letters import a_letter

pytestmark = pytest.mark.anyio

NAME = "notice-7.0123456789abcdef@academie.example.org.eml"


def mail(now: datetime, text: str = "Hoi", **fields: object) -> EmailMessage:
    return build(a_letter(paragraphs=[text], **fields), [], "navigator@academie.example.org", "http://n", now)


async def test_a_mail_is_kept_whole_and_the_same_mail_again_is_the_same_file(tmp_path: Path, now: datetime) -> None:
    folder = Folder(tmp_path / "deep" / "mail")
    for text in ("Eén", "Twee"):
        await folder.deliver(mail(now, text))
    await folder.close()
    (kept,) = (tmp_path / "deep" / "mail").iterdir()
    assert (kept.name, kept.stat().st_mode & 0o777, kept.parent.stat().st_mode & 0o777) == (NAME, 0o600, 0o700)
    body = email.message_from_bytes(kept.read_bytes(), policy=default).get_body(("plain",))  # type: ignore[attr-defined]
    assert "Twee" in body.get_content()


async def test_a_name_cannot_lead_out_of_the_folder(tmp_path: Path, now: datetime) -> None:
    await Folder(tmp_path / "mail").deliver(mail(now, message_id="</../../evil@x.nl>"))
    assert [path.name for path in (tmp_path / "mail").iterdir()] == ["....evil@x.nl.eml"]


async def test_a_folder_that_cannot_be_written_is_said_with_its_place(tmp_path: Path, now: datetime) -> None:
    (tmp_path / "mail").write_text("a file")
    with pytest.raises(NotNow, match=rf"{tmp_path}/mail: .*\. Check the disk"):
        await Folder(tmp_path / "mail").deliver(mail(now))


async def test_without_a_mail_server_mails_go_to_the_folder_of_what_comes_into_being(
    tmp_path: Path, now: datetime
) -> None:
    way = email_way(Settings(_env_file=None, var=tmp_path))
    await way.send(a_letter(), [], now)
    assert [path.name for path in (tmp_path / "mail").iterdir()] == [NAME]
