"""`navigator catalogue`, `import-map`, `export-map` and `draw-map`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bot.cli.doors import SMALL, Navigator, Said


def test_check_has_nothing_against_a_sound_catalogue(navigator: Navigator) -> None:
    assert navigator("catalogue", "check", SMALL) == Said(0, "", "9 things read, no faults.\n")


def test_check_names_every_fault_with_file_and_line_and_exits_2(navigator: Navigator, tmp_path: Path) -> None:
    broken = SMALL.read_text().replace("hours: 2", "hours: 9").replace("city: zwolle", "city: zwole")
    (tmp_path / "broken.yml").write_text(broken)
    said = navigator("catalogue", "check", "broken.yml")
    assert said.code == 2
    lines = broken.splitlines()
    wrong = [number for number, line in enumerate(lines, 1) if "zwole" in line or "hours: 9" in line]
    places = {line.split(": ")[0] for line in said.out.splitlines()}
    assert {f"broken.yml:{number}" for number in wrong} <= places

    as_json = navigator("catalogue", "check", "broken.yml", "--json")
    assert as_json.code == 2
    faults = json.loads(as_json.out)["faults"]
    assert [f"{one['file']}:{one['line']}: {one['what']} {one['remedy']}" for one in faults] == (said.out.splitlines())


def test_load_says_what_it_loaded_and_that_twice_changes_nothing(navigator: Navigator) -> None:
    counts = "version 1, 1 lines, 1 modules, 1 offerings.\n"
    assert navigator("catalogue", "load", SMALL) == Said(0, f"Loaded: {counts}", "")
    assert navigator("catalogue", "load", SMALL) == Said(0, f"Nothing changed: {counts}", "")


def test_load_refuses_a_broken_file_and_keeps_what_was_there(loaded: Navigator, tmp_path: Path) -> None:
    (tmp_path / "broken.yml").write_text("modules: [")
    said = loaded("catalogue", "load", "broken.yml")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("broken.yml:")
    assert "laslijn" in loaded("catalogue", "list").out


def test_list_names_what_is_loaded_as_it_names_what_is_in_a_file(loaded: Navigator) -> None:
    listed = json.loads(loaded("catalogue", "list", "--json").out)
    assert listed == [
        {"kind": "skills", "id": "lassen", "name": "Lassen"},
        {"kind": "roles", "id": "lasser", "name": "Lasser"},
        {"kind": "target_groups", "id": "vakmensen", "name": "Vakmensen"},
        {"kind": "academies", "id": "oost", "name": "Academie Oost"},
        {"kind": "places", "id": "zwolle", "name": "Zwolle"},
        {"kind": "modules", "id": "eerste-las", "name": "De eerste las"},
        {"kind": "lines", "id": "laslijn", "name": "Laslijn"},
        {"kind": "maps", "id": "oostkaart", "name": "Oostkaart"},
    ]
    assert json.loads(loaded("catalogue", "list", SMALL, "--json").out) == listed


def test_a_map_that_was_exported_can_be_imported_again(loaded: Navigator, tmp_path: Path) -> None:
    assert loaded("export-map", "oostkaart", "--out", "map.json") == Said(0, "", "Written to map.json.\n")
    assert json.loads((tmp_path / "map.json").read_text())["title"] == "Oostkaart"

    whole = json.loads(loaded("import-map", "map.json", "--json").out)
    assert [line["name"] for line in whole["content"]["lines"]] == ["Laslijn"]
    (tmp_path / "draft.json").write_text(json.dumps(whole))
    again = loaded("export-map", "oostkaart", "--drawing", "draft.json")
    assert json.loads(again.out) == json.loads((tmp_path / "map.json").read_text())


def test_an_import_lists_what_the_file_does_not_tell(loaded: Navigator) -> None:
    loaded("export-map", "oostkaart", "--out", "map.json")
    said = loaded("import-map", "map.json", "--out", "draft.yml")
    count = len(said.out.splitlines())
    assert count > 0
    assert said.err == f"Written to draft.yml.\n{count} questions are open; answer them in the draft.\n"


def test_a_map_is_drawn_as_a_picture(loaded: Navigator, tmp_path: Path) -> None:
    assert loaded("draw-map", "oostkaart", "--out", "map.svg") == Said(0, "", "Written to map.svg.\n")
    picture = (tmp_path / "map.svg").read_text()
    assert picture.startswith("<svg ")
    assert 'data-module="eerste-las"' in picture
    assert loaded("draw-map", "oostkaart").out == picture


@pytest.mark.parametrize("command", ["export-map", "draw-map"])
def test_an_unknown_map_is_a_sentence(loaded: Navigator, command: str) -> None:
    assert loaded(command, "west") == Said(2, "", "There is no map with id 'west'.\n")


def test_a_drawing_that_is_none_is_a_sentence(loaded: Navigator, tmp_path: Path) -> None:
    (tmp_path / "draft.json").write_text("[]")
    said = loaded("export-map", "oostkaart", "--drawing", "draft.json")
    sentence = "draft.json holds no drawing. Give what `navigator import-map FILE --json` wrote.\n"
    assert said == Said(2, "", sentence)
