"""A lake of a few rows whose figures can be computed by hand, and what a page's tables show.

September 2026: Undaan 320 and Jekulo 600 poor workers of 1.000 each (BPU), 60 construction workers of 200 known for
the regency only (its 2.000 BPU hold those of the two). Together 980 of 2.200 = 44,55 %. August: 850 = 38,64 %.
March: 650. Target 50 % by December: 1.100 people, 120 short, 40 a month for three months, while (980 − 650) ÷ 6 = 55
came of late.
DBHCHT: 920 people × Rp16.800 = Rp15.456.000 a month against Rp200.000.000: 12,9 months.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
from streamlit.testing.v1 import AppTest

from jamsos_data.datasets import ColumnKind, dataset
from jamsos_data.lake import Lake, Provenance, scope_of
from jamsos_data.lake.attention_marks import write_marks, write_meeting
from jamsos_data.lake.schema import to_stored
from jamsos_data.metrics.attention_marks import Mark

UNDAAN, JEKULO, KUDUS = "33.19.04", "33.19.06", "33.19"
BASIS = "potensi BPJS/Bappenas"
PEOPLE = {"2026-03": (200, 400, 50), "2026-08": (300, 500, 50), "2026-09": (320, 600, 60)}


def small_lake(folder: Path, *, without: tuple[str, ...] = ()) -> Path:
    """Write the lake into `folder`, leaving out the data sets named; give its place."""
    lake = Lake(folder / "data")
    for kind, rows in _rows().items():
        if kind not in without:
            put(lake, kind, rows)
    return folder / "data"


def noted_lake(folder: Path) -> Path:
    """The same lake with a meeting and two findings marked as handled; give its place.

    At the meeting there was no target, so Undaan's 180 people short are new; it was marked when they were 100.
    Seven kecamatan have no data; Kaliwungu is handled.
    """
    place = small_lake(folder, without=("target",))
    location = str(place)
    write_meeting(location, datetime.now(UTC), author="Sri", noted=datetime.now(UTC), example=False)
    goal = {"tahun": 2026, "batas_waktu": datetime(2026, 12, 1), "keluarga": "UCJ", "kode_wilayah": "33.19"}
    put(Lake(place), "target", [{**goal, "segmen": "SEMUA", "indikator": "persen", "nilai": 50.0}])
    short, silent = (
        "DI_BAWAH_TARGET|33.19.04|wilayah=33.19.04|keluarga=UCJ|batas_waktu=2026-12",
        ("KECAMATAN_TANPA_DATA|33.19.01|wilayah=33.19.01|bulan=2026-09"),
    )
    for temuan, size, level in ((short, 100, "mendesak"), (silent, 0, "segera")):
        mark = Mark(
            temuan=temuan,
            bulan="2026-09",
            ukuran=size,
            tingkat=level,
            catatan="Dibahas TAPD",
            oleh="Sri *W*",
            waktu=datetime(2026, 10, 14, 2, tzinfo=UTC),
        )
        write_marks(location, [mark], example=False)
    return place


def put(lake: Lake, kind: str, rows: list[Mapping[str, object]], *, asal: str = "a1b2c3d4e5f6") -> None:
    """Commit canonical rows of one data set as somebody's upload."""
    declared = dataset(kind)
    frame = pd.DataFrame(rows)
    for column in declared.columns_of(ColumnKind.MONTH, ColumnKind.DATE):
        if column.name in frame:
            frame[column.name] = pd.to_datetime(frame[column.name]).astype("datetime64[us]")
    stored = to_stored(frame, declared, asal=asal)
    said = Provenance(
        action="ganti", author="sri", file_name=f"{kind}.csv", sha256="a1" * 32, rows=stored.height
    )
    lake.replace_rows(kind, stored, scope=scope_of(stored, declared), provenance=said)


def shown_tables(app: AppTest) -> str:
    """The cells of all tables of a page, as written on screen."""
    return "\n".join(_displayed(table.proto) for table in app.dataframe)


def _displayed(proto: Any) -> str:
    table = proto.arrow_data
    with pa.ipc.open_stream(table.styler.display_values or table.data) as stream:
        cells = stream.read_all().to_pandas().fillna(proto.placeholder)
    return cells.to_csv(index=False, sep="|")


def _rows() -> dict[str, list[Mapping[str, object]]]:
    paid = {"sumber_dana": "DBHCHT", "program": "JKK+JKM", "segmen": "RENTAN"}
    built = {"sumber_dana": "PEMBERI_KERJA", "program": "JKK+JKM", "segmen": "JAKON"}
    kepesertaan: list[Mapping[str, object]] = []
    for month, (undaan, jekulo, jakon) in PEOPLE.items():
        counts = ((UNDAAN, undaan, paid), (JEKULO, jekulo, paid), (KUDUS, jakon, built))
        kepesertaan += [
            {
                "periode": datetime.strptime(month, "%Y-%m"),
                "kode_wilayah": area,
                "peserta_aktif": people,
                **how,
            }
            for area, people, how in counts
        ]
    potensi: list[Mapping[str, object]] = [
        {
            "tahun": 2026,
            "kode_wilayah": area,
            "segmen": segmen,
            "basis": BASIS,
            "jumlah": people,
            "estimasi": False,
        }
        for area, segmen, people in (
            (UNDAAN, "BPU", 1000),
            (JEKULO, "BPU", 1000),
            (KUDUS, "BPU", 2000),
            (KUDUS, "JAKON", 200),
        )
    ]
    target = {"tahun": 2026, "batas_waktu": datetime(2026, 12, 1), "keluarga": "UCJ", "kode_wilayah": KUDUS}
    rupiah = 920 * 16_800
    return {
        "kepesertaan": kepesertaan,
        "potensi": potensi,
        "target": [
            {
                **target,
                "segmen": "SEMUA",
                "indikator": "persen",
                "nilai": 50.0,
                "dasar_hukum": "Perbup contoh",
            }
        ],
        "iuran": [
            {
                "periode": datetime(2026, 9, 1),
                "kode_wilayah": KUDUS,
                **paid,
                "nilai": rupiah,
                "peserta_dibayar": 920,
                "bulan_dibayar": 1,
            }
        ],
        "anggaran": [
            {
                "tahun": 2026,
                "versi": "murni",
                "kode_wilayah": KUDUS,
                "sumber_dana": "DBHCHT",
                "segmen": "RENTAN",
                "pagu": 200_000_000,
            }
        ],
        "tindak_lanjut": [
            {
                "butir": "BUMD",
                "kode_wilayah": KUDUS,
                "status": "selesai",
                "tanggal": datetime(2026, 3, 11),
                "dokumen": "Bukti kepesertaan",
            }
        ],
        "umkm": [
            {
                "tahun": 2025,
                "kode_wilayah": UNDAAN,
                "usaha_terdata": 400,
                "usaha_terdaftar": 100,
                "pekerja_terdaftar": 130,
            }
        ],
    }
