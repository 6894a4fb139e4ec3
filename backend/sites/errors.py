"""Why something cannot be done about a site, its structure or its worker list."""

from backend.kit.errors import PassportError
from backend.sites.list_rules import ListRefusal
from backend.sites.rules import SiteRefusal
from backend.sites.structure_rules import TierRefusal

_BAD = {SiteRefusal.DAYS_WRONG, SiteRefusal.AREA_MISSING, ListRefusal.TRADE_UNKNOWN, ListRefusal.ROW_TWICE}

REFUSED: dict[str, type[PassportError]] = {
    code.value: type(
        f"{code.name.title().replace('_', '')}Error",
        (PassportError,),
        {"code": code.value, "status": 400 if bad else 409},
    )
    for code in (*SiteRefusal, *TierRefusal, *ListRefusal)
    for bad in [code in _BAD]
}
"""One kind for each refusal of the rules, by its code."""


class CompanyUnknownError(PassportError):
    """There is no company of this number."""

    code = "company_unknown"
    status = 404


class TierDecidedError(PassportError):
    """The tier was answered otherwise, or has ended."""

    code = "tier_decided"
    status = 409


class OwnAskError(PassportError):
    """Whoever asks does not answer for the other side too."""

    code = "own_ask"
    status = 403


class TierMissingError(PassportError):
    """The company has no accepted place in the site's structure."""

    code = "tier_missing"
    status = 409


class WhyMissingError(PassportError):
    """A tier cannot be refused without saying why."""

    code = "tier_why_missing"
    status = 400


class ReaderKeyTakenError(PassportError):
    """A reader with this key is enrolled already."""

    code = "reader_key_taken"
    status = 409
