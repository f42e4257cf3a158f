from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.messages import get_messages
from django.core.files.storage import default_storage
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from angebote.choices import Bereich, Motiv
from angebote.domain.fotos import add_foto
from angebote.domain.katalogstand import read_version
from angebote.models import Aenderungsvorschlag, Angebot, Foto, Kategorie, Ort
from angebote.rollen import FREIGABE, REDAKTION
from tests.angebote.admin.formulardaten import read_form_data
from tests.bilder import build_upload, draw_bild, encode_bild
from tests.factories import AngebotFactory, OrtFactory
from tests.konten import create_konto, login

NEUES = {
    "fotos-TOTAL_FORMS": "1",
    "fotos-0-motiv": Motiv.RAUM,
    "fotos-0-reihenfolge": "1",
    "fotos-0-alt_text": "Ein heller Raum mit sechs Tischen",
    "fotos-0-bildnachweis": "Bezirksamt Pankow",
}


@pytest.fixture(autouse=True)
def leerer_speicher() -> None:
    for name in list_dateien():
        default_storage.delete(name)


def list_dateien() -> set[str]:
    return set(default_storage.listdir("")[1])


def create_angebot() -> Angebot:
    """One that its page would save as it is."""
    angebot: Angebot = AngebotFactory()
    angebot.kategorien.add(Kategorie.objects.filter(bereich=angebot.bereich)[0])
    return angebot


def build_datei() -> Any:
    return build_upload(encode_bild(draw_bild(500, 400)))


def add_beispiel(bezug: Angebot | Ort) -> Foto:
    return add_foto(
        bezug=bezug, motiv=Motiv.RAUM, alt_text='Ein "heller" Raum', bildnachweis="Bezirksamt", datei=build_datei()
    )


def change(client: Client, eintrag: Angebot | Ort, **eingaben: object) -> HttpResponse:
    adresse = reverse(f"admin:angebote_{eintrag._meta.model_name}_change", args=[eintrag.pk])
    daten = {name: werte for name, werte in read_form_data(client.get(adresse)).items() if not name.endswith("-datei")}
    return client.post(adresse, daten | eingaben)


@pytest.mark.parametrize("fabrik", [create_angebot, OrtFactory])
def test_foto_uploaded_is_stored_with_new_files_and_renews_the_mark(staff_client: Client, fabrik: Any) -> None:
    eintrag, vorher = fabrik(), read_version()

    response = change(staff_client, eintrag, **NEUES, **{"fotos-0-datei": build_datei()})

    assert response.status_code == 302
    foto = eintrag.fotos.get()
    assert (foto.motiv, foto.alt_text) == (Motiv.RAUM, "Ein heller Raum mit sechs Tischen")
    assert list_dateien() == set(foto.list_namen())
    assert read_version() != vorher


def test_foto_shown_with_its_preview_and_description(staff_client: Client) -> None:
    foto = add_beispiel(create_angebot())
    html = staff_client.get(reverse("admin:angebote_angebot_change", args=[foto.angebot_id])).content.decode()
    assert f'src="{foto.vorschau_url}"' in html
    assert 'alt="Ein &quot;heller&quot; Raum"' in html


