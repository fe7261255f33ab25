"""What the comparison of pipelines is made of."""

from __future__ import annotations

import yaml

from tests.evaluate.engine import ROOT
from tests.evaluate.pipelines.__main__ import table
from tests.evaluate.pipelines.trying import Tried, candidates, config_of

TRIED = Tried(
    name="ours", says="what the navigator uses", epochs=20, first=0.9, among_two=0.95, one_slip=0.85, asked_back=0.02,
    training_s=80, start_s=20, memory_mb=700, alone_p50_ms=40, alone_p95_ms=80, crowd_p95_ms=1500,
)  # fmt: skip


def test_ours_is_the_config_that_the_navigator_uses() -> None:
    ours = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    assert yaml.safe_load(config_of(candidates()["ours"], 100)) == ours


def test_every_candidate_makes_a_whole_config_with_its_epochs_filled_in() -> None:
    configs = {name: config_of(one, 7) for name, one in candidates().items()}
    assert [name for name, text in configs.items() if "EPOCHS" in text] == []
    assert all({"pipeline", "policies", "language"} <= yaml.safe_load(text).keys() for text in configs.values())
    assert "epochs: 7" in configs["rasa init"]


def test_a_candidate_without_a_component_is_ours_less_that_one() -> None:
    names = [one["name"] for one in yaml.safe_load(config_of(candidates()["one reading"], 1))["pipeline"]]
    ours = [one["name"] for one in yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))["pipeline"]]
    assert names == [name for name in ours if name != "components.spelling.Spelling"]


def test_the_page_has_a_row_for_each_and_says_when_one_was_trained_for_a_shorter_time() -> None:
    page = table([TRIED], "a test")
    assert "| ours | 0.900 | 0.950 | 0.850 | 0.020 | 40 / 80 ms | 1,500 ms | 80 s | 20 s | 700 MB |" in page
    assert "what the navigator uses; trained for 20 of its 100 epochs." in page
