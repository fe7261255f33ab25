"""`navigator invite`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, select

from bot.cli.invite import links
from bot.links import Links
from bot.telegram.name import bot_name
from knowledge.database import open_database, reading
from knowledge.settings import Settings
from knowledge.tables import CatalogueItem, CompanyInvitation
from tests.bot.cli.doors import Navigator, Said
from tests.telegram_api.fake import fake_bot_api


@pytest.fixture
def engine() -> Iterator[Engine]:
    """The database that the command uses."""
    engine = open_database("sqlite:///var/navigator.db")
    yield engine
    engine.dispose()


def kept(engine: Engine) -> list[CompanyInvitation]:
    with reading(engine) as session:
        return list(session.scalars(select(CompanyInvitation)))


def test_an_invitation_is_a_link_to_the_website(
    loaded: Navigator, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NAVIGATOR_PUBLIC_URL", "https://leren.example.org")
    said = loaded("invite", "Van Dijk BV")
    (row,) = kept(engine)
    assert said == Said(0, f"https://leren.example.org/gesprek?start=bedrijf-{row.code}\n", "")
    assert (row.company, row.line_id, row.valid_until) == ("Van Dijk BV", None, None)


def test_as_json_the_code_stands_beside_the_links(loaded: Navigator, engine: Engine) -> None:
    with reading(engine) as session:
        line = session.scalars(select(CatalogueItem).where(CatalogueItem.kind == "lines")).first()
    assert line is not None
    said = loaded("invite", "Van Dijk BV", "--line", line.id, "--until", "2099-12-31", "--json")
    (row,) = kept(engine)
    assert json.loads(said.out) == {
        "code": row.code,
        "website": f"http://127.0.0.1:8080/gesprek?start=bedrijf-{row.code}",
        "telegram": None,
    }
    assert (row.line_id, row.valid_until) == (line.id, datetime(2099, 12, 31, 23, tzinfo=UTC))


def test_once_the_bot_has_a_name_there_is_a_link_to_it() -> None:
    assert links(Links("https://x.nl", "NavigatorBot"), "abc") == {
        "code": "abc",
        "website": "https://x.nl/gesprek?start=bedrijf-abc",
        "telegram": "https://t.me/NavigatorBot?start=bedrijf-abc",
    }


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("Van Dijk BV", "--line", "nergens"), "There is no line with id 'nergens'"),
        (("Van Dijk BV", "--until", "morgen"), "'morgen' is no date. Write it as YYYY-MM-DD"),
        (("Van Dijk BV", "--until", "9999-12-31"), "'9999-12-31' is no date"),
        (("Van Dijk BV", "--until", "2020-01-01"), "would have lapsed already"),
        ((" ",), "A company has a name of 1 to 80 readable signs"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_nothing_is_made(
    loaded: Navigator, engine: Engine, words: tuple[str, ...], sentence: str
) -> None:
    said = loaded("invite", *words)
    assert (said.code, said.out) == (2, "")
    assert re.search(re.escape(sentence), said.err)
    assert kept(engine) == []


def test_without_a_database_it_says_how_to_make_one(navigator: Navigator) -> None:
    assert "`navigator migrate`" in navigator("invite", "Van Dijk BV").err


def test_the_bots_name_is_asked_of_telegram_and_without_an_answer_there_is_no_link() -> None:
    with fake_bot_api() as api:
        here = Settings(_env_file=None, telegram_token=api.token, telegram_api=api.base_url.removesuffix("/bot"))
        assert bot_name(here) == "navigator_test_bot"
        assert bot_name(here.model_copy(update={"telegram_token": "1:geen"})) is None
    assert bot_name(here) is None
    assert bot_name(Settings(_env_file=None)) is None
