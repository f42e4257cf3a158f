from datetime import date, time, timedelta

import pytest
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from angebote.choices import Kostenart, Merkmal, Status, Zeitart
from angebote.domain.katalog import refresh_angebote
from angebote.domain.suche.mengen import list_pks, load_menge
from angebote.models import Angebot, Angebotsmenge, Kategorie, Kosten, Termin, Zeit
from tests.angebote.admin.formulardaten import read_form_data
from tests.factories import AngebotFactory, OrtFactory

HINZUFUEGEN = "admin:angebote_angebot_add"


def add_angebot(client: Client, **eingaben: object) -> HttpResponse:
    """Fills in the empty page; whatever a test does not name stays as the page offers it."""
    data = read_form_data(client.get(reverse(HINZUFUEGEN)))
    kategorie = Kategorie.objects.order_by("pk").first()
    return client.post(
        reverse(HINZUFUEGEN),
        data | {"titel": "Skatrunde für Größere", "bereich": "begegnung", "kategorien": kategorie.pk} | eingaben,
    )


def change_angebot(client: Client, angebot: Angebot, **eingaben: object) -> HttpResponse:
    adresse = reverse("admin:angebote_angebot_change", args=[angebot.pk])
    return client.post(adresse, read_form_data(client.get(adresse)) | eingaben)


def test_seite_sections_stand_in_the_order_of_the_public_page(staff_client: Client):
    response = staff_client.get(reverse(HINZUFUEGEN))

    assert [abschnitt.titel for abschnitt in response.context["abschnitte"]] == [
        "Was",
        "Fotos",
        "Zeiten",
        "Ausnahmen",
        "Schließzeiten",
        "Wo",
        "Zugangswege",
        "Kosten",
        "Hinweis zu den Kosten",
        "Wer kann kommen",
        "So läuft der erste Besuch ab",
        "Kontakt",
        "Angaben zur Barrierefreiheit",
        "Rahmen",
        "Aufgaben zum Mitmachen",
        "Pflege",
        "Quellenangaben",
    ]


def test_seite_every_editable_field_of_the_model_is_on_it(staff_client: Client):
    namen = set(read_form_data(staff_client.get(reverse(HINZUFUEGEN)))) | {
        "kategorien",
        "zielgruppen",
        "sprachen",
        "einzugsgebiet",
        "exklusiv",
    }
    nur_angezeigt = {"slug", "id", "status"}

    editierbar = {feld.name for feld in [*Angebot._meta.fields, *Angebot._meta.many_to_many] if feld.editable}

    assert editierbar - nur_angezeigt <= namen


def test_neues_angebot_with_time_and_cost_is_stored_with_its_termine_and_sentences(staff_client: Client):
    add_angebot(
        staff_client,
        **{
            "ort": OrtFactory().pk,
            "zeiten-0-art": "regel",
            "zeiten-0-wochentag": "1",
            "zeiten-0-beginn": "14",
            "zeiten-0-ende": "16.30",
            "zeiten-0-monatswochen": ["2", "-1"],
            "kosten-0-art": "betrag",
            "kosten-0-betrag_cent": "2,50",
            "kosten-0-einheit": "termin",
        },
    )

    angebot = Angebot.objects.get()
    zeit = Zeit.objects.get()
    assert angebot.slug == "skatrunde-fuer-groessere"
    assert (zeit.beginn, zeit.ende, zeit.monatswochen) == (time(14), time(16, 30), "2,-1")
    assert Kosten.objects.get().betrag_cent == 250
    assert "2,50 €" in angebot.kartendaten["kostensatz"]
    assert Termin.objects.filter(angebot=angebot).exists()


def test_neues_angebot_left_empty_rows_are_not_stored(staff_client: Client):
    response = add_angebot(staff_client)

    angebot = Angebot.objects.get()
    assert response.status_code == 302
    assert not angebot.zeiten.exists()
    assert not angebot.kosten.exists()
    assert not angebot.zugangswege.exists()
    assert angebot.status == Status.ENTWURF


def test_neues_angebot_with_a_title_that_exists_gets_an_address_of_its_own(staff_client: Client):
    add_angebot(staff_client)
    add_angebot(staff_client, trotzdem_anlegen="1")

    slugs = set(Angebot.objects.values_list("slug", flat=True))
    assert slugs == {"skatrunde-fuer-groessere", "skatrunde-fuer-groessere-2"}


