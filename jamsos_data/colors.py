"""Colours of screen, slides and reports, for the light and the dark theme.

Owns every colour of the figures: the reached / not yet reached / target triple, the classes of the
coverage scale (fixed from 0 to 100 %, so that two months can be compared), one colour for each
sumber_dana and segmen with parents and children in one family. Figures ask here and never name a
colour themselves. The Streamlit theme file repeats `surface`, `panel`, `ink` and `reached`.
"""

from dataclasses import dataclass, fields

CLASS_WIDTH = 10  # percentage points for each class of the coverage scale


@dataclass(frozen=True)
class Look:
    """How a figure is to be drawn: on the dark theme or on the light one."""

    dark: bool = False


@dataclass(frozen=True, kw_only=True)
class Palette:
    """Named colours of one theme; `surface` is what lies behind a figure."""

    surface: str
    panel: str
    ink: str
    muted: str
    grid: str
    axis: str
    reached: str
    not_reached: str
    target: str
    target_text: str
    neutral: str
    hatch: str
    track: str
    border: str
    estimate: str


LIGHT = Palette(
    surface="#FFFFFF",
    panel="#F3F7F6",
    ink="#16262A",
    muted="#52646A",
    grid="#E4EBEA",
    axis="#A9B8B7",
    reached="#0F766E",
    not_reached="#94B8B2",
    target="#B45309",
    target_text="#9A4508",
    neutral="#E7EAEA",
    hatch="#B3BCBD",
    track="#EDF2F1",
    border="#8FAAA6",
    estimate="#16262A",
)
DARK = Palette(
    surface="#0E1A1B",
    panel="#152526",
    ink="#E8F0EF",
    muted="#A7B8B7",
    grid="#223536",
    axis="#4F6665",
    reached="#2FB5A6",
    not_reached="#3F6D68",
    target="#F2A24A",
    target_text="#F6B56C",
    neutral="#2A3738",
    hatch="#56686A",
    track="#1B2D2E",
    border="#0E1A1B",
    estimate="#E8F0EF",
)

# One hue, CLASS_WIDTH points each; the step between the sixth and the seventh class is wide so that dark or
# light text reaches a contrast of 4,5 on every class. On the dark theme the scale runs the other way round:
# on both themes a low percentage stands back and a high one stands out, on the dark one without glaring.
LIGHT_CLASSES = (
    "#EAF4F2", "#D5E8E5", "#BCDAD6", "#A1CBC5", "#86BBB4", "#69AAA1", "#1F7F76", "#0F6A63", "#0C514D", "#0B3B3A",
)  # fmt: skip
DARK_CLASSES = (
    "#1A3534", "#1F4643", "#235753", "#286A64", "#2B7972", "#4BACA1", "#56B4A9", "#62BCB1", "#6FC4B9", "#7DCCC2",
)  # fmt: skip

