"""UMKM and outreach in sentences: who is registered and how fast, what meetings brought, whom to invite again.

Pure functions: figures and words in, text out.
"""

from __future__ import annotations

from jamsos_data.formats import format_number, round_half_up
from jamsos_data.messages import Messages
from jamsos_data.metrics.outreach import NO_OBSTACLE, InviteRule
from jamsos_data.reference import Reference
from jamsos_data.sentences.enterprises import registered_sentence, reporting_sentence
from jamsos_data.views.outreach_figures import OutreachFigures
from jamsos_data.wording import count, has_value, join, people, percent, rows_of


def outreach_sentences(found: OutreachFigures, words: Messages, *, reference: Reference) -> str:
    """How many of the enterprises are registered and how fast, and what became of those who came to a meeting."""
    parts = [_enterprises(found, words, reference=reference), _pace(found, words), _meetings(found, words)]
    return " ".join(part for part in parts if part)


def rule_sentence(rule: InviteRule, words: Messages, *, reference: Reference) -> str:
    """The rule by which groups are listed to be invited again."""
    reasons = [
        reference.name_of("kendala", code, words.language).lower()
        for code in rule.lasting
        if code != NO_OBSTACLE and code in reference.codes("kendala")
    ]
    return words(
        "outreach.rule",
        months=count(rule.months, words),
        percent=percent(rule.below_percent, words, digits=0),
        reasons=join(reasons, words),
    )


def again_title(found: OutreachFigures, words: Messages) -> str:
    """How many groups are worth inviting again, and how many people in them did not register."""
    number = len(found.again)
    if not number:
        return words("outreach.again.none")
    waiting = people(found.to_invite, words)
    return words("outreach.again.title", n=number, count=count(number, words), people=waiting)


def reasons_title(found: OutreachFigures, words: Messages, *, reference: Reference) -> str:
    """What hinders most of those who came and did not register."""
    if found.by_reason.empty:
        return words("outreach.reasons.none")
    first = found.by_reason.iloc[0]
    name = reference.name_of("kendala", str(first["kendala"]), words.language)
    return words("outreach.reasons.title", reason=name)


def packages_title(found: OutreachFigures, words: Messages) -> str:
    """How many people have a package below JKK + JKM."""
    number = int(found.packages["peserta_aktif"].sum())
    if not number:
        return words("outreach.packages.none")
    return words("outreach.packages.title", n=number, people=people(number, words))


def enterprises_title(found: OutreachFigures, words: Messages) -> str:
    """Where most and where fewest enterprises are registered."""
    rows = [row for row in rows_of(found.areas) if has_value(row.persen)]
    if len(rows) < 2:
        return words("outreach.enterprises.title")
    return words("outreach.enterprises.extremes", first=rows[0].wilayah, last=rows[-1].wilayah)


def yields_title(found: OutreachFigures, words: Messages) -> str:
    """Where meetings bring most and where least."""
    rows = [row for row in rows_of(found.by_area) if has_value(row.persen)]
    if len(rows) < 2:
        return words("outreach.yield.title")
    return words("outreach.yield.extremes", first=rows[0].wilayah, last=rows[-1].wilayah)


def _enterprises(found: OutreachFigures, words: Messages, *, reference: Reference) -> str:
    now = found.enterprises
    if now is None:
        return ""
    registered = registered_sentence(now, words, reference=reference)
    parts = (
        f"**{registered}**" if now.terdata else registered,
        reporting_sentence(now, words, reference=reference),
    )
    return " ".join(filter(None, parts))


def _pace(found: OutreachFigures, words: Messages) -> str:
    if len(found.years) < 2:
        return ""
    before, row = rows_of(found.years)[-2:]
    if not has_value(row.tambahan_setahun):
        return words("outreach.pace.unknown", year=before.tahun)
    if found.years_left is None:
        return words("outreach.pace.still", year=before.tahun)
    left = max(int(row.usaha_terdata) - int(row.usaha_terdaftar), 0)
    return words(
        "outreach.pace",
        year=before.tahun,
        each=count(int(round_half_up(row.tambahan_setahun)), words),
        left=count(left, words),
        years=format_number(found.years_left, digits=1, language=words.language),
    )


def _meetings(found: OutreachFigures, words: Messages) -> str:
    parts, number = [], found.judged
    if found.yield_percent is not None:
        values = {
            "count": count(number, words),
            "present": people(found.present, words),
            "registered": count(found.registered, words),
            "percent": percent(found.yield_percent, words),
        }
        parts.append(words("outreach.meetings", n=number, **values))
    if found.unstated:
        number = len(found.meetings) - number
        waiting = people(found.unstated, words)
        parts.append(
            words("outreach.meetings.unstated", n=number, count=count(number, words), people=waiting)
        )
    return " ".join(parts)
