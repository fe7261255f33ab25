"""What people say about reminders, and what they are told that then holds."""

from __future__ import annotations

from datetime import time
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.linking.reminding import read_reminder_wishes, say_wishes
from knowledge.linking.words import norms_of
from knowledge.telling.wishes import ReminderWishes, Shift, Way

CALM = settings(deadline=None, derandomize=True)
ONLY_WEEK = {"week": True, "day": False, "hours": False}
ONLY_DAY = {"week": False, "day": True, "hours": False}
ONLY_HOURS = {"week": False, "day": False, "hours": True}
ALL_OFF = {"week": False, "day": False, "hours": False, "nudges": False}
ALL_ON = {"week": True, "day": True, "hours": True, "nudges": True}
SILENT = ReminderWishes(**ALL_OFF)
AT_NIGHT = ReminderWishes(shift=Shift.NIGHT)
OWN_HOURS = ReminderWishes(quiet_from=time(20), quiet_until=time(10))


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        # which moments
        ("stuur me een dag van tevoren een bericht", ONLY_DAY),
        ("Kunt u mij één dag van te voren een seintje geven?", ONLY_DAY),
        ("kan je me ff appen de avond ervoor", ONLY_DAY),
        ("reminder graag 24 uur voor de les", ONLY_DAY),
        ("ge moogt mij de dag voordien iets sturen", ONLY_DAY),
        ("doe maar twee dagen vantevoren een herinering", ONLY_DAY),
        ("ik krijg te veel herinneringen, één is genoeg", ONLY_DAY),
        ("waarschuw me een week vooraf", ONLY_WEEK),
        ("zou u mij vier dagen van tevoren willen berichten", ONLY_WEEK),
        ("alleen een uur of 2 van te voren", ONLY_HOURS),
        ("herinnering: twee uur voor aanvang", ONLY_HOURS),
        ("een half uurtje ervoor een appje graag", ONLY_HOURS),
        ("piep me op de ochtend zelf", ONLY_HOURS),
        ("seintje vlak van tevoren is prima", ONLY_HOURS),
        ("stuur me een week en een dag ervoor iets", {"hours": False}),
        ("twee dagen van te voren en dan nog een keer op de dag zelf", {"week": False}),
        ("week en dag", {"hours": False}),
        ("een week van tevoren hoeft niet", {"week": False}),
        ("niet een week maar een dag van tevoren", ONLY_DAY),
        ("alleen een dag van tevoren, verder geen berichten", ONLY_DAY),
        ("verander mijn herinnering van een dag naar een week", {"day": False}),
        ("nee geen week van te voren, 2 uur is genoeg", ONLY_HOURS),
        # all at once
        ("geen herinneringen meer", ALL_OFF),
        ("zet herinneringen uit", ALL_OFF),
        ("zet die meldingen maar uit, ik word er gek van", ALL_OFF),
        ("je hoeft me niet te herinneren hoor", ALL_OFF),
        ("stop met die herinneringsmails", ALL_OFF),
        ("Is het mogelijk om de herinneringen tijdelijk uit te zetten?", ALL_OFF),
        ("laat me met rust", ALL_OFF),
        ("ik hoef die reminders niet", ALL_OFF),
        ("hou op met appen", ALL_OFF),
        # weekends
        ("niet in het weekend", {"weekend": False}),
        ("geen herinering in het weekent", {"weekend": False}),
        ("alleen doordeweeks berichten", {"weekend": False}),
        ("op zondag wil ik geen meldingen krijgen", {"weekend": False}),
        ("altijd goed, behalve in het weekend", {"quiet_from": time(0), "quiet_until": time(0), "weekend": False}),
        ("wat mij betreft niet in het weekend", {"weekend": False}),
        ("het weekend is van mijn gezin", {"weekend": False}),
        # shifts
        ("ik werk in de nachtdienst", {"shift": Shift.NIGHT}),
        ("ik werk in ploegen, dus geen piepjes overdag, dan slaap ik", {"shift": Shift.NIGHT}),
        ("vroege dienst deze maand", {"shift": Shift.EARLY}),
        ("zit in de late dienst nu", {"shift": Shift.LATE}),
        ("geen vroege dienst meer maar laatdienst", {"shift": Shift.LATE}),
        ("ik draai nachten", {"shift": Shift.NIGHT}),
        # hours
        ("niet voor 9 uur sochtends", {"quiet_until": time(9)}),
        ("na 8 uur savonds niet meer appen", {"quiet_from": time(20)}),
        ("niet na half tien", {"quiet_from": time(21, 30)}),
        ("geen berichten na 21.30", {"quiet_from": time(21, 30)}),
        ("tot 10 uur niet storen", {"quiet_until": time(10)}),
        ("pas na vijven graag", {"quiet_until": time(5)}),
        ("pas na 5 uur smiddags graag", {"quiet_until": time(17)}),
        ("stille uren van 22 tot 7", {"quiet_from": time(22), "quiet_until": time(7)}),
        ("niet tussen 9 en 8", {"quiet_from": time(21), "quiet_until": time(8)}),
        ("niet tussen half tien s avonds en acht uur sochtends", {"quiet_from": time(21, 30), "quiet_until": time(8)}),
        ("niet storen tussen 12 en 2", {"quiet_from": time(12), "quiet_until": time(14)}),
        ("alleen tussen 9 en 5", {"quiet_from": time(17), "quiet_until": time(9)}),
        ("niet voor 9 uur 's avonds", {"quiet_from": time(0), "quiet_until": time(21)}),
        ("niet 's avonds appen", {"quiet_from": time(18)}),
        ("niet te vroeg aub", {"quiet_until": time(9)}),
        ("s avonds mag wel", {"quiet_from": time(23)}),
        ("na 9 uur mag ook nog wel", {"quiet_from": time(23)}),
        ("geen appjes onder werktijd, telefoon ligt in het kluisje", {"quiet_until": time(17)}),
        ("liever smorgens een bericht dan savonds", {"quiet_from": time(12), "quiet_until": time(8)}),
        ("dag en nacht mag", {"quiet_from": time(0), "quiet_until": time(0)}),
        # ways
        ("liever per mail", {"way": Way.EMAIL}),
        ("Ik ontvang de herinneringen liever per e-mail.", {"way": Way.EMAIL}),
        ("stuur ze via de mail en niet via telegram", {"way": Way.EMAIL}),
        ("geen appjes meer, alleen mail", {"way": Way.EMAIL}),
        ("via telegram", {"way": Way.TELEGRAM}),
        ("liever telegram dan mail", {"way": Way.TELEGRAM}),
        ("stuur maar hier in de chat", {"way": Way.WEBSITE}),
        ("mailen is beter dan telegram", {"way": Way.EMAIL}),
        ("hoi, kan ik de herinneringen ook per mail krijgen?", {"way": Way.EMAIL}),
        ("gewoon op de website", {"way": Way.WEBSITE}),
        ("niet via telegram", {"way": Way.EMAIL}),
        ("geen berichten meer via telegram", {"way": Way.EMAIL}),
        ("hou op met die berichten op telegram", {"way": Way.EMAIL}),
        ("die herinneringen op telegram mogen uit", {"way": Way.EMAIL}),
        ("laat telegram maar zitten, mail is beter", {"way": Way.EMAIL}),
        ("stuur mijn herinneringen voortaan naar de website", {"way": Way.WEBSITE}),
        ("kan ik de berichten ook in telegram krijgen", {"way": Way.TELEGRAM}),
        ("geen herinneringen meer per mail", ALL_OFF),
        # e-learning
        ("geen gezeur over die elearning meer", {"nudges": False}),
        ("geen herinneringen over mijn e-learning", {"nudges": False}),
        ("laat maar zitten met die elearning herinneringen", {"nudges": False}),
        # several at once
        ("doe maar een dag ervoor en savonds na 9 niks meer", {**ONLY_DAY, "quiet_from": time(21)}),
        ("ik zit in de vroege, dus niet na half 8 's avonds", {"shift": Shift.EARLY, "quiet_from": time(19, 30)}),
        ("mail me een dag van tevoren, maar niet in het weekend", {**ONLY_DAY, "way": Way.EMAIL, "weekend": False}),
        ("geen berichten in het weekend en na 9 uur 's avonds", {"weekend": False, "quiet_from": time(21)}),
        ("niet in het weekend en savonds mag wel", {"weekend": False, "quiet_from": time(23)}),
        ("herinner me een dag van tevoren maar niet na 8 uur", {**ONLY_DAY, "quiet_from": time(20)}),
        ("ik slaap overdag, stuur pas na vier uur", {"shift": Shift.NIGHT, "quiet_until": time(16)}),
        ("niet voor 8 uur sochtends sturen want ik heb nachtdienst", {"shift": Shift.NIGHT, "quiet_from": time(0)}),
    ],
)
def test_what_people_say_changes_just_that(text: str, changes: dict[str, Any]) -> None:
    heard = read_reminder_wishes(text, ReminderWishes())
    assert heard == ReminderWishes(**changes)
    assert read_reminder_wishes(text, heard) in (heard, None), "who says it again means the same"


