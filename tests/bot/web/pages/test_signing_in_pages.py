"""Signing in on the website: by a mail, with one button, and never by or for anybody else."""

from __future__ import annotations

import email
import re
from datetime import timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Engine, select

from knowledge.database import reading, writing
from knowledge.people import forget
from knowledge.settings import Settings
from knowledge.tables import Conversation, Enrolment, Learner, Offering, SignInLink, WebSession
from knowledge.telling.feeds import calendar_key
from knowledge.vocabulary import EnrolmentState
from tests.bot.web.pages.conftest import URL, Clock
from tests.bot.web.pages.reading import Page

pytestmark = pytest.mark.anyio

ADDRESS = "ann@bedrijf.example"
OURS = {"sec-fetch-site": "same-origin", "origin": URL}
ELSEWHERE = [
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"sec-fetch-site": "cross-site", "origin": URL},
]


@pytest.fixture
def ann(filled: Engine, clock: Clock) -> str:
    """Ann, with a seat on the first date of a station and a talk."""
    with writing(filled) as session:
        session.add(Learner(id="ann", created_at=clock(), consent_at=clock(), name="Ann", email=ADDRESS))
        session.flush()
        session.add(Conversation(id="talk-ann", learner_id="ann", created_at=clock(), seen_at=clock()))
        offering = session.scalars(
            select(Offering)
            .where(Offering.module_id == "start-mens-en-cobot", Offering.starts_at > clock())  # type: ignore[operator,arg-type]
            .order_by(Offering.starts_at)  # type: ignore[arg-type]
        ).first()
        assert offering
        session.add(
            Enrolment(
                learner_id="ann",
                offering_id=offering.id,
                state=EnrolmentState.ENROLLED,
                line_id="cobots-op-de-werkvloer",
                asked_at=clock(),
            )
        )
    return "ann"


def mails(settings: Settings) -> list[EmailMessage]:
    found = sorted(Path(settings.var / "mail").glob("*.eml"))
    return [email.message_from_bytes(one.read_bytes(), policy=default) for one in found]  # type: ignore[arg-type]


def links_in(mail: EmailMessage) -> list[str]:
    return re.findall(rf"{URL}(/aanmelden/\S+)", mail.get_body(("plain",)).get_content())  # type: ignore[union-attr]


async def ask(pages: httpx.AsyncClient, address: str = ADDRESS, **headers: str) -> httpx.Response:
    return await pages.post("/aanmelden", data={"adres": address}, headers={**OURS, **headers})


async def sign_in(pages: httpx.AsyncClient, settings: Settings) -> httpx.Response:
    before = {str(mail["Message-ID"]) for mail in mails(settings)}
    await ask(pages)
    (mail,) = [one for one in mails(settings) if str(one["Message-ID"]) not in before]
    answer = await pages.post(links_in(mail)[0], headers=OURS)
    assert answer.status_code == 303
    return answer


async def test_a_mail_with_a_link_leads_to_ones_own_stations(
    pages: httpx.AsyncClient, settings: Settings, ann: str
) -> None:
    asked = await ask(pages)
    assert (asked.status_code, "set-cookie" in asked.headers) == (200, False)
    (mail,) = mails(settings)
    assert (mail["To"], mail["Subject"]) == (f"Ann <{ADDRESS}>", "Inloggen bij je stations")
    (link,) = links_in(mail)
    assert link in mail.get_body(("html",)).get_content()  # type: ignore[union-attr]
    shown = Page((await pages.get(link)).text)
    forms = [one.attributes for one in shown.all("form")]
    assert forms == [{"method": "post", "action": link}]
    assert [one.text for one in shown.all("button")] == ["Log in"]
    entered = await pages.post(link, headers=OURS)
    assert (entered.status_code, entered.headers["location"]) == (303, "/mijn")
    mine = Page((await pages.get("/mijn")).text)
    assert mine.title == "Hoi Ann"
    assert "Startbijeenkomst mens en cobot" in mine.one("main").text


