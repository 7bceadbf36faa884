"""Calls as a spreadsheet, a program and a terminal get them, and points in time as people write them."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest

from companion.cli.listing import as_csv, as_json, local_time, printable, where
from companion.cli.since import parse_since
from companion.errors import Code
from companion.protocol import RecentCall

BERLIN_SUMMER = timezone(timedelta(hours=2))
NOW = datetime(2026, 7, 15, 1, 30, tzinfo=BERLIN_SUMMER)


def call(**changes: Any) -> RecentCall:
    given: dict[str, Any] = {
        "id": UUID(int=7),
        "at": "2026-07-14T23:30:00+00:00",
        "written": "020 7946 0958",
        "dialled": "02079460958",
        "state": "accepted",
        "code": None,
        "origin": "https://crm.example",
        "via": "click",
    }
    return RecentCall(**(given | changes))


def test_csv_reads_back_as_what_was_stored() -> None:
    calls = [call(written='a,"b"', code=Code.PBX_REFUSED), call(origin=None, via="cli")]
    rows = list(csv.DictReader(io.StringIO(as_csv(calls), newline="")))
    assert [row["written"] for row in rows] == ['a,"b"', "020 7946 0958"]
    assert rows[0]["code"] == "pbx_refused"
    assert rows[1]["origin"] == ""


@pytest.mark.parametrize("written", ["=HYPERLINK(1)", "@SUM(1)", "-1+1", "+1+cmd|' /C calc'!A0", " =1", "\uff1d1+1"])
def test_a_spreadsheet_runs_nothing_that_a_page_wrote(written: str) -> None:
    (row,) = csv.DictReader(io.StringIO(as_csv([call(written=written)])))
    assert row["written"] == f"'{written}"


@pytest.mark.parametrize("written", ["1;=HYPERLINK(1)", "1; =1+1", "1|@SUM(1)", "1,-1"])
def test_nor_does_one_that_parts_cells_elsewhere(written: str) -> None:
    text = as_csv([call(written=written)])
    for separator in ";|,":
        for row in csv.reader(io.StringIO(text), delimiter=separator, quoting=csv.QUOTE_NONE):
            assert not any(cell.strip(' "').startswith(("=", "@", "-")) for cell in row), row


def test_an_international_number_stays_as_it_is_in_csv() -> None:
    (row,) = csv.DictReader(io.StringIO(as_csv([call(written="+44 20 7946 0958")])))
    assert row["written"] == "+44 20 7946 0958"


def test_json_has_the_fields_of_the_contract() -> None:
    (entry,) = json.loads(as_json([call(written="٠٢٠")]))
    assert set(entry) == set(RecentCall.model_fields)
    assert entry["written"] == "٠٢٠"


def test_no_call_is_an_empty_list_and_a_heading() -> None:
    assert json.loads(as_json([])) == []
    assert len(as_csv([]).splitlines()) == 1


def test_what_a_page_wrote_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in printable("\x1b[2J020")
    assert "\x1b" not in where(call(origin="https://crm.example", via="click"))


def test_a_call_shows_its_site_or_else_its_gesture() -> None:
    assert where(call()) == "crm.example"
    assert where(call(origin=None, via="popup")) == "popup"


def test_times_of_the_journal_are_shown_in_local_time() -> None:
    at = "2026-07-14T23:30:00+00:00"
    assert local_time(at) == datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("30m", datetime(2026, 7, 14, 23, 0, tzinfo=UTC)),
        ("12h", datetime(2026, 7, 14, 11, 30, tzinfo=UTC)),
        ("7d", datetime(2026, 7, 7, 23, 30, tzinfo=UTC)),
        ("2w", datetime(2026, 6, 30, 23, 30, tzinfo=UTC)),
        ("today", datetime(2026, 7, 14, 22, 0, tzinfo=UTC)),
        ("Yesterday", datetime(2026, 7, 13, 22, 0, tzinfo=UTC)),
        ("2026-07-01", datetime(2026, 6, 30, 22, 0, tzinfo=UTC)),
        ("2026-07-01T08:00", datetime(2026, 7, 1, 6, 0, tzinfo=UTC)),
        ("2026-07-01T08:00Z", datetime(2026, 7, 1, 8, 0, tzinfo=UTC)),
    ],
)
def test_points_in_time_are_read_in_local_time(text: str, wanted: datetime) -> None:
    assert parse_since(text, NOW) == wanted


@pytest.mark.parametrize("text", ["", "soon", "7", "d", "2026-13-01", "0001-01-01T00:00+23:59"])
def test_what_is_no_point_in_time_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"write 30m|before any call"):
        parse_since(text, NOW)
