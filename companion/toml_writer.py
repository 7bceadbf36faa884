"""Writes TOML as a person would: a line for each key, a table for each section. Pure; read back by tomllib."""

from collections.abc import Mapping

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}
Table = Mapping[str, object]


def to_toml(content: Table, comment: str) -> str:
    """Return the text of a file. Keys are bare words; values are strings, numbers, booleans, lists and tables of them.

    None is left out, as TOML has no such value. Raises TypeError for anything else.
    """
    return "\n".join([f"# {comment}", *_table(content, "")]) + "\n"


def _table(content: Table, name: str) -> list[str]:
    tables = {key: value for key, value in content.items() if isinstance(value, Mapping)}
    lists = {key: value for key, value in content.items() if _is_list_of_tables(value)}
    plain = {key: value for key, value in content.items() if key not in tables and key not in lists}
    lines = [f"{key} = {_value(value)}" for key, value in plain.items() if value is not None]
    if name and (lines or not (tables or lists)):
        lines = ["", f"[{name}]", *lines]
    for key, table in tables.items():
        lines += _table(table, _join(name, key))
    for key, items in lists.items():
        for item in items if isinstance(items, list) else []:
            lines += ["", f"[[{_join(name, key)}]]", *(f"{inner} = {_value(value)}" for inner, value in item.items())]
    return lines


def _join(name: str, key: str) -> str:
    return f"{name}.{key}" if name else key


def _is_list_of_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    raise TypeError(f"TOML has no {type(value).__name__}")


def _string(text: str) -> str:
    if "\\" in text and "'" not in text and text.isprintable():
        return f"'{text}'"  # a regular expression stays as it is
    escaped = "".join(
        _ESCAPES.get(letter) or (letter if letter.isprintable() else f"\\U{ord(letter):08x}") for letter in text
    )
    return f'"{escaped}"'
