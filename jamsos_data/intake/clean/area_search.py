"""Seeks the area of one name: exactly, or as a proposal for people to confirm.

Village names are sought inside the stated kecamatan only, because names repeat and resemble each other
(Japan/Jepang, Demaan/Demangan).
"""

from __future__ import annotations

from dataclasses import replace

from jamsos_data.intake.clean.area_names import AreaNames, split_name
from jamsos_data.intake.clean.area_readings import AreaReading
from jamsos_data.intake.clean.number_columns import is_nil
from jamsos_data.intake.match.regencies import plain_regency

# The regency, by no name: "Kabupaten" beneath its kecamatan.
NAMELESS = ("kabupaten", "kab")
UNMAPPED = ("belumterpetakan", "tidakterpetakan", "belumterpetakankekecamatan", "tidakdiketahuikecamatannya")


def find_kecamatan(text: str, names: AreaNames) -> AreaReading:
    """The area of a name in a column of kecamatan, which may be the regency itself or another one."""
    bare, level = split_name(text)
    if bare in names.kecamatan:
        return AreaReading(code=names.kecamatan[bare])
    if level == "kabupaten" and bare not in (*NAMELESS, *names.kabupaten_names):
        return other_regency(text, "kecamatan", names)
    if bare in (*UNMAPPED, *NAMELESS) or (bare in names.kabupaten_names and "kab" in text.casefold()):
        return AreaReading(code=names.kabupaten)
    return unknown_name(text, "kecamatan", names.like_kecamatan(bare), names)


def find_desa(text: str, kecamatan: str | None, names: AreaNames) -> AreaReading:
    """The area of a name in a column of villages, inside the kecamatan of this code (None: not stated)."""
    bare, level = split_name(text)
    if kecamatan == names.kabupaten:
        kecamatan = None
    if kecamatan is not None and (
        is_nil(text) or (level == "kecamatan" and names.kecamatan.get(bare) == kecamatan)
    ):
        # "Kec. Bae" or a dash among the villages of Bae: the kecamatan itself, never the village of its name.
        return AreaReading(code=kecamatan)
    if kecamatan is None:
        codes = names.desa.get(bare, ())
        if len(codes) == 1:
            return AreaReading(code=codes[0])
        if codes:
            return AreaReading(
                problem="NAMA_GANDA", role="desa", text=text, other=", ".join(map(names.label, codes))
            )
    elif bare in names.desa_in.get(kecamatan, {}):
        return AreaReading(code=names.desa_in[kecamatan][bare])
    elif bare in UNMAPPED:
        return AreaReading(code=kecamatan)
    elsewhere = [code for code in names.desa.get(bare, ()) if kecamatan is not None]
    if elsewhere:
        # A near name would be a guess against an exact one: either the village or its kecamatan is a slip.
        parents = ", ".join(names.official[code.rpartition(".")[0]] for code in elsewhere)
        return AreaReading(
            problem="DESA_DI_KECAMATAN_LAIN", role="desa", text=text, other=parents, within=kecamatan or ""
        )
    return unknown_name(text, "desa", names.like_desa(bare, kecamatan), names, within=kecamatan or "")


def with_village(reading: AreaReading, desa: str, names: AreaNames) -> AreaReading:
    """A kecamatan in question with the text of its village, which is sought in the one that is proposed."""
    village = find_desa(desa, reading.proposal, names) if reading.proposal and desa else None
    return replace(reading, desa=desa, village=village)


def twin_reading(text: str, names: AreaNames) -> AreaReading:
    """The question which is meant by a name that a kecamatan and a village share; neither is proposed."""
    bare = split_name(text)[0]
    both = (names.kecamatan[bare], *names.desa[bare])
    return AreaReading(
        problem="NAMA_GANDA", role="wilayah", text=text, other=", ".join(map(names.label, both))
    )


def other_regency(text: str, role: str, names: AreaNames) -> AreaReading:
    """A text with "Kab." whose name is not the home regency's: elsewhere, or a slip of a name at home.

    "Kab. Pati" is no slip of Jati, "Kab. Jtai" may well be.
    """
    bare = split_name(text)[0]
    alike = names.like_kabupaten(bare) or names.like_kecamatan(bare)
    if alike and not plain_regency(bare, names):
        return unknown_name(text, role, alike, names)
    return AreaReading(foreign=True, role=role, text=text)


def unknown_name(
    text: str, role: str, alike: tuple[str, ...], names: AreaNames, *, within: str = ""
) -> AreaReading:
    """A name that is not known: with a proposal where one name is nearest, and none where several are."""
    if len(alike) > 1:
        return AreaReading(
            problem="NAMA_MIRIP_BEBERAPA", role=role, text=text, other=", ".join(map(names.label, alike)),
            within=within, alike=alike,
        )  # fmt: skip
    proposal = alike[0] if alike else None
    return AreaReading(problem="NAMA_TIDAK_DIKENAL", role=role, text=text, proposal=proposal, within=within)
