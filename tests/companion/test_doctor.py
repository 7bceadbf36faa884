"""The doctor's checks: PBX against real sockets, the host against real processes."""

import asyncio
import shutil
import ssl
import subprocess
import sys
import textwrap
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from installing_support import machine, work

from companion import PROTOCOL, __version__
from companion.checks import browsers, pbx
from companion.checks.result import Check, Health
from companion.installing.plan import install
from companion.pbx import PbxAddress, kind_named
from companion.simulator import Options, running

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Coroutine[None, None, None]]


async def probe(address: PbxAddress) -> dict[str, Check]:
    endpoint = kind_named(address.kind).endpoint(address)
    return {check.name: check async for check in pbx.reachable(address, endpoint)}


def healths(checks: dict[str, Check]) -> dict[str, Health]:
    return {name: check.health for name, check in checks.items()}


@asynccontextmanager
async def server(serve: Serve, tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    """A server on loopback that does with each connection what `serve` says."""
    listening = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls)
    try:
        yield listening.sockets[0].getsockname()[1]
    finally:
        listening.close()


async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()
    writer.close()


def saying(answer: bytes) -> Serve:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()
        writer.close()

    return serve


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for localhost that no authority signed."""
    openssl = shutil.which("openssl")
    assert openssl, "openssl makes the test's certificate"
    folder = tmp_path_factory.mktemp("tls")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    wanted = f"-subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout {key} -out {certificate}"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *wanted.split()],
        check=True,
        capture_output=True,
    )
    return key, certificate


def serving(certificate: tuple[Path, Path]) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate[1], certificate[0])
    return context


@pytest.mark.parametrize("kind", ["v9-iis", "v9-abyss", "v10"])
async def test_a_pbx_that_is_there_is_found_without_placing_a_call_or_showing_a_secret(kind: str) -> None:
    async with running(Options(kind=kind, port=0)) as simulator:
        checks = await probe(PbxAddress(kind=kind, host="127.0.0.1", port=simulator.port))
        assert healths(checks) == {"pbx_dns": Health.OK, "pbx_tcp": Health.OK, "pbx_http": Health.OK}
        assert not simulator.pbx.calls
        assert all("pin" not in entry.target and "pwd" not in entry.target for entry in simulator.pbx.log)


async def test_another_layout_at_that_port_is_said_to_be_one() -> None:
    """The commonest mistake in setup: the right port and the wrong kind."""
    async with running(Options(kind="v9-iis", port=0)) as simulator:
        checks = await probe(PbxAddress(kind="v10", host="127.0.0.1", port=simulator.port))
        assert checks["pbx_http"].health is Health.FAIL
        assert "--kind" in (checks["pbx_http"].remedy or "")


async def test_an_unknown_name_ends_the_checks_there() -> None:
    checks = await probe(PbxAddress(kind="v10", host="pbx.invalid"))
    assert healths(checks) == {"pbx_dns": Health.FAIL}


async def test_a_closed_port_ends_the_checks_there() -> None:
    async with server(silent) as port:
        pass
    checks = await probe(PbxAddress(kind="v10", host="127.0.0.1", port=port))
    assert healths(checks) == {"pbx_dns": Health.OK, "pbx_tcp": Health.FAIL}
    assert "refused" in checks["pbx_tcp"].says


@pytest.mark.parametrize(
    "answer", [b"", b"SSH-2.0-OpenSSH\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b"\xff" * 100_000, b"HTTP/1.1\r\n\r\n"]
)
async def test_what_is_no_http_is_said_to_be_none(answer: bytes) -> None:
    async with server(saying(answer)) as port:
        checks = await probe(PbxAddress(kind="v10", host="127.0.0.1", port=port))
    assert checks["pbx_http"].health is Health.FAIL


async def test_a_silent_server_is_given_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pbx, "STEP_SECONDS", 0.2)
    async with server(silent) as port:
        checks = await asyncio.wait_for(probe(PbxAddress(kind="v10", host="127.0.0.1", port=port)), 5)
    assert checks["pbx_http"].health is Health.FAIL


async def test_a_wrong_clock_is_noticed() -> None:
    answer = b"HTTP/1.1 200 OK\r\nDate: Mon, 01 Jan 2001 00:00:00 GMT\r\n\r\n"
    async with server(saying(answer)) as port:
        checks = await probe(PbxAddress(kind="v10", host="127.0.0.1", port=port))
    assert checks["clock_pbx"].health is Health.WARN


async def test_a_certificate_of_no_known_authority_is_refused_and_accepted_with_its_file(
    certificate: tuple[Path, Path],
) -> None:
    async with server(saying(b"HTTP/1.1 200 OK\r\n\r\n"), serving(certificate)) as port:
        unknown = await probe(PbxAddress(kind="v10", host="localhost", scheme="https", port=port))
        known = await probe(
            PbxAddress(kind="v10", host="localhost", scheme="https", port=port, ca_file=str(certificate[1]))
        )
    assert healths(unknown) == {"pbx_dns": Health.OK, "pbx_tcp": Health.OK, "pbx_tls": Health.FAIL}
    assert known["pbx_tls"].health is Health.WARN, "it ends in two days"
    assert known["pbx_http"].health is Health.OK


async def test_a_certificate_for_another_name_is_refused(certificate: tuple[Path, Path]) -> None:
    async with server(saying(b"HTTP/1.1 200 OK\r\n\r\n"), serving(certificate)) as port:
        address = PbxAddress(kind="v10", host="127.0.0.1", scheme="https", port=port, ca_file=str(certificate[1]))
        checks = await probe(address)
    assert checks["pbx_tls"].health is Health.FAIL


async def test_https_to_a_plain_port_is_told_from_a_bad_certificate() -> None:
    async with server(saying(b"HTTP/1.1 400 Bad Request\r\n\r\n")) as port:
        checks = await probe(PbxAddress(kind="v10", host="127.0.0.1", scheme="https", port=port))
    assert checks["pbx_tls"].health is Health.FAIL
    assert "--scheme" in (checks["pbx_tls"].remedy or "")


@pytest.mark.parametrize(("allowed", "wanted"), [(False, Health.FAIL), (True, Health.WARN)])
def test_plain_http_to_a_public_address_fails_unless_chosen(allowed: bool, wanted: Health) -> None:
    address = PbxAddress(kind="v10", host="203.0.113.7", scheme="http", allow_plain_http=allowed)
    check = pbx._plain_http(address, kind_named("v10").endpoint(address), ["203.0.113.7"])
    assert check is not None
    assert check.health is wanted


def host(tmp_path: Path, body: str) -> Path:
    """A program that stands in for `callwith-host`."""
    program = tmp_path / "callwith-host"
    source = f"#!{sys.executable}\nimport json, struct, sys, time\n{textwrap.dedent(body)}"
    program.write_text(source)
    program.chmod(0o755)
    return program


GREETS = """
def send(message):
    data = json.dumps(message).encode()
    sys.stdout.buffer.write(struct.pack("=I", len(data)) + data)
    sys.stdout.buffer.flush()
