from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from angebote.admin.textpruefung import build_textpruefung
from angebote.domain.textpruefung import build_textlage, check_texte
from angebote.domain.textpruefung.ausnahmen import excuse_befund
from angebote.models import Angebot, Kategorie, Textausnahme
from pankow_einsamkeit.models import Konto
from tests.angebote.admin.formulardaten import read_form_data
from tests.factories import AngebotFactory, ZeitFactory
from tests.konten import login


def create_chor(**felder: str) -> Angebot:
    angebot = AngebotFactory(**({"titel": "Chor 50+", "nutzen": "Singen."} | felder))
    angebot.kategorien.add(Kategorie.objects.order_by("pk").first())
    return angebot


def build_adresse(angebot: Angebot) -> str:
    return reverse("admin:angebote_angebot_change", args=[angebot.pk])


def build_ausnahmeadresse(angebot: Angebot, *, art: str = "zielgruppe", stelle: str = "50+") -> str:
    adresse = reverse("admin:angebote_textausnahme", args=[angebot.pk])
    return f"{adresse}?{urlencode({'art': art, 'stelle': stelle})}"


def create_ausnahme(angebot: Angebot, konto: Konto) -> Textausnahme:
    befund = check_texte(build_textlage(angebot))[0]
    return excuse_befund(angebot=angebot, befund=befund, grund="So heißt der Chor.", konto=konto)


def create_nur_lesende() -> Client:
    konto = Konto.objects.create_user("lesend", is_staff=True)
    konto.user_permissions.add(Permission.objects.get(codename="view_angebot"))
    return login(Client(), konto)


def test_seite_zum_anlegen_has_no_panel(staff_client: Client):
    assert "textpruefung" not in staff_client.get(reverse("admin:angebote_angebot_add")).context


def test_panel_lists_missing_facts_with_links_to_things_that_exist_on_the_page(staff_client: Client):
    angebot = create_chor()
    ZeitFactory(angebot=angebot)

    response = staff_client.get(build_adresse(angebot))

    angaben = [*response.context["textpruefung"]["pflicht"], *response.context["textpruefung"]["empfohlen"]]
    assert {angabe.anker for angabe in angaben} == {
        "kosten-heading",
        "id_erstbesuch_ablauf",
        "id_telefon",
        "barriereangaben-heading",
        "id_traeger",
        "id_anmeldung",
        "id_erstbesuch_klingeln",
    }
    seite = response.content.decode()
    assert [angabe.anker for angabe in angaben if f'id="{angabe.anker}"' not in seite] == []
    assert 'href="#kosten-heading"' in seite


def test_panel_of_an_empty_offer_links_to_things_that_exist_on_the_page(staff_client: Client):
    angebot = AngebotFactory(titel="", ort=None, bereich="unterstuetzung")

    response = staff_client.get(build_adresse(angebot))

    seite = response.content.decode()
    ziele = {angabe.anker for angabe in response.context["textpruefung"]["pflicht"]}
    assert ziele == {
        *("id_titel", "id_nutzen", "id_kategorien"),
        *("zeiten-heading", "zugangswege-heading", "kosten-heading", "id_telefon"),
    }
    assert [anker for anker in ziele if f'id="{anker}"' not in seite] == []


def test_panel_marks_the_place_and_offers_to_leave_it(staff_client: Client):
    angebot = create_chor()
    ZeitFactory(angebot=angebot, hinweis="Klientel willkommen")

    response = staff_client.get(build_adresse(angebot))

    felder = response.context["textpruefung"]["felder"]
    assert [(feld.anker, feld.name) for feld in felder] == [("id_titel", "Titel"), ("zeiten-heading", "Zeiten")]
    assert felder[0].befunde[0][1] == build_ausnahmeadresse(angebot)
    assert "Chor <mark>50+</mark>" in response.content.decode()


def test_panel_after_a_refused_save_shows_what_was_typed_and_excuses_nothing(staff_client: Client):
    angebot = create_chor()
    daten = read_form_data(staff_client.get(build_adresse(angebot)))

    response = staff_client.post(
        build_adresse(angebot), daten | {"titel": "Seniorentanz", "alter_von": "9", "alter_bis": "8"}
    )

    panel = response.context["textpruefung"]
    assert response.status_code == 200
    assert [(befund.stelle, link) for feld in panel["felder"] for befund, link in feld.befunde] == [
        ("Seniorentanz", "")
    ]
    assert Angebot.objects.get().titel == "Chor 50+"


def test_warnings_keep_nobody_from_saving(staff_client: Client):
    angebot = create_chor()
    daten = read_form_data(staff_client.get(build_adresse(angebot)))

    response = staff_client.post(build_adresse(angebot), daten | {"titel": "SENIORENTANZ 60+!"})

    assert response.status_code == 302
    assert Angebot.objects.get().titel == "SENIORENTANZ 60+!"


def test_panel_shows_readability_with_its_band_from_30_words_on(staff_client: Client):
    kurz, lang = create_chor(), create_chor(beschreibung="Wir singen, und Sie sind da. " * 5)

    panels = [staff_client.get(build_adresse(angebot)).context["textpruefung"] for angebot in (kurz, lang)]

    assert panels[0]["lesbarkeit"] is None
    assert (panels[1]["lesbarkeit"].worte, panels[1]["stufe"]) == (31, "sehr leicht")


