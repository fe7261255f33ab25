"""``/aanmelden``: signing in by a link in a mail, and signing out.

Whatever address is filled in, the answer is the same and comes as fast: what follows, follows after it was given. The
link opens a page with one button, for mail scanners follow links; the button signs in.
"""

from __future__ import annotations

import structlog
from anyio import to_thread
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import TypeAdapter, ValidationError
from pydantic.networks import EmailStr
from starlette.background import BackgroundTask

from bot.memory import DATABASE_ERRORS
from bot.telling.email import Transport
from bot.telling.ways import NotNow, Refused
from bot.web.pages.rendering import PRIVATE, Head
from bot.web.pages.sign_in_mail import sign_in_mail
from bot.web.pages.site import Site
from bot.web.pages.visiting import Visitors, read_form
from knowledge.signing_in import ask_links, link_opens, sign_out, sign_out_everywhere, use_link

NO_ADDRESS = "Dit is geen e-mailadres. Typ het helemaal, bijvoorbeeld naam@bedrijf.nl."
FROM_ELSEWHERE = "Dit formulier kwam niet van deze website. Probeer het vanaf deze pagina nog eens."
_EMAIL: TypeAdapter[str] = TypeAdapter(EmailStr)
_HEAD = Head(
    title="Inloggen",
    description="Log in zonder wachtwoord: je krijgt een link per e-mail.",
    path="/aanmelden",
    section="mijn",
    indexed=False,
)
_log = structlog.get_logger()


def signing_in_routes(site: Site, visitors: Visitors, transport: Transport) -> APIRouter:
    """The pages; mails go out by ``transport``."""
    routes = APIRouter(include_in_schema=False)
    pages = _Pages(site)

    @routes.get("/aanmelden")
    def form() -> HTMLResponse:
        return pages.form()

    @routes.post("/aanmelden")
    async def ask(request: Request) -> HTMLResponse:
        fields = await read_form(request)
        typed = fields.get("adres", "").strip()
        if not visitors.sent_from_here(request):
            return await to_thread.run_sync(lambda: pages.form(typed, FROM_ELSEWHERE, 403))
        try:
            address = _EMAIL.validate_python(typed)
        except ValidationError:
            return await to_thread.run_sync(lambda: pages.form(typed, NO_ADDRESS, 422))
        answer = await to_thread.run_sync(pages.sent)
        answer.background = BackgroundTask(send_links, site, transport, address)
        return answer

    @routes.get("/aanmelden/{secret}")
    def show(secret: str) -> HTMLResponse:
        opens = link_opens(site.engine, secret, site.clock())
        return pages.link(secret) if opens else pages.link_gone()

    @routes.post("/aanmelden/{secret}")
    def enter(secret: str, request: Request) -> Response:
        if not visitors.sent_from_here(request):
            return pages.form("", FROM_ELSEWHERE, 403)
        session = use_link(site.engine, secret, site.clock())
        if session is None:
            return pages.link_gone()
        answer = RedirectResponse("/mijn", status_code=303, headers=PRIVATE)
        visitors.let_in(answer, session)
        return answer

    @routes.post("/uitloggen")
    async def leave(request: Request) -> Response:
        fields = await read_form(request)
        if not visitors.own_form(request, fields):
            return await to_thread.run_sync(lambda: pages.form("", FROM_ELSEWHERE, 403))
        await to_thread.run_sync(_sign_out, site, visitors, request, "overal" in fields)
        answer = RedirectResponse("/mijn", status_code=303, headers=PRIVATE)
        visitors.let_out(answer)
        return answer

    return routes


async def send_links(site: Site, transport: Transport, address: str) -> None:
    """Mails the links of an address, if anybody has it. What fails is logged without it; they can ask again."""
    now = site.clock()
    try:
        links = await to_thread.run_sync(ask_links, site.engine, address, now)
        if links:
            await transport.deliver(sign_in_mail(links, site.settings, now))
    except (Refused, NotNow) as error:
        _log.warning("a link to sign in was not sent", reason=str(error))
    except DATABASE_ERRORS as error:
        _log.warning("part failed", part="database", reason=type(error).__name__)


def _sign_out(site: Site, visitors: Visitors, request: Request, everywhere: bool) -> None:
    who, secret = visitors.who(request), visitors.secret(request)
    if everywhere and who is not None:
        sign_out_everywhere(site.engine, who.learner_id)
    elif secret:
        sign_out(site.engine, secret)


class _Pages:
    """The pages of signing in; none of them is kept or found."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def _page(self, template: str, status: int = 200, **values: object) -> HTMLResponse:
        return self._site.page(template, _HEAD, self._site.view.now(), status=status, headers=PRIVATE, **values)

    def form(self, typed: str = "", fault: str = "", status: int = 200) -> HTMLResponse:
        return self._page("sign_in.html", status, typed=typed, fault=fault)

    def sent(self) -> HTMLResponse:
        return self._page("sign_in_sent.html")

    def link(self, secret: str) -> HTMLResponse:
        return self._page("sign_in_link.html", secret=secret)

    def link_gone(self) -> HTMLResponse:
        return self._page("sign_in.html", 404, typed="", fault=GONE)


GONE = "Deze link werkt niet meer. Hij werkt één keer, en een kwartier lang. Vraag hieronder een nieuwe."
