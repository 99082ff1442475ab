"""Small invented frames with the columns that the metrics promise, for the tests of the charts."""

from datetime import datetime
from typing import Any

import pandas as pd

BULAN = datetime(2026, 9, 1)
BATAS = datetime(2026, 12, 1)
BASIS = "potensi BPJS/Bappenas"
NAMES = {
    "33.19.01": "Kaliwungu",
    "33.19.02": "Kota Kudus",
    "33.19.03": "Jati",
    "33.19.04": "Undaan",
    "33.19.05": "Mejobo",
    "33.19.06": "Jekulo",
    "33.19.07": "Bae",
    "33.19.08": "Gebog",
    "33.19.09": "Dawe",
}
POTENSI = (56600, 48700, 58700, 42500, 42500, 59600, 40100, 57400, 59000)
PESERTA = (34640, 28440, 33460, 14068, 17765, 26760, 21093, 22213, 20355)
DESA = (
    "Kedungdowo", "Bakalankrapyak", "Prambatan Kidul", "Prambatan Lor", "Garung Kidul", "Setrokalangan",
    "Banget", "Blimbing Kidul", "Sidorekso", "Gamong", "Garung Lor", "Karangampel", "Mijen", "Kaliwungu",
    "Papringan",
)  # fmt: skip


def coverage_row(kode: str, wilayah: str, peserta: Any, potensi: Any, **changes) -> dict:
    known = None not in (peserta, potensi)
    row: dict[str, Any] = {
        "periode": BULAN,
        "kode_wilayah": kode,
        "wilayah": wilayah,
        "terpetakan": True,
        "segmen": "SEMUA",
        "peserta_aktif": peserta,
        "potensi": potensi,
        "basis": BASIS,
        "tahun": 2025,
        "estimasi": True,
        "persen": 100 * peserta / potensi if known else float("nan"),
        "belum_terlindungi": potensi - peserta if known else None,
        "alasan": "" if known else "tanpa_data" if peserta is None else "tanpa_potensi",
    }
    return row | changes


PEOPLE = (
    "peserta_aktif", "potensi", "tahun", "belum_terlindungi", "target_orang", "kurang_orang", "tambahan_per_bulan",
    "pagu", "realisasi", "estimasi_dibayar", "realisasi_bertarif", "selisih_estimasi", "nilai", "di_muka",
)  # fmt: skip


def typed(rows: list[dict]) -> pd.DataFrame:
    """The rows with nullable whole numbers where the metrics have them."""
    frame = pd.DataFrame(rows)
    whole = {column: "Int64" for column in frame if column in PEOPLE}
    return frame.astype(whole | ({"tercapai": "boolean"} if "tercapai" in frame else {}))


def coverage(*, missing: tuple[str, ...] = (), unmapped: bool = False) -> pd.DataFrame:
    """measure_coverage for the nine kecamatan."""
    rows = [
        coverage_row(kode, name, None if kode in missing else active, potential)
        for (kode, name), active, potential in zip(NAMES.items(), PESERTA, POTENSI, strict=True)
    ]
    if unmapped:
        rows.append(coverage_row("33.19", "Kudus", 4210, None, terpetakan=False, alasan="belum_terpetakan"))
    return typed(rows)


def coverage_desa() -> pd.DataFrame:
    """measure_coverage for the fifteen desa of Kaliwungu, one without data."""
    return typed(
        [
            coverage_row(f"33.19.01.{2001 + i}", name, None if i == 4 else 700 + 190 * i, 3900)
            for i, name in enumerate(DESA)
        ]
    )


def coverage_earlier() -> pd.DataFrame:
    """measure_coverage one month before; Dawe higher, Undaan the same, Bae without data."""
    steps: dict[str, Any] = dict(zip(NAMES, (-400, -350, -900, 0, -120, -600, None, -35, 510), strict=True))
    rows = [
        coverage_row(kode, name, None if steps[kode] is None else active + steps[kode], potential)
        | {"periode": datetime(2026, 8, 1)}
        for (kode, name), active, potential in zip(NAMES.items(), PESERTA, POTENSI, strict=True)
    ]
    return typed(rows)


def trend(areas: tuple[str, ...] = tuple(NAMES)) -> pd.DataFrame:
    """measure_coverage_trend: 33 months, another denominator from January 2025, one missing month."""
    rows = []
    for index, (kode, name) in enumerate(NAMES.items()):
        for step in range(33 if kode in areas else 0):
            year, rest = divmod(step, 12)
            potential = POTENSI[index] if year else round(POTENSI[index] * 0.84)
            active = round(PESERTA[index] * (0.78 + 0.22 * step / 32 + (0.02 if step % 5 == 2 else 0)))
            if kode == "33.19.05" and step == 20:
                active = None
            row = coverage_row(kode, name, active, potential, tahun=2025 if year else 2023)
            rows.append(row | {"periode": datetime(2024 + year, rest + 1, 1)})
    return typed(rows)


