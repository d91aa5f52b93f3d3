"""Records that can be shown, compared and written down.

The generated records show nothing of themselves and fail when they are
compared with anything else. `dress` mends both; `to_dict` gives what the JSON
of the library has.
"""

from __future__ import annotations

import enum
import inspect
from types import ModuleType
from typing import Any

from ._fields import FIELDS

# Spellings that are not the name in lower case.
_WORDS = {
    ("AgeBand", "UNDER13"): "under_13",
    ("AgeBand", "FROM13_TO15"): "13_15",
    ("AgeBand", "FROM16_TO17"): "16_17",
}


def _fields(record: object) -> dict[str, Any]:
    return {name: value for name, value in vars(record).items() if not name.startswith("_")}


def _shown(record: object) -> str:
    values = getattr(record, "_values", None)
    if values is not None:
        inside = ", ".join(map(repr, values))
    else:
        inside = ", ".join(f"{name}={value!r}" for name, value in _fields(record).items())
    return f"{type(record).__qualname__}({inside})"


def _equal(one: object, other: object) -> bool:
    if type(one) is not type(other):
        return NotImplemented
    return vars(one) == vars(other)


def _is_record(kind: type) -> bool:
    return hasattr(kind, "__dataclass_fields__")


def dress(module: ModuleType) -> None:
    """Gives the records of a module their `repr`, equality, and what their fields mean."""
    for name, fields in FIELDS.items():
        kind = getattr(module, name)
        lines = [inspect.cleandoc(kind.__doc__ or ""), "", *(f"{field}: {text}" for field, text in fields.items())]
        kind.__doc__ = "\n".join(lines)
    for kind in [kind for kind in vars(module).values() if inspect.isclass(kind)]:
        inner = [value for value in vars(kind).values() if inspect.isclass(value)]
        for record in filter(_is_record, [kind, *inner]):
            record.__repr__ = record.__str__ = _shown
            record.__eq__ = _equal
            # Equal records may change, so they are no keys.
            record.__hash__ = None
    failed = module.MagditError.Failed
    failed.__str__ = lambda error: f"{error.text} ({word(error.code)})"
    failed.__repr__ = lambda error: f"MagditError.Failed(code={error.code}, text={error.text!r})"


def word(value: enum.Enum) -> str:
    """The spelling of a word in JSON: `ask_school` for `Outcome.ASK_SCHOOL`."""
    return _WORDS.get((type(value).__name__, value.name), value.name.lower())


def to_dict(value: object) -> Any:
    """A record as dictionaries, lists, words, numbers and texts.

    Keys and words are those of the JSON that every binding gives. What is not
    there is `None` here and left out there.
    """
    if isinstance(value, enum.Enum):
        return word(value)
    if isinstance(value, list):
        return [to_dict(item) for item in value]
    if value is None or isinstance(value, (bool, int, str)):
        return value
    kind, _, variant = type(value).__qualname__.rpartition(".")
    if hasattr(value, "_values") or kind:
        return _variant(kind, variant, value)
    return _record(variant, value)


def _variant(kind: str, variant: str, value: Any) -> Any:
    values = [to_dict(item) for item in getattr(value, "_values", [])]
    fields = {name: to_dict(item) for name, item in _fields(value).items()}
    match kind, variant:
        case ("Value", _) | ("Given", "VALUE"):
            return values[0]
        case ("Given", _):
            return "do_not_know"
        case ("Step", _):
            return {"step": variant.lower(), **values[0]}
        case ("Change", _):
            inside = {"value": values[0] if len(values) == 1 else values} if values else {}
            return {"kind": variant.lower(), **inside}
        case ("Fact", "KNOWN"):
            return values[0]
        case ("Fact", "UNKNOWN"):
            return {"unknown": fields.pop("reason"), **fields}
        case ("Fact", _):
            return {"not_applicable": True}
        case ("Status", _):
            return {"state": variant.lower(), **fields}
    return {variant.lower(): values or fields}


def _record(kind: str, value: object) -> dict[str, Any]:
    fields = {name: to_dict(item) for name, item in _fields(value).items()}
    match kind:
        case "Info":
            fields = {"version": fields["version"], **fields.pop("release"), **fields}
        case "FactEntry":
            fields = {**fields.pop("fact"), **fields}
        case "ToolShown":
            fields = {**fields.pop("tool"), **fields}
        case "SearchResult":
            fields["certain"] = fields["confidence"] == "exact"
        case "GivenAnswers":
            fields["answers"] = {answer["key"]: answer["given"] for answer in fields["answers"]}
    return fields