def test_foto_words_changed_keep_the_files(
    staff_client: Client, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    foto = add_beispiel(create_angebot())
    dateien = list_dateien()
    with django_capture_on_commit_callbacks(execute=True):
        change(staff_client, foto.angebot, **{"fotos-0-alt_text": "Ein dunkler Raum mit Bühne"})
    foto.refresh_from_db()
    assert foto.alt_text == "Ein dunkler Raum mit Bühne"
    assert list_dateien() == dateien


def test_foto_with_another_file_keeps_nothing_of_the_first(
    staff_client: Client, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    foto = add_beispiel(OrtFactory())
    alte = list_dateien()
    with django_capture_on_commit_callbacks(execute=True):
        change(staff_client, foto.ort, **{"fotos-0-datei": build_datei()})
    foto.refresh_from_db()
    assert list_dateien() == set(foto.list_namen())
    assert list_dateien() & alte == set()


@pytest.mark.parametrize("fabrik", [create_angebot, OrtFactory])
def test_foto_ticked_for_deletion_is_gone_with_its_files(
    staff_client: Client, fabrik: Any, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    eintrag = add_beispiel(fabrik()).ort or Angebot.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        change(staff_client, eintrag, **{"fotos-0-DELETE": "on"})
    assert (Foto.objects.count(), list_dateien()) == (0, set())


@pytest.mark.parametrize("weg", ["delete", "action"])
def test_ort_deleted_takes_the_files_of_its_fotos_along(
    staff_client: Client, weg: str, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    ort, anderes = add_beispiel(OrtFactory()).ort, add_beispiel(OrtFactory())
    assert ort is not None
    with django_capture_on_commit_callbacks(execute=True):
        if weg == "delete":
            staff_client.post(reverse("admin:angebote_ort_delete", args=[ort.pk]), {"post": "yes"})
        else:
            daten = {"action": "delete_selected", "_selected_action": [ort.pk], "post": "yes"}
            staff_client.post(reverse("admin:angebote_ort_changelist"), daten)
    assert not Ort.objects.filter(pk=ort.pk).exists()
    assert list_dateien() == set(anderes.list_namen())


def test_refused_file_keeps_everything_typed_and_asks_for_it_again(staff_client: Client) -> None:
    angebot = create_angebot()
    response = change(
        staff_client,
        angebot,
        nutzen="Sie spielen Karten.",
        **NEUES,
        **{"fotos-0-datei": build_upload(b"Text", name="foto.jpg")},
    )
    html = response.content.decode()
    assert response.status_code == 200
    assert "Diese Datei ist kein Foto, das wir lesen können." in html
    assert [(f.feld, f.anker) for f in response.context["fehlerliste"]] == [("Foto 1: Datei", "id_fotos-0-datei")]
    assert 'value="Ein heller Raum mit sechs Tischen"' in html
    assert 'value="Sie spielen Karten."' in html
    assert (Foto.objects.count(), list_dateien()) == (0, set())


def test_good_file_beside_a_refused_field_has_to_be_chosen_again_and_the_page_says_so(staff_client: Client) -> None:
    response = change(staff_client, create_angebot(), titel="", **NEUES, **{"fotos-0-datei": build_datei()})
    html = response.content.decode()
    assert "Bitte wählen Sie die Datei noch einmal aus" in html
    assert 'aria-describedby="id_fotos-0-datei_helptext"' in html
    assert list_dateien() == set()


def test_page_without_a_chosen_file_does_not_ask_for_one_again(staff_client: Client) -> None:
    html = change(staff_client, create_angebot(), titel="").content.decode()
    assert "noch einmal aus" not in html


@pytest.mark.parametrize(
    ("eingaben", "meldung"),
    [
        ({"fotos-0-datei": ""}, "Dieses Feld ist zwingend erforderlich."),
        ({"fotos-0-datei": build_upload(b"")}, "leer"),
        ({"fotos-0-alt_text": ""}, "Dieses Feld ist zwingend erforderlich."),
        ({"fotos-0-alt_text": "Raum"}, "in 10 bis 200 Zeichen"),
        ({"fotos-0-bildnachweis": " "}, "Dieses Feld ist zwingend erforderlich."),
        ({"fotos-0-menschen_erkennbar": "on"}, "muss ihre Einwilligung vorliegen"),
        ({"fotos-0-motiv": Motiv.EINGANG}, "Bitte eine gültige Auswahl treffen"),
    ],
    ids=["ohne-datei", "leere-datei", "ohne-alt", "kurzer-alt", "ohne-nachweis", "ohne-einwilligung", "eingang"],
)
def test_foto_that_lacks_something_is_refused(staff_client: Client, eingaben: Any, meldung: str) -> None:
    response = change(staff_client, create_angebot(), **NEUES | {"fotos-0-datei": build_datei()} | eingaben)
    assert response.status_code == 200
    assert meldung in " ".join(eintrag.text for eintrag in response.context["fehlerliste"])
    assert not Foto.objects.exists()


def test_foto_of_the_entrance_belongs_to_the_ort(staff_client: Client) -> None:
    ort = OrtFactory()
    change(staff_client, ort, **NEUES | {"fotos-0-motiv": Motiv.EINGANG, "fotos-0-datei": build_datei()})
    assert ort.fotos.get().motiv == Motiv.EINGANG


def test_foto_with_people_and_their_consent_is_stored(staff_client: Client) -> None:
    angebot = create_angebot()
    einwilligung = {"fotos-0-menschen_erkennbar": "on", "fotos-0-einwilligung_vermerk": "Akte Fotos, März 2026"}
    change(staff_client, angebot, **NEUES, **einwilligung, **{"fotos-0-datei": build_datei()})
    assert angebot.fotos.get().einwilligung_vermerk == "Akte Fotos, März 2026"


# --- public offers, whose changes wait as proposals ---
def sign_in(*rollen: str) -> Client:
    return login(Client(), create_konto("person", *rollen))


def create_oeffentliches(bereich: Bereich = Bereich.BEGEGNUNG) -> Angebot:
    angebot: Angebot = AngebotFactory(bereich=bereich)
    angebot.kategorien.add(Kategorie.objects.filter(bereich=bereich)[0])
    return angebot


def texts_of(response: HttpResponse) -> list[str]:
    return [str(meldung) for meldung in get_messages(response.wsgi_request)]


@pytest.mark.parametrize("bereich", [Bereich.BEGEGNUNG, Bereich.UNTERSTUETZUNG])
@pytest.mark.parametrize("rolle", [REDAKTION, FREIGABE])
def test_foto_of_a_public_offer_is_removed_at_once_by_whoever_may_change_it(
    db: None, rolle: str, bereich: Bereich, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    foto = add_beispiel(create_oeffentliches(bereich))
    vorher = read_version()
    with django_capture_on_commit_callbacks(execute=True):
        response = change(sign_in(rolle), foto.angebot, **{"fotos-0-DELETE": "on"})
    assert (Foto.objects.count(), list_dateien()) == (0, set())
    assert not any("Nicht übernommen" in text for text in texts_of(response))
    assert not Aenderungsvorschlag.objects.exists()
    assert read_version() != vorher
    assert LogEntry.objects.filter(object_id=str(foto.angebot_id)).count() == 1


def test_foto_goes_at_once_while_the_rest_of_the_form_waits(
    db: None, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    foto = add_beispiel(create_oeffentliches())
    with django_capture_on_commit_callbacks(execute=True):
        change(sign_in(REDAKTION), foto.angebot, nutzen="Sie spielen Karten.", **{"fotos-0-DELETE": "on"})
    assert (Foto.objects.count(), list_dateien()) == (0, set())
    assert set(Aenderungsvorschlag.objects.get().aenderungen) == {"nutzen"}


@pytest.mark.parametrize("bereich", [Bereich.BEGEGNUNG, Bereich.UNTERSTUETZUNG])
def test_new_foto_of_a_public_offer_needs_freigabe_and_leaves_no_file(db: None, bereich: Bereich) -> None:
    response = change(sign_in(REDAKTION), create_oeffentliches(bereich), **NEUES, **{"fotos-0-datei": build_datei()})
    assert "Nicht übernommen, weil es nicht vorgeschlagen werden kann: Fotos." in texts_of(response)
    assert (Foto.objects.count(), list_dateien()) == (0, set())


def test_changed_foto_of_a_public_offer_needs_freigabe_and_keeps_its_files(db: None) -> None:
    foto = add_beispiel(create_oeffentliches())
    dateien = list_dateien()
    neues = {"fotos-0-alt_text": "Ein dunkler Raum mit Bühne", "fotos-0-datei": build_datei()}
    response = change(sign_in(REDAKTION), foto.angebot, **neues)
    assert "Nicht übernommen, weil es nicht vorgeschlagen werden kann: Fotos." in texts_of(response)
    assert Foto.objects.get().alt_text == foto.alt_text
    assert list_dateien() == dateien


@pytest.mark.parametrize("bereich", [Bereich.BEGEGNUNG, Bereich.UNTERSTUETZUNG])
def test_new_foto_is_added_at_once_with_freigabe(db: None, bereich: Bereich) -> None:
    angebot = create_oeffentliches(bereich)
    response = change(sign_in(FREIGABE), angebot, **NEUES, **{"fotos-0-datei": build_datei()})
    assert list_dateien() == set(angebot.fotos.get().list_namen())
    assert not any("Nicht übernommen" in text for text in texts_of(response))
