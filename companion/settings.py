"""The settings file: TOML for people, checked by pydantic, with errors that name file, key, fault and what is allowed.

Each field's description says what is allowed; it is what an error shows.
"""

import re
import tomllib
from pathlib import Path
from typing import Annotated, Final, Literal, Self, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from companion.dialling_rules import DialPlan
from companion.errors import CallError, Code
from companion.numbering import is_region
from companion.paths import Paths, UnsafeFileError, check_file, write_private
from companion.pbx.address import PbxAddress
from companion.toml_writer import to_toml

LONGEST_FILE: Final = 256 * 1024
"""Bytes; a settings file with a thousand rules has 60 KiB."""

Kind = Literal["v9-iis", "v9-abyss", "v10", "v20", "v20-webclient"]


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise PydanticCustomError("pattern", "is not a regular expression: {why}", {"why": str(error)}) from None
    return text


Digits = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,20}$")]


def _region(text: str) -> str:
    if not is_region(text):
        raise PydanticCustomError("region", "is not a region that has telephone numbers")
    return text


Region = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$"), AfterValidator(_region)]
ClientId = Annotated[str, StringConstraints(pattern=r"^[\x21-\x7e]{1,128}$")]
Pattern = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_pattern)]


class Section(BaseModel):
    """A table of the file; a key that is not known is an error, a value is not changed into another type."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class PbxSettings(Section):
    """Where the PBX is and how it wants to be spoken to; what is left out follows from its kind."""

    kind: Annotated[Kind, Field(description='"v9-iis", "v9-abyss", "v10" (V10 to V12.5), "v20" or "v20-webclient"')]
    host: Annotated[str, Field(description='a name or an address, such as "pbx.example.com" or "192.168.1.10"')]
    port: Annotated[int | None, Field(ge=1, le=65535, description="1 to 65535")] = None
    scheme: Annotated[Literal["http", "https"] | None, Field(description='"http" or "https"')] = None
    path: Annotated[str | None, Field(description='starts with /, such as "/ivr/PbxAPI.aspx"')] = None
    method: Annotated[Literal["GET", "POST"], Field(description='"GET" or "POST"')] = "GET"
    extension_parameter: Annotated[
        Literal["both", "ext_num", "extnum"], Field(description='"both", "ext_num" or "extnum"')
    ] = "both"
    failure_pattern: Annotated[
        Pattern | None, Field(description="a regular expression that an answer matches when the PBX refused")
    ] = None
    allow_plain_http: Annotated[bool, Field(description="true or false")] = False
    client_id: Annotated[
        ClientId, Field(description="V20: the API client's id, whose secret is stored in place of a PIN")
    ] = "callwith"
    admin_client_id: Annotated[
        ClientId | None, Field(description="V20: the id of another API client, for changing extensions")
    ] = None
    device: Annotated[
        Annotated[str, StringConstraints(min_length=1, max_length=256)] | None,
        Field(description="V20: the id of the phone that rings; left out, the PBX decides"),
    ] = None
    ca_file: Annotated[str | None, Field(description="path of a PEM file with the authorities to trust")] = None

    @model_validator(mode="after")
    def _usable(self) -> Self:
        try:
            self.address()
        except ValueError as error:
            raise PydanticCustomError("address", "{why}", {"why": str(error)}) from None
        return self

    @property
    def place(self) -> str:
        """Name this PBX where it is recorded what was set on it."""
        return f"{self.kind} {self.host}:{self.port or ''}"

    def address(self) -> PbxAddress:
        """Return what `companion.pbx.open_client` wants."""
        return PbxAddress(**self.model_dump())


class UserSettings(Section):
    """Whose phone rings."""

    extension: Annotated[Digits, Field(description='your own extension, digits in quotes, such as "100"')]
    region: Annotated[Region | None, Field(description='two capital letters of ISO 3166, such as "GB"')] = None


class CredentialsSettings(Section):
    """Where the PIN is kept."""

    store: Annotated[Literal["keyring", "file"], Field(description='"keyring" or "file"')] = "keyring"


class LimitSettings(Section):
    """How many calls may be placed."""

    calls_per_minute: Annotated[int, Field(ge=1, le=1000, description="1 to 1000")] = 10


class OwnExtensionSettings(Section):
    """What the user may change of their own extension in the browser; needs the management password too."""

    recording: Annotated[bool, Field(description="true or false")] = False
    external_calls: Annotated[bool, Field(description="true or false")] = False


ChromiumId = Annotated[str, StringConstraints(pattern=r"^[a-p]{32}$")]
FirefoxId = Annotated[
    str, StringConstraints(pattern=r"^(\{[0-9a-fA-F-]{36}\}|[A-Za-z0-9._-]{0,64}@[A-Za-z0-9._-]{1,64})$")
]


class CallerSettings(Section):
    """Extensions that may call besides our own, such as the Edge store's copy."""

    chromium: Annotated[list[ChromiumId], Field(description="ids of 32 letters a to p")] = []
    firefox: Annotated[list[FirefoxId], Field(description='ids such as "name@example.org"')] = []


class JournalSettings(Section):
    """What is remembered of calls."""

    keep_days: Annotated[int, Field(ge=1, le=36500, description="1 to 36500 days")] = 365
    shorten_numbers: Annotated[bool, Field(description="true or false")] = False


