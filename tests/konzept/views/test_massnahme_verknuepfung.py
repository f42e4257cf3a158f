from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from angebote.choices import Status
from angebote.domain.katalog import refresh_angebote
from angebote.models import Angebot
from angebote.rollen import REDAKTION
from konzept.models import Massnahme
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory
from tests.konten import create_konto, login
from tests.konzept.factories import DrucksacheFactory, MassnahmeFactory
from tests.konzept.factories_netz import AkteurFactory, AufgabeFactory, KommunikationFactory, SitzungFactory
from tests.pages.markup import parse_markup

pytestmark = pytest.mark.django_db


def build_adresse(massnahme: Massnahme, art: str = "angebote") -> str:
    return reverse("konzept:massnahme-verknuepfung", kwargs={"pk": massnahme.pk, "art": art})


def create_angebot(titel: str, **felder: Any) -> Angebot:
    heute = timezone.localdate()
    angebot: Angebot = AngebotFactory(**{"titel": titel, "geprueft_am": heute, **felder})
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    return angebot


def get_text(client: Client, adresse: str, **parameter: str) -> str:
    return client.get(adresse, parameter).content.decode()


def test_hits_are_boxes_and_what_is_linked_already_is_said(konzept: Client) -> None:
    massnahme, neu, alt = MassnahmeFactory(), create_angebot("Singen im Chor"), create_angebot("Singen am See")
    massnahme.angebote.add(alt)

    text = get_text(konzept, build_adresse(massnahme), q="singen")

    boxen = [ein.attrs["value"] for ein in parse_markup(text).find("input") if ein.attrs.get("name") == "dazu"]
    assert boxen == [str(neu.pk)]
    assert "schon verknüpft" in text
    assert [k.attrs["value"] for k in parse_markup(text).find("button") if k.attrs.get("name") == "weg"] == [
        str(alt.pk)
    ]


def test_ticked_hits_are_linked_and_the_search_stays(konzept: Client) -> None:
    massnahme, erstes, zweites = MassnahmeFactory(), create_angebot("Singen A"), create_angebot("Singen B")
    adresse = f"{build_adresse(massnahme)}?q=singen"

    antwort = konzept.post(adresse, {"dazu": [erstes.pk, zweites.pk]}, follow=True)

    assert antwort.redirect_chain == [(adresse, 302)]
    assert set(massnahme.angebote.all()) == {erstes, zweites}
    assert "Verknüpft: 2." in antwort.content.decode()
    assert massnahme.verlauf.latest().history_user.get_username() == "konzept"


def test_linked_twice_is_said_and_changes_nothing(konzept: Client) -> None:
    massnahme, ort = MassnahmeFactory(), OrtFactory()
    massnahme.orte.add(ort)
    antwort = konzept.post(build_adresse(massnahme, "orte"), {"dazu": [ort.pk]}, follow=True)
    assert "Das war schon verknüpft." in antwort.content.decode()


@pytest.mark.parametrize(
    ("dazu", "satz"),
    [
        ([], "Bitte kreuzen Sie an, was Sie verknüpfen möchten."),
        (["0"], "Einen Eintrag davon gibt es nicht mehr."),
        (["9" * 30], "Einen Eintrag davon gibt es nicht mehr."),
        (["²"], "Einen Eintrag davon gibt es nicht mehr."),
    ],
)
def test_refused_form_keeps_the_search_and_the_ticks(konzept: Client, dazu: list[str], satz: str) -> None:
    massnahme, angebot = MassnahmeFactory(), create_angebot("Singen")
    angekreuzt = [*dazu, str(angebot.pk)] if dazu else []

    antwort = konzept.post(f"{build_adresse(massnahme)}?q=singen", {"dazu": angekreuzt})

    seite = parse_markup(antwort.content.decode())
    assert satz in antwort.content.decode()
    assert "singen" in [ein.attrs.get("value") for ein in seite.find("input")]
    assert [ein.attrs["value"] for ein in seite.find("input") if "checked" in ein.attrs] == angekreuzt[-1:]
    assert not massnahme.angebote.exists()