send({"type": "greeting", "version": %r, "protocol": %r, "capabilities": []})
sys.stdin.buffer.read()
"""


def test_a_host_that_greets_and_ends_is_well(tmp_path: Path) -> None:
    program = host(tmp_path, GREETS % (__version__, PROTOCOL))
    assert browsers.start_check("Chromium", (str(program),)).health is Health.OK


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("sys.exit(3)", "exit code 3"),
        ("print('a stray line that is longer than a frame head')", "did not greet"),
        ("sys.stdout.buffer.write(b'\\x05\\0\\0\\0{bad}')", "did not greet"),
        (GREETS % ("0.0.1", PROTOCOL), "version 0.0.1"),
        (GREETS % (__version__, 99), "The browser starts version"),
        (GREETS % (__version__, PROTOCOL) + "\ntime.sleep(60)", "does not end"),
    ],
)
def test_a_host_that_is_not_well_is_said_to_be_so(tmp_path: Path, body: str, said: str) -> None:
    check = browsers.start_check("Chromium", (str(host(tmp_path, body)),))
    assert check.health is Health.FAIL
    assert said in check.says
    assert check.remedy


def test_a_host_that_hangs_before_greeting_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsers, "GREETING_SECONDS", 0.5)
    check = browsers.start_check("Chromium", (str(host(tmp_path, "time.sleep(60)")),))
    assert check.health is Health.FAIL


def test_each_family_is_started_with_its_own_arguments(tmp_path: Path) -> None:
    """Chromium gives the extension's origin, Firefox the manifest's path and the extension's id."""
    on = machine(tmp_path, programs=("chromium", "firefox"))
    program = host(
        tmp_path,
        f"open({str(tmp_path / 'seen')!r}, 'a').write(repr(sys.argv[1:]) + '\\n')\n" + GREETS % (__version__, PROTOCOL),
    )
    job = work(tmp_path, on, host=program)
    install(job)
    checks = browsers.all_checks(job, [])
    assert {check.health for check in checks} == {Health.OK}
    seen = (tmp_path / "seen").read_text().splitlines()
    assert any("chrome-extension://empoikljldlhbeoickfgfnchnhmoddkc/" in line for line in seen)
    assert any("org.callwith.companion.json" in line and "call-with-3cx@callwith.org" in line for line in seen)


