"""The base forms that a word may come from, for words that no lemma table holds ("cobotjes", "plc's")."""

from __future__ import annotations

ENDINGS = (
    ("etjes", ""), ("tjes", ""), ("pjes", ""), ("kjes", ""), ("jes", ""),
    ("etje", ""), ("tje", ""), ("pje", ""), ("kje", ""), ("je", ""), ("ke", ""), ("kes", ""),
    ("'s", ""), ("'en", ""), ("s", ""), ("sen", "s"), ("zen", "s"), ("ven", "f"), ("en", ""), ("n", ""), ("e", ""),
    ("ert", "er"), ("erd", "er"), ("de", "en"), ("te", "en"), ("t", "en"),
)  # fmt: skip
"""Plurals, diminutives (also Flemish) and a few verb forms: ending, and what stands there in the base form."""

SHORTEST = 3


def bases(norm: str) -> list[str]:
    """Possible base forms, likeliest first; never the word itself and never under three letters."""
    found = [
        norm[: -len(ending)] + instead
        for ending, instead in ENDINGS
        if norm.endswith(ending) and len(norm) - len(ending) >= SHORTEST
    ]
    single = [form[:-1] for form in found if len(form) > SHORTEST and form[-1] == form[-2]]
    participle = [norm[2:-1] + "en"] if norm.startswith("ge") and norm[-1:] in "td" and len(norm) > 6 else []
    return list(dict.fromkeys(found + single + participle))
