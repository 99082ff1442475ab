"""What can go wrong at the lake, as errors that carry a code and figures instead of a finished sentence.

Owns the exceptions of `jamsos_data.lake` and `jamsos_data.commit`. The sentence comes from the message catalogue
(`lake.<code>`), in the language of whoever reads it; a page or a command shows `error.message(language)`.
"""

from jamsos_data.datasets import DATASETS
from jamsos_data.messages import load_messages


class LakeError(Exception):
    """Something a user did, or somebody else did meanwhile, stands in the way. Nothing has been written.

    `code` names the catalogue entry `lake.<code>`; `params` fill its placeholders. A parameter `kind` holding
    the name of a data set is shown by its title in the reader's language.
    """

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def message(self, language: str) -> str:
        """One sentence saying what happened and what to do, in `language` ("id" or "en")."""
        params = dict(self.params)
        declared = DATASETS.get(str(params.get("kind", "")))
        if declared is not None:
            params["kind"] = declared.title.in_language(language)
        return load_messages(language)(f"lake.{self.code}", **params)

    def __str__(self) -> str:
        return self.message("id")


class ConflictError(LakeError):
    """The rows that a commit would touch are no longer, or not, as the committer supposes."""


class DuplicateKeysError(ConflictError):
    """Rows were to be added whose key is in the lake already: the same people or rupiah would count twice."""


class UnknownVersionError(LakeError):
    """A data set has no such version."""


class NotCommittableError(LakeError):
    """The upload itself may not go into the lake (refused, problems not acknowledged, no rows)."""
