"""Each rule learned from real reports, broken once: the check names the row, and nothing else is named."""

from __future__ import annotations

from typing import Any

from jamsos_data.metrics.checks import CHECKS, measure_checks
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.questions import CoverageQuestion
from jamsos_data.reference import Reference
from tests.metrics.attention_tables import DAWE, UNDAAN, Rows, everywhere, people
from tests.metrics.tables import Engine, month

KALIREJO, KUTUK, LAMBANGAN = "33.19.04.2003", "33.19.04.2007", "33.19.04.2010"
WARD = "33.19.02.1001"
PAID: dict[str, object] = {"periode": "2026-09", "segmen": "RENTAN", "bulan_dibayar": 1}


def broken(reference: Reference) -> dict[str, Rows]:
    rows = [row for row in everywhere(reference) if row["kode_wilayah"] != KUTUK]
    kepesertaan = [
        *rows,
        people(WARD, 7, sumber_dana="ADD"),
        people("33.19.05.2002", 3, sumber_dana="ADD"),  # a desa may
        people(LAMBANGAN, 60, segmen="BURUH_TANI"),
        people(KALIREJO, 500, segmen="BPU", sumber_dana="CSR"),
        people(KALIREJO, 8, segmen="UMKM", sumber_dana="CSR"),
        people("33.19.09.2001", 9, segmen="UMKM", program="JKK"),
        people(DAWE, 30, segmen="JAKON"),
        people(UNDAAN, 40),
        people("33.19.05.2001", 1000, segmen="RT_RW"),
        people("33.19.05.2001", 100, segmen="RT_RW", periode="2026-08"),
        *(row | {"periode": "2026-08"} for row in rows),
    ]
    doubled = PAID | {"kode_wilayah": LAMBANGAN, "segmen": "BURUH_TANI"}
    return {
        "kepesertaan": kepesertaan,
        "potensi": [{"tahun": 2026, "kode_wilayah": "33.19.01.2001", "segmen": "BPU", "jumlah": 4}],
        "iuran": [
            doubled | {"sumber_dana": "DBHCHT", "nilai": 60 * 16_800, "peserta_dibayar": 60},
            doubled | {"sumber_dana": "APBD_PROV", "nilai": 20 * 16_800, "peserta_dibayar": 20},
            PAID | {"sumber_dana": "DBHCHT", "nilai": 3_360_000, "peserta_dibayar": 100},
        ],
        "anggaran": [{"tahun": 2026, "kode_wilayah": WARD, "segmen": "BPD", "sumber_dana": "ADD", "pagu": 9}],
    }


def test_each_check_names_its_rows_with_what_they_are_compared_with(
    one_engine: Engine, reference: Reference
) -> None:
    tables = broken(reference)
    frames = [
        one_engine.table(name, *tables[name]) for name in ("kepesertaan", "potensi", "iuran", "anggaran")
    ]
    rows = measure_checks(*frames, reference=reference, question=CoverageQuestion(bulan=month("2026-09")))
    found: dict[str, list[tuple[Any, ...]]] = {code: [] for code in CHECKS}
    for row in records(rows):
        named = (row["data"], row["kode_wilayah"], row["angka"], row["pembanding"])
        found[row["pemeriksaan"]].append(named)

    assert found == {
        "DESA_TANPA_DATA": [("kepesertaan", KUTUK, None, None)],
        "LONJAKAN": [("kepesertaan", "33.19.05.2001", 1000, 100)],
        "LEBIH_DARI_POTENSI": [("kepesertaan", "33.19.01.2001", 10, 4)],
        "KELURAHAN_APBDES": [("kepesertaan", WARD, 7, None), ("anggaran", WARD, 9, None)],
        "BAYAR_GANDA": [("iuran", LAMBANGAN, 80, 60)],
        "BAYAR_TIDAK_COCOK": [("iuran", "33.19", 3_360_000, 1_680_000)],
        "INDUK_DAN_RINCIAN": [("kepesertaan", KALIREJO, 500, 8)],
        "PAKET_TIDAK_LENGKAP": [("kepesertaan", "33.19.09.2001", 9, None)],
        "JAKON_DI_KECAMATAN": [("kepesertaan", DAWE, 30, None)],
        "BELUM_TERPETAKAN": [("kepesertaan", UNDAAN, 40, None)],
    }


def test_nothing_is_named_when_nothing_is_wrong(one_engine: Engine, reference: Reference) -> None:
    frames = [one_engine.table(name) for name in ("potensi", "iuran", "anggaran")]
    rows = measure_checks(
        one_engine.table("kepesertaan", *everywhere(reference)),
        *frames,
        reference=reference,
        question=CoverageQuestion(bulan=month("2026-09")),
    )
    assert rows.empty
