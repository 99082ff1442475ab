"""What can stand in the way of a change to the lake. Whenever one of these is raised, nothing has been written."""

from jamsos_data.errors import UserError


class LakeError(UserError):
    """The lake cannot do what was asked."""


class ConflictError(LakeError):
    """The rows that a commit would touch are no longer, or not, as the committer supposes."""


class DuplicateKeysError(ConflictError):
    """Rows were to be added whose key is in the lake already: the same people or rupiah would count twice."""


class UnknownVersionError(LakeError):
    """A data set has no such version."""


class NotCommittableError(LakeError):
    """The upload itself may not go into the lake (refused, problems not acknowledged, no rows)."""


class CodesInUseError(LakeError):
    """A reference table would lose codes that the data hold, or data would return whose codes are gone."""
