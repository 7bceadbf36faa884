"""The settings file: TOML for people, checked by pydantic, with errors that name file, key, fault and what is allowed.

Each field's description says what is allowed; it is what an error shows.
"""

import re
import tomllib
from pathlib import Path
from typing import Annotated, Final, Literal, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from companion import system_merge
from companion.dialling_rules import DialPlan
from companion.errors import CallError, Code
from companion.language import N_, _
from companion.numbering import is_region
from companion.paths import Paths, UnsafeFileError, check_file, check_system_file, write_private
from companion.pbx.address import PbxAddress
from companion.pbx.kinds import kind_named
from companion.settings_faults import faults_of
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
    proxy: Annotated[
        str | None, Field(description='"http://HOST:PORT", a proxy to reach the PBX through; with https only')
    ] = None

    @model_validator(mode="after")
    def _usable(self) -> Self:
        try:
            kind_named(self.kind).endpoint(self.address())
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
    """The one that rings first, and that the call is from."""
    region: Annotated[Region | None, Field(description='two capital letters of ISO 3166, such as "GB"')] = None
    """The country whose numbers are written without a country code."""


class CredentialsSettings(Section):
    """Where the PIN is kept."""

    store: Annotated[Literal["keyring", "file"], Field(description='"keyring" or "file"')] = "keyring"
    """The system's keyring, or a file that only you can read, where there is none."""


class LimitSettings(Section):
    """How many calls may be placed."""

    calls_per_minute: Annotated[int, Field(ge=1, le=1000, description="1 to 1000")] = 10
    """More are refused, whoever asks; nothing is sent then."""


class OwnExtensionSettings(Section):
    """What the user may change of their own extension in the browser; needs the management password too."""

    recording: Annotated[bool, Field(description="true or false")] = False
    """Whether their calls are recorded."""
    external_calls: Annotated[bool, Field(description="true or false")] = False
    """Whether they may call outside."""


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
    """Older calls are forgotten."""
    shorten_numbers: Annotated[bool, Field(description="true or false")] = False
    """Keep numbers without their last digits."""


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


class SystemUserSettings(Section):
    """What an administrator can say of everybody."""

    region: Annotated[Region | None, Field(description='two capital letters of ISO 3166, such as "GB"')] = None


class SystemSettings(Section):
    """The file for all users of a machine. What it leaves out is each user's own to set."""

    pbx: PbxSettings | None = None
    user: SystemUserSettings | None = None
    credentials: CredentialsSettings | None = None
    dial_plan: DialPlan | None = None
    limits: LimitSettings | None = None
    own_extension: OwnExtensionSettings | None = None
    callers: CallerSettings | None = None
    journal: JournalSettings | None = None
    logs: LogSettings | None = None


REQUIRED: Final = ("pbx", "user")
"""Without these tables nothing is configured yet."""

CANNOT_READ: Final = N_("{path} cannot be read: {why}")

Content = dict[str, object]
M = TypeVar("M", Settings, SystemSettings)


def load_settings(paths: Paths | None = None) -> Settings:
    """Read and check the settings. Raises CallError: `not_configured` without a file, else `settings_invalid`."""
    return load_merged(paths)[0]


def load_merged(paths: Paths | None = None) -> tuple[Settings, list[str]]:
    """Read the settings, and the keys of the user's file that those of the machine overrule. Raises CallError."""
    paths = paths or Paths.current()
    system = read_system(paths)
    try:
        own = read_toml(paths.settings)
    except CallError as error:
        if error.code is not Code.NOT_CONFIGURED or not system:
            raise
        own = {}
    merged = system_merge.merge(system, own)
    missing = [f"[{section}]" for section in REQUIRED if section not in (own if section == "user" else merged.content)]
    if missing:
        raise CallError(
            Code.NOT_CONFIGURED,
            _("{settings} has no {names}").format(settings=paths.settings, names=", ".join(missing)),
        )
    return parse_settings(merged.content, paths.settings), merged.overruled


def parse_settings(content: Content, source: Path) -> Settings:
    """Check settings that were read from `source`. Raises CallError that names each fault."""
    return _parsed(Settings, content, source)


def read_system(paths: Paths) -> Content:
    """Read and check the settings of the machine; empty where there are none. Raises CallError that names the file."""
    path = paths.system
    try:
        check_system_file(path)
    except FileNotFoundError:
        return {}
    except (UnsafeFileError, OSError) as error:
        raise _fault(path, error, _(CANNOT_READ)) from None
    content = _toml(path)
    if secret := system_merge.secret_in(content):
        raise CallError(
            Code.SETTINGS_INVALID,
            _(
                "{path}: {secret} looks like a secret; everybody on this machine can read this file, so it holds none. "
                "Each user stores their own: callwith secret set"
            ).format(path=path, secret=secret),
        )
    _parsed(SystemSettings, content, path)
    return content


def save_settings(settings: Settings, paths: Paths | None = None) -> Path:
    """Write the user's settings as TOML that people can read, in one step, and return the file. Raises CallError.

    What the settings of the machine say is left out: it would be old when they change.
    """
    paths = paths or Paths.current()
    path = paths.settings
    system = SystemSettings.model_validate(read_system(paths)).model_dump()
    content = system_merge.own_part(system, settings.model_dump(), settings.model_dump(exclude_defaults=True))
    try:
        write_private(path, to_toml(content, "Settings of Call with 3CX. Change them here or with: callwith setup"))
    except (UnsafeFileError, OSError) as error:
        raise _fault(path, error, _("{path} cannot be written: {why}")) from None
    return path


def read_toml(path: Path) -> Content:
    """Read the user's file without checking its keys. Raises CallError."""
    try:
        check_file(path)
    except (UnsafeFileError, OSError) as error:
        raise _fault(path, error, _(CANNOT_READ)) from None
    return _toml(path)


def _fault(path: Path, error: UnsafeFileError | OSError, sentence: str) -> CallError:
    """Name the file and what is wrong with it; who it belongs to, or who may write it, among the rest."""
    why = sentence.format(path=path, why=error.strerror) if isinstance(error, OSError) else str(error)
    return CallError(Code.SETTINGS_INVALID, why)


def _toml(path: Path) -> Content:
    fault = ""
    try:
        if path.stat().st_size <= LONGEST_FILE:
            return tomllib.loads(path.read_text("utf-8"))
        fault = f"{path} is longer than {LONGEST_FILE // 1024} KiB"
    except FileNotFoundError:
        raise CallError(Code.NOT_CONFIGURED, _("there is no {path}").format(path=path)) from None
    except UnicodeDecodeError:
        fault = f"{path} is not UTF-8"
    except tomllib.TOMLDecodeError as error:
        fault = f"{path} is not TOML: {error}"
    except OSError as error:
        fault = f"{path} cannot be read: {error.strerror}"
    raise CallError(Code.SETTINGS_INVALID, fault)


def _parsed(model: type[M], content: Content, source: Path) -> M:
    faults: list[str]
    try:
        return model.model_validate(content)
    except ValidationError as error:
        faults = faults_of(error, model)
    # Raised outside the handler: pydantic's error holds the file's values, and one may be a PIN put in the wrong place.
    raise CallError(Code.SETTINGS_INVALID, f"{source}: {'; '.join(faults[:5])}")
