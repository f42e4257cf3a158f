import pytest
from hypothesis import given
from hypothesis import strategies as st

from pankow_einsamkeit.lib.saetze import list_worte, split_saetze


@pytest.mark.parametrize(
    "satz",
    [
        "Bringen Sie etwas mit, z. B. Kuchen oder Obst.",
        "Bringen Sie etwas mit, z.B. Kuchen oder Obst.",
        "Frau Dr. Weiß leitet die Gruppe.",
        "Es beginnt um 14.30 Uhr und endet um 16 Uhr.",
        "Der Raum liegt im 1. Stock.",
        "Es sind ca. 12 Menschen da, max. 15 Personen.",
        "Wir treffen uns in der Berliner Str. 5 am Tor.",
        "Wir treffen uns in der Florastr. 84 am Tor.",
        "Alles steht auf www.berlin.de/pankow. und nirgends sonst.",
        "Schreiben Sie an info@haus.example bis zum 3. November.",
        "Los geht es am Mo. 3. Nov. 2026 im Saal.",
        "„Komm!“ ruft der Chor, und alle kommen.",
        "Kaffee, Kuchen usw. gibt es auch.",
        "Die Ev. Kirche hat offen, d. h. Sie können eintreten.",
    ],
)
def test_split_saetze_short_forms_dates_and_addresses_end_no_sentence(satz: str):
    assert split_saetze(satz) == [satz]


@pytest.mark.parametrize(
    ("text", "saetze"),
    [
        ("Kommen Sie vorbei. Es gibt Kaffee.", ["Kommen Sie vorbei.", "Es gibt Kaffee."]),
        ("Was gibt es? Kaffee! Und Kuchen …", ["Was gibt es?", "Kaffee!", "Und Kuchen …"]),
        ("Er sagt: „Kommen Sie.“ Alle kommen.", ["Er sagt: „Kommen Sie.“", "Alle kommen."]),
        ("Es gibt Kaffee, Kuchen usw. Kommen Sie!", ["Es gibt Kaffee, Kuchen usw.", "Kommen Sie!"]),
        ("Das geht so. Kommen Sie!", ["Das geht so.", "Kommen Sie!"]),
        ("Der Raum fasst 12. Sie sind willkommen.", ["Der Raum fasst 12.", "Sie sind willkommen."]),
        ("Es besteht seit 2024. Damals waren wir drei.", ["Es besteht seit 2024.", "Damals waren wir drei."]),
        ("Basteln\nMalen und\n\nSingen", ["Basteln", "Malen und", "Singen"]),
        ("  viel \t Luft  ", ["viel Luft"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_split_saetze_ends_where_a_reader_pauses(text: str, saetze: list[str]):
    assert split_saetze(text) == saetze


def test_list_worte_counts_what_is_read():
    worte = list_worte("Repair-Café – am 3. Dienstag, 14.30 Uhr & mehr …")
    assert worte == ["Repair-Café", "am", "3.", "Dienstag,", "14.30", "Uhr", "mehr"]


@given(st.text())
def test_split_saetze_any_text_keeps_every_word_in_its_order(text: str):
    saetze = split_saetze(text)
    assert " ".join(saetze).split() == text.split()
    assert all(saetze)


@given(
    st.lists(st.sampled_from(["z.", "B.", "Dr.", "3.", "Mai", "Uhr.", "Sie", "!", "„Ja“.", "…", "(ca.", "12).", "\n"]))
)
def test_split_saetze_any_order_of_awkward_parts_keeps_every_word(teile: list[str]):
    text = " ".join(teile)
    assert " ".join(split_saetze(text)).split() == text.split()