@pytest.mark.parametrize(
    ("text", "wishes", "changes"),
    [
        ("ook een week van tevoren", ReminderWishes(**ONLY_DAY), {"week": True}),
        ("stuur er ook 2 uur van tevoren eentje", ReminderWishes(**ONLY_DAY), {"hours": True}),
        ("toch maar wel een dag vooraf", ReminderWishes(**ONLY_WEEK), ONLY_DAY),
        ("een dag van tevoren graag", SILENT, {"day": True}),
        ("zet herinneringen aan", SILENT, ALL_ON),
        ("herinering aanzetten", SILENT, ALL_ON),
        ("stuur me een herinnering", SILENT, ALL_ON),
        ("zet herinneringen aan", ReminderWishes(**ONLY_DAY, nudges=False), {"week": True, "hours": True}),
        ("herinner me", ReminderWishes(**ONLY_DAY), {}),
        ("alle drie graag", ReminderWishes(**ONLY_DAY), {"week": True, "hours": True}),
        ("in het weekend mag wel weer", ReminderWishes(weekend=False), {"weekend": True}),
        ("geen probleem in het weekend hoor, mag best", ReminderWishes(weekend=False), {"weekend": True}),
        ("gewone dagdienst weer", AT_NIGHT, {"shift": Shift.DAY}),
        ("klaar met nachtdienst", AT_NIGHT, {"shift": Shift.DAY}),
        ("van nachtdienst naar vroege dienst", AT_NIGHT, {"shift": Shift.EARLY}),
        ("pas na 4 uur", AT_NIGHT, {"quiet_until": time(16)}),
        ("overdag mag wel", AT_NIGHT, {"quiet_from": time(21), "quiet_until": time(8)}),
        ("savonds mag wel", AT_NIGHT, {}),
        ("nachtdienst deze week", OWN_HOURS, {"shift": Shift.NIGHT, "quiet_from": None, "quiet_until": None}),
        ("gewoon de normale stille uren", OWN_HOURS, {"quiet_from": None, "quiet_until": None}),
        ("niet 's nachts", OWN_HOURS, {}),
        ("niet 's nachts", ReminderWishes(quiet_from=time(12), quiet_until=time(14)),
         {"quiet_from": time(23), "quiet_until": time(7)}),
        ("niet via telegram", ReminderWishes(way=Way.TELEGRAM), {"way": Way.EMAIL}),
        ("geen berichten meer via telegram", ReminderWishes(way=Way.TELEGRAM, week=False), {"way": Way.EMAIL}),
        ("niet via telegram", ReminderWishes(way=Way.EMAIL), {}),
        ("niet meer per mail", ReminderWishes(way=Way.EMAIL), {"way": Way.WEBSITE}),
        ("van telegram naar mail", ReminderWishes(way=Way.TELEGRAM), {"way": Way.EMAIL}),
        ("porren voor mijn e-learning mag weer", ReminderWishes(nudges=False), {"nudges": True}),
    ],
)  # fmt: skip
def test_what_is_said_is_seen_from_what_held_before(text: str, wishes: ReminderWishes, changes: dict[str, Any]) -> None:
    assert read_reminder_wishes(text, wishes) == wishes.model_copy(update=changes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?!",
        "wanneer is mijn volgende station",
        "krijg ik een herinnering?",
        "hoe vaak krijg ik een seintje",
        "wanneer stuur je me de herinnering",
        "sturen jullie van tevoren nog bericht",
        "hoe stel ik in wanneer ik een herinnering krijg",
        "ik heb geen herinnering gekregen",
        "ik kreeg gisteren geen bericht",
        "ik wil een cursus in het weekend",
        "ik kan niet in het weekend",
        "ik kan alleen 's avonds",
        "ik werk van 9 tot 5",
        "de les duurt 2 uur",
        "schrijf me in voor dinsdag",
        "mijn mail is [mail-1]",
        "mail me mijn gegevens",
        "niet storen in de bouwvak",
        "geen berichten tijdens mijn vakantie",
        "laat van je horen als er iets verandert in de planning",
        "stel in dat je me via sms waarschuwt",
        "ik heb vroege en late dienst",
        "alleen in het weekend",
        "ok dank je wel",
        "ik ben lasser en wil iets met cobots",
    ],
)
def test_what_says_nothing_of_reminders_changes_nothing(text: str) -> None:
    assert read_reminder_wishes(text, ReminderWishes()) is None