async def test_following_the_link_again_and_again_signs_nobody_in(
    pages: httpx.AsyncClient, settings: Settings, filled: Engine, ann: str
) -> None:
    await ask(pages)
    (link,) = links_in(mails(settings)[0])
    for _ in range(5):
        answer = await pages.get(link)
        assert (answer.status_code, "set-cookie" in answer.headers) == (200, False)
    with reading(filled) as session:
        assert session.scalars(select(WebSession)).all() == []
        assert [one.used_at for one in session.scalars(select(SignInLink))] == [None]


async def test_the_cookie_is_for_this_website_and_no_script_alone(
    pages: httpx.AsyncClient, settings: Settings, ann: str
) -> None:
    cookie = (await sign_in(pages, settings)).headers["set-cookie"]
    name, _, rest = cookie.partition("=")
    assert name == "__Host-navigator"
    said = {part.strip().lower() for part in rest.split(";")[1:]}
    assert said == {"httponly", "secure", "samesite=lax", "path=/", "max-age=2592000"}


async def test_what_is_answered_says_nothing_of_who_is_known(
    pages: httpx.AsyncClient, settings: Settings, ann: str
) -> None:
    known, unknown = await ask(pages), await ask(pages, "niemand@bedrijf.example")
    assert known.text == unknown.text
    assert "Als dit adres bij ons bekend is, staat er zo een mail voor je klaar." in known.text
    assert len(mails(settings)) == 1


async def test_a_fourth_mail_within_the_hour_is_not_sent_and_not_told(
    pages: httpx.AsyncClient, settings: Settings, clock: Clock, ann: str
) -> None:
    texts = {(await ask(pages)).text for _ in range(5)}
    assert (len(texts), len(mails(settings))) == (1, 3)
    clock.now += timedelta(hours=1, seconds=1)
    await ask(pages)
    assert len(mails(settings)) == 4


@pytest.mark.parametrize(
    "wrong", ["", "ann", "ann@", "@x", "a b@c.nl", "<script>", "ann@bedrijf.example\nBcc: x@y.nl", "x" * 300]
)
async def test_what_is_no_address_is_said_at_the_field(
    pages: httpx.AsyncClient, settings: Settings, ann: str, wrong: str
) -> None:
    answer = await ask(pages, wrong)
    page = Page(answer.text)
    assert (answer.status_code, mails(settings)) == (422, [])
    assert page.one("p", role="alert").text.startswith("Dit is geen e-mailadres.")
    field = page.one("input", name="adres").attributes
    assert field["aria-invalid"] == "true"
    assert "adres-fout" in str(field["aria-describedby"])


@pytest.mark.parametrize("headers", ELSEWHERE, ids=str)
async def test_a_form_from_elsewhere_does_nothing(
    pages: httpx.AsyncClient, settings: Settings, filled: Engine, ann: str, headers: dict[str, str]
) -> None:
    refused = await pages.post("/aanmelden", data={"adres": ADDRESS}, headers=headers)
    assert (refused.status_code, mails(settings)) == (403, [])
    await ask(pages)
    (link,) = links_in(mails(settings)[0])
    refused = await pages.post(link, headers=headers)
    assert (refused.status_code, "set-cookie" in refused.headers) == (403, False)
    assert (await pages.post(link, headers=OURS)).status_code == 303
    before = calendar_key(filled, ann)
    token = str(Page((await pages.get("/mijn")).text).all("input", name="formulier")[0].attributes["value"])
    for path in ("/uitloggen", "/mijn/agenda"):
        assert (await pages.post(path, data={"formulier": token}, headers=headers)).status_code == 403
    assert Page((await pages.get("/mijn")).text).title == "Hoi Ann"
    assert calendar_key(filled, ann) == before


@pytest.mark.parametrize("token", ["", "x", None, "0" * 64])
async def test_a_form_without_its_token_does_nothing(
    pages: httpx.AsyncClient, settings: Settings, ann: str, token: str | None
) -> None:
    await sign_in(pages, settings)
    for path in ("/uitloggen", "/mijn/agenda"):
        form = {} if token is None else {"formulier": token}
        assert (await pages.post(path, data=form, headers=OURS)).status_code == 403
    assert Page((await pages.get("/mijn")).text).title == "Hoi Ann"


