"""Random single numbers with Google's verdict, one JSON line each: [written, region, "+E164" or null].

agreement.py COUNT SEED. More than half are example numbers of a region with digits changed, so that they lie near the
borders of the numbering plans; the rest are plain random digits. They are written with plus, trunk prefix, calling code
or an international prefix.
"""

import json
import random
import sys

import phonenumbers
from phonenumbers import PhoneMetadata

DESCRIPTIONS = (
    "general_desc",
    "fixed_line",
    "mobile",
    "toll_free",
    "premium_rate",
    "shared_cost",
    "personal_number",
    "voip",
    "pager",
    "uan",
    "voicemail",
)


def verdict(written: str, region: str) -> str | None:
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def examples(region: str) -> list[str]:
    metadata = PhoneMetadata.metadata_for_region(region)
    described = (getattr(metadata, name) for name in DESCRIPTIONS)
    return [one.example_number for one in described if one is not None and one.example_number]


def near(example: str, rng: random.Random) -> str:
    digits = list(example)
    for _ in range(rng.randrange(5)):
        digits[rng.randrange(len(digits))] = str(rng.randrange(10))
    if rng.random() < 0.6:
        tail = rng.randrange(1, len(digits))
        digits[-tail:] = [str(rng.randrange(10)) for _ in range(tail)]
    if rng.random() < 0.1:
        digits.append(str(rng.randrange(10)))
    if rng.random() < 0.1:
        digits.pop()
    return "".join(digits)


def main(count: int, seed: int) -> None:
    rng = random.Random(seed)
    regions = sorted(phonenumbers.SUPPORTED_REGIONS)
    known = {region: examples(region) for region in regions}
    for _ in range(count):
        region = rng.choice(regions)
        metadata = PhoneMetadata.metadata_for_region(region)
        code = str(metadata.country_code)
        if known[region] and rng.random() < 0.6:
            national = near(rng.choice(known[region]), rng)
        else:
            national = "".join(str(rng.randrange(10)) for _ in range(rng.randrange(3, 16)))
        ways = (
            "+" + code + national,
            (metadata.national_prefix or "") + national,
            national,
            code + national,
            "00" + code + national,
            "011" + code + national,
            "+" + code + (metadata.national_prefix or "0") + national,
        )
        written = rng.choices(ways, weights=(35, 20, 20, 10, 5, 5, 5))[0]
        asked = region if rng.random() < 0.8 else rng.choice(regions)
        print(json.dumps([written, asked, verdict(written, asked)]))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