@pytest.mark.parametrize("anzahl", [1, 3])
def test_panel_asks_the_same_number_of_times_for_any_number_of_rows(
    staff_client: Client, verwaltung: Konto, anzahl: int
):
    angebot = create_chor()
    ZeitFactory.create_batch(anzahl, angebot=angebot, hinweis="Klientel")
    create_ausnahme(angebot, verwaltung)

    with CaptureQueriesContext(connection) as abfragen:
        build_textpruefung(angebot, ist_getippt=False, darf_aendern=True)

    assert len(abfragen) == 8


def test_ausnahme_page_asks_for_a_reason_and_names_the_place(staff_client: Client):
    response = staff_client.get(build_ausnahmeadresse(create_chor()))

    assert response.status_code == 200
    assert "<mark>50+</mark>" in response.content.decode()
    assert not Textausnahme.objects.exists()


def test_ausnahme_with_a_reason_moves_the_finding_to_those_left_on_purpose(staff_client: Client, verwaltung: Konto):
    angebot = create_chor()

    response = staff_client.post(build_ausnahmeadresse(angebot), {"grund": "So heißt der Chor."})

    assert response.url == f"{build_adresse(angebot)}#textpruefung-titel"
    ausnahme = Textausnahme.objects.get()
    assert (ausnahme.stelle, ausnahme.grund, ausnahme.konto) == ("50+", "So heißt der Chor.", verwaltung)
    panel = staff_client.get(build_adresse(angebot)).context["textpruefung"]
    assert panel["felder"] == []
    assert [(einer.befund.stelle, einer.ausnahme) for einer in panel["gelassene"]] == [("50+", ausnahme)]


@pytest.mark.parametrize(
    ("grund", "meldung"), [("", "Bitte einen Grund angeben."), (" ", "Bitte einen Grund angeben."), ("x" * 301, "300")]
)
def test_ausnahme_without_a_fitting_reason_is_refused_and_keeps_what_was_typed(
    staff_client: Client, grund: str, meldung: str
):
    response = staff_client.post(build_ausnahmeadresse(create_chor()), {"grund": grund})

    assert response.status_code == 200
    assert meldung in response.context["form"].errors["grund"][0]
    assert grund in response.content.decode()
    assert not Textausnahme.objects.exists()


@pytest.mark.parametrize("anfrage", [{"stelle": "60+"}, {"art": "stigma"}, {"stelle": "\0"}])
def test_ausnahme_for_words_that_are_gone_is_refused_with_a_message(staff_client: Client, anfrage: dict[str, str]):
    angebot = create_chor()

    response = staff_client.post(build_ausnahmeadresse(angebot, **anfrage), {"grund": "Name"}, follow=True)

    assert "Diese Stelle steht nicht mehr im Text." in response.content.decode()
    assert not Textausnahme.objects.exists()


def test_ausnahme_is_taken_back_by_a_post_only(staff_client: Client, verwaltung: Konto):
    angebot = create_chor()
    ausnahme = create_ausnahme(angebot, verwaltung)
    adresse = reverse("admin:angebote_textausnahme_zuruecknehmen", args=[angebot.pk, ausnahme.pk])

    frage = staff_client.get(adresse)
    assert (frage.status_code, Textausnahme.objects.count()) == (200, 1)
    staff_client.post(adresse)
    assert not Textausnahme.objects.exists()


def test_ausnahme_of_another_offer_is_not_found(staff_client: Client, verwaltung: Konto):
    ausnahme = create_ausnahme(create_chor(), verwaltung)
    adresse = reverse("admin:angebote_textausnahme_zuruecknehmen", args=[AngebotFactory().pk, ausnahme.pk])

    assert staff_client.post(adresse).status_code == 404
    assert Textausnahme.objects.exists()


def test_ausnahme_needs_the_right_to_change_offers(verwaltung: Konto):
    angebot = create_chor()
    ausnahme = create_ausnahme(angebot, verwaltung)
    client = create_nur_lesende()
    zurueck = reverse("admin:angebote_textausnahme_zuruecknehmen", args=[angebot.pk, ausnahme.pk])

    antworten = [client.post(build_ausnahmeadresse(angebot), {"grund": "x"}), client.post(zurueck)]

    assert [antwort.status_code for antwort in antworten] == [403, 403]
    assert Textausnahme.objects.get().grund == "So heißt der Chor."


def test_panel_for_readers_offers_no_exception(verwaltung: Konto):
    angebot = create_chor(beschreibung="Die Klientel singt.")
    create_ausnahme(angebot, verwaltung)

    panel = create_nur_lesende().get(build_adresse(angebot)).context["textpruefung"]

    assert [link for feld in panel["felder"] for _befund, link in feld.befunde] == [""]
    assert [einer.adresse for einer in panel["gelassene"]] == [""]


def test_pages_send_visitors_to_the_login():
    for name, args in (("angebote_textausnahme", [1]), ("angebote_textausnahme_zuruecknehmen", [1, 1])):
        response = Client().get(reverse(f"admin:{name}", args=args))
        assert response.status_code == 302
        assert response.url.startswith("/konto/anmelden/")
