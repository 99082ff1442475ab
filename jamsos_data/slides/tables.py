"""The tables behind the slides, with the columns of the pages."""

from __future__ import annotations

import pandas as pd

from jamsos_data.formats import WESTERN_INDONESIA
from jamsos_data.messages import Messages
from jamsos_data.metrics.attention_marks import Judged
from jamsos_data.metrics.attention_text import attention_sentence
from jamsos_data.metrics.note_text import note_texts
from jamsos_data.origin import EVERY_CHOICE, Origin, Rows, people_and_potential, targets_shown
from jamsos_data.reference import Reference
from jamsos_data.sentences.attention import mark_text
from jamsos_data.sentences.targets import goal_text, verdict
from jamsos_data.table import Table, TableColumn
from jamsos_data.views.coverage_figures import AreaFigures
from jamsos_data.views.judged import JudgedFindings
from jamsos_data.views.targets_figures import TargetFigures
from jamsos_data.views.view import View
from jamsos_data.wording import has_value, rows_of, short_name

AREA_ORIGIN = Origin(
    formulas=("active", "potential", "percent", "uncovered", "short"),
    rows=(*people_and_potential("inside"), targets_shown()),
)


def area_table(found: AreaFigures, view: View, words: Messages) -> Table:
    """The areas with coverage and target, people known for none of them, and the whole: it adds up."""
    rows = area_rows(found, view, words)
    columns = {
        "wilayah": TableColumn(words("coverage.column.area")),
        "peserta_aktif": TableColumn(words("summary.column.active"), "count"),
        "potensi": TableColumn(words("summary.column.potential"), "count"),
        "persen": TableColumn(words("summary.column.percent"), "percent"),
        "target_persen": TableColumn(words("summary.column.target"), "percent"),
        "kurang_orang": TableColumn(words("summary.column.short"), "count"),
        "belum_terlindungi": TableColumn(words("summary.column.uncovered"), "count"),
    }
    shown = {name: column for name, column in columns.items() if name in rows.columns}
    title = words(f"summary.table.{view.level_inside}")
    return Table(name="wilayah", title=title, frame=rows, columns=shown, origin=AREA_ORIGIN)


def area_rows(found: AreaFigures, view: View, words: Messages) -> pd.DataFrame:
    """The areas, highest first, then the people known for none of them and the whole."""
    rows = found.areas if found.targets.empty else found.targets
    ranked = rows.sort_values(["persen", "wilayah"], ascending=[False, True], na_position="last")
    beyond = found.beyond
    if found.only_regency:
        return beyond[beyond["terpetakan"]]
    unmapped = [words(f"summary.row.unmapped.{view.level_inside}", area=name) for name in beyond["wilayah"]]
    return pd.concat([ranked, beyond.assign(wilayah=beyond["wilayah"].where(beyond["terpetakan"], unmapped))])


def target_table(found: TargetFigures, view: View, words: Messages) -> Table:
    """The segments of the area looked at against their targets, with what has to be added each month."""
    tree = view.reference.segmen_tree
    ranked = found.segments.assign(urutan=[tree.order(code) for code in found.segments["segmen"]])
    rows = ranked.sort_values("urutan")
    named = rows_of(rows)
    frame = rows.assign(
        nama_segmen=[tree.name(row.segmen, words.language) for row in named],
        sasaran=[goal_text(row, words) if has_value(row.nilai_target) else "" for row in named],
        kesimpulan=[verdict(row, words) for row in named],
    )
    columns = {
        "nama_segmen": TableColumn(words("coverage.column.segment")),
        "peserta_aktif": TableColumn(words("coverage.column.active"), "count"),
        "potensi": TableColumn(words("coverage.column.potential"), "count"),
        "persen": TableColumn(words("coverage.column.percent"), "percent"),
        "sasaran": TableColumn(words("targets.column.goal")),
        "kurang_orang": TableColumn(words("targets.column.short"), "count"),
        "tambahan_per_bulan": TableColumn(words("targets.column.needed"), "count"),
        "kesimpulan": TableColumn(words("targets.column.verdict")),
    }
    return Table(name="segmen", title=words("targets.table.title"), frame=frame, columns=columns)


def course_table(found: TargetFigures, words: Messages) -> Table:
    """The area looked at by month."""
    frame = found.course.sort_values("periode")
    columns = {
        "periode": TableColumn(words("slide.column.month"), "month"),
        "peserta_aktif": TableColumn(words("coverage.column.active"), "count"),
        "potensi": TableColumn(words("coverage.column.potential"), "count"),
        "persen": TableColumn(words("coverage.column.percent"), "percent"),
        "tahun": TableColumn(words("slide.column.year"), "text"),
    }
    title = words("slide.table.course", area=found.now.wilayah)
    origin = Origin(
        formulas=("active", "potential", "percent"),
        rows=people_and_potential("own", when="shown", unasked=("sumber_dana",)),
    )
    return Table(name="bulanan", title=title, frame=frame, columns=columns, origin=origin)


def month_table(rows: pd.DataFrame, view: View, words: Messages) -> Table:
    """Rupiah paid, one row for each month and one column for each source. `rows`: measure_premium_months."""
    tree = view.reference.sumber_tree
    sums = rows.pivot_table(index="periode", columns="sumber_dana", values="nilai", aggfunc="sum")
    sources = sorted(sums.columns, key=tree.order)
    frame = sums[sources].astype("Int64").reset_index()
    columns = {"periode": TableColumn(words("premiums.column.month"), "month")}
    columns |= {code: TableColumn(f"{short_name(tree, code, words)} (Rp)", "rupiah") for code in sources}
    origin = Origin(formulas=("paid_in_month",), rows=(Rows(kind="iuran", when="shown"),))
    title = words("slide.table.months")
    return Table(name="iuran_bulan", title=title, frame=frame, columns=columns, origin=origin)


