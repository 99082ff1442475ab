"""What a row says about its area, and what was understood of it."""

from __future__ import annotations

from dataclasses import dataclass

from jamsos_data.intake.clean.area_names import Level


@dataclass(frozen=True, kw_only=True)
class AreaTexts:
    """What a row says about its area; `level` is what the header of `wilayah` states, "" for any level."""

    kode: str = ""
    kode_bps: str = ""
    kabupaten: str = ""
    kecamatan: str = ""
    desa: str = ""
    wilayah: str = ""
    level: Level = ""


@dataclass(frozen=True, kw_only=True)
class AreaReading:
    """The code that was found, or the problem: its finding code, text, proposed code. `foreign`: elsewhere.

    `within` is the kecamatan in which the text of a village stands, "" where none is stated; `alike` are areas that a
    text may be as well as any other of them. `unmapped`: the text names none, and no more than the wider area is
    proposed. `desa` is the text of the village beside a kecamatan that is in question, `village` what that says within
    the kecamatan that is proposed.
    """

    code: str | None = None
    problem: str | None = None
    role: str = ""
    text: str = ""
    proposal: str | None = None
    foreign: bool = False
    other: str = ""
    bps: bool = False
    within: str = ""
    unmapped: bool = False
    alike: tuple[str, ...] = ()
    desa: str = ""
    village: AreaReading | None = None
