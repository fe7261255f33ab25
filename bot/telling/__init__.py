"""Telling people of their seats without being asked: the letter, its words, and the ways out that carry it."""
