"""Files that cannot be read as YAML of known kinds: each fault names its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.catalogue.check import check_content
from knowledge.catalogue.content import KINDS, Content
from knowledge.catalogue.faults import Fault
from knowledge.catalogue.reader import Reading, read_content
from tests.knowledge.catalogue.small_files import SMALL, Files

ALL_KINDS = ", ".join(KINDS)
LOOK = "Look at this line and the one above it."
EMPTY = "The file is empty. Write something in it, or remove it."
NO_KIND = f"A content file must begin with a kind. Begin with one of: {ALL_KINDS}."
DEEP = "This is not YAML: it is nested too deep. Write it anew, without `&` and `*`."


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        pytest.param(
            "    type: X",
            "    type: [X",
            6,
            f"This is not YAML: expected ',' or ']', but got ':' (in what begins on line 5). {LOOK}",
            id="a bracket that is not closed",
        ),
        pytest.param(
            "    type: X",
            "\ttype: X",
            5,
            f"This is not YAML: found character '\\t' that cannot start any token. {LOOK}",
            id="a tab",
        ),
        pytest.param(
            "    owner: lashal",
            '    owner: "lashal',
            34,
            f"This is not YAML: found unexpected end of stream (in what begins on line 27). {LOOK}",
            id="a quote that is not closed",
        ),
        pytest.param(
            "    owner: lashal",
            "    owner: *lashal",
            27,
            f"This is not YAML: found undefined alias 'lashal'. {LOOK}",
            id="an alias of nothing",
        ),
        pytest.param(
            "    hours: 3.5",
            "    hours: !!python/name:os.system",
            23,
            "This is not YAML: could not determine a constructor for the tag "
            f"'tag:yaml.org,2002:python/name:os.system'. {LOOK}",
            id="a tag that runs code",
        ),
        pytest.param(
            "  - id: thuis-kijken",
            "---\n  - id: thuis-kijken",
            28,
            f"This is not YAML: but found another document (in what begins on line 2). {LOOK}",
            id="two documents",
        ),
        pytest.param(
            "Thuis kijken",
            "Thuis\x07kijken",
            29,
            "This is not YAML: special characters are not allowed. Remove the character that cannot be seen.",
            id="a control character",
        ),
        pytest.param(
            "    hours: 3.5",
            "    hours: 3.5\n    name: Nog een naam",
            24,
            "`name` stands here a second time. Keep one of the two.",
            id="a key twice",
        ),
        pytest.param(
            "  - id: thuis-kijken",
            "modules:\n  - id: thuis-kijken",
            28,
            "`modules` stands here a second time. Keep one of the two.",
            id="a kind twice",
        ),
        pytest.param(
            "modules:",
            "modulen:",
            2,
            f"`modulen` is no kind of thing. Use one of: {ALL_KINDS}.",
            id="an unknown kind",
        ),
        pytest.param(
            "modules:",
            "example: ja\nmodules:",
            2,
            "`example` is either true or false. Write `true`.",
            id="an example that is neither true nor false",
        ),
    ],
)
def test_a_broken_file_is_one_fault_on_its_line(files: Files, old: str, new: str, line: int, said: str) -> None:
    files.change("modules.yml", old, new)
    assert files.faults() == [f"modules.yml:{line}: {said}"]


@pytest.mark.parametrize(
    ("raw", "line", "said"),
    [
        pytest.param(b"", 1, EMPTY, id="nothing"),
        pytest.param(b"# later\n", 1, EMPTY, id="a remark only"),
        pytest.param(b"example: true\n", 1, EMPTY, id="an example of nothing"),
        pytest.param(b"- lassen\n", 1, NO_KIND, id="a list"),
        pytest.param(b"lassen\n", 1, NO_KIND, id="a word"),
        pytest.param(b"~\n", 1, NO_KIND, id="null"),
        pytest.param(b"skills:\n", 1, "`skills` must be a list. Begin each thing with `- `.", id="a bare kind"),
        pytest.param(
            b"# x\npartners: {id: lashal}\n",
            2,
            "`partners` must be a list. Begin each thing with `- `.",
            id="a kind that is a mapping",
        ),
        pytest.param(
            b"skills: [\n  {id: a,",
            2,
            f"This is not YAML: expected the node content, but found '<stream end>'. {LOOK}",
            id="half written",
        ),
        pytest.param(
            b"# x\nskills:\n  - name: caf\xe9\n",
            3,
            "The file is not UTF-8 text. Save it as UTF-8 text.",
            id="not UTF-8",
        ),
        pytest.param(b"skills: &a [*a]\n", 1, DEEP, id="a list within itself"),
        pytest.param(b"skills: " + b"[" * 1000, 1, DEEP, id="lists without end"),
    ],
)
def test_a_file_without_things_is_one_fault_on_its_line(files: Files, raw: bytes, line: int, said: str) -> None:
    files.write("extra.yml", raw)
    assert files.faults() == [f"extra.yml:{line}: {said}"]


@pytest.mark.parametrize(
    ("new", "said"),
    [
        pytest.param(
            "hours: 2026-13-45",
            [
                "In modules, cobot-leren: `hours`: Input should be a valid number, unable to parse string as a "
                "number. It is '2026-13-45'; change it.",
                "`2026-13-45` cannot be read: month must be in 1..12. Put it between quotes, or correct it.",
            ],
            id="a date that does not exist",
        ),
        pytest.param(
            "hours: {{ hours }}",
            [
                "A key must be a word. Put text with braces or brackets between quotes.",
                "In modules, cobot-leren: `hours`: Input should be a valid number. Change it.",
            ],
            id="braces",
        ),
    ],
)
def test_a_value_that_cannot_be_read_is_named_with_its_line(files: Files, new: str, said: list[str]) -> None:
    files.change("modules.yml", "hours: 3.5", new)
    assert files.faults() == [f"modules.yml:23: {one}" for one in said]


def test_a_thing_that_is_no_mapping_is_named_with_its_line(files: Files) -> None:
    files.write("extra.yml", "skills:\n  - lassen\n")
    assert files.faults() == [
        "extra.yml:2: In skills, 'lassen': Input should be a valid dictionary or instance of Skill. "
        "It is 'lassen'; change it."
    ]


def test_faults_of_several_files_are_all_named_in_order(files: Files) -> None:
    files.change("modules.yml", "hours: 3.5", "hours: 9")
    files.change("academies.yml", "city: zwolle", "city: zwole")
    files.add("people.yml", "\nextra: [")
    assert [fault.split(": ")[0] for fault in files.faults()] == [
        "academies.yml:11",
        "modules.yml:23",
        "people.yml:41",
    ]


def test_what_stands_in_a_broken_file_is_not_said_to_be_missing(files: Files) -> None:
    files.add("people.yml", "\nroles: [\n")
    files.change("modules.yml", "teaches: {cobots: beginner}", "teaches: {kobots: beginner}")
    assert files.faults() == [
        "modules.yml:33: `kobots` does not exist in skills. Correct the name, or add what it names.",
        f"people.yml:41: This is not YAML: expected the node content, but found '<stream end>'. {LOOK}",
    ]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    fault = Fault(str(missing), 1, "There is no such file or folder.", "Check the path.")
    assert read_content(missing) == Reading(faults=[fault])


def test_a_folder_without_content_is_named(tmp_path: Path) -> None:
    (tmp_path / "remark.txt").write_text("nothing yet")
    fault = Fault(str(tmp_path), 1, "There are no .yml files here.", "Name the folder with the catalogue.")
    assert read_content(tmp_path) == Reading(faults=[fault])


def test_what_is_no_file_though_it_is_named_so_is_a_fault(files: Files) -> None:
    (files.folder / "extra.yml").mkdir()
    assert files.faults() == [
        "extra.yml:1: The file cannot be read: Is a directory. Check what it is and who may read it."
    ]


def test_one_file_can_be_checked_by_itself(files: Files) -> None:
    alone = check_content(files.folder / "people.yml")
    assert (len(alone.written), alone.faults) == (7, [])


def test_a_file_with_the_other_ending_is_read_too(files: Files) -> None:
    whole = files.content()
    (files.folder / "lines.yml").rename(files.folder / "lines.yaml")
    assert files.content() == whole


def test_a_file_saved_by_notepad_is_read(files: Files) -> None:
    whole = files.content()
    text = (files.folder / "people.yml").read_bytes()
    files.write("people.yml", b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    assert files.content() == whole


def test_each_thing_knows_the_lines_of_its_parts() -> None:
    written = {one.thing.id: one for one in read_content(SMALL).written if hasattr(one.thing, "id")}
    line = written["kijklijn"]
    assert (line.kind, line.file) == ("lines", str(SMALL / "lines.yml"))
    assert [line.line(), line.line("goal"), line.line("stations", 1, "phase"), line.line("nowhere")] == [
        17,
        20,
        25,
        17,
    ]


def test_example_at_the_top_of_a_file_is_said_of_everything_in_it() -> None:
    content = read_content(SMALL).content()
    assert [thing.example for thing in content.skills] == [True, True, True]
    assert [thing.example for thing in content.modules] == [False, False, False, False]


def test_the_content_keeps_the_order_of_the_files() -> None:
    content = read_content(SMALL).content()
    assert [thing.id for thing in content.modules] == [
        "rondkijken",
        "eerste-las",
        "cobot-leren",
        "thuis-kijken",
    ]
    assert isinstance(content, Content)
