"""What is kept back at the front door, and what is let through."""

from __future__ import annotations

import pytest

from bot.masking import Datum, mask, unmask

MASKED = [
    # names that are introduced
    ("ik heet Jan de Vries en ik ben lasser", "ik heet [naam-1] en ik ben lasser", ["Jan de Vries"]),
    ("ik heet jan de vries, lasser", "ik heet [naam-1], lasser", ["jan de vries"]),
    ("ik heet jan willem de vries en werk hier", "ik heet [naam-1] en werk hier", ["jan willem de vries"]),
    ("IK HEET JAN EN IK LAS", "IK HEET [naam-1] EN IK LAS", ["JAN"]),
    ("mijn naam is Fatima El Amrani.", "mijn naam is [naam-1].", ["Fatima El Amrani"]),
    ("m'n naam is Jan-Willem O’Brien!", "m'n naam is [naam-1]!", ["Jan-Willem O’Brien"]),
    ("mn naam is piet ik werk aan de bank", "mn naam is [naam-1] ik werk aan de bank", ["piet"]),
    ("ik heet J.P. van 't Hof en werk", "ik heet [naam-1] en werk", ["J.P. van 't Hof"]),
    ("Ik heet Wil Peters", "Ik heet [naam-1]", ["Wil Peters"]),
    ("naam: Kees\nfunctie: frezer", "naam: [naam-1]\nfunctie: frezer", ["Kees"]),
    ("je m'appelle Luc Janssens", "je m'appelle [naam-1]", ["Luc Janssens"]),
    ("my name is Ola Nowak", "my name is [naam-1]", ["Ola Nowak"]),
    ("noem me maar Sjors", "noem me maar [naam-1]", ["Sjors"]),
    ("op naam van Mohammed al Bakri graag", "op naam van [naam-1] graag", ["Mohammed al Bakri"]),
    ("Jan Jansen heet ik", "[naam-1] heet ik", ["Jan Jansen"]),
    ("Els is mijn naam", "[naam-1] is mijn naam", ["Els"]),
    ("mijn collega Piet Jansen wil ook", "mijn collega [naam-1] wil ook", ["Piet Jansen"]),
    ("Ik ben Jan de Vries uit Zwolle", "Ik ben [naam-1] uit Zwolle", ["Jan de Vries"]),
    ("tot dan. Groetjes, Piet", "tot dan. Groetjes, [naam-1]", ["Piet"]),
    ("Ik heet Jan. Jan de Vries.", "Ik heet [naam-1]. [naam-2].", ["Jan", "Jan de Vries"]),
    # mail addresses
    ("mail jan@bedrijf.nl maar", "mail [mail-1] maar", ["jan@bedrijf.nl"]),
    ("mail: Jan.de-Vries+werk@Sub.Bedrijf.be.", "mail: [mail-1].", ["Jan.de-Vries+werk@Sub.Bedrijf.be"]),
    ("jan @ bedrijf.nl", "[mail-1]", ["jan@bedrijf.nl"]),
    ("jan.jansen@bedrijf", "[mail-1]", ["jan.jansen@bedrijf"]),
    ("jan apenstaartje bedrijf punt nl", "[mail-1]", ["jan@bedrijf.nl"]),
    ("<jan@x.nl>,piet@y.nl", "<[mail-1]>,[mail-2]", ["jan@x.nl", "piet@y.nl"]),
    ("jan@x.nl of JAN@x.nl", "[mail-1] of [mail-1]", ["jan@x.nl"]),
    # telephone numbers
    ("bel 0612345678", "bel [tel-1]", ["0612345678"]),
    ("06-12345678 of 06 12 34 56 78", "[tel-1] of [tel-1]", ["0612345678"]),
    ("o6-12345678", "[tel-1]", ["0612345678"]),
    ("612345678", "[tel-1]", ["612345678"]),
    ("(030) 123 45 67.", "[tel-1].", ["0301234567"]),
    ("+31 (0)6 1234 5678", "[tel-1]", ["+31612345678"]),
    ("0031612345678", "[tel-1]", ["+31612345678"]),
    ("0475/12.34.56", "[tel-1]", ["0475123456"]),
    ("02 123 45 67", "[tel-1]", ["021234567"]),
    ("+32 475 12 34 56", "[tel-1]", ["+32475123456"]),
    ("+49 170 1234567", "[tel-1]", ["+491701234567"]),
    ("0612345678 0687654321", "[tel-1] [tel-2]", ["0612345678", "0687654321"]),
    ("bel 0612345678 voor 13:00", "bel [tel-1] voor 13:00", ["0612345678"]),
]


