"""The menu and the links that open the chat."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from bot.desk import pausing, starts
from bot.telegram.commands import read_command
from bot.telegram.words import COMMANDS
from knowledge.clock import utc_now
from knowledge.doors.invitations import invite
from tests.bot.fake_rasa import FakeRasa
from tests.bot.telegram.stage import Stage

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("/start", ("desk:start ", "")),
        ("/start lijn-cobots", ("desk:start lijn-cobots", "")),
        ("/mijn", ("/my_enrolments", "")),
        ("/Mijn@academie_bot", ("/my_enrolments", "")),
        ("/lijn", ("/find_line", "")),
        ("/lijn lassen", (None, "lijn lassen")),
        ("/restart", (None, "restart")),
        ('/enrol{"offering": "x"}', (None, 'enrol{"offering": "x"}')),
        ("/", (None, "")),
    ],
)
def test_a_command_is_what_the_menu_says_and_anything_else_is_words(typed: str, read: tuple[str | None, str]) -> None:
    assert read_command(typed) == read


async def test_the_menu_is_there_in_dutch(stage: Stage) -> None:
    await stage.says("hoi")
    assert stage.api.commands == list(COMMANDS)


async def test_start_greets_and_a_command_asks_what_its_button_would(stage: Stage, rasa: FakeRasa) -> None:
    for command in ("/start", "/help", "/lijn", "/pad", "/mijn", "/herinneringen", "/privacy"):
        await stage.says(command)
    assert rasa.texts == [
        *("/greet", "/help", "/find_line", "/show_path", "/my_enrolments", "/set_reminders", "/what_do_you_know")
    ]


async def test_a_link_opens_a_line_or_a_station(stage: Stage, rasa: FakeRasa) -> None:
    await stage.says("/start lijn-cobots-op-de-werkvloer")
    await stage.says("/start station-eerste-cobot-programma")
    assert rasa.texts == [
        '/show_line{"line": "cobots-op-de-werkvloer"}',
        '/show_station{"module": "eerste-cobot-programma"}',
    ]


@pytest.mark.parametrize(
    "start", ["lijn-bestaat-niet", "station-", "bedrijf-abcdefghijk", "koppel-niks", "x", "-", "%00"]
)
async def test_a_link_to_what_does_not_exist_says_so_and_greets(stage: Stage, rasa: FakeRasa, start: str) -> None:
    assert (await stage.says(f"/start {start}")).text.startswith(starts.GONE)
    assert rasa.texts == ["/greet"]


async def test_a_companys_invitation_says_from_whom_it_comes_and_opens_its_line(
    stage: Stage, rasa: FakeRasa, filled: Engine
) -> None:
    code = invite(filled, "Jansen <Metaal> & Zn", "slim-verspanen", utc_now())
    assert (await stage.says(f"/start bedrijf-{code}")).text.startswith("Jansen <Metaal> & Zn nodigt je uit")
    assert rasa.texts == ['/show_line{"line": "slim-verspanen"}']


async def test_stop_says_what_it_does_and_can_be_taken_back(stage: Stage, rasa: FakeRasa) -> None:
    stopped = await stage.says("/stop")
    assert stopped.text == pausing.STOPPED.format(by_mail=pausing.NO_MAIL)
    assert stopped.titles == ["Stuur toch weer berichten", "Wis mijn gegevens"]
    assert (await stage.presses(stopped, "Stuur toch weer berichten")).text == pausing.RESUMED
    assert rasa.texts == []
    await stage.sees_buttons(stopped, ["✓ Stuur toch weer berichten"])
