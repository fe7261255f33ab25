"""The linker follows the catalogue."""

from __future__ import annotations

from threading import Thread

from sqlalchemy import Engine

from knowledge.catalogue.content import Content, Place
from knowledge.catalogue.load import load
from knowledge.catalogue.snapshot import CatalogueView
from knowledge.linking import Linker, LinkerView
from knowledge.linking.dutch import dutch
from tests.conftest import NOW
from tests.knowledge.linking.small import skill, small

ZWOLLE = Place(id="zwolle", name="Zwolle", lat=52.5, lon=6.1)


def test_a_linker_is_kept_as_long_as_the_catalogue_has_not_changed(engine: Engine) -> None:
    load(engine, Content(places=[ZWOLLE]), NOW)
    view = LinkerView(CatalogueView(engine))
    assert view.now() is view.now()


def test_a_new_place_is_understood_as_soon_as_it_is_loaded(engine: Engine) -> None:
    view = LinkerView(CatalogueView(engine))
    before = view.now().link("bij Zwolle", NOW)
    load(engine, Content(places=[ZWOLLE]), NOW)
    after = view.now().link("bij Zwolle", NOW)
    assert (before, [(mention.kind, mention.value) for mention in after]) == ([], [("place", "zwolle")])


def test_a_linker_that_is_built_while_another_reads_keeps_its_names() -> None:
    built: list[Linker] = []
    builder = Thread(target=lambda: built.append(Linker(small(version=2, skills=[skill("xylo", "Xylofoneren")]))))
    with dutch().working():
        builder.start()
        builder.join(timeout=1)  # it would be ready by now, but for the reading that it waits for
    builder.join()
    assert [mention.value for mention in built[0].link("iets met xylofoneren", NOW)] == ["xylo"]


def test_a_topic_is_unknown_until_the_catalogue_has_it() -> None:
    without, with_it = Linker(small()), Linker(small(version=2, skills=[skill("breien", "Breien")]))
    found = [[(m.kind, m.value) for m in linker.link("iets met breien", NOW)] for linker in (without, with_it)]
    assert found == [[("unknown_topic", "breien")], [("skill", "breien")]]
