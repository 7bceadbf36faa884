"""What is wrong with settings, in words: key, fault and what is allowed, as the field's description says. Pure."""

from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails


def faults_of(error: ValidationError, root: type[BaseModel]) -> list[str]:
    """Name each fault of a file that was checked against `root`."""
    return [_fault(each, root) for each in error.errors(include_url=False)]


def _fault(error: ErrorDetails, root: type[BaseModel]) -> str:
    """Say key, fault and what is allowed; the value only where it cannot be a secret."""
    where = error["loc"]
    name = _key(where)
    if error["type"] == "extra_forbidden":
        return f"{name} is not known; allowed here: {', '.join(_known(where[:-1], root))}"
    if error["type"] == "missing":
        return f"{name} is missing; wanted: {_allowed(where, root)}"
    if error["type"] == "conflict":  # names the keys itself, below this one
        return f"{name}: {error['msg']}"
    if error["type"] == "address":  # names the field itself
        return f"{name}.{error['msg'].removeprefix('Value error, ')}"
    value = error["input"]
    shown = f" ({value})" if isinstance(value, int | float) else ""  # a PIN of digits only stands in quotes
    allowed = _allowed(where, root)
    why = "a table is wanted" if error["type"] == "model_type" else error["msg"][:1].lower() + error["msg"][1:]
    return f"{name} is wrong{shown}: {why}" + (f"; allowed: {allowed}" if allowed else "")


def _key(where: tuple[int | str, ...]) -> str:
    """`("dial_plan", "rewrite", 0, "pattern")` as `dial_plan.rewrite[1].pattern`: people count from one."""
    name = ""
    for step in where:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return name.removeprefix(".") or "the file"


def _model_at(where: tuple[int | str, ...], root: type[BaseModel]) -> type[BaseModel] | None:
    model: type[BaseModel] | None = root
    for step in where:
        if isinstance(step, int) or model is None:
            continue
        field = model.model_fields.get(step)
        model = _model_in(field.annotation) if field else None
    return model


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _known(where: tuple[int | str, ...], root: type[BaseModel]) -> list[str]:
    model = _model_at(where, root)
    return list(model.model_fields) if model else []


def _allowed(where: tuple[int | str, ...], root: type[BaseModel]) -> str:
    names = [step for step in where if isinstance(step, str)]
    model = _model_at(tuple(names[:-1]), root) if names else None
    field = model.model_fields.get(names[-1]) if model else None
    if field is None:
        return ""
    return field.description or f"a table with {', '.join(_known(tuple(names), root))}"
