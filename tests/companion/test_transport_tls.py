"""TLS is verified, and a server that cannot prove its identity is sent nothing."""

import asyncio
import datetime as dt
import ipaddress
import os
import ssl
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pbx_support import Script, answer, client_of, raw_server, session_then

from companion.errors import CallError, Code, Phase
from companion.pbx import MakeCall

NOW = dt.datetime.now(dt.UTC)
DAY = dt.timedelta(days=1)


def certificate(folder: Path, *, name: str = "127.0.0.1", until: dt.datetime = NOW + DAY) -> Path:
    """A key and a certificate that signs itself, in one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Simulated PBX")])
    try:
        alternative: x509.GeneralName = x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        alternative = x509.DNSName(name)
    signed = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - 10 * DAY)
        .not_valid_after(until)
        .add_extension(x509.SubjectAlternativeName([alternative]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "pbx.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + signed.public_bytes(serialization.Encoding.PEM)
    )
    return path


def serving(path: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


async def test_a_certificate_of_an_authority_in_the_settings_is_trusted(tmp_path: Path) -> None:
    path = certificate(tmp_path)
    async with raw_server(session_then(answer()), serving(path)) as raw:
        client = client_of(raw.port, scheme="https", ca_file=str(path))
        await client.make_call(MakeCall("1"))
        await client.close()
    assert len(raw.requests) == 2


async def test_an_authority_of_the_system_is_trusted(tmp_path: Path) -> None:
    path = certificate(tmp_path)
    program = (
        "import asyncio, sys\n"
        "from companion.pbx import MakeCall, PbxAddress, open_client\n"
        "from companion.secret import Secret\n"
        "address = PbxAddress(kind='v10', host='127.0.0.1', scheme='https', port=int(sys.argv[1]))\n"
        "asyncio.run(open_client(address, '100', Secret('1'), None).make_call(MakeCall('1')))"
    )
    async with raw_server(session_then(answer()), serving(path)) as raw:
        words = (sys.executable, "-c", program, str(raw.port))
        process = await asyncio.create_subprocess_exec(*words, env={**os.environ, "SSL_CERT_FILE": str(path)})
        assert await process.wait() == 0
    assert len(raw.requests) == 2


def test_importing_aiohttp_leaves_the_environment_as_it_was() -> None:
    program = "import os; from companion.pbx import preload; preload(); print(os.environ.get('SSL_CERT_FILE'))"
    for value in (None, "/own/certificates.pem"):
        env = {name: each for name, each in os.environ.items() if name != "SSL_CERT_FILE"}
        env |= {"SSL_CERT_FILE": value} if value else {}
        words = [sys.executable, "-c", program]
        assert subprocess.run(words, env=env, capture_output=True, text=True, check=True).stdout.strip() == str(value)


@pytest.mark.parametrize(
    ("about", "trusted", "word"),
    [
        ({}, False, "self-signed"),
        ({"until": NOW - DAY}, True, "expired"),
        ({"name": "other.example"}, True, "127.0.0.1"),
    ],
)
async def test_unknown_expired_and_foreign_certificates_are_sent_nothing(
    tmp_path: Path, about: dict[str, object], trusted: bool, word: str
) -> None:
    path = certificate(tmp_path, **about)  # type: ignore[arg-type]  # cases of several types
    async with raw_server(session_then(answer()), serving(path)) as raw:
        client = client_of(raw.port, scheme="https", ca_file=str(path) if trusted else None)
        with pytest.raises(CallError) as caught:
            await client.make_call(MakeCall("1"))
        await client.close()
    assert (caught.value.code, caught.value.phase) == (Code.PBX_UNTRUSTED, Phase.NOTHING_SENT)
    assert word in caught.value.message
    assert raw.requests == []


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion")
async def test_a_server_too_old_for_tls_1_2_is_sent_nothing(tmp_path: Path) -> None:
    path = certificate(tmp_path)
    old = serving(path)
    old.set_ciphers("DEFAULT@SECLEVEL=0")
    old.minimum_version = ssl.TLSVersion.TLSv1
    old.maximum_version = ssl.TLSVersion.TLSv1_1
    async with raw_server(session_then(answer()), old) as raw:
        client = client_of(raw.port, scheme="https", ca_file=str(path))
        with pytest.raises(CallError) as caught:
            await client.make_call(MakeCall("1"))
        await client.close()
    assert (caught.value.code, caught.value.phase) == (Code.PBX_UNTRUSTED, Phase.NOTHING_SENT)
    assert raw.requests == []


async def test_a_server_without_tls_is_sent_nothing() -> None:
    heard = bytearray()

    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.extend(await reader.read(4096))
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(plain, "127.0.0.1", 0)
    client = client_of(server.sockets[0].getsockname()[1], scheme="https")
    with pytest.raises(CallError) as caught:
        await client.make_call(MakeCall("1"))
    await client.close()
    server.close()
    assert (caught.value.code, caught.value.phase) == (Code.PBX_UNTRUSTED, Phase.NOTHING_SENT)
    assert b"pin" not in heard


def test_a_missing_file_of_authorities_is_named() -> None:
    with pytest.raises(ValueError, match="ca_file"):
        client_of(1, scheme="https", ca_file="/nowhere/ca.pem")


def connecting(port: int, seen: list[bytes]) -> Script:
    """A proxy that opens a connection to this port of this machine, whatever it is asked for, and hands bytes on."""

    async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, head: bytes) -> None:
        seen.append(head)
        there, to_there = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"HTTP/1.1 200 Connected\r\n\r\n")

        async def hand_on(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
            while data := await source.read(4096):
                seen.append(data)
                sink.write(data)
            sink.close()

        await asyncio.gather(hand_on(reader, to_there), hand_on(there, writer))

    return script


async def test_a_proxy_of_the_settings_is_used_and_sees_no_pin(tmp_path: Path) -> None:
    path, seen = certificate(tmp_path), list[bytes]()
    async with (
        raw_server(session_then(answer()), serving(path)) as raw,
        raw_server(connecting(raw.port, seen)) as proxy,
    ):
        client = client_of(raw.port, scheme="https", ca_file=str(path), proxy=f"http://127.0.0.1:{proxy.port}")
        await client.make_call(MakeCall("1"))
        await client.close()
    assert len(raw.requests) == 2
    assert proxy.requests[0].startswith(b"CONNECT 127.0.0.1:%d HTTP/1.1" % raw.port)
    assert b"make_call" not in b"".join(seen)


async def test_a_proxy_that_refuses_means_that_nothing_was_sent(tmp_path: Path) -> None:
    async def refuse(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter, _head: bytes) -> None:
        writer.write(answer("403 Forbidden", b"no"))

    path = certificate(tmp_path)
    async with raw_server(session_then(answer()), serving(path)) as raw, raw_server(refuse) as proxy:
        client = client_of(raw.port, scheme="https", ca_file=str(path), proxy=f"http://127.0.0.1:{proxy.port}")
        with pytest.raises(CallError) as caught:
            await client.make_call(MakeCall("1"))
        await client.close()
    assert (caught.value.code, caught.value.phase) == (Code.PBX_UNREACHABLE, Phase.NOTHING_SENT)
    assert "403" in caught.value.message
    assert raw.requests == []


@pytest.mark.parametrize("scheme", ["http", None])
def test_a_proxy_that_would_read_the_pin_is_refused(scheme: str | None) -> None:
    with pytest.raises(ValueError, match="over plain http"):
        client_of(5000, scheme=scheme, proxy="http://127.0.0.1:3128")
