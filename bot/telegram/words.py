"""What the Telegram door says by itself: about what it can't take in, and about the chat as such."""

from __future__ import annotations

STICKER = "Leuk! Ik kan er alleen niets mee: ik lees alleen tekst. Vertel maar wat je wilt."
VOICE = "Ik kan helaas nog niet luisteren. Typ je het even? Een paar woorden is genoeg."
PICTURE = "Foto's en filmpjes kan ik niet bekijken. Typ in een paar woorden wat je wilt."
FILE = "Bestanden kan ik niet openen. Typ in een paar woorden wat je wilt."
PLACE = "Ik lees geen locaties. Typ je woonplaats of regio, dan zoek ik in de buurt."
CONTACT = "Een contactkaart kan ik niet lezen. Typ je e-mailadres of nummer als ik erom vraag."
OTHER = "Dat kan ik niet lezen, ik begrijp alleen tekst en knoppen. Typ in een paar woorden wat je wilt."

GROUP = (
    "Bedankt voor de uitnodiging! Ik praat alleen één op één, want over jouw plekken en wensen hoort niemand mee te "
    "lezen. Daarom ga ik uit deze groep. Stuur me een eigen berichtje: {link}"
)

USED = "Deze keuze heb je al gemaakt."
ALREADY = "Die heb ik al, een moment."
NO_SUCH_BUTTON = "Deze knop hoort niet (meer) bij dit gesprek. Typ wat je wilt."
NOT_SENT = "Er ging iets mis bij het versturen van mijn antwoord. Vraag het me nog eens."

CALENDAR = "Zet in mijn agenda"
CALENDAR_FILE = "Open dit bestand op je telefoon, dan komt het in je agenda."
NO_CALENDAR = "Hier is geen datum meer voor je vastgelegd. Vraag 'mijn inschrijvingen' om te zien wat er staat."

COMMANDS = (
    ("start", "Begin, of begin opnieuw"),
    ("lijn", "Zoek een metrolijn die bij je past"),
    ("pad", "Laat je ontwikkelpad zien"),
    ("mijn", "Waar je ingeschreven bent"),
    ("herinneringen", "Hoe en wanneer je herinnerd wordt"),
    ("privacy", "Wat er van je bewaard wordt, en wissen"),
    ("help", "Wat je me kunt vragen"),
    ("stop", "Geen berichten meer in deze chat"),
)
"""The menu: each command and what it does."""

DESCRIPTION = (
    "Ik help je leren in de maakindustrie. Vertel wat voor werk je doet en wat je wilt kunnen; ik zoek een metrolijn "
    "van korte lessen, regel je plek en herinner je op tijd."
)
SHORT_DESCRIPTION = "Korte lessen in de maakindustrie: welke lijn past bij jou?"
