"""What the front door says by itself when a part behind it cannot answer: honest about what is lost."""

from __future__ import annotations

NOT_PROCESSED = (
    "Ik kan er nu even niet bij, er hapert iets aan mijn kant. Je bericht is niet verwerkt; "
    "stuur het over een minuutje nog eens."
)
"""Nothing was done with the message."""

OUTCOME_UNKNOWN = (
    "Het duurt te lang, en ik weet niet of het gelukt is. Vraag over een minuutje 'mijn inschrijvingen' "
    "om te zien hoe het staat, of stuur je bericht nog eens."
)
"""The message went in, and no answer came out in time."""

NO_ANSWER = (
    "Daar kreeg ik geen antwoord op, er hapert iets aan mijn kant. Stuur je bericht over een minuutje "
    "nog eens. Ging het om een inschrijving? Vraag dan eerst 'mijn inschrijvingen'."
)
"""Something broke while the message was being answered."""

STILL_BUSY = "Ik ben nog bezig met je vorige bericht. Dit laatste is niet verwerkt; stuur het zo meteen nog eens."
"""An earlier message of the same conversation takes too long."""

BUTTONS_LOST = "De knoppen doen het nu even niet. Typ gewoon wat je wilt."
"""The answer is there, its buttons could not be kept."""

NOT_FORGOTTEN = (
    "Let op: het wissen van dit gesprek is nog niet helemaal gelukt. "
    "Vraag over een minuutje nog eens: 'wis mijn gegevens'."
)

NO_SUCH_TALK = "Dit gesprek ken ik niet (meer). Begin een nieuw gesprek door geen gespreksnummer mee te sturen."

NO_SUCH_BUTTON = "Deze knop hoort niet bij dit gesprek. Typ wat je wilt, of gebruik een knop uit dit gesprek."

NO_SUCH_MAP = "Deze metrokaart is er niet (meer). Vraag in het gesprek naar de metrokaart, dan zie je welke er zijn."

NO_SUCH_CALENDAR = (
    "Deze agenda is er niet (meer). Vraag in het gesprek om je agendalink, dan krijg je het adres dat nu geldt."
)

TEXT_OR_BUTTON = "Stuur een tekst (`text`), een knop (`button`) of een begin (`start`): precies één van de drie."

SOMETHING_BROKE = "Er ging bij ons iets mis. Probeer het over een minuutje nog eens."

NO_DATABASE = "De catalogus is nu even niet te bereiken. Probeer het over een minuutje nog eens."

NO_UNDERSTANDING = "Het taalbegrip is nu even niet te bereiken. Probeer het over een minuutje nog eens."

TOO_MANY_MESSAGES = (
    "Dat gaat me te snel: er komen wel heel veel berichten. Dit laatste is niet verwerkt. "
    "Wacht {seconds} en stuur het dan nog eens."
)

TOO_MANY_REQUESTS = "Er komen te veel verzoeken van jouw adres. Wacht {seconds} en probeer het dan nog eens."

FROM_ELSEWHERE = (
    "Dit bericht kwam via een andere website en is niet verwerkt. "
    "Open het gesprek met de navigator zelf en stuur het daar."
)

TOO_MANY_TABS = "Dit gesprek staat al in veel vensters open. Sluit er een, of vraag nieuwe berichten zelf op."
