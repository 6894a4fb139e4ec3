"""Who may do what: one table of operations and roles.  Pure; described in docs/decisions/0013-rights.md."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from uuid import UUID

import msgspec


class Role(StrEnum):
    """As what one acts.  `worker` and `foreman` follow from the register itself; the others are granted."""

    WORKER = "worker"
    FOREMAN = "foreman"
    RESPONSIBLE = "responsible_person"
    LAYER_MANAGER = "layer_manager"
    SITE_MANAGER = "site_manager"
    SITE_VIEWER = "site_viewer"
    PROXY_CLERK = "proxy_clerk"
    COUNTER_STAFF = "counter_staff"
    EVALUATION_BODY = "evaluation_body"
    PUBLIC_CLIENT = "public_client"
    MINISTRY = "ministry"
    OPERATOR = "operator"


class OrganisationKind(StrEnum):
    """Where a role holds; the register itself has the id 0."""

    COMPANY = "company"
    SITE = "site"
    REGISTER = "register"


class Operation(StrEnum):
    """What one may want to do.  The name says to what it is done."""

    SEE_OWN_PASSPORT = "see_own_passport"
    SEE_WORKER = "see_worker"
    GIVE_ENROLMENT_CODE = "give_enrolment_code"
    ATTEST_RECOVERY = "attest_recovery"
    FILE_APPLICATION = "file_application"
    REVIEW_APPLICATION = "review_application"
    REPORT_LEVEL = "report_level"
    EDIT_CRITERIA = "edit_criteria"
    CONFIRM_QUALIFICATION = "confirm_qualification"
    CERTIFY_EXPERIENCE = "certify_experience"
    SEE_COMPANY = "see_company"
    EDIT_COMPANY = "edit_company"
    LINK_WORKER = "link_worker"
    ORDER_CARD = "order_card"
    ISSUE_CARD = "issue_card"
    MERGE_WORKERS = "merge_workers"
    EDIT_RELIEF = "edit_relief"
    WRITE_LETTER = "write_letter"
    IMPORT_WORKERS = "import_workers"
    CREATE_SITE = "create_site"
    SEE_USERS = "see_users"
    INVITE_USER = "invite_user"
    SEE_SITE = "see_site"
    EDIT_SITE = "edit_site"
    DELEGATE_SITE = "delegate_site"
    EDIT_STRUCTURE = "edit_structure"
    EDIT_WORKER_LIST = "edit_worker_list"
    APPROVE_DAY = "approve_day"
    CORRECT_DAY = "correct_day"
    SEE_SILENT_CLAIMS = "see_silent_claims"
    ENROL_READER = "enrol_reader"
    RECORD_BY_PHONE = "record_by_phone"
    SEE_SITE_REPORT = "see_site_report"
    SEE_STATISTICS = "see_statistics"


class Scope(StrEnum):
    """To whom or what a role reaches."""

    SELF = "self"
    """The worker himself."""
    ORGANISATION = "organisation"
    """The company itself, who it employs today, the sites of which it is prime contractor or which it runs for one."""
    PRIME = "prime"
    """The sites of which the company is prime contractor itself."""
    WORKS = "works"
    """Who is assigned today below the company: as the site's prime contractor, as first tier, or as employer there."""
    SITE = "site"
    """The site itself, and who is assigned there today."""
    ANY = "any"
    """Everybody and everything of the register."""


class Grant(msgspec.Struct, frozen=True):
    """One role at one organisation, from a day to a day in Japan."""

    role: Role
    kind: OrganisationKind
    organisation_id: int
    first_on: date
    last_on: date | None


class Subject(msgspec.Struct, frozen=True):
    """To whom or what something would be done, and what it is tied to today."""

    worker_id: UUID | None = None
    owners: frozenset[int] = frozenset()
    """Companies to which it belongs: the company itself, a worker's employers, a site's prime and delegates."""
    above: frozenset[int] = frozenset()
    """Companies above the worker at the sites where he is assigned."""
    sites: frozenset[int] = frozenset()
    """The site itself, or the sites where the worker is assigned."""
    primes: frozenset[int] = frozenset()
    """The site's prime contractor, whoever runs the site."""


Line = dict[Role, tuple[Scope, ...]]

_COMPANY_SIDE: Line = {Role.RESPONSIBLE: (Scope.ORGANISATION,), Role.LAYER_MANAGER: (Scope.ORGANISATION,)}
_SITE_SIDE: Line = {Role.SITE_MANAGER: (Scope.SITE,), **_COMPANY_SIDE}
_EVERYWHERE = (Scope.ANY,)
_ABOVE = (Scope.ORGANISATION, Scope.WORKS)

