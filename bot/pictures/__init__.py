"""The pictures that a messenger shows: a line, a development path and the map, sharp and legible on a phone.

Each is laid out on a ``Sheet`` in CSS pixels, written as SVG and made into a PNG with fonts of our own, so that
it comes out the same on every machine. ``told`` says the same in words, for who can't see it.
"""