def test_titel_changed_later_keeps_address_and_short_id(staff_client: Client):
    angebot = AngebotFactory(slug="alt")
    angebot.kategorien.add(Kategorie.objects.order_by("pk").first())

    change_angebot(staff_client, angebot, titel="Ganz anders", slug="neu", kurz_id="zzzzzz")

    gespeichert = Angebot.objects.get()
    assert (gespeichert.titel, gespeichert.slug, gespeichert.kurz_id) == ("Ganz anders", "alt", angebot.kurz_id)


def test_zeit_changed_moves_the_termine(staff_client: Client):
    angebot = AngebotFactory()
    angebot.kategorien.add(Kategorie.objects.order_by("pk").first())
    Zeit.objects.create(angebot=angebot, art=Zeitart.REGEL, wochentag=1, beginn=time(14), an_feiertagen=True)

    change_angebot(staff_client, angebot, **{"zeiten-0-wochentag": "3"})

    assert set(Termin.objects.values_list("wochentag", flat=True)) == {3}


@pytest.mark.parametrize("pflicht", ["mitgliedschaft", "anfrage", "kassenzuschuss", "extra"])
def test_kosten_free_beside_something_to_pay_is_refused_and_nothing_typed_is_lost(pflicht: str, staff_client: Client):
    response = add_angebot(
        staff_client,
        **{
            "kosten-TOTAL_FORMS": "2",
            "kosten-0-art": "kostenlos",
            "kosten-1-art": pflicht,
            "kosten-1-hinweis": "Bitte klingeln",
            "nutzen": "Man lernt sich kennen.",
        },
    )

    seite = response.content.decode()
    assert not Angebot.objects.exists()
    assert "„Kostenlos“ passt nicht zu Kosten, die man bezahlen muss." in seite
    assert "Bitte klingeln" in seite
    assert "Man lernt sich kennen." in seite


def test_kosten_free_with_voluntary_extra_is_taken(staff_client: Client):
    add_angebot(
        staff_client,
        **{
            "kosten-TOTAL_FORMS": "2",
            "kosten-0-art": "kostenlos",
            "kosten-1-art": "extra",
            "kosten-1-hinweis": "Kuchen",
            "kosten-1-ist_freiwillig": "on",
        },
    )

    assert set(Kosten.objects.values_list("art", flat=True)) == {Kostenart.KOSTENLOS, Kostenart.EXTRA}


def test_kosten_contradiction_removed_in_the_same_step_is_taken(staff_client: Client):
    angebot = AngebotFactory()
    angebot.kategorien.add(Kategorie.objects.order_by("pk").first())
    Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    Kosten.objects.create(angebot=angebot, art=Kostenart.ANFRAGE)

    change_angebot(staff_client, angebot, **{"kosten-1-DELETE": "on"})

    assert set(Kosten.objects.values_list("art", flat=True)) == {Kostenart.KOSTENLOS}


@pytest.mark.parametrize(
    ("eingaben", "meldung"),
    [
        ({"kosten-0-art": "betrag", "kosten-0-betrag_cent": "zwei"}, "Bitte einen Betrag in Euro angeben"),
        ({"kosten-0-art": "betrag", "kosten-0-betrag_cent": "0"}, "Ein fester Betrag muss größer als 0 sein."),
        (
            {"zeiten-0-art": "regel", "zeiten-0-wochentag": "1"},
            "Eine regelmäßige Zeit braucht Wochentag und Beginn.",
        ),
        ({"zeiten-0-beginn": "nachmittags"}, "Bitte eine Uhrzeit angeben, zum Beispiel 14 oder 14:30."),
        ({"exklusiv": "on"}, "Bitte begründen, warum das Angebot nur für bestimmte Menschen ist."),
        ({"alter_von": "60", "alter_bis": "50"}, "„Alter bis“ ist kleiner als „Alter von“."),
    ],
)
def test_fehler_are_german_listed_on_top_and_keep_what_was_typed(
    eingaben: dict[str, str], meldung: str, staff_client: Client
):
    response = add_angebot(staff_client, beschreibung="Lange Arbeit", **eingaben)

    geblieben = read_form_data(response)
    assert not Angebot.objects.exists()
    assert meldung in " ".join(str(fehler.text) for fehler in response.context["fehlerliste"])
    assert geblieben["beschreibung"] == ["Lange Arbeit"]
    assert {name: geblieben[name] for name in eingaben} == {name: [wert] for name, wert in eingaben.items()}