RULES: dict[Operation, Line] = {
    Operation.SEE_OWN_PASSPORT: {Role.WORKER: (Scope.SELF,)},
    Operation.SEE_WORKER: {
        Role.RESPONSIBLE: _ABOVE,
        Role.LAYER_MANAGER: _ABOVE,
        Role.PROXY_CLERK: (Scope.ORGANISATION,),
        Role.SITE_MANAGER: (Scope.SITE,),
        Role.SITE_VIEWER: (Scope.SITE,),
        Role.FOREMAN: (Scope.SITE,),
        Role.COUNTER_STAFF: _EVERYWHERE,
        Role.OPERATOR: _EVERYWHERE,
        Role.WORKER: (Scope.SELF,),
    },
    Operation.GIVE_ENROLMENT_CODE: {
        Role.RESPONSIBLE: (Scope.ORGANISATION,),
        Role.PROXY_CLERK: (Scope.ORGANISATION,),
        Role.COUNTER_STAFF: _EVERYWHERE,
        Role.OPERATOR: _EVERYWHERE,
    },
    Operation.ATTEST_RECOVERY: {
        Role.RESPONSIBLE: (Scope.ORGANISATION,),
        Role.PROXY_CLERK: (Scope.ORGANISATION,),
        Role.COUNTER_STAFF: _EVERYWHERE,
        Role.OPERATOR: _EVERYWHERE,
    },
    Operation.FILE_APPLICATION: {
        Role.PROXY_CLERK: _ABOVE,
        Role.RESPONSIBLE: _ABOVE,
        Role.WORKER: (Scope.SELF,),
    },
    Operation.REVIEW_APPLICATION: {Role.COUNTER_STAFF: _EVERYWHERE, Role.OPERATOR: _EVERYWHERE},
    Operation.REPORT_LEVEL: {Role.EVALUATION_BODY: _EVERYWHERE},
    Operation.EDIT_CRITERIA: {Role.EVALUATION_BODY: _EVERYWHERE},
    Operation.CONFIRM_QUALIFICATION: {Role.COUNTER_STAFF: _EVERYWHERE, Role.OPERATOR: _EVERYWHERE},
    Operation.CERTIFY_EXPERIENCE: {Role.RESPONSIBLE: (Scope.ORGANISATION,), Role.PROXY_CLERK: (Scope.ORGANISATION,)},
    Operation.SEE_COMPANY: {
        **_COMPANY_SIDE,
        Role.PROXY_CLERK: (Scope.ORGANISATION,),
        Role.COUNTER_STAFF: _EVERYWHERE,
        Role.OPERATOR: _EVERYWHERE,
    },
    Operation.EDIT_COMPANY: {Role.RESPONSIBLE: (Scope.ORGANISATION,)},
    Operation.LINK_WORKER: {**_COMPANY_SIDE, Role.PROXY_CLERK: (Scope.ORGANISATION,)},
    Operation.ORDER_CARD: {
        Role.WORKER: (Scope.SELF,),
        Role.RESPONSIBLE: (Scope.ORGANISATION,),
        Role.PROXY_CLERK: (Scope.ORGANISATION,),
        Role.COUNTER_STAFF: _EVERYWHERE,
        Role.OPERATOR: _EVERYWHERE,
    },
    Operation.ISSUE_CARD: {Role.OPERATOR: _EVERYWHERE},
    Operation.MERGE_WORKERS: {Role.OPERATOR: _EVERYWHERE},
    Operation.EDIT_RELIEF: {Role.OPERATOR: _EVERYWHERE},
    Operation.WRITE_LETTER: {Role.OPERATOR: _EVERYWHERE},
    Operation.IMPORT_WORKERS: {Role.OPERATOR: _EVERYWHERE},
    Operation.CREATE_SITE: _COMPANY_SIDE,
    Operation.SEE_USERS: {**_COMPANY_SIDE, Role.OPERATOR: _EVERYWHERE},
    Operation.INVITE_USER: {**_COMPANY_SIDE, Role.OPERATOR: _EVERYWHERE},
    Operation.SEE_SITE: {
        **_SITE_SIDE,
        Role.SITE_VIEWER: (Scope.SITE,),
        Role.FOREMAN: (Scope.SITE,),
        Role.OPERATOR: _EVERYWHERE,
    },
    Operation.EDIT_SITE: _SITE_SIDE,
    Operation.DELEGATE_SITE: {
        Role.RESPONSIBLE: (Scope.PRIME,),
        Role.LAYER_MANAGER: (Scope.PRIME,),
        Role.OPERATOR: _EVERYWHERE,
    },
    Operation.EDIT_STRUCTURE: _SITE_SIDE,
    Operation.EDIT_WORKER_LIST: {
        **_COMPANY_SIDE,
        Role.PROXY_CLERK: (Scope.ORGANISATION,),
        Role.SITE_MANAGER: (Scope.SITE,),
    },
    Operation.APPROVE_DAY: _SITE_SIDE,
    Operation.CORRECT_DAY: _SITE_SIDE,
    Operation.SEE_SILENT_CLAIMS: {Role.OPERATOR: _EVERYWHERE},
    Operation.ENROL_READER: {**_SITE_SIDE, Role.OPERATOR: _EVERYWHERE},
    Operation.RECORD_BY_PHONE: {Role.FOREMAN: (Scope.SITE,)},
    Operation.SEE_SITE_REPORT: {
        Role.PUBLIC_CLIENT: (Scope.SITE,),
        **_SITE_SIDE,
        Role.SITE_VIEWER: (Scope.SITE,),
    },
    Operation.SEE_STATISTICS: {Role.MINISTRY: _EVERYWHERE, Role.OPERATOR: _EVERYWHERE},
}
"""In each line the first role is the one that a refusal names."""