def test_removed_is_linked_no_more_and_said_by_name(konzept: Client) -> None:
    massnahme, traeger = MassnahmeFactory(), TraegerFactory(name="Verein Beispiel")
    massnahme.partner.add(traeger)
    adresse = build_adresse(massnahme, "partner")
    assert (
        "„Verein Beispiel“ ist nicht mehr verknüpft."
        in konzept.post(adresse, {"weg": traeger.pk}, follow=True).content.decode()
    )
    assert not massnahme.partner.exists()
    assert (
        "Das war schon nicht mehr verknüpft."
        in konzept.post(adresse, {"weg": traeger.pk}, follow=True).content.decode()
    )


def test_unknown_kind_or_measure_is_not_found(konzept: Client) -> None:
    massnahme = MassnahmeFactory()
    assert konzept.get(build_adresse(massnahme, "kieze")).status_code == 404
    massnahme.pk += 1
    assert konzept.get(build_adresse(massnahme)).status_code == 404


@pytest.mark.parametrize("worte", ["x" * 5000, "\0", "%", "'\"<b>"])
def test_any_word_is_looked_for(konzept: Client, worte: str) -> None:
    assert konzept.get(build_adresse(MassnahmeFactory()), {"q": worte}).status_code == 200


def test_search_costs_the_same_queries_for_any_number_of_hits(konzept: Client, django_assert_num_queries: Any) -> None:
    massnahme = MassnahmeFactory()
    for anzahl in (1, 5):
        for nummer in range(anzahl):
            create_angebot(f"Singen {anzahl} {nummer}", ort=OrtFactory(), traeger=TraegerFactory())
        get_text(konzept, build_adresse(massnahme), q="singen")
        with django_assert_num_queries(12):
            get_text(konzept, build_adresse(massnahme), q="singen")


def create_ohne_akteure() -> Client:
    """Works on measures, but may not know who takes part."""
    konto = create_konto("ohne", REDAKTION)
    konto.user_permissions.add(Permission.objects.get(codename="change_massnahme"))
    return login(Client(), konto)


def test_akteur_is_linked_and_named_with_a_link_on_both_pages(konzept: Client) -> None:
    massnahme, akteur = MassnahmeFactory(titel="Mittagstisch"), AkteurFactory(name="Runde Nord")
    konzept.post(build_adresse(massnahme, "akteure"), {"dazu": [akteur.pk]})
    links = {a.attrs["href"]: a.text for a in parse_markup(get_text(konzept, massnahme.get_absolute_url())).find("a")}
    assert links[akteur.get_absolute_url()] == "Runde Nord"
    zurueck = {a.attrs["href"]: a.text for a in parse_markup(get_text(konzept, akteur.get_absolute_url())).find("a")}
    assert zurueck[massnahme.get_absolute_url()] == "Mittagstisch"


def test_akteur_page_names_measures_that_its_provider_takes_part_in(konzept: Client) -> None:
    traeger = TraegerFactory()
    akteur, massnahme = AkteurFactory(traeger=traeger), MassnahmeFactory(titel="Mittagstisch")
    massnahme.partner.add(traeger)
    MassnahmeFactory(titel="Anderes")
    text = get_text(konzept, akteur.get_absolute_url())
    assert "Mittagstisch" in text
    assert "Anderes" not in text


def test_who_may_not_see_akteure_neither_reads_nor_links_them() -> None:
    massnahme, akteur = MassnahmeFactory(), AkteurFactory(name="Runde Nord")
    akteur.massnahmen.add(massnahme)
    client = create_ohne_akteure()
    for adresse in (
        massnahme.get_absolute_url(),
        build_adresse(massnahme),
        reverse("admin:konzept_massnahme_change", args=[massnahme.pk]),
        reverse("admin:konzept_massnahme_history", args=[massnahme.pk]),
    ):
        antwort = client.get(adresse)
        assert antwort.status_code == 200
        assert "Runde Nord" not in antwort.content.decode()
    assert client.get(build_adresse(massnahme, "akteure")).status_code == 403
    assert client.post(build_adresse(massnahme, "akteure"), {"weg": akteur.pk}).status_code == 403
    assert massnahme.akteure.get() == akteur