def test_fehler_link_to_an_element_of_the_page(staff_client: Client):
    response = add_angebot(staff_client, titel="", **{"kosten-0-art": "betrag", "kosten-0-betrag_cent": "x"})

    seite = response.content.decode()
    anker = {fehler.anker for fehler in response.context["fehlerliste"]}
    assert anker == {"id_titel", "id_kosten-0-betrag_cent"}
    assert all(f'id="{ziel}"' in seite for ziel in anker)


def test_vorschau_of_a_public_offer_links_to_its_page(staff_client: Client):
    angebot = AngebotFactory()

    response = staff_client.get(reverse("admin:angebote_angebot_change", args=[angebot.pk]))

    assert f'href="{angebot.get_absolute_url()}"' in response.content.decode()


def test_vorschau_of_a_hidden_offer_says_why(staff_client: Client):
    gestern = timezone.localdate() - timedelta(days=1)
    angebot = AngebotFactory(status=Status.PAUSIERT, gueltig_bis=gestern)

    seite = staff_client.get(reverse("admin:angebote_angebot_change", args=[angebot.pk])).content.decode()

    assert "Der Status ist „pausiert“." in seite
    assert f"Das Angebot endete am {gestern:%d.%m.%Y}." in seite
    assert f'href="{angebot.get_absolute_url()}"' not in seite


def test_vorschau_after_a_refused_change_shows_what_the_public_still_reads(staff_client: Client):
    angebot = AngebotFactory(status=Status.VEROEFFENTLICHT)

    response = change_angebot(staff_client, angebot, titel="")

    assert response.context["vorschau"]["verborgen_weil"] == []


def test_vorschau_lists_only_termine_from_today_on(staff_client: Client):
    angebot = AngebotFactory()
    heute = timezone.localdate()
    for tage in (-1, 0, 7):
        datum = heute + timedelta(days=tage)
        Termin.objects.create(
            angebot=angebot, datum=datum, beginn=time(14), wochentag=datum.weekday(), tageszeit="nachmittag"
        )

    response = staff_client.get(reverse("admin:angebote_angebot_change", args=[angebot.pk]))

    assert len(response.context["vorschau"]["terminsaetze"]) == 2


def test_barriereangabe_on_the_offer_is_stored_and_said_in_its_sentence(staff_client: Client):
    add_angebot(
        staff_client,
        **{
            "ort": OrtFactory().pk,
            "barriereangaben-TOTAL_FORMS": "1",
            "barriereangaben-0-merkmal": Merkmal.ENTRANCE_LEVEL,
            "barriereangaben-0-wert": "ja",
        },
    )

    assert Angebot.objects.get().kartendaten["ist_stufenlos"] is True


def test_erfolg_is_announced_in_german(staff_client: Client):
    response = add_angebot(staff_client)

    texte = [str(meldung) for meldung in get_messages(response.wsgi_request)]
    assert any("erfolgreich hinzugefügt" in text for text in texte)


def test_datum_in_german_spelling_is_read(staff_client: Client):
    add_angebot(staff_client, gueltig_von="21.11.2026")

    assert Angebot.objects.get().gueltig_von == date(2026, 11, 21)


@pytest.mark.parametrize("aus_der_liste", [True, False])
def test_deleted_angebot_is_in_no_set_of_the_search_any_more(staff_client: Client, aus_der_liste: bool):
    bleibt, geht = AngebotFactory(), AngebotFactory(status=Status.ENTWURF)
    refresh_angebote(angebot_ids=[bleibt.pk, geht.pk], heute=timezone.localdate())
    if aus_der_liste:
        daten = {"action": "delete_selected", "_selected_action": [geht.pk], "post": "yes"}
        staff_client.post(reverse("admin:angebote_angebot_changelist"), daten)
    else:
        staff_client.post(reverse("admin:angebote_angebot_delete", args=[geht.pk]), {"post": "yes"})
    assert set(Angebot.objects.all()) == {bleibt}
    assert {pk for menge in Angebotsmenge.objects.all() for pk in list_pks(load_menge(menge.bits))} == {bleibt.pk}
