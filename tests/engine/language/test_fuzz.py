"""Whatever is in the files, reading works or says what is wrong: never anything else."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.language.bad import BASES, GOOD, SHEETS, assert_well_said, faults_in, faults_in_sheet

NIGHT = (GOOD / "night.yaml").read_bytes()
ORDER = (GOOD / "order.yaml").read_bytes()
SHEET = b"tired: yes\nmood: calm\nsigns: [yawns, not_sure]\nnights: 3\n"
WORDS = [
    b"yes", b"no", b"unknown", b"none", b"~", b"true", b"-1", b"99999999999999999999", b"2.5", b"''", b"{}", b"[]", b"step", b"tired", b"rest",
    b"- ", b": ", b"\n", b"\n  ", b"\t", b"&a ", b"*a", b"!!str ", b"{", b"}", b"[", b"]", b"'", b'"', b"#", b"|\n", b">\n", b"? ", b"\0", b"\xff",
    b"\xe2\x80\xa8", b"\x1b", b"---\n", b"%YAML 3\n", b"not", b"all", b"when: ", b"\xc3\xa9", b"\xef\xbb\xbf",
]  # fmt: skip


@st.composite
def mutated(draw, text: bytes) -> bytes:
    """The text with up to four pieces cut, doubled or replaced."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        put = draw(st.one_of(st.just(b""), st.sampled_from(WORDS), st.binary(max_size=4), st.just(text[start:end] * 2)))
        text = text[:start] + put + text[end:]
    return text


@st.composite
def swapped(draw, text: bytes) -> bytes:
    """The text with up to three of its words put in place of others, so that it often stays good YAML."""
    words = text.split(b" ")
    for _ in range(draw(st.integers(1, 3))):
        words[draw(st.integers(0, len(words) - 1))] = draw(st.one_of(st.sampled_from(words), st.sampled_from(WORDS)))
    return b" ".join(words)


def check(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, raw in files.items():
            (Path(folder) / name).write_bytes(raw)
        if faults := faults_in(Path(folder)):
            assert_well_said(faults)


@given(st.one_of(mutated(NIGHT), swapped(NIGHT)))
@settings(max_examples=200, deadline=None)
def test_a_changed_file(raw):
    check({"order.yaml": ORDER, "night.yaml": raw})


@given(st.one_of(mutated(ORDER), swapped(ORDER)))
@settings(max_examples=100, deadline=None)
def test_a_changed_order(raw):
    check({"order.yaml": raw, "night.yaml": NIGHT})


@given(
    st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
)
@settings(max_examples=100, deadline=None)
def test_any_bytes(raw):
    check({"order.yaml": ORDER, "night.yaml": NIGHT, "odd.yaml": raw})


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_changed_bad_knowledge_base(data):
    folder = data.draw(st.sampled_from(BASES))
    files = {path.relative_to(folder).name: path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}
    name = data.draw(st.sampled_from(sorted(files)))
    check({**files, name: data.draw(st.one_of(mutated(files[name]), swapped(files[name])))})


@pytest.mark.parametrize("depth", [10, 18, 19, 39, 40, 41, 1000, 100_000])
@pytest.mark.parametrize(
    "piece",
    [(b"[", b"]"), (b"{a: ", b"}"), (b"{all: [", b"]}"), (b"{any: [{tired: yes}, ", b"]}"), (b"- ", b""), (b"? ", b"")],
)
def test_deep_nesting(depth, piece):
    opened, closed = piece
    raw = NIGHT.replace(b"{tired: yes}", opened * depth + b"{tired: yes}" + closed * depth)
    check({"order.yaml": ORDER, "night.yaml": raw})


@given(
    st.one_of(
        mutated(SHEET),
        swapped(SHEET),
        st.binary(max_size=100),
        st.text(max_size=100).map(lambda t: t.encode("utf-8", "surrogatepass")),
    )
)
@settings(max_examples=200, deadline=None)
def test_a_changed_sheet(raw):
    if faults := faults_in_sheet(raw):
        assert_well_said(faults)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_a_changed_bad_sheet(data):
    if faults := faults_in_sheet(data.draw(mutated(data.draw(st.sampled_from(SHEETS)).read_bytes()))):
        assert_well_said(faults)