@pytest.mark.parametrize("text", ["stuur maar hier in de chat", "stuur het hier", "stuur ze maar hier", "hier graag"])
@pytest.mark.parametrize("here", [Way.TELEGRAM, Way.WEBSITE])
def test_here_is_the_way_by_which_it_is_said(text: str, here: Way) -> None:
    assert read_reminder_wishes(text, ReminderWishes(), here) == ReminderWishes(way=here)


@pytest.mark.parametrize("text", ["stuur me hier geen berichten meer", "ik wil hier geen meldingen meer"])
@pytest.mark.parametrize(
    ("here", "ways", "changes"),
    [
        (Way.TELEGRAM, (Way.TELEGRAM, Way.EMAIL, Way.WEBSITE), {"way": Way.EMAIL}),
        (Way.TELEGRAM, (Way.TELEGRAM, Way.WEBSITE), {"way": Way.WEBSITE}),
        (Way.WEBSITE, (Way.EMAIL, Way.WEBSITE), {"way": Way.EMAIL}),
        (Way.WEBSITE, (Way.WEBSITE,), ALL_OFF),
    ],
)
def test_not_here_is_another_way_that_leads_to_the_person_or_else_not_at_all(
    text: str, here: Way, ways: tuple[Way, ...], changes: dict[str, Any]
) -> None:
    assert read_reminder_wishes(text, ReminderWishes(), here, ways) == ReminderWishes(**changes)


