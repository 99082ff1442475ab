"""The commands and their options.

Owns the words of the command line. Nothing heavy is imported here: `--help` and mistakes answer at once. Each
command names the function that runs it as `module:function` under `jamsos_data.cli`.
"""

import argparse
from typing import TypeAlias

PROGRAM = "python -m jamsos_data"

_USUAL_LEVELS = ("kecamatan", "kecamatan", "kabupaten")
_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description="Jamsos Kudus: memeriksa, memuat, dan membaca data jaminan sosial ketenagakerjaan.",
    )
    commands = parser.add_subparsers(required=True, metavar="PERINTAH")
    shared = _shared_options()
    _add_file_commands(commands, shared)
    _add_version_commands(commands, shared)
    _add_figure_commands(commands, shared)
    _add_making_commands(commands, shared)
    _add_document_commands(commands, shared)
    _add_people_command(commands, shared)
    return parser


def _shared_options() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--lake", metavar="FOLDER", help="tempat data (tanpa ini: JAMSOS_LAKE, lalu data/ di samping program)"
    )
    shared.add_argument("--bahasa", choices=["id", "en"], default="id", help="bahasa keluaran (id)")
    return shared


def _reading_options() -> argparse.ArgumentParser:
    reading = argparse.ArgumentParser(add_help=False)
    reading.add_argument("--kind", metavar="JENIS", help="jenis data, bila tidak mau ditebak dari isinya")
    reading.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KOLOM=NILAI",
        help="nilai yang sama untuk seluruh berkas, misalnya segmen=RENTAN (boleh berulang)",
    )
    reading.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="KODE",
        help="kode temuan yang usulannya diterima atau yang sudah diketahui (boleh berulang)",
    )
    reading.add_argument(
        "--header",
        action="append",
        default=[],
        metavar="LEMBAR=BARIS[-BARIS]",
        help="baris judul kolom suatu lembar; tanpa LEMBAR= untuk semua, 0 bila tidak ada judul (boleh berulang)",
    )
    reading.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="JUDUL=KOLOM",
        help="arti suatu kolom, misalnya 'Jml org=peserta_aktif', 'Kol C=segmen=BPD'; JUDUL=- bila tidak dipakai "
        "(boleh berulang)",
    )
    reading.add_argument(
        "--tanpa-ingatan", action="store_true", help="abaikan koreksi tata letak dari berkas terdahulu"
    )
    reading.add_argument(
        "--fix",
        action="append",
        default=[],
        metavar="LEMBAR!BARIS:KOLOM=TEKS",
        help="baca sel ini sebagai teks lain, misalnya 'Data!5:Desa=Kalirejo' (boleh berulang)",
    )
    reading.add_argument(
        "--area",
        action="append",
        default=[],
        metavar="TEKS[@KECAMATAN]=KODE",
        help="wilayah yang dimaksud suatu tulisan di semua baris, misalnya Kalirejx@Undaan=33.19.04.2003",
    )
    reading.add_argument("--corrections", metavar="BERKAS.json", help="perbaikan dari berkas JSON")
    reading.add_argument("--json", action="store_true", help="keluaran JSON")
    return reading


