"""Errors that a user can cause and that end as one sentence, never as a stack trace.

Owns the base of all of them. An error carries the key of a sentence in the message catalogues and what to fill in,
so that a page and the command line can each say it in the reader's language.
"""

from jamsos_data.datasets import DATASETS, REFERENCE_SETS
from jamsos_data.messages import load_messages


class UserError(Exception):
    """Something stands in the way that the user can understand and mend.

    `key` names the sentence in the catalogues; `params` fill its placeholders. A parameter `kind` that holds the
    name of a data set is shown by its title.
    """

    def __init__(self, key: str, /, **params: object) -> None:
        super().__init__(key)
        self.key = key
        self.params = params

    def message(self, language: str = "id") -> str:
        """One sentence saying what happened and what to do, in `language` ("id" or "en")."""
        params = dict(self.params)
        declared = {**DATASETS, **REFERENCE_SETS}.get(str(params.get("kind", "")))
        if declared is not None:
            params["kind"] = declared.title.in_language(language)
        return load_messages(language)(self.key, **params)

    def __str__(self) -> str:
        return self.message()
