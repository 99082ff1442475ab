"""One measured claim."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measurement:
    """What something took and what it may take, in seconds unless `unit` says otherwise."""

    what: str
    taken: float
    allowed: float
    unit: str = "s"

    @property
    def holds(self) -> bool:
        """Whether it was little enough."""
        return self.taken <= self.allowed
