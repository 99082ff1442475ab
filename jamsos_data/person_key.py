"""The key with which a person is recognised again across files without keeping who it is.

A NIK has so few possible values that a plain hash of it can be undone by trying them all; HMAC-SHA-256 with a secret
key cannot. The key lies in a file of its own outside the data folder, readable by its owner only, and is made only
when the operator switches the recognition on. Whether there is a key is whether it is on. Without the key the hashes
are worthless, so forgetting removes both.
"""

from __future__ import annotations

import hmac
import os
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from jamsos_data.errors import UserError

ENVIRONMENT = "JAMSOS_KEY"
KEY_BYTES = 32
HASH_BYTES = 16
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class KeyFileError(UserError):
    """The key cannot be made or must not be used."""


def key_file() -> Path:
    """Where the key lies: the environment variable `JAMSOS_KEY`, else `~/.config/jamsos/kunci_orang`."""
    chosen = os.environ.get(ENVIRONMENT, "")
    return (
        Path(chosen).expanduser().absolute() if chosen else Path.home() / ".config" / "jamsos" / "kunci_orang"
    )


def load_key() -> bytes | None:
    """The key; None while the recognition is off.

    Raises KeyFileError when the file is damaged or others may read it.
    """
    file = key_file()
    try:
        key = file.read_bytes()
        mode = file.stat().st_mode
    except FileNotFoundError:
        return None
    except OSError as error:
        raise KeyFileError("people.key.unreadable", file=file, reason=error.strerror or error) from error
    if len(key) != KEY_BYTES:
        raise KeyFileError("people.key.damaged", file=file)
    if os.name == "posix" and mode & _OTHERS:
        raise KeyFileError("people.key.open", file=file)
    return key


def create_key(*, lake: str) -> bytes:
    """Make the key file (mode 0600), or return the key that is there.

    Raises KeyFileError when the place lies inside the data folder `lake` or cannot be written.
    """
    there = load_key()
    if there is not None:
        return there
    file = key_file()
    if file.resolve().is_relative_to(Path(lake).resolve()):
        raise KeyFileError("people.key.inside", file=file)
    key = secrets.token_bytes(KEY_BYTES)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(key)
    except FileExistsError:
        return create_key(lake=lake)
    except OSError as error:
        raise KeyFileError("people.key.unwritable", file=file, reason=error.strerror or error) from error
    return key


def remove_key() -> None:
    """Take the key away, which switches the recognition off. Nothing happens without one."""
    try:
        key_file().unlink(missing_ok=True)
    except OSError as error:
        raise KeyFileError(
            "people.key.unwritable", file=key_file(), reason=error.strerror or error
        ) from error


def hash_numbers(numbers: Iterable[str], key: bytes) -> np.ndarray:
    """HMAC-SHA-256 of each number under `key`, its first 16 bytes, as objects."""
    hashes = [hmac.digest(key, number.encode(), "sha256")[:HASH_BYTES] for number in numbers]
    return np.array(hashes, dtype=object)


def key_name(key: bytes) -> str:
    """What tells one key from another without telling the key: hashes of different keys cannot be compared."""
    return hmac.digest(key, b"jamsos", "sha256")[:4].hex()
