"""Every admin list needs few queries whatever its size, and every page of the admin renders."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from angebote.choices import Bereich, Tageszeit, Vorschlagsherkunft
from angebote.domain.bestaetigungen import create_anfrage
from angebote.models import (
    Aenderungsvorschlag,
    Anfragesperre,
    Angebot,
    Bestaetigungsanfrage,
    Haltestelle,
    Kategorie,
    Kiez,
    Krisenhilfe,
    Linkpruefung,
    Meldung,
    Ort,
    Ortsteil,
    Planungsraum,
    Postleitzahl,
    Pruefrhythmus,
    Rufname,
    Sprache,
    Stoppwort,
    Suchluecke,
    Synonymgruppe,
    Termin,
    Traeger,
    Zielgruppe,
)
from pankow_einsamkeit.models import Konto, Seite
from tests.factories import (
    AngebotFactory,
    KiezFactory,
    MeldungFactory,
    OrtFactory,
    OrtsteilFactory,
    PlanungsraumFactory,
    TraegerFactory,
)
from tests.konten import add_faktor
from tests.konzept.anlegen import ANLEGEN as KONZEPT_ANLEGEN
from tests.konzept.anlegen import OHNE_NEU

HOECHSTENS = 15


def create_angebot(nummer: int) -> Angebot:
    angebot = AngebotFactory(traeger=TraegerFactory())
    angebot.kategorien.add(create_kategorie(1000 + nummer))
    datum = timezone.localdate() + timedelta(days=1)
    Termin.objects.create(
        angebot=angebot, datum=datum, beginn="14:00", wochentag=datum.weekday(), tageszeit=Tageszeit.NACHMITTAG
    )
    return angebot


def create_kategorie(nummer: int) -> Kategorie:
    return Kategorie.objects.create(
        slug=f"kategorie-{nummer}", name=f"Kategorie {nummer}", bereich=Bereich.BEGEGNUNG, icon="coffee"
    )


def create_haltestelle(nummer: int) -> Haltestelle:
    return Haltestelle.objects.create(
        kennung=f"halt-{nummer}", name=f"Halt {nummer}", lat=52.5, lon=13.4, planungsraum=PlanungsraumFactory()
    )


def create_vorschlag(nummer: int) -> Aenderungsvorschlag:
    return Aenderungsvorschlag.objects.create(
        angebot=AngebotFactory(),
        aenderungen={"telefon": {"alt": "", "neu": f"030 {nummer}"}},
        herkunft=Vorschlagsherkunft.REDAKTION,
        konto=Konto.objects.create_user(f"absender-{nummer}"),
        eingereicht_am=timezone.now(),
    )


ANLEGEN: dict[type, Callable[[int], Any]] = {
    Aenderungsvorschlag: create_vorschlag,
    Angebot: create_angebot,
    Ort: lambda _nummer: OrtFactory(planungsraum=PlanungsraumFactory(), ortsteil=OrtsteilFactory()),
    Traeger: lambda _nummer: TraegerFactory(),
    Kategorie: create_kategorie,
    Zielgruppe: lambda nummer: Zielgruppe.objects.create(slug=f"gruppe-{nummer}", name=f"Gruppe {nummer}"),
    Sprache: lambda nummer: Sprache.objects.create(code=f"x{nummer:02d}", name=f"Sprache {nummer}"),
    Krisenhilfe: lambda nummer: Krisenhilfe.objects.create(name="Hilfe", art="Telefon", nummer=f"0 {nummer}"),
    Linkpruefung: lambda nummer: Linkpruefung.objects.create(
        adresse=f"https://haus-{nummer}.example", art="web", ergebnis="erreichbar", letzte_pruefung=date(2026, 11, 1)
    ),
    Pruefrhythmus: lambda nummer: Pruefrhythmus.objects.create(format=f"{nummer}", hinweis_tage=1, frist_tage=2),
    Kiez: lambda _nummer: KiezFactory(),
    Planungsraum: lambda _nummer: PlanungsraumFactory(),
    Ortsteil: lambda _nummer: OrtsteilFactory(),
    Postleitzahl: lambda nummer: Postleitzahl.objects.create(plz=f"{nummer:05d}", lat=52.5, lon=13.4),
    Haltestelle: create_haltestelle,
    Synonymgruppe: lambda nummer: Synonymgruppe.objects.create(worte=f"wort{nummer}\nanderes{nummer}"),
    Stoppwort: lambda nummer: Stoppwort.objects.create(wort=f"stopp{nummer}"),
    Rufname: lambda nummer: Rufname.objects.create(name=f"Name {nummer}", planungsraum=PlanungsraumFactory()),
    Suchluecke: lambda nummer: Suchluecke.objects.create(monat="2026-11", kiez=f"kiez-{nummer}", anzahl=nummer),
    Bestaetigungsanfrage: lambda nummer: create_anfrage(
        adresse=f"haus{nummer}@example.org", angebot_ids=[AngebotFactory().pk], jetzt=timezone.now()
    ),
    Anfragesperre: lambda nummer: Anfragesperre.objects.create(email=f"haus{nummer}@example.org", seit=timezone.now()),
    Meldung: lambda _nummer: MeldungFactory(),
    Seite: lambda nummer: Seite.objects.create(slug=f"seite-{nummer}", titel=f"Seite {nummer}", text="Text"),
    Konto: lambda nummer: Konto.objects.create_user(f"konto-{nummer}"),
    Group: lambda nummer: Group.objects.create(name=f"Gruppe {nummer}"),
    Authenticator: lambda nummer: add_faktor(Konto.objects.create_user(f"konto-{nummer}")),
    SocialAccount: lambda nummer: SocialAccount.objects.create(
        user=Konto.objects.create_user(f"konto-{nummer}"), provider="bezirk", uid=f"u{nummer}"
    ),
    LogEntry: lambda nummer: LogEntry.objects.create(
        user=Konto.objects.create_user(f"konto-{nummer}"),
        content_type=ContentType.objects.get_for_model(Konto),
        object_id=str(nummer),
        object_repr=f"konto-{nummer}",
        action_flag=CHANGE,
    ),
    **KONZEPT_ANLEGEN,
}
REGISTRIERT = sorted(admin.site._registry, key=lambda modell: modell._meta.label)
je_modell = pytest.mark.parametrize("modell", REGISTRIERT, ids=lambda modell: modell._meta.label)
# Counts are only read as a list (test_suchluecken.py).
MIT_FORMULAR = [modell for modell in REGISTRIERT if modell is not Suchluecke]
je_formular = pytest.mark.parametrize("modell", MIT_FORMULAR, ids=lambda modell: modell._meta.label)


def address_of(modell: type, seite: str, *args: Any) -> str:
    return reverse(f"admin:{modell._meta.app_label}_{modell._meta.model_name}_{seite}", args=args)


def count_queries(client: Client, adresse: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        response = client.get(adresse)
    assert response.status_code == 200
    return len(queries)


def test_registry_all_models_have_a_maker_here():
    assert set(REGISTRIERT) == set(ANLEGEN)


@je_modell
def test_liste_with_3_and_30_rows_needs_the_same_few_queries(modell: type, staff_client: Client):
    for nummer in range(3):
        ANLEGEN[modell](nummer)
    mit_drei = count_queries(staff_client, address_of(modell, "changelist"))
    for nummer in range(3, 30):
        ANLEGEN[modell](nummer)

    mit_dreissig = count_queries(staff_client, address_of(modell, "changelist"))

    assert mit_drei == mit_dreissig
    assert mit_dreissig <= HOECHSTENS


@je_modell
def test_suche_with_any_text_answers(modell: type, staff_client: Client):
    ANLEGEN[modell](1)

    response = staff_client.get(address_of(modell, "changelist"), {"q": "Straße 'x\" % _"})

    assert response.status_code == 200


@je_formular
def test_formular_of_an_existing_row_renders(modell: type, staff_client: Client):
    eintrag = ANLEGEN[modell](1)

    response = staff_client.get(address_of(modell, "change", eintrag.pk))

    assert response.status_code == 200


@je_formular
def test_formular_for_a_new_row_renders_or_is_closed(modell: type, staff_client: Client):
    nur_lesen = {
        Aenderungsvorschlag,
        Bestaetigungsanfrage,
        Kiez,
        Planungsraum,
        Ortsteil,
        Postleitzahl,
        Haltestelle,
        Linkpruefung,
        Meldung,
    }
    nur_lesen |= {Authenticator, SocialAccount, LogEntry, *OHNE_NEU}

    response = staff_client.get(address_of(modell, "add"))

    assert response.status_code == (403 if modell in nur_lesen else 200)


@pytest.mark.parametrize(
    ("filter_", "titel"),
    [
        ("bestaetigt=nein", {"ungeprüft"}),
        ("bestaetigt=ja", {"mit Termin", "ohne Termin", "später"}),
        ("termin=ohne", {"ungeprüft", "ohne Termin", "später"}),
        ("termin=mit", {"mit Termin"}),
        ("termin=quatsch", {"mit Termin", "ohne Termin", "später", "ungeprüft"}),
    ],
)
def test_angebot_filter_shows_exactly_the_matching_offers(filter_: str, titel: set[str], staff_client: Client):
    heute = timezone.localdate()
    AngebotFactory(titel="ohne Termin")
    AngebotFactory(titel="ungeprüft", geprueft_am=None)
    for name, tage in [("mit Termin", 29), ("später", 30)]:
        create_termin(AngebotFactory(titel=name), heute + timedelta(days=tage))
    create_termin(Angebot.objects.get(titel="ohne Termin"), heute - timedelta(days=1))

    response = staff_client.get(address_of(Angebot, "changelist") + f"?{filter_}")

    assert {angebot.titel for angebot in response.context["cl"].result_list} == titel


def create_termin(angebot: Angebot, datum: date) -> None:
    Termin.objects.create(
        angebot=angebot, datum=datum, beginn="10:00", wochentag=datum.weekday(), tageszeit=Tageszeit.VORMITTAG
    )


@pytest.mark.parametrize("wort", ["Skatrunde", "Nachbarn e. V.", "Haus am See", "Seestraße"])
def test_angebot_suche_finds_title_traeger_and_ort(wort: str, staff_client: Client):
    ort = OrtFactory(name="Haus am See", strasse="Seestraße")
    AngebotFactory(titel="Skatrunde", traeger=TraegerFactory(name="Nachbarn e. V."), ort=ort)
    AngebotFactory(titel="Anderes")

    response = staff_client.get(address_of(Angebot, "changelist"), {"q": wort})

    assert [angebot.titel for angebot in response.context["cl"].result_list] == ["Skatrunde"]


def test_angebot_list_lets_a_long_kiez_break_after_its_slashes_only(staff_client: Client):
    AngebotFactory(ort=OrtFactory(kiez=KiezFactory(name="Schönholz/Wilhelmsruh/Rosenthal", kurzname="Rosenthal")))

    response = staff_client.get(address_of(Angebot, "changelist"))

    assert ">Schönholz/\u200bWilhelmsruh/\u200bRosenthal</td>" in response.content.decode()
