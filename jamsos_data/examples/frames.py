"""The example as canonical frames, before it is written as files: what intake has to read back from the files."""

from dataclasses import dataclass

import pandas as pd

from jamsos_data.examples.anggaran import build_anggaran
from jamsos_data.examples.areas import draw_areas
from jamsos_data.examples.duties import build_sosialisasi, build_target, build_tindak_lanjut, build_umkm
from jamsos_data.examples.iuran import build_iuran
from jamsos_data.examples.kepesertaan import build_kepesertaan
from jamsos_data.examples.potensi import build_potensi
from jamsos_data.reference import Reference


@dataclass(frozen=True, kw_only=True)
class ExampleFrames:
    """One frame per data set, in the columns and types of its declaration."""

    kepesertaan: pd.DataFrame
    potensi: pd.DataFrame
    target: pd.DataFrame
    iuran: pd.DataFrame
    anggaran: pd.DataFrame
    tindak_lanjut: pd.DataFrame
    umkm: pd.DataFrame
    sosialisasi: pd.DataFrame


def build_frames(reference: Reference, *, seed: int) -> ExampleFrames:
    """All data sets of the example; the same seed gives the same numbers."""
    areas = draw_areas(reference, seed=seed)
    kepesertaan = build_kepesertaan(reference, areas)
    return ExampleFrames(
        kepesertaan=kepesertaan,
        potensi=build_potensi(reference, areas),
        target=build_target(reference.kabupaten),
        iuran=build_iuran(kepesertaan, reference.kabupaten),
        anggaran=build_anggaran(kepesertaan, reference.kabupaten),
        tindak_lanjut=build_tindak_lanjut(reference.kabupaten),
        umkm=build_umkm(areas),
        sosialisasi=build_sosialisasi(areas),
    )