def source_table(sources: pd.DataFrame, view: View, words: Messages) -> Table:
    """Rows of measure_premiums, one for each source: pagu, realisasi, until when the pagu lasts, and notes."""
    tree = view.reference.sumber_tree
    frame = sources.assign(
        sumber=tree.names_of(sources["sumber_dana"], words.language),
        keterangan=["; ".join(note_texts(codes, words)) for codes in sources["catatan"]],
    )
    columns = {
        "sumber": TableColumn(words("premiums.column.source")),
        "pagu": TableColumn(words("premiums.column.pagu"), "rupiah"),
        "realisasi": TableColumn(words("premiums.column.paid"), "rupiah"),
        "serapan_persen": TableColumn(words("premiums.column.used"), "percent"),
        "cukup_sampai": TableColumn(words("premiums.column.until"), "month"),
        "bulan_tersisa": TableColumn(words("premiums.column.left"), "number"),
        "peserta_aktif": TableColumn(words("coverage.column.active"), "count"),
        "keterangan": TableColumn(words("coverage.column.note")),
    }
    return Table(name="iuran_sumber", title=words("premiums.sources.title"), frame=frame, columns=columns)


def attention_table(judged: JudgedFindings, view: View, words: Messages) -> Table:
    """All findings in sentences: the open ones, the most urgent first, then those handled, with what was noted."""
    found = (*judged.open, *judged.handled)
    reference = view.reference
    frame = pd.DataFrame(
        {
            "urgensi": [words(f"urgency.{one.finding.urgency}") for one in found],
            "temuan": [attention_sentence(one.finding, words=words, reference=reference) for one in found],
            "wilayah": [
                reference.area_name(one.finding.kode_wilayah or reference.kabupaten) for one in found
            ],
            "keadaan": [_state(one, words, reference=reference) for one in found],
        }
    )
    columns = {
        "urgensi": TableColumn(words("slide.column.urgency")),
        "temuan": TableColumn(words("slide.column.finding")),
        "wilayah": TableColumn(words("coverage.column.area")),
    }
    if any(one.new or one.mark for one in found):
        columns["keadaan"] = TableColumn(words("attention.column.state"))
    return Table(name="perhatian", title=words("summary.attention"), frame=frame, columns=columns)


def _state(one: Judged, words: Messages, *, reference: Reference) -> str:
    """Open, new, handled by whom, or back again and why."""
    state = words(f"attention.state.{one.state}")
    if one.mark is not None:
        day = one.mark.waktu.astimezone(WESTERN_INDONESIA)
        state = mark_text(
            one, words, reference=reference, handled_by=one.mark.oleh, day=day, note=one.mark.catatan
        )
    return f"{words('attention.new')} · {state}" if one.new else state


def duty_table(duties: pd.DataFrame, view: View, words: Messages, *, wide: bool = False) -> Table:
    """The duties of Inpres 2/2021 that are not numbers. `duties`: :func:`duties.duty_rows`.

    The office is the one that the report names, else that of the table of duties. `wide`: with widths for a page.
    """
    reference, language = view.reference, words.language
    frame = duties.assign(
        butir=[reference.name_of("butir_inpres", code, language) for code in duties["butir"]],
        instansi=[
            row.instansi or reference.text_of("butir_inpres", row.butir, "pelaku", language)
            for row in rows_of(duties)
        ],
        status=[words(f"targets.status.{code}") for code in duties["status"]],
    )
    columns = {
        "butir": TableColumn(words("targets.column.duty"), width=410 if wide else None),
        "instansi": TableColumn(words("targets.column.office"), width=180 if wide else None),
        "status": TableColumn(words("targets.column.status")),
        "tanggal": TableColumn(words("targets.column.date"), "day"),
        "dokumen": TableColumn(words("targets.column.document"), width=280 if wide else None),
    }
    reports = Rows(kind="tindak_lanjut", when="through", place="upwards", unasked=EVERY_CHOICE)
    origin, title = Origin(formulas=("duty",), rows=(reports,)), words("targets.duties.table")
    return Table(name="tindak_lanjut", title=title, frame=frame, columns=columns, origin=origin)


def village_table(villages: pd.DataFrame, view: View, words: Messages) -> Table:
    """Rows of measure_coverage at desa level, with their kecamatan."""
    reference = view.reference
    rows = rows_of(villages[villages["terpetakan"]])
    frame = villages[villages["terpetakan"]].assign(
        kecamatan=[reference.area_name(reference.parent_area(row.kode_wilayah)) for row in rows]
    )
    columns = {
        "kecamatan": TableColumn(words("coverage.column.kecamatan")),
        "wilayah": TableColumn(words("coverage.column.desa")),
        "peserta_aktif": TableColumn(words("coverage.column.active"), "count"),
        "potensi": TableColumn(words("coverage.column.potential"), "count"),
        "persen": TableColumn(words("coverage.column.percent"), "percent"),
        "belum_terlindungi": TableColumn(words("coverage.column.uncovered"), "count"),
        "kode_wilayah": TableColumn(words("coverage.column.code")),
    }
    return Table(name="desa", title=words("coverage.villages.title"), frame=frame, columns=columns)
