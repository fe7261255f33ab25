"""For whom somebody asks: for themselves, or for a company."""

from __future__ import annotations

import re

from actions.advising import advise_or_ask
from actions.answering import Answering
from actions.clarify import Clarify
from actions.detours import instead
from actions.talk import Talk
from actions.telling import FREE
from knowledge.vocabulary import Question

FOR_ONESELF = re.compile(
    r"\bvoor (me|mij)\b(?! (bedrijf|zaak|mensen|team|ploeg|personeel))|\bvoor mijn zelf\b"
    r"|\bvoor m[ei]j?n?z\w{2,3}\b|\bvoor eigen gebruik\b|\bgaat (hier )?(echt )?om (mij|mezelf|mijzelf)\b"
    r"|\bniet (voor|om) (het|mijn|ons) (bedrijf|team|zaak)\b",
    re.IGNORECASE,
)
CLEARLY = re.compile(
    r"\bvoor m[ei]j?n?z\w{2,3}\b|\bvoor mij persoonlijk\b|\bvoor eigen gebruik\b|\bgaat (hier )?(echt )?om (mij|me)"
    r"|\bniet (voor|om) (het|mijn|ons) (bedrijf|team|zaak)\b",
    re.IGNORECASE,
)
COMPANY = re.compile(
    r"bedrijf|firma|fabriek|onderneem|ondernem|\b(zaak|zaakvoerder|mkb|hr|hrm|p&o|fte|werkvloer|iedereen|team\w*|ploeg"
    r"|gasten|jongens|volk|mensen|man|lui|personeel\w*|medewerkers?|werknemers?|werkgevers?|collega\w*|afdeling\w*)\b"
    r"|opleid|scholing|scholen|cursus|training|\bleren\b|\b(begin|start)\w*\b|\bplan|\b(mijn|onze) (?!baas)\w+(s|en)\b",
    re.IGNORECASE,
)
"""Something of this is in what is asked for a company."""

LEADS = re.compile(r"\b(stuur|leid|geef leiding|run|bestuur)\b", re.IGNORECASE)
WISHES = re.compile(
    r"\b(wil|willen|zoek\w*|waar|hoe|welke?|wat|wie|moet\w*|plan\w*|leren|opleid\w*|begin\w*|start\w*|advies)\b|\?",
    re.IGNORECASE,
)


def just_means_oneself(talk: Talk) -> bool:
    """Who said just now that it is not for a company (the question of the company is closed), or says so anew."""
    if talk.slot("topic") == "advice" and not talk.open_question:
        return bool(FOR_ONESELF.search(talk.text))
    lost = talk.intent in ("nlu_fallback", "out_of_scope", "hr_where_to_start", "help")
    return talk.slot("topic") in FREE and lost and bool(CLEARLY.search(talk.text))


def tells_of_own_work(talk: Talk) -> bool:
    """ "Ik stuur een ploeg van acht aan", from somebody who told of themselves: that is their work, and no wish."""
    told = talk.open_question in set(Question) or bool(talk.profile.model_dump(exclude_defaults=True))
    leads = bool(LEADS.search(talk.text)) and not WISHES.search(talk.text)
    return talk.intent == "hr_where_to_start" and talk.slot("topic") in FREE and told and leads


def is_no_company_matter(talk: Talk) -> bool:
    """ "We hebben een nieuwe baas": taken for a question of a company, but nothing of it is one."""
    kinds = {mention.kind for mention in talk.heard}
    people = "headcount" in kinds or ("role" in kinds and WISHES.search(talk.text))
    none = not people and not COMPANY.search(talk.text) and not talk.text.startswith("/")
    return talk.intent == "hr_where_to_start" and talk.slot("topic") in FREE and none


def asks_for_oneself(talk: Talk) -> bool:
    """Whether what was taken for a company's question is about the person, or about nothing."""
    return tells_of_own_work(talk) or is_no_company_matter(talk)


@instead(just_means_oneself)
@instead(tells_of_own_work)
class ForOneself(Answering):
    """On with the advice, for the person."""

    def answer(self, talk: Talk) -> None:
        advise_or_ask(talk)


@instead(is_no_company_matter)
class NotForACompany(Answering):
    """Asks before a plan is begun that nobody wants."""

    def answer(self, talk: Talk) -> None:
        Clarify().answer(talk)