@pytest.mark.parametrize(("typed", "masked", "values"), MASKED)
def test_personal_data_is_replaced_by_references(typed: str, masked: str, values: list[str]) -> None:
    result = mask(typed)
    assert (result.text, [datum.value for datum in result.data]) == (masked, values)


@pytest.mark.parametrize(
    "typed",
    [
        "ik ben lasser, wil iets met cobots, twee uur per week, liefst 's avonds bij Zwolle",
        "ik ben HR Manager",
        "ik heet niet zo",
        "de cursus heet Lassen met cobots",
        "hoe heet die lijn?",
        "kun je mijn naam wijzigen",
        "weet jij mijn naam nog",
        "groeten uit Zwolle",
        "mijn collega wil ook",
        "zeg maar hoe laat",
        "ik wil @home leren",
        "op 01-02-2027 13:00 of 2027-02-01 14:00",
        "op 3-12-2026 10 uur",
        "03 12 2026 10 uur",
        "van 08.00-12.00 13.00-17.00",
        "kvk 12345678, 40 man, € 1.000.000",
        "module 0 tot 6, 0,5 uur",
        "1234 AB 56",
    ],
)
def test_what_is_not_personal_is_let_through(typed: str) -> None:
    assert mask(typed).text == typed


@pytest.mark.parametrize(
    ("typed", "masked", "values"),
    [
        ("Jan", "[naam-1]", ["Jan"]),
        ("jan de boer", "[naam-1]", ["jan de boer"]),
        ("ik ben jan de boer", "ik ben [naam-1]", ["jan de boer"]),
        ("Ben de Boer", "[naam-1]", ["Ben de Boer"]),
        ("het is Mohammed al Bakri hoor", "het is [naam-1] hoor", ["Mohammed al Bakri"]),
        ("De Vries, Jan", "[naam-1]", ["De Vries, Jan"]),
        ("Jan, lasser bij Bakker", "[naam-1], lasser bij Bakker", ["Jan"]),
        ("J. de Vries", "[naam-1]", ["J. de Vries"]),
        ("Jan 😀", "[naam-1] 😀", ["Jan"]),
        ("Иван Петров", "[naam-1]", ["Иван Петров"]),
        ("jan@x.nl Jan de Vries", "[mail-1] [naam-1]", ["jan@x.nl", "Jan de Vries"]),
        ("Jan en mijn mail is j@x.nl", "[naam-1] en mijn mail is [mail-1]", ["Jan", "j@x.nl"]),
        ("ja, Jan Jansen", "ja, [naam-1]", ["Jan Jansen"]),
        ("Fatima Jansen is de naam", "[naam-1] is de naam", ["Fatima Jansen"]),
        ("ik ben dus henk van den berg", "ik ben dus [naam-1]", ["henk van den berg"]),
        ("ik heet dus Henk", "ik heet dus [naam-1]", ["Henk"]),
        ("zet er ilse de wit op", "zet er [naam-1] op", ["ilse de wit"]),
        ("zet er Ilse maar op", "zet er [naam-1] maar op", ["Ilse"]),
        ("schrijf Jan Peters maar in", "schrijf [naam-1] maar in", ["Jan Peters"]),
        ("voluit bram de wit", "voluit [naam-1]", ["bram de wit"]),
        ("voluit heet ik Bram de Wit", "voluit heet ik [naam-1]", ["Bram de Wit"]),
        ("op Rachid Brouwer", "op [naam-1]", ["Rachid Brouwer"]),
        ("op de naam Rachid Brouwer", "op de naam [naam-1]", ["Rachid Brouwer"]),
        ("Op den Berg, Jan", "[naam-1]", ["Op den Berg, Jan"]),
        ("de naam is Mo Kok", "de naam is [naam-1]", ["Mo Kok"]),
        ("mijn naam is dus Mo Kok", "mijn naam is dus [naam-1]", ["Mo Kok"]),
    ],
)
def test_the_answer_to_the_question_for_a_name_is_masked(typed: str, masked: str, values: list[str]) -> None:
    result = mask(typed, expects="name")
    assert (result.text, [datum.value for datum in result.data]) == (masked, values)


