"""Whatever is changed in a sound configuration, the answer is a ConfigError that names the key, or a configuration."""

import copy
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.config import load_config
from briefing.errors import ConfigError
from tests.config.conftest import VALID

VALUES = tomllib.loads(VALID)
TABLES = [(name, key) for name in ("actors", "themes", "outlets", "audiences") for key in VALUES[name]]
KEYS = [("title",), ("marking",), *((name, key, one) for name, key in TABLES for one in VALUES[name][key])]
KEYS += [("smtp", key) for key in VALUES["smtp"]]
REQUIRED = [("smtp", "host"), ("smtp", "from")]
REFERENCES = [("themes", "offers", "actors"), ("audiences", "chief", "themes")]
WRONG: dict[type, list[Any]] = {
    str: [1, 1.5, True, [], {}, ["x"]],
    int: ["x", "7", True, 1.5, [], {}],
    float: ["x", True, [], {}],
    bool: ["x", "true", 1, 0.0, [], {}],
    list: ["x", 1, 1.5, True, {}, [1], [{}]],
}
"""No value of these kinds may stand where one of the key's kind is asked for."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mutations") / "briefing.toml"


def toml(values: dict[str, Any]) -> str:
    """Write a table of tables as inline TOML: every key on a line of its own."""

    def inline(value: Any) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{json.dumps(key)} = {inline(one)}" for key, one in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(inline, value)) + "]"
        return json.dumps(value)

    return "\n".join(f"{json.dumps(key)} = {inline(value)}" for key, value in values.items())


def faults(path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    return [fault.where.replace('"', "") for fault in caught.value.faults]


def changed(key: tuple[str, ...]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Copy the values; give them and the table that the key stands in."""
    values = table = copy.deepcopy(VALUES)
    for part in key[:-1]:
        table = table[part]
    return values, table


mutating = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@mutating
@given(key=st.sampled_from(KEYS), letter=st.sampled_from("abxyz_0"), data=st.data())
def test_typo_in_a_key(path, key, letter, data):
    """A key that is spelt wrong is named as it is spelt."""
    values, table = changed(key)
    at = data.draw(st.integers(1, len(key[-1])))
    typo = key[-1][:at] + letter + key[-1][at:]
    table[typo] = table.pop(key[-1])
    assert any(where.endswith(": " + ".".join((*key[:-1], typo))) for where in faults(path, toml(values)))


@mutating
@given(key=st.sampled_from(KEYS), data=st.data())
def test_wrong_type(path, key, data):
    """A value of a wrong kind is told with its key."""
    values, table = changed(key)
    table[key[-1]] = data.draw(st.sampled_from(WRONG[type(table[key[-1]])]))
    if key[-1] in ("pages", "min_score") and isinstance(table[key[-1]], float):
        return
    told = faults(path, toml(values))
    assert any(where.endswith(": " + ".".join(key)) for where in told)


@pytest.mark.parametrize("key", REQUIRED)
def test_missing_key(path, key):
    """A key that must be there is told when it is not."""
    values, table = changed(key)
    del table[key[-1]]
    assert any(where.endswith(": " + ".".join(key)) for where in faults(path, toml(values)))


@mutating
@given(key=st.sampled_from(REFERENCES), name=st.from_regex(re.compile(r"[a-z]{1,12}"), fullmatch=True))
def test_missing_reference(path, key, name):
    """A reference that leads nowhere is told where it stands."""
    values, table = changed(key)
    table[key[-1]].append(f"no_{name}")
    assert faults(path, toml(values)) == [f"{path}:{where(values, key)}: {'.'.join(key)}"]


@mutating
@given(name=st.from_regex(re.compile(r"[a-z]{1,12}"), fullmatch=True))
def test_missing_parent(path, name):
    """An audience that extends one that is not there is told where it says so, with the chain."""
    values, table = changed(("audiences", "deputy", "extends"))
    table["extends"] = f"no_{name}"
    assert faults(path, toml(values)) == [f"{path}:{where(values, ('audiences',))}: audiences.deputy.extends"]


@mutating
@given(data=st.data())
def test_any_family(path, data):
    """However audiences extend one another, the answer is an edition for each or a fault at one that extends."""
    names = ("a", "b", "c", "phone", "executive")
    own = data.draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    parents = {name: data.draw(st.none() | st.sampled_from((*names, "nobody"))) for name in own}
    text = "".join(
        f"[audiences.{name}]\n" + (f'extends = "{parent}"\n' if parent else "")
        for name, parent in parents.items()
    )
    path.write_text(text, encoding="utf-8")
    try:
        found = load_config(path)
    except ConfigError as error:
        assert all(fault.where.endswith(".extends") for fault in error.faults)
        assert any(bad(name, parents) for name in own)
    else:
        assert [one.key for one in found.audiences] == own
        assert not any(bad(name, parents) for name in own)


def bad(name: str, parents: dict[str, str | None]) -> bool:
    """Tell whether a chain ends in nobody or never."""
    for _ in range(len(parents) + 1):
        parent = parents[name]
        if parent is None or (parent in ("phone", "executive") and (parent == name or parent not in parents)):
            return False
        if parent not in parents:
            return True
        name = parent
    return True


def where(values: dict[str, Any], key: tuple[str, ...]) -> int:
    """Give the line of the key's table: here every table of the top is a line."""
    return list(values).index(key[0]) + 1


text = st.text(alphabet=st.characters(codec="utf-8"), max_size=12)
anything = st.recursive(
    text | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=6,
)


@mutating
@given(key=st.sampled_from([*KEYS, ("actors",), ("themes", "offers"), ("include",)]), value=anything)
def test_anything_anywhere(path, key, value):
    """Any value at any place gives a configuration or faults in words, never another exception."""
    values, table = changed(key)
    table[key[-1]] = value
    try:
        path.write_text(toml(values), encoding="utf-8")
        load_config(path)
    except ConfigError as error:
        assert error.faults
        assert "pydantic" not in str(error)
        assert "Input should" not in str(error)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(VALID.encode())), data=st.binary(max_size=3), gone=st.integers(0, 40))
def test_broken_bytes(path, at, data, gone):
    """A file that is cut or overwritten anywhere gives a configuration or faults, never another exception."""
    whole = VALID.encode()
    path.write_bytes(whole[:at] + data + whole[at + gone :])
    try:
        load_config(path)
    except ConfigError as error:
        assert all(fault.where for fault in error.faults)