class LogSettings(Section):
    """How much is written to the logs."""

    level: Annotated[
        Literal["debug", "info", "warning", "error"], Field(description='"debug", "info", "warning" or "error"')
    ] = "info"


class Settings(Section):
    """The whole file."""

    pbx: PbxSettings
    user: UserSettings
    credentials: CredentialsSettings = CredentialsSettings()
    dial_plan: DialPlan = DialPlan()
    limits: LimitSettings = LimitSettings()
    own_extension: OwnExtensionSettings = OwnExtensionSettings()
    callers: CallerSettings = CallerSettings()
    journal: JournalSettings = JournalSettings()
    logs: LogSettings = LogSettings()


REQUIRED: Final = ("pbx", "user")
"""Without these tables nothing is configured yet."""


def load_settings(paths: Paths | None = None) -> Settings:
    """Read and check the settings. Raises CallError: `not_configured` without a file, else `settings_invalid`."""
    path = (paths or Paths.current()).settings
    content = read_toml(path)
    missing = [f"[{section}]" for section in REQUIRED if section not in content]
    if missing:
        raise CallError(Code.NOT_CONFIGURED, f"{path} has no {' and no '.join(missing)}")
    return parse_settings(content, path)


def parse_settings(content: dict[str, object], source: Path) -> Settings:
    """Check settings that were read from `source`. Raises CallError that names each fault."""
    faults: list[str]
    try:
        return Settings.model_validate(content)
    except ValidationError as error:
        faults = [_fault(each) for each in error.errors(include_url=False)]
    # Raised outside the handler: pydantic's error holds the file's values, and one may be a PIN put in the wrong place.
    raise CallError(Code.SETTINGS_INVALID, f"{source}: {'; '.join(faults[:5])}")


def save_settings(settings: Settings, paths: Paths | None = None) -> Path:
    """Write the settings as TOML that people can read, in one step, and return the file. Raises CallError."""
    path = (paths or Paths.current()).settings
    content = settings.model_dump(exclude_defaults=True)
    try:
        write_private(path, to_toml(content, "Settings of Call with 3CX. Change them here or with: callwith setup"))
    except UnsafeFileError as unsafe:
        raise CallError(Code.SETTINGS_INVALID, str(unsafe)) from None
    except OSError as error:
        raise CallError(Code.SETTINGS_INVALID, f"{path} cannot be written: {error.strerror}") from None
    return path


def read_toml(path: Path) -> dict[str, object]:
    """Read the file without checking its keys. Raises CallError."""
    fault = ""
    try:
        check_file(path)
        if path.stat().st_size <= LONGEST_FILE:
            return tomllib.loads(path.read_text("utf-8"))
        fault = f"{path} is longer than {LONGEST_FILE // 1024} KiB"
    except FileNotFoundError:
        raise CallError(Code.NOT_CONFIGURED, f"there is no {path}") from None
    except UnsafeFileError as unsafe:
        fault = str(unsafe)
    except UnicodeDecodeError:
        fault = f"{path} is not UTF-8"
    except tomllib.TOMLDecodeError as error:
        fault = f"{path} is not TOML: {error}"
    except OSError as error:
        fault = f"{path} cannot be read: {error.strerror}"
    raise CallError(Code.SETTINGS_INVALID, fault)


def _fault(error: ErrorDetails) -> str:
    """Say key, fault and what is allowed; the value only where it cannot be a secret."""
    where = error["loc"]
    name = _key(where)
    if error["type"] == "extra_forbidden":
        return f"{name} is not known; allowed here: {', '.join(_known(where[:-1]))}"
    if error["type"] == "missing":
        return f"{name} is missing; wanted: {_allowed(where)}"
    if error["type"] == "conflict":  # names the keys itself, below this one
        return f"{name}: {error['msg']}"
    if error["type"] == "address":  # names the field itself
        return f"{name}.{error['msg'].removeprefix('Value error, ')}"
    value = error["input"]
    shown = f" ({value})" if isinstance(value, int | float) else ""  # a PIN of digits only stands in quotes
    allowed = _allowed(where)
    why = "a table is wanted" if error["type"] == "model_type" else error["msg"][:1].lower() + error["msg"][1:]
    return f"{name} is wrong{shown}: {why}" + (f"; allowed: {allowed}" if allowed else "")


def _key(where: tuple[int | str, ...]) -> str:
    """`("dial_plan", "rewrite", 0, "pattern")` as `dial_plan.rewrite[1].pattern`: people count from one."""
    name = ""
    for step in where:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return name.removeprefix(".") or "the file"


def _model_at(where: tuple[int | str, ...]) -> type[BaseModel] | None:
    model: type[BaseModel] | None = Settings
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


def _known(where: tuple[int | str, ...]) -> list[str]:
    model = _model_at(where)
    return list(model.model_fields) if model else []


def _allowed(where: tuple[int | str, ...]) -> str:
    names = [step for step in where if isinstance(step, str)]
    model = _model_at(tuple(names[:-1])) if names else None
    field = model.model_fields.get(names[-1]) if model else None
    if field is None:
        return ""
    return field.description or f"a table with {', '.join(_known(tuple(names)))}"