SEGMENTS = {
    "SEMUA": 1.0,
    "PU": 1.62,
    "BPU": 0.31,
    "PU_SWASTA": 1.7,
    "PERANGKAT_DESA": 2.1,
    "RENTAN": 0.4,
    "RT_RW": 0.2,
}


def coverage_by_segmen() -> pd.DataFrame:
    """measure_coverage_by_segmen: kecamatan × six segments, some without potensi."""
    rows = []
    for segmen, factor in SEGMENTS.items():
        for (kode, name), active, potential in zip(NAMES.items(), PESERTA, POTENSI, strict=True):
            share = 1.0 if segmen == "SEMUA" else 0.06
            mine, all_of = round(active * factor * share), round(potential * share)
            if segmen == "RT_RW":
                all_of = None
            if segmen == "RENTAN" and kode == "33.19.04":
                mine = None
            rows.append(coverage_row(kode, name, mine, all_of, segmen=segmen))
    return typed(rows)


def target_row(kode: str, wilayah: str, peserta: Any, potensi: Any, nilai: float, **changes) -> dict:
    row = coverage_row(kode, wilayah, peserta, potensi)
    del row["periode"], row["belum_terlindungi"]
    known = row["alasan"] == ""
    wanted = None if potensi is None else -int(-potensi * nilai // 100)
    short = max(wanted - peserta, 0) if known else None
    row |= {
        "indikator": "persen",
        "nilai_target": nilai,
        "target_persen": nilai,
        "target_orang": wanted,
        "batas_waktu": BATAS,
        "asal_target": "33.19",
        "selisih_poin": nilai - row["persen"],
        "kurang_orang": short,
        "belum_terlindungi": potensi - peserta if known else None,
        "belum_persen": 100 - row["persen"],
        "bulan_tersisa": 3,
        "tambahan_per_bulan": None if short is None else -(-short // 3),
        "laju_6_bulan": 212.0 if known else float("nan"),
        "tercapai": peserta >= wanted if known else None,
        "dasar_hukum": "Target contoh (rekaan)",
    }
    return row | changes


def targets(*, nilai: float = 52.2, missing: tuple[str, ...] = ()) -> pd.DataFrame:
    """measure_targets for the nine kecamatan, all segments together."""
    return typed(
        [
            target_row(kode, name, None if kode in missing else active, potential, nilai)
            for (kode, name), active, potential in zip(NAMES.items(), PESERTA, POTENSI, strict=True)
        ]
    )


def target_kabupaten() -> pd.DataFrame:
    """measure_targets for the regency: one row."""
    return typed([target_row("33.19", "Kudus", 217104, 466000, 52.2, laju_6_bulan=3912.4)])


def ahead() -> pd.DataFrame:
    """projection.project for the regency: 3.400 more a month, missed by 5.000, through the deadline and beyond."""
    months = pd.date_range(start=BULAN, periods=7, freq="MS", unit="us")
    middle = [217_000 + 3_400 * step for step in range(7)]
    return pd.DataFrame(
        {
            "periode": months,
            "perkiraan": [float(value) for value in middle],
            "bawah": [float(value - 5_000 * step) for step, value in enumerate(middle)],
            "atas": [float(value + 5_000 * step) for step, value in enumerate(middle)],
        }
    )


def cliff() -> pd.DataFrame:
    """measure_cliff for the regency: 30.264 leave in December, 560 in January."""
    leaving = {3: 30_264, 4: 560}
    rows, left = [], 217_000
    for step, month in enumerate(pd.date_range(start=BULAN, periods=13, freq="MS", unit="us")):
        left -= leaving.get(step, 0)
        rows.append(
            coverage_row("33.19", "Kudus", left, 466_000)
            | {"periode": month, "berakhir": leaving.get(step, 0)}
        )
    return typed(rows)


def targets_by_segmen() -> pd.DataFrame:
    """measure_targets for the regency by segmen; RT_RW without potensi."""
    values = {
        "PU": (190396, 279223, 80.0),
        "BPU": (26708, 186777, 20.0),
        "RENTAN": (30264, 29000, 100.0),
        "PENYELENGGARA_PEMILU": (1200, 9800, 60.0),
        "RT_RW": (4100, None, 90.0),
    }
    return typed(
        [
            target_row("33.19", "Kudus", active, potential, nilai, segmen=segmen)
            for segmen, (active, potential, nilai) in values.items()
        ]
    )


def targets_grid() -> pd.DataFrame:
    """measure_targets for kecamatan × segmen."""
    rows = []
    for segmen, nilai in (("SEMUA", 52.2), ("PU", 80.0), ("BPU", 20.0), ("RENTAN", 60.0)):
        for (kode, name), active, potential in zip(NAMES.items(), PESERTA, POTENSI, strict=True):
            mine = round(active * SEGMENTS[segmen] * 0.6)
            rows.append(target_row(kode, name, mine, round(potential * 0.6), nilai, segmen=segmen))
    return typed(rows)


SOURCES = {
    "PEMBERI_KERJA": 2_900_000_000,
    "DBHCHT": 508_435_200,
    "APBD_KAB_UMUM": 201_600_000,
    "APBD_PROV": 61_400_000,
    "ADD": 96_200_000,
    "BAGI_HASIL_PAJAK": 41_000_000,
    "PADES": 12_400_000,
    "CSR": 38_500_000,
    "SERTAKAN": 7_900_000,
    "MANDIRI": 312_000_000,
}


def premium_months(months: int = 9, *, scale: int = 1) -> pd.DataFrame:
    """measure_premium_months: January to September 2026 by source."""
    return typed(
        [
            {
                "periode": month,
                "sumber_dana": source,
                "nilai": (value + value * step // 40) // scale,
                "estimasi": value // scale,
                "bulan_dibayar": 1.0,
            }
            for step, month in enumerate(
                pd.date_range(end="2026-09-01", periods=months, freq="MS", unit="us")
            )
            for source, value in SOURCES.items()
        ]
    )


def _covered(left: int, monthly: int) -> datetime:
    return datetime(2026, min(9 + max(left // monthly, 0), 12), 1)


def _notes(source: str, budget: int | None, done: int, monthly: int) -> str:
    early = budget is not None and _covered(budget - done, monthly).month < 12
    notes = ("ESTIMASI_BERBEDA" if source == "PADES" else "", "PAGU_HABIS" if early else "")
    return ";".join(filter(None, notes))


def premiums() -> pd.DataFrame:
    """measure_premiums to September 2026 by source."""
    rows = []
    pagu = {
        "DBHCHT": 5_000_000_000,
        "APBD_KAB_UMUM": 4_300_000_000,
        "APBD_PROV": 500_000_000,
        "ADD": 1_200_000_000,
        "PADES": 150_000_000,
    }
    paid = {"DBHCHT": 4_100_000_000, "PADES": 168_000_000}
    for source, monthly in SOURCES.items():
        budget, done = pagu.get(source), paid.get(source, monthly * 9)
        expected = None if source == "PEMBERI_KERJA" else monthly * 9
        rows.append(
            {
                "kode_wilayah": "33.19",
                "wilayah": "Kudus",
                "terpetakan": True,
                "sumber_dana": source,
                "induk": "",
                "realisasi": done,
                "pagu": budget,
                "versi": "perubahan" if budget else "",
                "serapan_persen": 100 * done / budget if budget else float("nan"),
                "peserta_aktif": monthly // 16800,
                "iuran_sebulan": monthly,
                "estimasi": monthly * 9,
                "estimasi_setahun": monthly * 12,
                "estimasi_dibayar": expected,
                "realisasi_bertarif": None if expected is None else done,
                "selisih_estimasi": None if expected is None else done - expected,
                "bulan_cukup": budget / monthly if budget else float("nan"),
                "bulan_tersisa": (budget - done) / monthly if budget else float("nan"),
                "cukup_sampai": _covered(budget - done, monthly) if budget else pd.NaT,
                "pemegang_pagu": source if budget else "",
                "pagu_di": "33.19" if source == "BAGI_HASIL_PAJAK" else "",
                "di_muka": 2 * monthly if source == "CSR" else None,
                "lunas_terakhir": datetime(2026, 11, 1) if source == "CSR" else pd.NaT,
                "tanpa_tarif": 0,
                "catatan": _notes(source, budget, done, monthly),
            }
        )
    return typed(rows)


def premium_flow() -> pd.DataFrame:
    """measure_premium_flow: source, segment, programme."""
    lines = [
        ("PEMBERI_KERJA", "PU_SWASTA", "JKK+JKM+JHT+JP+JKP", 24_800_000_000),
        ("PEMBERI_KERJA", "PU_BUMD", "JKK+JKM+JHT+JP", 1_300_000_000),
        ("DBHCHT", "RENTAN", "JKK+JKM", 4_100_000_000),
        ("APBD_KAB_UMUM", "NON_ASN", "JKK+JKM", 1_400_000_000),
        ("APBD_KAB_UMUM", "RT_RW", "JKK+JKM", 414_000_000),
        ("ADD", "PERANGKAT_DESA", "JKK+JKM+JHT", 866_000_000),
        ("BAGI_HASIL_PAJAK", "RENTAN_DESA", "JKK+JKM", 369_000_000),
        ("CSR", "RENTAN", "JKK+JKM", 346_000_000),
        ("MANDIRI", "BPU_LAIN", "JKK+JKM", 2_100_000_000),
        ("MANDIRI", "UMKM", "JKK+JKM+JHT", 708_000_000),
    ]
    return pd.DataFrame(lines, columns=["sumber_dana", "segmen", "program", "nilai"])


def kabupaten_trend() -> pd.DataFrame:
    """measure_coverage_trend for the regency, 21 months to September 2026."""
    months = pd.date_range(end="2026-09-01", periods=21, freq="MS", unit="us")
    return typed(
        [
            coverage_row("33.19", "Kudus", 149000 + 3400 * step + (900 if step % 4 == 1 else 0), 466000)
            | {"periode": month}
            for step, month in enumerate(months)
        ]
    )


def scenario_costs() -> pd.DataFrame:
    """What two scenarios cost; of the second, who pays for the rest is not known."""
    rows = [
        ("A", "A · Tutup selisih", "DBHCHT", 383_695_200, 7_613),
        ("A", "A · Tutup selisih", "MANDIRI", 96_000_000, 3_800),
        ("B", "B · Pekerja swasta di seluruh kabupaten", "PEMBERI_KERJA", None, 900),
    ]
    frame = pd.DataFrame(rows, columns=["huruf", "skenario", "sumber_dana", "biaya", "orang"])
    return frame.astype({"biaya": "Int64"})


def scenarios() -> pd.DataFrame:
    """Coverage before and after two scenarios; of the second it is not known."""
    rows = [
        ("A", "A · Tutup selisih", 11_413, 48.5, 50.9, 52.2),
        ("B", "B · Pekerja swasta di seluruh kabupaten", 900, None, None, None),
    ]
    columns = ["huruf", "skenario", "orang", "persen", "persen_nanti", "target_persen"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.astype(dict.fromkeys(columns[3:], "float64"))


def reporting() -> pd.DataFrame:
    """The heat table of Mutu data: kecamatan of sixteen desa by twelve months; Undaan lacks one since July."""
    rows = [
        (kode, name, datetime(2025 + (9 + step) // 12, (9 + step) % 12 + 1, 1), 15 if lacks else 16, 16, "")
        for kode, name in NAMES.items()
        for step in range(12)
        for lacks in [kode == "33.19.04" and step >= 9]
    ]
    return _reported(rows)


def reporting_desa() -> pd.DataFrame:
    """The same for the desa of Kaliwungu: the fifth is silent, the sixth known as part of the whole only."""
    states = {4: "kosong", 5: "utuh"}
    rows = [
        (
            f"33.19.01.{2001 + i}",
            name,
            datetime(2026, 1 + step, 1),
            int(i not in states),
            1,
            states.get(i, "melapor"),
        )
        for i, name in enumerate(DESA)
        for step in range(9)
    ]
    return _reported(rows)


def _reported(rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    names = ["kode_wilayah", "wilayah", "periode", "melapor", "desa", "keadaan"]
    frame = pd.DataFrame(rows, columns=names)
    whole = (frame["keadaan"] == "utuh").astype("int64")
    return frame.assign(persen=100 * frame["melapor"] / frame["desa"], utuh=whole * frame["desa"])


def duty_course() -> pd.DataFrame:
    """measure_duties_done: BUMD in March 2025, the budget in January 2026."""
    rows = [
        (datetime(2025 + (1 + step) // 12, (1 + step) % 12 + 1, 1), int(step > 0) + int(step >= 11), baru)
        for step in range(20)
        for baru in [{1: "BUMD", 11: "ANGGARAN"}.get(step, "")]
    ]
    return pd.DataFrame(rows, columns=["periode", "selesai", "baru"])


def enterprises() -> pd.DataFrame:
    """Rows of measure_enterprise_areas of two kecamatan, one without a percentage."""
    rows = [
        ("33.19.04", "Undaan", 2025, 2686, 827, 30.789),
        ("33.19.05", "Mejobo", 2025, 0, 0, float("nan")),
    ]
    names = ["kode_wilayah", "wilayah", "tahun", "usaha_terdata", "usaha_terdaftar", "persen"]
    return pd.DataFrame(rows, columns=names)


def yields() -> pd.DataFrame:
    """Rows of yield_by_area of two kecamatan."""
    rows = [("33.19.07", "Bae", 6, 457, 265, 192, 57.987), ("33.19.04", "Undaan", 1, 567, 184, 383, 32.451)]
    names = ["kode_wilayah", "wilayah", "pertemuan", "hadir", "terdaftar", "belum", "persen"]
    return pd.DataFrame(rows, columns=names)


def reasons() -> pd.DataFrame:
    """Rows of reasons_ranked."""
    return pd.DataFrame({"kendala": ["IURAN", "NIK"], "pertemuan": [13, 1], "belum": [890, 600]})
