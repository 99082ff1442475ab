"""One measured claim."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measurement:
    """How long something took, and how long it may take, in seconds."""

    what: str
    seconds: float
    allowed: float

    @property
    def holds(self) -> bool:
        """Whether it was fast enough."""
        return self.seconds <= self.allowed