def test_a_browser_without_registration_and_one_with_an_outdated_one_both_fail(tmp_path: Path) -> None:
    on = machine(tmp_path, programs=("chromium", "firefox"))
    program = host(tmp_path, GREETS % (__version__, PROTOCOL))
    install(work(tmp_path, on, host=tmp_path / "old" / "callwith-host"), ["firefox"])
    checks = {check.part: check for check in browsers.all_checks(work(tmp_path, on, host=program), [])}
    assert checks["Chromium"].health is Health.FAIL
    assert "not registered" in checks["Chromium"].says
    assert checks["Firefox"].health is Health.FAIL
    assert "old" in checks["Firefox"].says
    assert all("callwith install" in (check.remedy or "") for check in checks.values())


def test_a_registered_program_that_may_not_be_run_fails(tmp_path: Path) -> None:
    on = machine(tmp_path, programs=("chromium",))
    program = host(tmp_path, "")
    job = work(tmp_path, on, host=program)
    install(job)
    program.chmod(0o644)
    (check,) = browsers.all_checks(job, [])
    assert check.health is Health.FAIL
    assert "chmod +x" in (check.remedy or "")
    program.unlink()
    (check,) = browsers.all_checks(job, [])
    assert "does not exist" in check.says


def test_a_sandboxed_browser_is_a_warning_with_advice(tmp_path: Path) -> None:
    on = machine(tmp_path, programs=("firefox",))
    program = host(tmp_path, GREETS % (__version__, PROTOCOL))
    (on.folders["home"] / "snap" / "chromium").mkdir(parents=True)
    job = work(tmp_path, on, host=program)
    install(job)
    (snap,) = [check for check in browsers.all_checks(job, []) if check.part.startswith("Chromium")]
    assert snap.health is Health.WARN
    assert snap.remedy


def test_a_registration_for_all_users_counts(tmp_path: Path) -> None:
    on = machine(tmp_path, programs=("chromium",))
    program = host(tmp_path, GREETS % (__version__, PROTOCOL))
    job = work(tmp_path, on, host=program)
    install(job)
    own = on.folders["config"] / "chromium/NativeMessagingHosts/org.callwith.companion.json"
    system = on.root / "etc/chromium/native-messaging-hosts"
    system.mkdir(parents=True)
    own.rename(system / own.name)
    assert {check.health for check in browsers.all_checks(job, [])} == {Health.OK}


async def test_a_proxy_of_the_settings_is_a_step_of_its_own_and_the_environments_is_not_used(
    certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        there, to_there = await asyncio.open_connection("127.0.0.1", pbx_port)
        writer.write(b"HTTP/1.1 200 Connected\r\n\r\n")

        async def hand_on(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
            while data := await source.read(4096):
                sink.write(data)
            sink.close()

        await asyncio.gather(hand_on(reader, to_there), hand_on(there, writer), return_exceptions=True)

    wanted: dict[str, object] = {"kind": "v10", "host": "localhost", "scheme": "https", "ca_file": str(certificate[1])}
    async with (
        server(saying(b"HTTP/1.1 200 OK\r\n\r\n"), serving(certificate)) as pbx_port,
        server(connect) as port,
        server(saying(b"HTTP/1.1 407 Who are you?\r\n\r\n")) as refusing,
    ):

        def through(proxy: int) -> PbxAddress:
            wanted.update(port=pbx_port, proxy=f"http://127.0.0.1:{proxy}")
            return PbxAddress(**wanted)  # type: ignore[arg-type]  # checked by pydantic

        checks = await probe(through(port))
        refused = await probe(through(refusing))
    assert healths(checks) == {"pbx_proxy": Health.OK, "pbx_tls": Health.WARN, "pbx_http": Health.OK}  # ends in days
    assert healths(refused) == {"pbx_proxy": Health.FAIL}
    assert "407" in refused["pbx_proxy"].says