def _add_file_commands(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    reading = _reading_options()
    check = commands.add_parser("check", parents=[shared, reading], help="memeriksa satu berkas")
    check.add_argument("file", metavar="BERKAS")
    check.add_argument(
        "--marked", metavar="BERKAS.xlsx", help="tulis berkas yang sama dengan sel bermasalah ditandai"
    )
    check.set_defaults(command="files:check")

    commit = commands.add_parser("commit", parents=[shared, reading], help="memuat berkas ke dalam data")
    commit.add_argument("files", nargs="+", metavar="BERKAS")
    commit.add_argument("--author", metavar="NAMA", help="yang memuat (tanpa ini: nama akun komputer)")
    commit.add_argument("--note", default="", metavar="CATATAN")
    commit.add_argument(
        "--all-or-nothing", action="store_true", help="muat hanya bila tidak satu baris pun ditinggalkan"
    )
    mode = commit.add_mutually_exclusive_group()
    mode.add_argument(
        "--replace",
        dest="mode",
        action="store_const",
        const="replace",
        default="replace",
        help="mengganti bulan, segmen, dan sumber dana yang ada di berkas (begini bila tidak disebut)",
    )
    mode.add_argument(
        "--add", dest="mode", action="store_const", const="add", help="menambah; baris yang sudah ada ditolak"
    )
    commit.set_defaults(command="files:commit")


def _add_version_commands(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    history = commands.add_parser("history", parents=[shared], help="versi satu jenis data")
    history.add_argument("kind", metavar="JENIS")
    history.add_argument("--json", action="store_true", help="keluaran JSON")
    history.set_defaults(command="versions:history")

    restore = commands.add_parser("restore", parents=[shared], help="memulihkan versi lama")
    restore.add_argument("kind", metavar="JENIS")
    restore.add_argument("version", type=int, metavar="VERSI", help="0 = kosong, sebelum berkas pertama")
    restore.add_argument("--author", metavar="NAMA")
    restore.add_argument("--note", default="", metavar="CATATAN")
    restore.add_argument("--json", action="store_true", help="keluaran JSON")
    restore.set_defaults(command="versions:restore")


def _add_figure_commands(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    # Parsers share the option objects of their parents: a default of one would be the default of all.
    by_kecamatan, by_segment, by_source = (_asking_options(level) for level in _USUAL_LEVELS)
    coverage = commands.add_parser("coverage", parents=[shared, by_kecamatan], help="cakupan per wilayah")
    coverage.add_argument("--sumber", metavar="KODE", help="hanya peserta dari sumber dana ini")
    coverage.set_defaults(command="figures:coverage")

    targets = commands.add_parser("targets", parents=[shared, by_segment], help="capaian terhadap target")
    targets.add_argument("--keluarga", default="UCJ", metavar="KODE", help="UCJ atau RPJMN (UCJ)")
    targets.set_defaults(command="figures:targets")

    premiums = commands.add_parser("premiums", parents=[shared, by_source], help="iuran per sumber dana")
    premiums.add_argument("--sumber", metavar="KODE", help="hanya sumber dana ini")
    premiums.set_defaults(command="figures:premiums")


def _asking_options(usual_level: str) -> argparse.ArgumentParser:
    asking = argparse.ArgumentParser(add_help=False)
    asking.add_argument("--bulan", metavar="2026-09", help="bulan (tanpa ini: bulan terbaru dalam data)")
    asking.add_argument(
        "--tingkat",
        choices=["kabupaten", "kecamatan", "desa"],
        default=usual_level,
        help=f"satu baris per apa ({usual_level})",
    )
    asking.add_argument("--segmen", metavar="KODE")
    asking.add_argument("--basis", metavar="BASIS", help="penyebut (tanpa ini: yang pertama tersedia)")
    asking.add_argument("--tanpa-jakon", action="store_true", help="tanpa jasa konstruksi")
    asking.add_argument(
        "--dalam", metavar="WILAYAH", help="hanya di dalam wilayah ini: kode atau nama kecamatan"
    )
    asking.add_argument(
        "--versi",
        action="append",
        default=[],
        metavar="N|JENIS=N|WAKTU",
        help="data menurut versi ini, atau sebagaimana adanya pada waktu ini (2026-10-14T09:00; boleh berulang)",
    )
    form = asking.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="keluaran JSON, persen tidak dibulatkan")
    form.add_argument(
        "--csv", action="store_true", help="keluaran CSV untuk program lain (koma, titik desimal)"
    )
    return asking


def _add_making_commands(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    templates = commands.add_parser(
        "templates", parents=[shared], help="menulis templat XLSX dan CSV, atau aturan berkas"
    )
    templates.add_argument("--out", metavar="FOLDER", help="tempat menulis; untuk --rules tanpa ini: docs/")
    templates.add_argument("--kind", metavar="JENIS", help="hanya jenis data ini")
    templates.add_argument(
        "--from-last-month",
        action="store_true",
        help="isi dengan baris bulan (tahun) terbaru, maju satu, tanpa angkanya",
    )
    templates.add_argument("--keep-values", action="store_true", help="baris itu beserta angkanya")
    templates.add_argument("--segmen", metavar="KODE", help="hanya baris segmen ini")
    templates.add_argument(
        "--dalam", metavar="WILAYAH", help="hanya baris di wilayah ini: kode atau nama kecamatan"
    )
    templates.add_argument("--rules", action="store_true", help="menulis aturan berkas untuk pengirim data")
    templates.set_defaults(command="making:templates")

    example = commands.add_parser("example", parents=[shared], help="memuat data contoh")
    example.add_argument("--remove", action="store_true", help="mengeluarkan data contoh lagi")
    example.add_argument("--if-empty", action="store_true", help="hanya bila belum pernah ada data")
    example.add_argument("--author", metavar="NAMA", help="yang memuat (tanpa ini: Data contoh)")
    example.set_defaults(command="making:example")


def _add_document_commands(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    for name, help_text in (
        ("report", "menulis laporan bulanan (PDF, A4)"),
        ("slides", "menulis salindia rapat (PowerPoint)"),
        ("tables", "menulis tabel-tabelnya (XLSX)"),
    ):
        made = commands.add_parser(name, parents=[shared], help=help_text)
        made.add_argument("--out", metavar="BERKAS", required=True, help="berkas yang ditulis")
        made.add_argument("--bulan", metavar="2026-09", help="bulan (tanpa ini: bulan terbaru dalam data)")
        made.add_argument(
            "--kecamatan",
            dest="dalam",
            metavar="WILAYAH",
            help="hanya wilayah ini: kode, atau nama kecamatan",
        )
        made.add_argument("--segmen", metavar="KODE", help="hanya segmen ini")
        made.add_argument("--sumber", metavar="KODE", help="hanya sumber dana ini")
        made.add_argument("--basis", metavar="BASIS", help="penyebut (tanpa ini: yang pertama tersedia)")
        made.add_argument("--tanpa-jakon", action="store_true", help="tanpa jasa konstruksi")
        made.add_argument("--keluarga", default="UCJ", metavar="KODE", help="UCJ atau RPJMN (UCJ)")
        made.add_argument(
            "--versi", action="append", default=[], metavar="N|JENIS=N|WAKTU", help="data menurut versi ini"
        )
        made.set_defaults(command=f"documents:{name}")


def _add_people_command(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    people = commands.add_parser(
        "people",
        parents=[shared],
        help="mengenali orang yang sama antar daftar by name: mati, nyala, hapus jejak",
    )
    action = people.add_mutually_exclusive_group()
    action.add_argument(
        "--remember",
        dest="action",
        action="store_const",
        const="remember",
        help="menyalakan; membuat berkas kunci",
    )
    action.add_argument(
        "--forget",
        dest="action",
        action="store_const",
        const="forget",
        help="mematikan dan menghapus semua jejak orang beserta kuncinya dari disk",
    )
    people.add_argument("--json", action="store_true", help="keluaran JSON")
    people.set_defaults(command="people:people")