async def test_a_link_works_once_and_a_quarter_of_an_hour(
    pages: httpx.AsyncClient, settings: Settings, clock: Clock, ann: str
) -> None:
    await ask(pages)
    (link,) = links_in(mails(settings)[0])
    clock.now += timedelta(minutes=15)
    for answer in (await pages.get(link), await pages.post(link, headers=OURS)):
        assert answer.status_code == 404
        assert "Deze link werkt niet meer." in answer.text
    clock.now -= timedelta(minutes=1)
    assert (await pages.post(link, headers=OURS)).status_code == 303
    assert (await pages.post(link, headers=OURS)).status_code == 404


async def test_signing_out_here_and_everywhere(
    pages: httpx.AsyncClient, settings: Settings, filled: Engine, ann: str
) -> None:
    await sign_in(pages, settings)
    elsewhere = dict(pages.cookies)
    await sign_in(pages, settings)
    for form, left in (({}, 1), ({"overal": "1"}, 0)):
        page = Page((await pages.get("/mijn")).text)
        token = str(page.all("input", name="formulier")[0].attributes["value"])
        answer = await pages.post("/uitloggen", data={"formulier": token, **form}, headers=OURS)
        assert (answer.status_code, answer.headers["location"]) == (303, "/mijn")
        assert Page((await pages.get("/mijn")).text).title == "Mijn stations"
        with reading(filled) as session:
            assert len(session.scalars(select(WebSession)).all()) == left
        pages.cookies.update(elsewhere)


async def test_erasing_somebody_signs_them_out(
    pages: httpx.AsyncClient, settings: Settings, filled: Engine, clock: Clock, ann: str
) -> None:
    await sign_in(pages, settings)
    forget(filled, "talk-ann", clock())
    assert Page((await pages.get("/mijn")).text).title == "Mijn stations"


async def test_ones_own_page_has_the_way_so_far_the_feed_and_the_map(
    pages: httpx.AsyncClient, settings: Settings, filled: Engine, ann: str
) -> None:
    await sign_in(pages, settings)
    answer = await pages.get("/mijn")
    page = Page(answer.text)
    feed = str(page.one("input", id="feed-adres").attributes["value"])
    assert feed == f"{URL}/kalender/{calendar_key(filled, ann)}.ics"
    assert (await pages.get(feed)).headers["content-type"].startswith("text/calendar")
    assert page.one("progress").attributes["max"] == "9"
    assert "0 van de 9 stations gedaan" in page.one("main").text
    names = [str(one.attributes["aria-label"]) for one in page.all("a") if "aria-label" in one.attributes]
    assert [name.split(":")[0] for name in names if "je volgende station" in name] == ["Startbijeenkomst mens en cobot"]
    assert answer.headers["cache-control"] == "no-store"
    assert "Op deze kaart staan ook je eigen stations." in (await pages.get("/kaart/maakindustrie-oost-zuid")).text


async def test_a_new_feed_ends_the_old_one(
    pages: httpx.AsyncClient, settings: Settings, filled: Engine, ann: str
) -> None:
    await sign_in(pages, settings)
    old = calendar_key(filled, ann)
    token = str(Page((await pages.get("/mijn")).text).all("input", name="formulier")[0].attributes["value"])
    assert (await pages.post("/mijn/agenda", data={"formulier": token}, headers=OURS)).status_code == 303
    assert calendar_key(filled, ann) != old
    assert (await pages.get(f"/kalender/{old}.ics")).status_code == 404


async def test_a_mail_that_cannot_be_sent_changes_nothing_of_the_answer(
    pages: httpx.AsyncClient, settings: Settings, ann: str
) -> None:
    before = await ask(pages, "niemand@bedrijf.example")
    (settings.var / "mail").write_text("a file where a folder should be")
    assert (await ask(pages)).text == before.text
