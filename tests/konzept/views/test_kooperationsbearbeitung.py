"""Pages that write a request: what is refused loses no word, what is saved leads back."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from konzept.domain.kooperationsangaben import ABSCHNITTE
from konzept.kooperationsforms import describe_noetig
from konzept.models import Kooperationsanfrage
from konzept.models.kooperationswerte import Anfrageart, Anfragestatus, Ergebnis, Stelle
from tests.konzept.factories_kooperation import (
    ANGABEN,
    ZEIT,
    KooperationsanfrageFactory,
    add_entscheidung,
    create_bereit,
)
from tests.konzept.views.kooperationsseiten import build_url, read
from tests.pages.markup import parse_markup

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def uhr(stell_uhr: Callable[[datetime], None]) -> None:
    stell_uhr(ZEIT)


NEUE = {
    "titel": "Menschen ab 70",
    "art": "anschreiben",
    "eingegangen_am": "2026-11-02",
    "traeger_name": "Ein Verein",
    "rechtsform": "ev",
}


def test_new_request_is_taken_in_and_says_what_is_missing(konzept: Client) -> None:
    antwort = konzept.post(build_url("neu"), NEUE, follow=True)
    inhalt = antwort.content.decode()
    assert Kooperationsanfrage.objects.get().schritte.get().konto.username == "konzept"
    assert "Die Anfrage ist aufgenommen." in inhalt
    assert "Es fehlt der Zweck." in inhalt
    assert "Ein guter Zweck allein genügt nie" in inhalt


@pytest.mark.parametrize("rechtsform", ["", "natuerliche_person"])
def test_request_of_no_legal_person_is_refused_and_nothing_typed_is_lost(konzept: Client, rechtsform: str) -> None:
    antwort = konzept.post(build_url("neu"), {**NEUE, "rechtsform": rechtsform, "referenz": "Aus der AG."})
    inhalt = antwort.content.decode()
    assert "Anfragen kann nur eine juristische Person, zum Beispiel ein eingetragener Verein." in inhalt
    assert 'value="Menschen ab 70"' in inhalt
    assert "Aus der AG." in inhalt
    assert not Kooperationsanfrage.objects.exists()


def test_field_that_is_needed_is_named_in_the_refusal(konzept: Client) -> None:
    inhalt = konzept.post(build_url("neu"), {**NEUE, "titel": ""}).content.decode()
    assert '<a href="#id_titel">„Kurztitel“ fehlt noch.</a>' in inhalt


def test_part_is_saved_and_leads_back(konzept: Client) -> None:
    anfrage = KooperationsanfrageFactory()
    url = build_url("abschnitt", pk=anfrage.pk, abschnitt="angaben")
    antwort = konzept.post(url, {"zweck": "Einladen"})
    assert antwort["Location"] == anfrage.get_absolute_url()
    anfrage.refresh_from_db()
    assert anfrage.zweck == "Einladen"


def test_part_that_somebody_else_saved_in_between_is_not_overwritten_unasked(konzept: Client) -> None:
    anfrage = KooperationsanfrageFactory()
    url = build_url("abschnitt", pk=anfrage.pk, abschnitt="angaben")
    alter = konzept.get(url).context["seite"].stand
    konzept.post(url, {"zweck": "Der andere Text", "stand": alter})

    antwort = konzept.post(url, {"zweck": "Mein Text", "stand": alter})

    assert "Inzwischen hat jemand gespeichert: „Zweck“." in antwort.content.decode()
    zwischenstand = antwort.context["form"].zwischenstaende["zweck"]
    assert (zwischenstand.text, zwischenstand.wer, zwischenstand.wann) == ("Der andere Text", "konzept", ZEIT)
    assert antwort.context["form"]["zweck"].value() == "Mein Text"
    anfrage.refresh_from_db()
    assert anfrage.zweck == "Der andere Text"
    konzept.post(url, {"zweck": "Mein Text", "stand": antwort.context["seite"].stand})
    anfrage.refresh_from_db()
    assert anfrage.zweck == "Mein Text"


def test_what_is_saved_now_describes_the_field_beside_its_help(konzept: Client) -> None:
    anfrage = KooperationsanfrageFactory()
    url = build_url("abschnitt", pk=anfrage.pk, abschnitt="angaben")
    alter = konzept.get(url).context["seite"].stand
    konzept.post(url, {"zweck": "Der andere Text", "stand": alter})

    markup = parse_markup(konzept.post(url, {"zweck": "Mein Text", "stand": alter}).content.decode())

    [zweck] = [feld for feld in markup.find("textarea") if feld.attrs["name"] == "zweck"]
    assert zweck.attrs["aria-describedby"] == "id_zweck_helptext id_zweck_zwischenstand"
    [daneben] = [eines for eines in markup.find("div") if eines.attrs.get("id") == "id_zweck_zwischenstand"]
    assert " ".join(daneben.text.split()) == (
        "Inzwischen gespeichert: (9. November 2026, 10:00 Uhr, konzept) Der andere Text"
    )


def test_mistake_of_another_kind_hides_nothing_that_was_saved_in_between(konzept: Client) -> None:
    anfrage = KooperationsanfrageFactory()
    url = build_url("abschnitt", pk=anfrage.pk, abschnitt="angaben")
    alter = konzept.get(url).context["seite"].stand
    konzept.post(url, {"zweck": "Der andere Text", "stand": alter})

    zu_lang = konzept.post(url, {"zweck": "Meiner", "inhalt": "a" * 20_001, "stand": alter}).context["seite"].stand
    antwort = konzept.post(url, {"zweck": "Meiner", "stand": zu_lang})

    assert set(antwort.context["form"].zwischenstaende) == {"zweck"}
    anfrage.refresh_from_db()
    assert anfrage.zweck == "Der andere Text"


def test_second_click_is_no_change_of_somebody_else(konzept: Client) -> None:
    anfrage = KooperationsanfrageFactory()
    url = build_url("abschnitt", pk=anfrage.pk, abschnitt="angaben")
    daten = {"zweck": "Mein Text", "stand": konzept.get(url).context["seite"].stand}
    assert [konzept.post(url, daten).status_code for _mal in range(2)] == [302, 302]


def test_change_of_another_part_in_between_stops_nobody(konzept: Client) -> None:
    anfrage = KooperationsanfrageFactory()
    url = build_url("abschnitt", pk=anfrage.pk, abschnitt="angaben")
    stand = konzept.get(url).context["seite"].stand
    Kooperationsanfrage.objects.update(referenz="Inzwischen")
    assert konzept.post(url, {"zweck": "Mein Text", "stand": stand}).status_code == 302


def test_part_that_is_closed_shows_why_and_keeps_what_was_sent(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.ENTSCHEIDUNG)
    url = build_url("abschnitt", pk=anfrage.pk, abschnitt="angaben")
    satz = "„Die sechs Angaben“ lässt sich nicht ändern, solange die Anfrage auf „Entscheidung“ steht."

    offen, gesendet = read(konzept, url), konzept.post(url, {"zweck": "Ganz anders"}).content.decode()

    assert satz in offen
    assert "<textarea" not in offen
    assert satz in gesendet
    assert "Ganz anders" in gesendet
    anfrage.refresh_from_db()
    assert anfrage.zweck == ANGABEN["zweck"]


@pytest.mark.parametrize(
    ("name", "kwargs"), [("abschnitt", {"abschnitt": "alles"}), ("beteiligung", {"stelle": "ich"})]
)
def test_part_that_does_not_exist_is_not_found(konzept: Client, name: str, kwargs: dict[str, str]) -> None:
    assert konzept.get(build_url(name, pk=create_bereit().pk, **kwargs)).status_code == 404


def test_enabler_is_suggested_and_counts_only_when_saved(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.VORPRUEFUNG, ermoeglicher="")
    assert 'value="QPK/Sozialplanung"' in read(konzept, build_url("abschnitt", pk=anfrage.pk, abschnitt="vorpruefung"))
    assert "Es fehlt die Ermöglicherin oder der Ermöglicher." in read(konzept, anfrage.get_absolute_url())


def test_money_is_typed_in_euros(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.VORPRUEFUNG)
    werte = {name: ANGABEN[name] for name in ("durchfuehrung", "ermoeglicher", "aufwand_stunden")}
    url = build_url("abschnitt", pk=anfrage.pk, abschnitt="vorpruefung")

    konzept.post(url, {**werte, "aufwand_druck_cent": "120,50", "aufwand_porto_cent": "0"})

    anfrage.refresh_from_db()
    assert (anfrage.aufwand_druck_cent, anfrage.aufwand_porto_cent) == (12_050, 0)
    assert "120,50" in read(konzept, anfrage.get_absolute_url())


def test_step_that_is_not_ready_is_refused_with_every_reason_and_keeps_the_words(konzept: Client) -> None:
    anfrage = create_bereit(zweck="", umfang="")
    inhalt = konzept.post(
        build_url("schritt", pk=anfrage.pk), {"nach": "vorpruefung", "grund": "Es eilt."}
    ).content.decode()
    assert "<li>Es fehlt der Zweck.</li>" in inhalt
    assert "<li>Es fehlt der Umfang der Daten.</li>" in inhalt
    assert "Es eilt." in inhalt
    anfrage.refresh_from_db()
    assert anfrage.status == "eingang"


@pytest.mark.parametrize(
    ("daten", "satz"),
    [
        ({}, "Bitte wählen Sie einen Schritt."),
        ({"nach": "versand"}, "Dieser Schritt führt von hier nicht weiter."),
        ({"nach": "zurueckgezogen"}, "Bitte einen Grund angeben; er bleibt im Verlauf stehen."),
    ],
)
def test_step_that_cannot_be_taken_is_refused(konzept: Client, daten: dict[str, str], satz: str) -> None:
    anfrage = create_bereit()
    assert satz in konzept.post(build_url("schritt", pk=anfrage.pk), daten).content.decode()
    anfrage.refresh_from_db()
    assert anfrage.status == "eingang"


def test_step_is_taken_and_stands_in_the_log(konzept: Client) -> None:
    anfrage = create_bereit()
    inhalt = konzept.post(build_url("schritt", pk=anfrage.pk), {"nach": "vorpruefung"}, follow=True).content.decode()
    assert "Die Anfrage steht jetzt auf „Vorprüfung“." in inhalt
    assert "Eingang → Vorprüfung, konzept" in inhalt
    assert '<li class="anfrageweg__punkt anfrageweg__punkt--hier" aria-current="step">Vorprüfung</li>' in inhalt


JETZT, SPAETER = "nötig, damit es weitergeht", "nötig vor dem Schritt „Zur Entscheidung“"


@pytest.mark.parametrize(
    ("status", "vorschrift"),
    [
        (Anfragestatus.VORPRUEFUNG, SPAETER),
        (Anfragestatus.BETEILIGUNG, SPAETER),
        (Anfragestatus.PRUEFUNG_RECHT, JETZT),
    ],
)
def test_field_says_before_which_step_it_is_needed(konzept: Client, status: Anfragestatus, vorschrift: str) -> None:
    form = konzept.get(build_url("abschnitt", pk=create_bereit(status).pk, abschnitt="recht")).context["form"]
    assert {name: feld.zusatz for name, feld in form.fields.items()} == {
        "anlass": JETZT,
        "rechtsgrundlage": JETZT,
        "rechtsvorschrift": vorschrift,
        "hoheitliche_aufgabe": JETZT,
    }


@pytest.mark.parametrize(
    ("feld", "status", "satz"),
    [
        ("zweck", "eingang", JETZT),
        ("zweck", "vorpruefung", JETZT),
        ("vergleich", "eingang", "nötig vor dem Schritt „Zur Beteiligung“"),
        ("vollmacht_bis", "zugesagt", JETZT),
        ("rueckmeldungen_text", "rueckmeldungen", ""),
        ("traeger", "eingang", ""),
    ],
)
def test_need_of_a_field_follows_from_the_rule_of_the_step_that_asks_for_it(feld: str, status: str, satz: str) -> None:
    assert describe_noetig(feld, status) == satz


def test_office_is_recorded(datenschutz: Client) -> None:
    anfrage = create_bereit(Anfragestatus.BETEILIGUNG, ohne="datenschutz")
    daten = {
        "art": "votum",
        "votum": "auflagen",
        "am": "2026-11-09",
        "person": "DSB",
        "stellungnahme": "Kein Rücklauf.",
    }
    datenschutz.post(build_url("beteiligung", pk=anfrage.pk, stelle="datenschutz"), daten)
    eine = anfrage.beteiligungen.get(stelle=Stelle.DATENSCHUTZ)
    assert (eine.votum, eine.person, eine.konto.username) == ("auflagen", "DSB", "datenschutz")


def test_office_that_is_refused_keeps_what_was_typed(konzept: Client) -> None:
    anfrage = KooperationsanfrageFactory(status=Anfragestatus.BETEILIGUNG)
    daten = {"art": "informiert", "am": "2026-11-09", "person": "Pressestelle", "stellungnahme": "Gern."}
    inhalt = konzept.post(build_url("beteiligung", pk=anfrage.pk, stelle="presse"), daten).content.decode()
    assert "Zuerst gibt der Datenschutz sein Votum ab, dann folgen die anderen." in inhalt
    assert "Gern." in inhalt


BERICHTIGUNG = {"art": "votum", "votum": "ablehnung", "am": "2026-11-09", "person": "DSB", "stellungnahme": "Nein."}


def test_correction_says_why_and_the_page_shows_both(datenschutz: Client) -> None:
    anfrage = create_bereit(Anfragestatus.BETEILIGUNG, ohne="presse")
    url = build_url("beteiligung", pk=anfrage.pk, stelle="datenschutz")
    seite = datenschutz.get(url)
    assert "Berichtigung: Datenschutz" in seite.content.decode()
    daten = {**BERICHTIGUNG, "stand": seite.context["seite"].stand}

    ohne_grund = datenschutz.post(url, daten).content.decode()
    inhalt = datenschutz.post(url, {**daten, "grund": "Falsches Feld gewählt."}, follow=True).content.decode()

    assert "Bitte schreiben Sie, warum der bisherige Eintrag nicht stimmt." in ohne_grund
    for wort in ("stimmt zu", "lehnt ab", "berichtigt, gilt nicht mehr", "Falsches Feld gewählt.", "berichtigen</a>"):
        assert wort in inhalt
    assert inhalt.count("berichtigt, gilt nicht mehr") == 1


def test_vote_on_what_has_changed_since_is_refused_until_it_was_seen(datenschutz: Client) -> None:
    anfrage = create_bereit(Anfragestatus.BETEILIGUNG, ohne="datenschutz")
    url = build_url("beteiligung", pk=anfrage.pk, stelle="datenschutz")
    stand = datenschutz.get(url).context["seite"].stand
    Kooperationsanfrage.objects.update(anlass="Ein anderer Anlass")

    antwort = datenschutz.post(url, {**BERICHTIGUNG, "stand": stand})

    satz = "Inzwischen steht unter „Prüfung Recht“ etwas anderes, oder die Beteiligung hat neu begonnen."
    assert satz in antwort.content.decode()
    assert not anfrage.beteiligungen.filter(stelle=Stelle.DATENSCHUTZ).exists()
    datenschutz.post(url, {**BERICHTIGUNG, "stand": antwort.context["seite"].stand})
    assert anfrage.beteiligungen.filter(stelle=Stelle.DATENSCHUTZ).exists()


def test_vote_of_an_earlier_round_is_refused(datenschutz: Client) -> None:
    anfrage = create_bereit(Anfragestatus.BETEILIGUNG, ohne="datenschutz")
    url = build_url("beteiligung", pk=anfrage.pk, stelle="datenschutz")
    stand = datenschutz.get(url).context["seite"].stand
    Kooperationsanfrage.objects.update(runde=2)
    assert datenschutz.post(url, {**BERICHTIGUNG, "stand": stand}).status_code == 200
    assert not anfrage.beteiligungen.filter(stelle=Stelle.DATENSCHUTZ).exists()


def test_first_entry_that_was_sent_twice_stands_once(datenschutz: Client) -> None:
    anfrage = create_bereit(Anfragestatus.BETEILIGUNG, ohne="datenschutz")
    url = build_url("beteiligung", pk=anfrage.pk, stelle="datenschutz")
    daten = {**BERICHTIGUNG, "stand": datenschutz.get(url).context["seite"].stand}
    datenschutz.post(url, daten)
    inhalt = datenschutz.post(url, daten).content.decode()
    assert "Inzwischen ist für diese Stelle schon etwas eingetragen." in inhalt
    assert anfrage.beteiligungen.filter(stelle=Stelle.DATENSCHUTZ).count() == 1


def test_entry_of_somebody_else_stands_beside_what_was_typed(datenschutz: Client) -> None:
    anfrage = create_bereit(Anfragestatus.BETEILIGUNG, ohne="datenschutz")
    url = build_url("beteiligung", pk=anfrage.pk, stelle="datenschutz")
    datenschutz.post(url, BERICHTIGUNG)
    antwort = datenschutz.post(url, {**BERICHTIGUNG, "person": "Vertretung"})
    [person] = antwort.context["form"].zwischenstaende.items()
    assert (person[0], person[1].text, person[1].wer) == ("person", BERICHTIGUNG["person"], "datenschutz")
    assert antwort.context["form"]["person"].value() == "Vertretung"


def test_field_for_a_reason_is_asked_for_only_where_something_is_corrected(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.BETEILIGUNG, ohne="presse")
    assert 'name="grund"' not in read(konzept, build_url("beteiligung", pk=anfrage.pk, stelle="presse"))
    assert 'name="grund"' in read(konzept, build_url("beteiligung", pk=anfrage.pk, stelle="statistik"))


def test_vote_with_conditions_without_words_is_refused_at_its_field(datenschutz: Client) -> None:
    anfrage = create_bereit(Anfragestatus.BETEILIGUNG, ohne="datenschutz")
    url = build_url("beteiligung", pk=anfrage.pk, stelle="datenschutz")
    inhalt = datenschutz.post(url, {**BERICHTIGUNG, "stellungnahme": ""}).content.decode()
    satz = "Stellungnahme und Auflagen: Auflagen und eine Ablehnung brauchen einen Text."
    assert f'<a href="#id_stellungnahme">{satz}</a>' in inhalt


JA = {
    "ergebnis": "ja",
    "gruende": "Im öffentlichen Interesse.",
    "gleichbehandlung": "Wie damals.",
    "entschieden_von": "Amt",
    "entschieden_am": "2026-11-09",
}


def test_decision_keeps_what_was_on_the_page_and_shows_it(konzept: Client) -> None:
    damals = KooperationsanfrageFactory(titel="Damals", status=Anfragestatus.ABGELEHNT)
    frueher = add_entscheidung(damals, ergebnis=Ergebnis.NEIN)
    anfrage = create_bereit(Anfragestatus.ENTSCHEIDUNG)
    url = build_url("entscheidung", pk=anfrage.pk)

    konzept.post(url, {**JA, "stand": konzept.get(url).context["seite"].stand})

    assert list(anfrage.entscheidungen.get().vergleichbare.all()) == [frueher]
    assert f'<a href="{damals.get_absolute_url()}">Damals</a>: nein, 9. November 2026' in read(
        konzept, anfrage.get_absolute_url()
    )


@pytest.mark.parametrize("stand", ["", "quatsch", "-1", "0,,x"])
def test_decision_beside_one_that_nobody_saw_is_refused_and_then_shown(konzept: Client, stand: str) -> None:
    add_entscheidung(KooperationsanfrageFactory(titel="Inzwischen entschieden"))
    anfrage = create_bereit(Anfragestatus.ENTSCHEIDUNG)
    url = build_url("entscheidung", pk=anfrage.pk)

    antwort = konzept.post(url, {**JA, "stand": stand})

    assert "Inzwischen ist über Vergleichbares entschieden worden: Inzwischen entschieden." in antwort.content.decode()
    assert not anfrage.entscheidungen.exists()
    konzept.post(url, {**JA, "stand": antwort.context["seite"].stand})
    assert anfrage.entscheidungen.exists()


@pytest.mark.parametrize(
    ("status", "name", "kwargs"),
    [
        (Anfragestatus.ENTSCHEIDUNG, "entscheidung", {}),
        (Anfragestatus.VORPRUEFUNG, "abschnitt", {"abschnitt": "vorpruefung"}),
    ],
)
def test_page_that_asks_for_a_comparison_shows_comparable_decisions_with_their_reasons(
    konzept: Client, status: Anfragestatus, name: str, kwargs: dict[str, str]
) -> None:
    frueher = KooperationsanfrageFactory(titel="Damals", status=Anfragestatus.ABGELEHNT)
    add_entscheidung(frueher, ergebnis=Ergebnis.NEIN, gruende="Es fehlte die Rechtsgrundlage.")
    anderes = KooperationsanfrageFactory(titel="Etwas anderes", art=Anfrageart.BEFRAGUNG)
    add_entscheidung(anderes)

    inhalt = read(konzept, build_url(name, pk=create_bereit(status).pk, **kwargs))

    assert f'<a href="{frueher.get_absolute_url()}">Damals</a>' in inhalt
    assert "Es fehlte die Rechtsgrundlage." in inhalt
    assert "Etwas anderes" not in inhalt


@pytest.mark.parametrize(("abschnitt", "anzahl"), [("vorpruefung", 1), ("angaben", 0), ("eingang", 0), ("recht", 0)])
def test_first_request_of_its_kind_is_told_so_only_where_a_comparison_is_asked_for(
    konzept: Client, abschnitt: str, anzahl: int
) -> None:
    inhalt = read(konzept, build_url("abschnitt", pk=create_bereit(Anfragestatus.VORPRUEFUNG).pk, abschnitt=abschnitt))
    assert inhalt.count("Über Vergleichbares ist noch nicht entschieden worden.") == anzahl


def test_decision_is_recorded_and_a_refused_request_stays_readable(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.ENTSCHEIDUNG)
    daten = {"ergebnis": "nein", "gruende": "Zu weit.", "entschieden_von": "Amt", "entschieden_am": "2026-11-09"}
    url = build_url("entscheidung", pk=anfrage.pk)
    konzept.post(url, {**daten, "stand": konzept.get(url).context["seite"].stand})

    inhalt = read(konzept, anfrage.get_absolute_url())

    assert "Zu weit." in inhalt
    assert "abgelehnt" in inhalt
    assert "bearbeiten</a>" not in inhalt
    assert "Damals" not in inhalt


LEERE = {"gruende": "", "gleichbehandlung": "", "entschieden_von": "", "entschieden_am": ""}


@pytest.mark.parametrize(
    ("daten", "felder"),
    [
        ({}, {"ergebnis", *LEERE}),
        ({"ergebnis": "ja"}, {*LEERE}),
        ({"ergebnis": "zurueckgestellt"}, {*LEERE, "wiedervorlage_am"}),
        ({"ergebnis": "nein", "wiedervorlage_am": "2026-12-01"}, {*LEERE, "wiedervorlage_am"}),
        ({"ergebnis": "nein", "gruende": "Zu weit.", "entschieden_am": "morgen"}, {*LEERE} - {"gruende"}),
        ({**JA, "gleichbehandlung": " "}, {"gleichbehandlung"}),
    ],
)
def test_decision_names_everything_that_is_missing_at_once(
    konzept: Client, daten: dict[str, str], felder: set[str]
) -> None:
    add_entscheidung(KooperationsanfrageFactory())
    url = build_url("entscheidung", pk=create_bereit(Anfragestatus.ENTSCHEIDUNG).pk)
    stand = konzept.get(url).context["seite"].stand
    fehler = konzept.post(url, {**LEERE, **daten, "stand": stand}).context["form"].errors
    assert {feld: len(saetze) for feld, saetze in fehler.items()} == dict.fromkeys(felder, 1)


def test_list_of_mistakes_says_the_name_of_a_field_once(konzept: Client) -> None:
    url = build_url("entscheidung", pk=create_bereit(Anfragestatus.ENTSCHEIDUNG).pk)
    inhalt = konzept.post(url, {**LEERE, "ergebnis": "nein"}).content.decode()
    for name in ("gruende", "entschieden_von", "entschieden_am"):
        zeile = inhalt.split(f'<a href="#id_{name}">')[1].split("</a>")[0]
        assert zeile.lower().count(name.replace("_", " ").replace("ue", "ü")) == 1


def test_decision_that_is_refused_keeps_the_reasons(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.ENTSCHEIDUNG)
    daten = {
        "ergebnis": "zurueckgestellt",
        "gruende": "Noch zu klären.",
        "entschieden_von": "Amt",
        "entschieden_am": "2026-11-09",
    }
    url = build_url("entscheidung", pk=anfrage.pk)
    stand = konzept.get(url).context["seite"].stand
    inhalt = konzept.post(url, {**daten, "stand": stand}).content.decode()
    assert "Bitte sagen Sie, wann wieder vorgelegt wird." in inhalt
    assert "Noch zu klären." in inhalt


def test_page_for_deciding_at_another_time_says_when(konzept: Client) -> None:
    inhalt = read(konzept, build_url("entscheidung", pk=create_bereit().pk))
    assert "Entschieden wird, wenn die Anfrage auf „Entscheidung“ steht. Jetzt steht sie auf „Eingang“." in inhalt


@pytest.mark.parametrize("seite", ["neu", "abschnitt", "beteiligung", "dokument", "material", "freigabe"])
def test_every_form_says_that_there_is_no_field_for_residents(konzept: Client, seite: str) -> None:
    status = Anfragestatus.BETEILIGUNG if seite == "beteiligung" else Anfragestatus.MATERIALFREIGABE
    anfrage = create_bereit(status)
    kwargs: dict[str, Any] = {
        "neu": {},
        "abschnitt": {"pk": anfrage.pk, "abschnitt": "recht"},
        "beteiligung": {"pk": anfrage.pk, "stelle": "presse"},
        "freigabe": {"pk": anfrage.materialien.get().pk, "stelle": "presse"},
    }.get(seite, {"pk": anfrage.pk})
    assert "Nirgends gibt es ein Feld für Namen oder Adressen von Bürgerinnen und Bürgern." in read(
        konzept, build_url(seite, **kwargs)
    )


@pytest.mark.parametrize(
    ("status", "abschnitt", "feld", "werte"),
    [
        (Anfragestatus.VERSAND, "versand", "bericht_bis", {"bericht_bis": "2026-11-08"}),
        (Anfragestatus.VERSAND, "versand", "versand_anzahl", {"versand_anzahl": 1001}),
        (Anfragestatus.RUECKMELDUNGEN, "rueckmeldungen", "ablehnend_anzahl", {"ablehnend_anzahl": 41}),
        (Anfragestatus.ZUGESAGT, "vereinbarung", "vollmacht_bis", {"vollmacht_bis": "2026-11-08"}),
    ],
)
def test_fact_that_cannot_be_is_refused_at_its_field(
    konzept: Client, status: Anfragestatus, abschnitt: str, feld: str, werte: dict[str, Any]
) -> None:
    daten = {name: ANGABEN.get(name, "") for name in ABSCHNITTE[abschnitt].felder}
    url = build_url("abschnitt", pk=create_bereit(status).pk, abschnitt=abschnitt)
    assert set(konzept.post(url, daten | werte).context["form"].errors) == {feld}


def test_key_with_thousands_of_digits_is_no_error_page(konzept: Client) -> None:
    url = build_url("entscheidung", pk=create_bereit(Anfragestatus.ENTSCHEIDUNG).pk)
    antwort = konzept.post(url, {**JA, "stand": "9" * 5000})
    assert "Inzwischen haben die Stellen etwas anderes gesagt." in antwort.content.decode()
