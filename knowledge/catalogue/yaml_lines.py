"""YAML as plain data, with the line of every part, so that a fault can be pointed at.

Text that is not YAML, is half written or has a key twice gives a fault, never a traceback.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.reader import ReaderError

from knowledge.catalogue.faults import Fault

Location = tuple[str | int, ...]


@dataclass
class Parsed:
    """``data`` is None when the text is not YAML or holds nothing; ``lines`` are by place, from 1."""

    file: str
    data: Any = None
    lines: dict[Location, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, line: int, what: str, remedy: str) -> None:
        self.faults.append(Fault(self.file, line, what, remedy))


def parse(text: str, file: str) -> Parsed:
    """Reads the text of a file; ``file`` is how its faults name it."""
    parsed = Parsed(file)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        if node is None:
            parsed.fault(1, "The file is empty.", "Write something in it, or remove it.")
        else:
            parsed.data = _plain(node, (), parsed, yaml.SafeLoader(""))
    except yaml.MarkedYAMLError as error:
        parsed.fault(*_not_yaml(error, text))
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        parsed.fault(line, f"This is not YAML: {error.reason}.", "Remove the character that cannot be seen.")
    except RecursionError:
        parsed.fault(1, "This is not YAML: it is nested too deep.", "Write it anew, without `&` and `*`.")
    return parsed


def _not_yaml(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str, str]:
    mark = error.problem_mark or error.context_mark
    last = max(1, len(text.splitlines()))
    line = min(mark.line + 1, last) if mark else 1
    began = error.context_mark.line + 1 if error.context_mark else line
    where = f" (in what begins on line {began})" if began < line else ""
    return line, f"This is not YAML: {error.problem}{where}.", "Look at this line and the one above it."


def _plain(node: yaml.Node, place: Location, parsed: Parsed, loader: yaml.SafeLoader) -> Any:
    """Plain data of a node; notes the line of every part."""
    line = node.start_mark.line + 1
    parsed.lines[place] = line
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, place, parsed, loader)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*place, i), parsed, loader) for i, item in enumerate(node.value)]
    try:
        return loader.construct_object(node)
    except (ValueError, OverflowError) as error:
        parsed.fault(line, f"`{node.value}` cannot be read: {error}.", "Put it between quotes, or correct it.")
        return node.value


def _mapping(node: yaml.MappingNode, place: Location, parsed: Parsed, loader: yaml.SafeLoader) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            parsed.fault(line, "A key must be a word.", "Put text with braces or brackets between quotes.")
            continue
        key = str(key_node.value)
        if key in found:
            parsed.fault(line, f"`{key}` stands here a second time.", "Keep one of the two.")
        found[key] = _plain(value_node, (*place, key), parsed, loader)
        parsed.lines[(*place, key)] = line
    return found
