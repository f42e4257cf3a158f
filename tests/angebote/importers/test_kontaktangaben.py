import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from angebote.importers.kontaktangaben import parse_email, parse_telefone, parse_web, write_out_strasse

VERZEICHNIS = {"erichweinertstrasse": "Erich-Weinert-Straße"}


@pytest.mark.parametrize(
    ("text", "telefone"),
    [
        ("", ""),
        ("030 499870900", "030 499870900"),
        ("030 348003-253", "030 348003253"),
        ("030 9029528-30, 030 9029528-33", "030 902952830; 030 902952833"),
        ("030 4441664, 030 44738393 (über den Messenger erreichbar.)", "030 4441664; 030 44738393"),
        ("030 902952830, 030 902952831, 030 902952832", "030 902952830; 030 902952831"),
        ("bitte schreiben", ""),
    ],
)
def test_telefone_are_all_numbers_the_field_holds_whole(text: str, telefone: str) -> None:
    assert parse_telefone(text) == telefone


@pytest.mark.parametrize(
    ("text", "web"),
    [
        ("https://beispiel.de", "https://beispiel.de"),
        ("https://beispiel.de ; https://zweite.de", "https://beispiel.de"),
        ("siehe http://beispiel.de/a, mehr", "http://beispiel.de/a"),
        ("beispiel.de", ""),
        ("https://", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_web_first_valid_address_or_nothing(text: str, web: str) -> None:
    assert parse_web(text) == web


@pytest.mark.parametrize(
    ("text", "email"),
    [("info@beispiel.de", "info@beispiel.de"), ("info@beispiel.de; b@beispiel.de", "info@beispiel.de"), ("info", "")],
)
def test_email_first_valid_address_or_nothing(text: str, email: str) -> None:
    assert parse_email(text) == email


@pytest.mark.parametrize(
    ("text", "strasse"),
    [
        ("Erich Weinert Str.", "Erich-Weinert-Straße"),
        ("Schönholzer Str.", "Schönholzer Straße"),
        ("Beispiel-Str.", "Beispiel-Straße"),
        ("Fröbelstr.", "Fröbelstraße"),
        ("Berliner straße", "Berliner Straße"),
        ("Caligaripl.", "Caligariplatz"),
        ("Karower Ch", "Karower Chaussee"),
        ("Am Friedrichshain", "Am Friedrichshain"),
        ("", ""),
    ],
)
def test_strasse_takes_the_spelling_of_the_directory_or_is_written_out(text: str, strasse: str) -> None:
    assert write_out_strasse(text, verzeichnis=VERZEICHNIS) == strasse


@settings(deadline=None)
@given(st.text(max_size=200))
def test_contacts_of_any_text_never_raise(text: str) -> None:
    assert parse_web(text) == "" or parse_web(text).startswith("http")
    assert parse_email(text) == "" or "@" in parse_email(text)
    assert all(isinstance(teil, str) for teil in parse_telefone(text))