# (light, dark) for each code; the families are those of the design: employer grey, APBD greens (DBHCHT the
# strongest), APBDes ambers, CSR and SERTAKAN violets, mandiri blue.
SOURCE_COLORS = {
    "TIDAK_DIRINCI": ("#D5DADD", "#4A5558"),
    "SWASTA": ("#7C8A99", "#7C8A99"),
    "PEMBERI_KERJA": ("#AEB9C4", "#AEB9C4"),
    "CSR": ("#5B1E8F", "#7A35B5"),
    "SERTAKAN": ("#A77BD0", "#B79AE6"),
    "APBD_KAB": ("#2F8F84", "#3F9A8F"),
    "DBHCHT": ("#0B5F58", "#067565"),
    "APBD_KAB_UMUM": ("#5BB3A7", "#63C2B5"),
    "APBD_PROV": ("#9ED3CA", "#A5DDD3"),
    "APBDES": ("#E08A1E", "#EB8F3A"),
    "ADD": ("#E08A1E", "#EB8F3A"),
    "PADES": ("#B4560A", "#C2691C"),
    "BAGI_HASIL_PAJAK": ("#F0B05E", "#F3B978"),
    "BAGI_HASIL_RETRIBUSI": ("#F8D9A8", "#FBE2BC"),
    "DANA_DESA": ("#6E3A0C", "#8A4E18"),
    "MANDIRI": ("#2B7CE6", "#5A8FF3"),
}
SEGMENT_COLORS = {
    "SEMUA": ("#52646A", "#A7B8B7"),
    "PU": ("#2F74BF", "#5E9CE6"),
    "PU_SWASTA": ("#3E82CC", "#6FA9EC"),
    "PU_BUMD": ("#6A9FD8", "#8DBCF1"),
    "NON_ASN": ("#98BDE4", "#AECFF6"),
    "PERANGKAT_DESA": ("#C4D9F0", "#CFE2FA"),
    "BPU": ("#74144D", "#8E2F63"),
    "RENTAN": ("#8A2A62", "#9E4074"),
    "RENTAN_DESA": ("#A14579", "#B15689"),
    "BURUH_TANI": ("#BC5F92", "#D581AE"),
    "UMKM": ("#CB7DA8", "#DD95BC"),
    "RT_RW": ("#D797BB", "#E4A8C9"),
    "LINMAS": ("#E1AFCB", "#EABAD5"),
    "BPD": ("#E9C3D8", "#EFC9DE"),
    "PENYELENGGARA_PEMILU": ("#F0D5E3", "#F3D7E6"),
    "BPU_LAIN": ("#F5E3ED", "#F7E4EE"),
    "JAKON": ("#DDB04C", "#F2CB70"),
}

_DARK_TWINS = {
    **{getattr(LIGHT, field.name): getattr(DARK, field.name) for field in fields(Palette)},
    **dict(zip(LIGHT_CLASSES, DARK_CLASSES, strict=True)),
    **dict(SOURCE_COLORS.values()),
    **dict(SEGMENT_COLORS.values()),
}


def palette(look: Look) -> Palette:
    """The named colours of the look's theme."""
    return DARK if look.dark else LIGHT


def coverage_classes(look: Look) -> tuple[str, ...]:
    """The colours of the coverage scale, lowest class first; class i covers 10·i to 10·(i+1) %."""
    return DARK_CLASSES if look.dark else LIGHT_CLASSES


def coverage_color(persen: float, look: Look) -> str:
    """Colour of the class that a percentage (0–100) falls into; above 100 % the highest class."""
    classes = coverage_classes(look)
    return classes[min(max(int(persen // CLASS_WIDTH), 0), len(classes) - 1)]


def source_color(code: str, look: Look) -> str:
    """Colour of a sumber_dana; a code that the palette does not know is drawn as “not stated”."""
    return SOURCE_COLORS.get(code, SOURCE_COLORS["TIDAK_DIRINCI"])[look.dark]


def segment_color(code: str, look: Look) -> str:
    """Colour of a segmen; a code that the palette does not know is drawn as “all segments”."""
    return SEGMENT_COLORS.get(code, SEGMENT_COLORS["SEMUA"])[look.dark]


def in_look(color: str, look: Look) -> str:
    """The colour that stands in the look's theme for one of the light theme; what both share stays as it is."""
    return _DARK_TWINS.get(color, color) if look.dark else color


def ink_on(fill: str) -> str:
    """The text colour (dark or light ink) that has the higher WCAG 2.2 contrast on a fill."""
    return max((LIGHT.ink, "#FFFFFF"), key=lambda ink: contrast(ink, fill))


def contrast(one: str, other: str) -> float:
    """Contrast ratio (1–21) of two hex colours after WCAG 2.2, “relative luminance”."""
    low, high = sorted((relative_luminance(one), relative_luminance(other)))
    return (high + 0.05) / (low + 0.05)


def relative_luminance(color: str) -> float:
    """Relative luminance (0–1) of a hex colour after WCAG 2.2."""
    red, green, blue = (linear_channel(channel / 255) for channel in channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear_channel(value: float) -> float:
    """SRGB channel (0–1) to linear light (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def channels(color: str) -> tuple[int, int, int]:
    """Red, green and blue (0–255) of a hex colour such as #0F766E."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def see_through(color: str, alpha: float) -> str:
    """A hex colour as CSS rgba with the given opacity (0–1)."""
    red, green, blue = channels(color)
    return f"rgba({red},{green},{blue},{alpha})"
