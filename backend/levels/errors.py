"""Why a level, a standard, an experience or an allowance cannot be so."""

from backend.kit.errors import PassportError


class CriteriaLevelsError(PassportError):
    """Not exactly the levels 2, 3 and 4."""

    code = "criteria_levels"
    status = 409


class CriteriaOrderError(PassportError):
    """A level that asks less than the one below, or more foreman days than days."""

    code = "criteria_order"
    status = 409


class CriteriaListError(PassportError):
    """More of a list than it has, or foreman days without saying which count."""

    code = "criteria_list"
    status = 409


class CriteriaNameError(PassportError):
    """A qualification or a trade that is not known."""

    code = "criteria_name"
    status = 409


class CriteriaGradesError(PassportError):
    """Grades that go round in a circle."""

    code = "criteria_grades"
    status = 409


class CriteriaPastError(PassportError):
    """It would begin today or earlier."""

    code = "criteria_past"
    status = 409


class CriteriaOwnError(PassportError):
    """Who proposed does not decide."""

    code = "criteria_own"
    status = 403


class CriteriaWhyError(PassportError):
    """Not approved, without a reason."""

    code = "criteria_why"
    status = 409


class CriteriaDecidedError(PassportError):
    """It was decided otherwise."""

    code = "criteria_decided"
    status = 409


class CriteriaChangedError(PassportError):
    """Another version of the standard is in force than the one that was reckoned with."""

    code = "criteria_changed"
    status = 409


class LevelNotReachedError(PassportError):
    """The level is not reached, or cannot be decided here."""

    code = "level_not_reached"
    status = 409


class LevelHeldError(PassportError):
    """The level, or a higher one, is held already."""

    code = "level_held"
    status = 409


class LevelAppliedError(PassportError):
    """It was applied for and not answered yet."""

    code = "level_applied"
    status = 409


class LevelDecidedError(PassportError):
    """The application was answered otherwise."""

    code = "level_decided"
    status = 409


class LevelWhyError(PassportError):
    """Declined without a reason."""

    code = "level_why"
    status = 409


class FieldUnknownError(PassportError):
    """A report about a field that there is not."""

    code = "field_unknown"
    status = 409


class EvaluationDayError(PassportError):
    """Evaluated on a day to come, or before there were levels."""

    code = "evaluation_day"
    status = 409


class FieldsFullError(PassportError):
    """More fields than anybody aims at."""

    code = "fields_full"
    status = 409


class ExperienceDaysError(PassportError):
    """Days that cannot be certified: after March 2024, more than there are, or more as foreman than worked."""

    code = "experience_days"
    status = 409


class ExperienceOverError(PassportError):
    """Experience can no longer be certified."""

    code = "experience_over"
    status = 409


class ExperienceIdTakenError(PassportError):
    """Something else is kept under this id."""

    code = "experience_id_taken"
    status = 409


class ExperienceWorkerError(PassportError):
    """Nobody of this number works for the company today."""

    code = "experience_worker"
    status = 409


class EvaluationOwnError(PassportError):
    """Nobody evaluates himself."""

    code = "evaluation_own"
    status = 403


class ExperienceTradeError(PassportError):
    """No such trade."""

    code = "experience_trade"
    status = 409


class LevelSimplifiedError(PassportError):
    """Only a detailed registration can be evaluated."""

    code = "level_simplified"
    status = 409


class AllowanceError(PassportError):
    """Not four amounts that rise with the level, or from a day that is long over."""

    code = "allowance_wrong"
    status = 409