@pytest.mark.parametrize(
    "typed",
    [
        "ja",
        "nee",
        "stop",
        "annuleer",
        "waarom moet dat",
        "wat kost het?",
        "wie ziet dat?",
        "liever niet",
        "dat wil ik niet zeggen",
        "laat de kaart zien",
        "ik ben lasser",
        "zet me op de eerste datum",
        "doe maar de tweede",
        "schrijf me maar in",
        "op zaterdag",
        "dat is te snel",
        "zo en de rest van mijn mensen, hoe meld ik die aan",
        "de mannen van de nachtploeg",
        "mijn kleinzoon",
        "de laatste van",
        "piet vraagt hoe laat het begint",
        "moment",
        "2 uur per week",
        "ik wil eerst iets anders weten over die module want ik twijfel nog",
    ],
)
def test_an_answer_that_is_no_name_is_let_through(typed: str) -> None:
    assert mask(typed, expects="name").text == typed


@pytest.mark.parametrize(
    ("typed", "masked"),
    [
        ("Jan de Vries, jan@x.nl", "[naam-1], [mail-1]"),
        ("jan@x.nl alsjeblieft", "[mail-1] alsjeblieft"),
        ("stuur maar naar jan@x.nl", "stuur maar naar [mail-1]"),
        ("heb ik niet", "heb ik niet"),
        ("Zwolle", "Zwolle"),
    ],
)
def test_a_name_beside_the_address_that_was_asked_is_masked_too(typed: str, masked: str) -> None:
    assert mask(typed, expects="email").text == masked


@pytest.mark.parametrize(
    ("typed", "masked"),
    [
        ("ja prima, henk bruins henk@example.org", "ja prima, [naam-1] [mail-1]"),
        ("akkoord. henk bruins, henk@example.org", "akkoord. [naam-1], [mail-1]"),
        ("dat is goed! Henk henk@example.org", "dat is goed! [naam-1] [mail-1]"),
        ("ja hoor henk@example.org", "ja hoor [mail-1]"),
        ("prima, zo", "prima, zo"),
    ],
)
def test_a_name_between_the_yes_and_the_address_is_masked_too(typed: str, masked: str) -> None:
    assert mask(typed, expects="consent").text == masked


def test_a_full_name_in_capitals_is_masked_beside_a_question_too() -> None:
    assert mask("Jan Jansen, hoe laat begint het", expects="name").text == "[naam-1], hoe laat begint het"


KEPT = [Datum("[mail-1]", "email", "jan@x.nl"), Datum("[naam-2]", "name", "Jan de Vries")]


def test_the_same_value_keeps_its_reference_and_another_gets_the_next() -> None:
    result = mask("JAN@X.nl en piet@y.nl", kept=KEPT)
    assert result.text == "[mail-1] en [mail-2]"
    assert result.data == (KEPT[0], Datum("[mail-2]", "email", "piet@y.nl"))


def test_a_name_that_was_kept_is_masked_wherever_it_returns() -> None:
    result = mask("zet jan de vries er ook bij", kept=KEPT)
    assert result.text == "zet [naam-2] er ook bij"


def test_references_in_an_answer_are_read_to_the_person_as_what_they_stand_for() -> None:
    said = "Dag [naam-2], ik mail naar [mail-1] en bel [tel-1]."
    assert unmask(said, KEPT) == "Dag Jan de Vries, ik mail naar jan@x.nl en bel je telefoonnummer."


@pytest.mark.parametrize("piece", ["a", "a ", "0 ", "a@", "ik heet ", "Jan ", "a.a", "1-", "0-/(", "a'", "naam:"])
def test_a_long_text_of_any_kind_is_read_to_its_end(piece: str) -> None:
    text = (piece * 10_000)[:10_000] + " stop"
    assert mask(text, expects="name").text.endswith(" stop")
