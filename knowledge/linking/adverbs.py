"""Common Dutch adverbs and exclamations: the word lists of ``spacy-lookups-data`` hold none.

Without them "vooraan" would be taken for a misspelled "voorman".
"""

from __future__ import annotations

from knowledge.linking.words import listed

_POINTING = ("hier", "daar", "waar", "er")
_WHERE = listed(
    """aan achter af bij binnen boven buiten door heen in langs mee na naar naast onder om op over rond tegen toe
    tussen uit van vandaan vanaf voor vooraan"""
)
_OTHER = listed(
    """aanstonds achteraan achteraf achterin achterop achteruit allebei alleszins allez allemaal allicht alsnog alsof
    althans alvast alweer amper anderhalf beneden binnenkort bijgevolg bijtijds bovenaan bovendien bovenin bovenop
    buitenom daarentegen daarginds dadelijk dichtbij doorheen doordat dubbel eender eensklaps eerstdaags
    eindelijk elders elkaar elkander enerzijds enigszins ergens evenmin evenzeer feitelijk geenszins gelukkig
    gezien ginder gister gisteren graag grotendeels haast halverwege heden helaas helemaal hetgeen hetzij hoezeer
    hoezo hoofdzakelijk hooguit hopelijk hoever idem iegelijk immer immers inclusief ineens inderdaad ingeval
    integendeel intussen jongstleden kortom kwijt langzaamaan liefst maandenlang meestal meteen middenin
    mits morgen morgenvroeg namelijk natuurlijk nergens nietwaar niettemin nochtans nogmaals noodgedwongen omtrent
    onderaan onderin onderweg onlangs onmiddellijk ooit oorspronkelijk opeens overal overdag overmorgen pardon
    plots rechtdoor rechtstreeks redelijkerwijs samen sowieso spijtig straks strakjes succes telkens tenminste
    teneinde tenslotte terecht tevens tevoren tezamen thuis toevallig trouwens uberhaupt uiteindelijk uiteraard
    vanavond vandaag vandaar vanmiddag vanmorgen vannacht vanochtend vanouds vanzelf vanzelfsprekend veelal verderop
    vermoedelijk vlakbij voldoende volgend voluit vooraan vooralsnog vooreerst voorgoed voorheen voorin voorlopig
    voortaan voortdurend vorig waarschijnlijk wederom weleens wellicht weliswaar wijlen zodat zodoende zogezegd zojuist
    zomaar zonet zover zowat zoiets zozeer goedendag goeiedag goedemorgen goeiemorgen goedemiddag goeiemiddag
    goedenavond goeienavond dankjewel dankuwel dankje hallo houdoe tabee welterusten merci please thanks whatever
    where which would could should there their about english"""
)


def adverbs() -> frozenset[str]:
    """All of them, in the form of ``fold``."""
    return _OTHER | {f"{point}{where}" for point in _POINTING for where in _WHERE}
