"""How far projections would have missed: rolling origin, the method of the target page against naive ones.

    python -m benchmarks.backtest --lake data
    python -m benchmarks.backtest --workbook angkatan_kerja.xlsx --area 3319

The first looks at participants by month, of the regency and each kecamatan and segment; the second at a workbook with
the columns `thn`, `kd_kabkot` and `AK` (labour force by regency and year). Nothing of either file is kept.
"""

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import mean, median

import pandas as pd

from jamsos_data.lake import Lake
from jamsos_data.metrics.courses import Course, measure_courses
from jamsos_data.metrics.projection import MIN_MONTHS, WINDOW, read_trend, usual_change
from jamsos_data.metrics.questions import TargetQuestion
from jamsos_data.metrics.reported import find_incomplete_months

LEAST_PEOPLE = 200  # smaller groups move in jumps that no method foresees
Line = Sequence[int]
Step = Callable[[Line], float]  # expected change to the next point


def _changes(line: Line) -> list[float]:
    return [float(later - earlier) for earlier, later in pairwise(line)]


def _theil_sen(line: Line) -> float:
    recent = line[-WINDOW - 1 :]
    pairs = ((i, j) for j in range(len(recent)) for i in range(j))
    return float(median((recent[j] - recent[i]) / (j - i) for i, j in pairs))


METHODS: dict[str, Step] = {
    "median of changes (used)": lambda line: usual_change(_changes(line)),
    "last value": lambda _: 0.0,
    "last change": lambda line: _changes(line)[-1],
    "mean of 6 changes": lambda line: mean(_changes(line)[-6:]),
    "Theil-Sen": _theil_sen,
}


def misses(line: Line, step: Step, *, ahead: int, first: int) -> list[float]:
    """|actual − expected| in percent of the actual, `ahead` points after each origin from index `first` on."""
    return [
        100 * abs(line[origin + ahead] - max(0, line[origin] + ahead * step(line[: origin + 1])))
        / line[origin + ahead]
        for origin in range(first, len(line) - ahead)
        if line[origin + ahead] > 0
    ]  # fmt: skip


def held(course: Course, *, ahead: int) -> list[bool]:
    """Whether the band held the actual people, `ahead` months after each origin that had a projection."""
    found = []
    for origin in range(MIN_MONTHS - 1, len(course.people) - ahead):
        known = Course(months=course.months[: origin + 1], people=course.people[: origin + 1])
        trend = read_trend(known)
        if trend is not None:
            _, low, high = trend.after(ahead, people=known.people[-1], ceiling=None)
            found.append(low <= course.people[origin + ahead] <= high)
    return found


def participants(location: str) -> list[Course]:
    """The courses through the last month of a lake."""
    lake = Lake(location)
    rows, reference = lake.scan("kepesertaan").collect().lazy(), lake.reference()
    incomplete = find_incomplete_months(rows, reference=reference)
    months = rows.select("periode").unique().collect()["periode"].to_list()
    bulan = max(month for month in months if month not in incomplete)
    question = TargetQuestion(bulan=bulan, tingkat="kecamatan")
    courses = measure_courses(rows, reference=reference, question=question, incomplete=incomplete)
    return [course for course in courses.values() if course.people[-1] >= LEAST_PEOPLE]


def labour_force(path: str) -> dict[int, list[int]]:
    """People by year, oldest first, of each regency (kd_kabkot) with all years."""
    rows = pd.read_excel(path, usecols=["thn", "kd_kabkot", "AK"], engine="calamine")
    regencies = rows[(rows["kd_kabkot"] > 0) & (rows["kd_kabkot"] < 9999)].dropna()
    table = regencies.pivot_table(index="thn", columns="kd_kabkot", values="AK").dropna(axis="columns")
    return {int(code): [int(value) for value in table[code]] for code in table.columns}


def compare(lines: Mapping[str, Iterable[Line]], *, aheads: Sequence[int], first: int) -> None:
    """Print mean and median miss by group of lines, horizon and method."""
    for group, members in lines.items():
        kept = list(members)
        for ahead in aheads:
            print(f"{group}, {ahead} ahead")
            for name, step in METHODS.items():
                found = [miss for line in kept for miss in misses(line, step, ahead=ahead, first=first)]
                if found:
                    print(
                        f"  {name:<26} mean {mean(found):6.2f} %  median {median(found):6.2f} %  n {len(found)}"
                    )


def main() -> None:
    """Back-test on a lake, a workbook, or both."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lake", help="folder of a lake with participants")
    parser.add_argument("--workbook", help="workbook of the labour force by regency and year")
    parser.add_argument("--area", type=int, help="kd_kabkot of one regency to show apart")
    asked = parser.parse_args()
    if asked.lake:
        courses = participants(asked.lake)
        compare({"participants": [course.people for course in courses]}, aheads=(1, 3, 6, 12), first=7)
        for ahead in (1, 3, 6, 9, 12):
            found = [one for course in courses for one in held(course, ahead=ahead)]
            print(f"band held {100 * mean(found):.0f} % of {len(found)}, {ahead} months ahead")
    if asked.workbook:
        lines = labour_force(asked.workbook)
        groups: dict[str, Iterable[Line]] = {f"labour force of {len(lines)} regencies": lines.values()}
        if asked.area is not None:
            groups[f"labour force of {asked.area}"] = [lines[asked.area]]
        compare(groups, aheads=(1, 2, 3), first=3)


if __name__ == "__main__":
    main()
