"""SVG becomes a PNG that is the same on every machine."""

from __future__ import annotations

import pytest

from bot.pictures.raster import FONTS, rasterise
from tests.bot.pictures.looks import size_of


def drawn(inside: str, style: str = "") -> bytes:
    text = f'<text x="5" y="20" font-family="Liberation Sans" {style}>{inside}</text>'
    return rasterise(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30">{text}</svg>', 180)


def test_the_fonts_and_their_licence_are_there() -> None:
    assert sorted(file.name for file in FONTS.iterdir()) == [
        "LiberationSans-Bold.ttf",
        "LiberationSans-Regular.ttf",
        "OFL.txt",
    ]


def test_letters_are_drawn_bold_and_with_accents() -> None:
    pictures = {
        drawn(""),
        drawn("Een"),
        drawn("Eén"),
        drawn("Een", 'font-weight="bold"'),
        drawn("Een – € ’"),
        drawn("Eën"),
    }
    assert len(pictures) == 6
    assert drawn("Een") == drawn("Een")
    assert size_of(drawn("Een")) == (180, 60)


def test_no_font_of_the_machine_is_used() -> None:
    assert drawn("漢") == drawn("字")
    assert drawn("Een", 'style="font-family:DejaVu Serif, Arial, Liberation Sans"') == drawn("Een")


@pytest.mark.parametrize("svg", ["", "<nee", "<html/>", "gewoon tekst"])
def test_what_is_no_svg_is_refused(svg: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        rasterise(svg, 100)
