"""Sentences in two languages: complete, with the same placeholders, and chosen by number."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from jamsos_data import messages

PLACEHOLDER = re.compile(r"{(\w+)")


def write_catalogue(folder: Path, language: str, plural_rule: str, body: str) -> None:
    target = folder / language
    target.mkdir(parents=True)
    header = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    (target / "sample.po").write_text(
        header + f'"Plural-Forms: {plural_rule}\\n"\n\n' + body, encoding="utf-8"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_catalogue(
        tmp_path,
        "en",
        "nplurals=2; plural=(n != 1);",
        'msgid "rows"\nmsgid_plural "rows"\nmsgstr[0] "{n} row"\nmsgstr[1] "{n} rows"\n\n'
        'msgid "hello"\nmsgstr "Hello {name}"\n',
    )
    return tmp_path


@pytest.mark.parametrize(("number", "sentence"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows")])
def test_the_plural_follows_the_number(folder: Path, number: int, sentence: str) -> None:
    assert messages.load_messages("en", folder)("rows", n=number) == sentence


def test_values_are_filled_in(folder: Path) -> None:
    assert messages.load_messages("en", folder)("hello", name="Kudus") == "Hello Kudus"


def test_an_unknown_key_is_an_error_not_an_empty_label(folder: Path) -> None:
    with pytest.raises(KeyError, match="no message 'absent'"):
        messages.load_messages("en", folder)("absent")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown language"):
        messages.load_messages("jv")


def catalogue_pairs() -> list[tuple[Path, Path]]:
    root = Path(messages.__file__).parents[1]
    folders = [messages.OWN_FOLDER, root / "pages" / "parts" / "messages"]
    names = {(folder, file.name) for folder in folders for file in folder.glob("*/*.po")}
    return [(folder / "id" / name, folder / "en" / name) for folder, name in sorted(names)]


def sentences(file: Path) -> dict[str, set[str]]:
    with file.open("rb") as stream:
        catalogue = read_po(stream, locale=file.parent.name)
    found = {}
    for message in catalogue:
        if not message.id:
            continue
        texts = [message.string] if isinstance(message.string, str) else list(message.string or [""])
        assert all(texts), f"{file.name}: {message.id} has no text in {file.parent.name}"
        key = message.id if isinstance(message.id, str) else message.id[0]
        found[key] = set(PLACEHOLDER.findall(" ".join(texts)))
    return found


@pytest.mark.parametrize(("indonesian", "english"), catalogue_pairs(), ids=lambda file: file.name)
def test_both_languages_say_the_same_things_with_the_same_values(indonesian: Path, english: Path) -> None:
    assert sentences(indonesian) == sentences(english)