def test_offers_lead_to_their_page_and_say_what_is_amiss(konzept: Client) -> None:
    heute, massnahme = timezone.localdate(), MassnahmeFactory()
    frisch = create_angebot("Frisch")
    alt = create_angebot("Alt")
    Angebot.objects.filter(pk=alt.pk).update(hinweis_ab=heute)
    abgelaufen = create_angebot("Abgelaufen", geprueft_am=heute - timedelta(days=900))
    pausiert = create_angebot("Pausiert", status=Status.PAUSIERT)
    archiviert = create_angebot("Archiviert", status=Status.ARCHIVIERT)
    zu_ende = create_angebot("Zu Ende", gueltig_bis=heute - timedelta(days=1))
    doppelt = create_angebot("Doppelt", status=Status.ARCHIVIERT, zusammengelegt_mit=frisch)
    massnahme.angebote.add(frisch, alt, abgelaufen, pausiert, archiviert, zu_ende, doppelt)

    bezuege = {
        bezug.titel: (bezug.url, bezug.hinweis)
        for teil in konzept.get(massnahme.get_absolute_url()).context["bezugsarten"]
        for bezug in teil.bezuege
    }

    def build_verwaltung(angebot: Angebot) -> str:
        return reverse("admin:angebote_angebot_change", args=[angebot.pk])

    assert bezuege["Frisch"] == (frisch.get_absolute_url(), "")
    assert bezuege["Alt"] == (alt.get_absolute_url(), "länger nicht bestätigt")
    assert bezuege["Abgelaufen"] == (
        build_verwaltung(abgelaufen),
        "zu lange nicht bestätigt, nicht mehr auf der Website",
    )
    assert bezuege["Pausiert"] == (build_verwaltung(pausiert), "pausiert, nicht auf der Website")
    assert bezuege["Archiviert"] == (build_verwaltung(archiviert), "archiviert, nicht auf der Website")
    assert bezuege["Zu Ende"][1].startswith("zu Ende seit ")
    assert bezuege["Doppelt"] == (build_verwaltung(doppelt), "zusammengelegt mit „Frisch“")


def test_everything_named_on_the_page_of_a_measure_that_has_a_page_is_a_link(konzept: Client) -> None:
    angebot = create_angebot("Singen", ort=OrtFactory(kiez__name="Aue"), traeger=TraegerFactory())
    kiez, leerer = angebot.ort.kiez, TraegerFactory(name="Ohne Angebot")
    massnahme = MassnahmeFactory(drucksache=DrucksacheFactory())
    massnahme.kieze.add(kiez)
    massnahme.beteiligte.add(massnahme.federfuehrung)
    massnahme.orte.add(angebot.ort)
    massnahme.partner.add(angebot.traeger, leerer)
    sitzung = SitzungFactory()
    AufgabeFactory(massnahme=massnahme, sitzung=sitzung)
    KommunikationFactory(massnahme=massnahme, titel="Aushang im Haus")

    text = get_text(konzept, massnahme.get_absolute_url())

    ziele = {a.attrs["href"] for a in parse_markup(text).find("a")}
    assert {
        reverse("konzept:kiez-profil", kwargs={"slug": kiez.slug}),
        reverse("konzept:geschaeftsbereich-detail", kwargs={"pk": massnahme.federfuehrung.pk}),
        reverse("admin:konzept_drucksache_change", args=[massnahme.drucksache.pk]),
        reverse("admin:angebote_ort_change", args=[angebot.ort.pk]),
        angebot.traeger.get_absolute_url(),
        reverse("admin:angebote_traeger_change", args=[leerer.pk]),
        sitzung.get_absolute_url(),
    } <= ziele
    assert "Aushang im Haus" in text
    assert "zurzeit ohne Angebot auf der Website" in text