WORDS = norms_of(
    "niet geen wel ook alleen liever mag graag stuur herinner me zet uit aan maar en of , . ? dan van naar een dag "
    "week uur 2 24 9:30 tevoren voor na tussen tot weekend 's avonds ochtends nachts overdag nachtdienst vroege late "
    "dienst mail telegram hier chat elearning bericht herinneringen zelf is genoeg meer half tien achten"
)


@CALM
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(max_size=40))
def test_any_text_is_read_and_what_comes_of_it_can_be_kept_and_said(text: str) -> None:
    heard = read_reminder_wishes(text, ReminderWishes())
    if heard is not None:
        assert ReminderWishes.model_validate(heard.model_dump(mode="json")) == heard
        assert say_wishes(heard)


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        (
            ReminderWishes(),
            "Je krijgt een bericht een week, een dag en twee uur van tevoren. Ik stuur niet tussen 21:00 en 08:00. "
            "Ligt een e-learning stil, dan hoor je dat ook.",
        ),
        (
            ReminderWishes(**ONLY_DAY, weekend=False, way=Way.EMAIL, nudges=False),
            "Je krijgt een bericht een dag van tevoren, per e-mail. Ik stuur niet tussen 21:00 en 08:00 en ook niet in "
            "het weekend. Over een e-learning die stilligt, hoor je niets.",
        ),
        (
            ReminderWishes(**ALL_OFF, shift=Shift.NIGHT, way=Way.TELEGRAM),
            "Je krijgt geen herinneringen voor je stations. Ander nieuws over je plekken stuur ik via Telegram niet "
            "tussen 07:00 en 15:00. Over een e-learning die stilligt, hoor je niets.",
        ),
        (
            ReminderWishes(hours=False, quiet_from=time(0), quiet_until=time(0), weekend=False),
            "Je krijgt een bericht een week en een dag van tevoren. Ik stuur op elk moment van de dag, maar niet in "
            "het weekend. Ligt een e-learning stil, dan hoor je dat ook.",
        ),
        (
            ReminderWishes(quiet_from=time(12), quiet_until=time(14)),
            "Je krijgt een bericht een week, een dag en twee uur van tevoren. Ik stuur niet tussen 12:00 en 14:00 "
            "('s nachts dus wel). Ligt een e-learning stil, dan hoor je dat ook.",
        ),
    ],
)
def test_people_are_told_what_holds(wishes: ReminderWishes, said: str) -> None:
    assert say_wishes(wishes) == said


def test_wishes_that_differ_are_said_differently() -> None:
    every = [
        ReminderWishes(week=week, day=day, hours=hours, weekend=weekend, nudges=nudges, shift=shift, way=way)
        for week, day, hours, weekend, nudges in product((True, False), repeat=5)
        for shift in Shift
        for way in (None, *Way)
    ]
    said = [say_wishes(wishes) for wishes in every]
    assert len(set(said)) == len(every)
    assert all(one.count(".") == 3 and "  " not in one and " ." not in one and ",," not in one for one in said)
