"""The pages: what is shown, what is refused without losing a word, and the files that never are public."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from angebote.rollen import DATENSCHUTZ, KONZEPT
from konzept.domain.dokumente import get_ablage
from konzept.models import Anfragedokument, Anfragematerial, Kooperationsanfrage
from konzept.models.kooperationswerte import Anfrageart, Anfragestatus, Dokumentart, Ergebnis, Stelle
from tests.konten import create_konto, login
from tests.konzept.factories_kooperation import (
    ANGABEN,
    PDF,
    TAG,
    ZEIT,
    KooperationsanfrageFactory,
    add_dokument_fuer,
    add_entscheidung,
    add_material_fuer,
    add_schritt,
    build_datei,
    create_bereit,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def uhr(stell_uhr: Callable[[datetime], None]) -> None:
    stell_uhr(ZEIT)


@pytest.fixture
def konzept() -> Client:
    return login(Client(), create_konto("konzept", KONZEPT))


def build_url(name: str, **kwargs: Any) -> str:
    return reverse(f"konzept:anfrage-{name}", kwargs=kwargs)


def read(client: Client, url: str) -> str:
    return client.get(url).content.decode()


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


def test_missing_points_lead_to_their_fields(konzept: Client) -> None:
    anfrage = KooperationsanfrageFactory()
    inhalt = read(konzept, anfrage.get_absolute_url())
    ziel = build_url("abschnitt", pk=anfrage.pk, abschnitt="angaben")
    assert f'<a href="{ziel}#id_zweck">Es fehlt der Zweck.</a>' in inhalt


@pytest.mark.parametrize(
    ("status", "ohne", "ziel"),
    [
        (Anfragestatus.BETEILIGUNG, "presse", "/beteiligung/presse/#id_am"),
        (Anfragestatus.ZUGESAGT, "vollmacht", "/dokument/#id_datei"),
        (Anfragestatus.VEREINBART, "material", "/material/#id_art"),
        (Anfragestatus.MATERIALFREIGABE, "freigabe-presse", "/#material"),
    ],
)
def test_missing_paper_leads_to_its_page(konzept: Client, status: Anfragestatus, ohne: str, ziel: str) -> None:
    anfrage = create_bereit(status, ohne=ohne)
    assert f'href="{anfrage.get_absolute_url().rstrip("/")}{ziel}"' in read(konzept, anfrage.get_absolute_url())


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
    assert "Eingang → Vorprüfung, konzept" in inhalt
    assert '<li class="anfrageweg__punkt anfrageweg__punkt--hier" aria-current="step">Vorprüfung</li>' in inhalt


def test_office_is_recorded(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.BETEILIGUNG, ohne="datenschutz")
    daten = {
        "art": "votum",
        "votum": "auflagen",
        "am": "2026-11-09",
        "person": "DSB",
        "stellungnahme": "Kein Rücklauf.",
    }
    konzept.post(build_url("beteiligung", pk=anfrage.pk, stelle="datenschutz"), daten)
    eine = anfrage.beteiligungen.get(stelle=Stelle.DATENSCHUTZ)
    assert (eine.votum, eine.person, eine.konto.username) == ("auflagen", "DSB", "konzept")


def test_office_that_is_refused_keeps_what_was_typed(konzept: Client) -> None:
    anfrage = KooperationsanfrageFactory(status=Anfragestatus.BETEILIGUNG)
    daten = {"art": "informiert", "am": "2026-11-09", "person": "Pressestelle", "stellungnahme": "Gern."}
    inhalt = konzept.post(build_url("beteiligung", pk=anfrage.pk, stelle="presse"), daten).content.decode()
    assert "Zuerst gibt der Datenschutz sein Votum ab, dann folgen die anderen." in inhalt
    assert "Gern." in inhalt


def test_decision_page_shows_comparable_decisions_with_their_reasons(konzept: Client) -> None:
    frueher = KooperationsanfrageFactory(titel="Damals", status=Anfragestatus.ABGELEHNT)
    add_entscheidung(frueher, ergebnis=Ergebnis.NEIN, gruende="Es fehlte die Rechtsgrundlage.")
    anderes = KooperationsanfrageFactory(titel="Etwas anderes", art=Anfrageart.BEFRAGUNG)
    add_entscheidung(anderes)

    inhalt = read(konzept, build_url("entscheidung", pk=create_bereit(Anfragestatus.ENTSCHEIDUNG).pk))

    assert f'<a href="{frueher.get_absolute_url()}">Damals</a>' in inhalt
    assert "Es fehlte die Rechtsgrundlage." in inhalt
    assert "Etwas anderes" not in inhalt


def test_decision_is_recorded_and_a_refused_request_stays_readable(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.ENTSCHEIDUNG)
    daten = {"ergebnis": "nein", "gruende": "Zu weit.", "entschieden_von": "Amt", "entschieden_am": "2026-11-09"}
    konzept.post(build_url("entscheidung", pk=anfrage.pk), daten)

    inhalt = read(konzept, anfrage.get_absolute_url())

    assert "Zu weit." in inhalt
    assert "abgelehnt" in inhalt
    assert "bearbeiten</a>" not in inhalt
    assert "Damals" not in inhalt


def test_decision_that_is_refused_keeps_the_reasons(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.ENTSCHEIDUNG)
    daten = {
        "ergebnis": "zurueckgestellt",
        "gruende": "Noch zu klären.",
        "entschieden_von": "Amt",
        "entschieden_am": "2026-11-09",
    }
    inhalt = konzept.post(build_url("entscheidung", pk=anfrage.pk), daten).content.decode()
    assert "Bitte sagen Sie, wann wieder vorgelegt wird." in inhalt
    assert "Noch zu klären." in inhalt


def test_page_for_deciding_at_another_time_says_when(konzept: Client) -> None:
    inhalt = read(konzept, build_url("entscheidung", pk=create_bereit().pk))
    assert "Entschieden wird, wenn die Anfrage auf „Entscheidung“ steht. Jetzt steht sie auf „Eingang“." in inhalt


@pytest.mark.parametrize(
    ("inhalt", "satz"),
    [
        (b"MZ program", "Diese Art von Datei nehmen wir nicht an."),
        (PDF[:-7], "Diese Datei ist beschädigt oder unvollständig."),
        (b"", "Diese Datei ist leer."),
    ],
)
def test_file_that_is_refused_keeps_the_rest(konzept: Client, inhalt: bytes, satz: str) -> None:
    url = build_url("dokument", pk=create_bereit().pk)
    seite = konzept.post(url, {"art": "vollmacht", "datei": build_datei(inhalt)}).content.decode()
    assert satz in seite
    assert '<option value="vollmacht" selected>' in seite
    assert "Bitte wählen Sie die Datei noch einmal aus." in seite


def test_file_that_is_too_large_is_refused(konzept: Client, settings: Any) -> None:
    settings.DOKUMENT_MAX_MB = 0
    url = build_url("dokument", pk=create_bereit().pk)
    seite = konzept.post(url, {"art": "vollmacht", "datei": build_datei()}).content.decode()
    assert "Diese Datei ist zu groß. Möglich sind höchstens 0 MB." in seite


def test_material_with_a_broken_file_keeps_every_word(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.MATERIALFREIGABE, ohne="material")
    daten = {
        "art": "anschreiben",
        "absender": "Spitze der Verwaltung",
        "rueckruf": "Koordination",
        "freiwillig": "on",
        "freiwillig_satz": "Sie entscheiden.",
    }
    url = build_url("material", pk=anfrage.pk)
    seite = konzept.post(url, {**daten, "datei": build_datei(b"kein PDF")}).content.decode()
    assert "Diese Art von Datei nehmen wir nicht an." in seite
    assert "Spitze der Verwaltung" in seite
    assert "Sie entscheiden." in seite
    assert not Anfragematerial.objects.exists()

    konzept.post(url, {**daten, "datei": build_datei()})
    material = Anfragematerial.objects.get()
    assert (material.absender, material.freiwillig, material.ton_verstaendlich) == (
        "Spitze der Verwaltung",
        True,
        False,
    )


def test_release_is_recorded_for_the_version(konzept: Client) -> None:
    material = add_material_fuer(KooperationsanfrageFactory(status=Anfragestatus.MATERIALFREIGABE))
    daten = {"stelle": "presse", "person": "Pressestelle", "freigegeben_am": "2026-11-09"}
    konzept.post(build_url("freigabe", pk=material.pk), daten)
    assert material.freigaben.get().konto.username == "konzept"


def test_file_is_given_out_as_an_attachment_and_kept_by_no_cache(konzept: Client) -> None:
    dokument = add_dokument_fuer(KooperationsanfrageFactory(), Dokumentart.ERKLAERUNG)
    antwort = konzept.get(dokument.get_absolute_url())
    assert antwort.content == PDF
    assert antwort["Content-Type"] == "application/pdf"
    assert antwort["Content-Disposition"] == 'attachment; filename="Papier.pdf"'
    assert antwort["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in antwort["Cache-Control"]
    assert antwort["Content-Security-Policy"].startswith("sandbox")


def test_file_that_is_lost_is_not_found(konzept: Client) -> None:
    dokument = add_dokument_fuer(KooperationsanfrageFactory(), Dokumentart.ERKLAERUNG)
    get_ablage().delete(dokument.kennung)
    assert konzept.get(dokument.get_absolute_url()).status_code == 404


def test_file_lies_at_no_public_address() -> None:
    dokument = add_dokument_fuer(KooperationsanfrageFactory(), Dokumentart.ERKLAERUNG)
    client = Client()
    for anfang in ("fotos", "static", "dokumente", "media"):
        assert client.get(f"/{anfang}/{dokument.kennung}").status_code == 404
    assert client.get(dokument.get_absolute_url())["Location"].startswith("/konto/anmelden/")


def test_datenschutz_reads_everything_and_is_offered_no_form(melde_an: Callable[..., Client]) -> None:
    client = melde_an(create_konto("dsb", DATENSCHUTZ))
    anfrage = create_bereit(Anfragestatus.MATERIALFREIGABE, ohne="freigabe-presse")
    dokument = Anfragedokument.objects.filter(anfrage=anfrage).first()

    inhalt = read(client, anfrage.get_absolute_url())

    assert client.get(dokument.get_absolute_url()).content == PDF
    assert "Die Pressestelle hat nicht jedes Material in der neuesten Version freigegeben." in inhalt
    for name in ("schritt", "dokument", "material", "entscheidung"):
        assert f'href="{build_url(name, pk=anfrage.pk)}' not in inhalt
    assert "Anfrage aufnehmen" not in read(client, build_url("liste"))


def test_list_has_overdue_ones_first_then_by_the_order_of_the_work_and_ended_ones_last(konzept: Client) -> None:
    spaet = TAG - timedelta(days=1)
    KooperationsanfrageFactory(titel="fertig", status=Anfragestatus.ABGESCHLOSSEN, bericht_bis=spaet)
    KooperationsanfrageFactory(titel="versandt", status=Anfragestatus.VERSAND, bericht_bis=TAG)
    KooperationsanfrageFactory(titel="neu")
    KooperationsanfrageFactory(titel="Bericht zu spät", status=Anfragestatus.ERGEBNISBERICHT, bericht_bis=spaet)
    KooperationsanfrageFactory(titel="Vollmacht alt", status=Anfragestatus.MATERIALFREIGABE, vollmacht_bis=spaet)
    KooperationsanfrageFactory(titel="vergessen", status=Anfragestatus.ZURUECKGESTELLT, wiedervorlage_am=spaet)

    zeilen = konzept.get(build_url("liste")).context["zeilen"]

    assert [(anfrage.titel, ueberfaellig) for anfrage, _frist, ueberfaellig in zeilen] == [
        ("Vollmacht alt", True),
        ("Bericht zu spät", True),
        ("vergessen", True),
        ("neu", False),
        ("versandt", False),
        ("fertig", False),
    ]


def test_list_is_filtered_by_state_and_kind(konzept: Client) -> None:
    KooperationsanfrageFactory(titel="eins")
    KooperationsanfrageFactory(titel="zwei", status=Anfragestatus.VERSAND)
    KooperationsanfrageFactory(titel="drei", art=Anfrageart.BEFRAGUNG)

    def titel(query: str) -> set[str]:
        return {anfrage.titel for anfrage, *_rest in konzept.get(f"{build_url('liste')}?{query}").context["zeilen"]}

    assert titel("stand=versand") == {"zwei"}
    assert titel("art=befragung") == {"drei"}
    assert titel("stand=eingang&art=anschreiben") == {"eins"}
    assert titel("stand=quatsch&art=") == {"eins", "zwei", "drei"}
    assert titel("stand=abgelehnt") == set()


@pytest.mark.parametrize(
    "status", [Anfragestatus.ABGELEHNT, Anfragestatus.ZURUECKGESTELLT, Anfragestatus.ZURUECKGEZOGEN]
)
def test_way_of_a_request_beside_the_road_ends_where_it_left_it(konzept: Client, status: Anfragestatus) -> None:
    anfrage = create_bereit(status)
    add_schritt(anfrage, von=Anfragestatus.ENTSCHEIDUNG, nach=status)
    weg = [(str(punkt.titel), punkt.lage) for punkt in konzept.get(anfrage.get_absolute_url()).context["weg"]]
    assert weg[3:7] == [
        ("Prüfung Recht", "erledigt"),
        ("Entscheidung", "offen"),
        (str(status.label), "hier"),
        ("zugesagt, noch nicht vereinbart", "offen"),
    ]


@pytest.mark.parametrize("seite", ["neu", "abschnitt", "beteiligung", "dokument", "material", "freigabe"])
def test_every_form_says_that_there_is_no_field_for_residents(konzept: Client, seite: str) -> None:
    status = Anfragestatus.BETEILIGUNG if seite == "beteiligung" else Anfragestatus.MATERIALFREIGABE
    anfrage = create_bereit(status)
    kwargs: dict[str, Any] = {
        "neu": {},
        "abschnitt": {"pk": anfrage.pk, "abschnitt": "recht"},
        "beteiligung": {"pk": anfrage.pk, "stelle": "presse"},
        "freigabe": {"pk": anfrage.materialien.get().pk},
    }.get(seite, {"pk": anfrage.pk})
    assert "Nirgends gibt es ein Feld für Namen oder Adressen von Bürgerinnen und Bürgern." in read(
        konzept, build_url(seite, **kwargs)
    )


def count_queries(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_list_needs_the_same_queries_for_one_and_three(konzept: Client) -> None:
    create_bereit()
    assert count_queries(konzept, build_url("liste")) == 6
    create_bereit(Anfragestatus.VERSAND)
    create_bereit(Anfragestatus.ABGELEHNT)
    assert count_queries(konzept, build_url("liste")) == 6


def test_request_needs_the_same_queries_for_one_and_three_of_everything(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.MATERIALFREIGABE)
    add_entscheidung(anfrage)
    eine = count_queries(konzept, anfrage.get_absolute_url())
    for version in (2, 3):
        add_material_fuer(anfrage, version=version)
        add_entscheidung(anfrage)
        add_schritt(anfrage, von=Anfragestatus.EINGANG, nach=Anfragestatus.VORPRUEFUNG)
    assert count_queries(konzept, anfrage.get_absolute_url()) == eine == 16