HELD_AT: dict[Role, OrganisationKind] = {
    Role.RESPONSIBLE: OrganisationKind.COMPANY,
    Role.LAYER_MANAGER: OrganisationKind.COMPANY,
    Role.PROXY_CLERK: OrganisationKind.COMPANY,
    Role.SITE_MANAGER: OrganisationKind.SITE,
    Role.SITE_VIEWER: OrganisationKind.SITE,
    Role.PUBLIC_CLIENT: OrganisationKind.SITE,
    Role.COUNTER_STAFF: OrganisationKind.REGISTER,
    Role.EVALUATION_BODY: OrganisationKind.REGISTER,
    Role.MINISTRY: OrganisationKind.REGISTER,
    Role.OPERATOR: OrganisationKind.REGISTER,
}
"""Where a role is granted; those that are not here follow from the register."""

GRANTED_BY: dict[Role, frozenset[Role]] = {
    Role.RESPONSIBLE: frozenset({Role.RESPONSIBLE, Role.OPERATOR}),
    Role.LAYER_MANAGER: frozenset({Role.RESPONSIBLE}),
    Role.PROXY_CLERK: frozenset({Role.RESPONSIBLE}),
    Role.SITE_MANAGER: frozenset({Role.RESPONSIBLE, Role.LAYER_MANAGER}),
    Role.SITE_VIEWER: frozenset({Role.RESPONSIBLE, Role.LAYER_MANAGER}),
    Role.PUBLIC_CLIENT: frozenset({Role.RESPONSIBLE, Role.OPERATOR}),
    Role.COUNTER_STAFF: frozenset({Role.OPERATOR}),
    Role.EVALUATION_BODY: frozenset({Role.OPERATOR}),
    Role.MINISTRY: frozenset({Role.OPERATOR}),
    Role.OPERATOR: frozenset({Role.OPERATOR}),
}
"""Who may grant a role, where the one who grants may invite at all."""

Check = Callable[[Grant, UUID | None, Subject], bool]

CHECKS: dict[Scope, Check] = {
    Scope.SELF: lambda _grant, me, subject: me is not None and me == subject.worker_id,
    Scope.ORGANISATION: lambda grant, _me, subject: (
        grant.kind is OrganisationKind.COMPANY and grant.organisation_id in subject.owners
    ),
    Scope.PRIME: lambda grant, _me, subject: (
        grant.kind is OrganisationKind.COMPANY and grant.organisation_id in subject.primes
    ),
    Scope.WORKS: lambda grant, _me, subject: (
        grant.kind is OrganisationKind.COMPANY and grant.organisation_id in subject.above
    ),
    Scope.SITE: lambda grant, _me, subject: (
        grant.kind is OrganisationKind.SITE and grant.organisation_id in subject.sites
    ),
    Scope.ANY: lambda grant, _me, _subject: grant.kind is OrganisationKind.REGISTER,
}


def is_held(grant: Grant, today: date) -> bool:
    """Tell whether a role is held on a day in Japan."""
    return grant.first_on <= today and (grant.last_on is None or today <= grant.last_on)


def reach(operation: Operation, grant: Grant, me: UUID | None, subject: Subject, today: date) -> Scope | None:
    """Tell by which scope a role allows an operation on a subject; None where it does not."""
    if not is_held(grant, today):
        return None
    scopes = RULES[operation].get(grant.role, ())
    return next((scope for scope in scopes if CHECKS[scope](grant, me, subject)), None)


def allow(
    operation: Operation, grants: Iterable[Grant], me: UUID | None, subject: Subject, today: date
) -> tuple[Grant, Scope] | None:
    """Find the role that allows an operation, the most telling first; None where none does."""
    order = list(RULES[operation])
    able = [grant for grant in grants if grant.role in order]
    for grant in sorted(able, key=lambda grant: order.index(grant.role)):
        scope = reach(operation, grant, me, subject, today)
        if scope is not None:
            return grant, scope
    return None


def needed_role(operation: Operation) -> Role:
    """Name the role that somebody without the right should ask for."""
    return next(iter(RULES[operation]))


def may_grant(by: Role, role: Role) -> bool:
    """Tell whether one role may grant another."""
    return by in GRANTED_BY.get(role, frozenset())
