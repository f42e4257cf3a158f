"""Saving, deleting and actions of whatever the public can see renew the mark of the pages; looking does not."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from angebote.choices import Bereich, Status
from angebote.domain.katalogstand import read_version, renew_version
from angebote.models import Angebot, Kategorie, Krisenhilfe
from pankow_einsamkeit.models import Konto, Seite
from tests.angebote.admin.formulardaten import read_form_data
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory


def create_angebot() -> Angebot:
    angebot: Angebot = AngebotFactory(status=Status.ENTWURF)  # nothing else can be deleted
    angebot.kategorien.add(Kategorie.objects.get(slug="cafe-treff"))
    return angebot


ANLEGEN: dict[str, Callable[[], Model]] = {
    "Angebot": create_angebot,
    "Ort": OrtFactory,
    "Traeger": TraegerFactory,
    "Kategorie": lambda: Kategorie.objects.create(name="Neues", slug="neues", bereich=Bereich.BEGEGNUNG, icon="star"),
    "Krisenhilfe": lambda: Krisenhilfe.objects.create(name="Notruf", nummer="112", art="Notruf"),
    "Seite": lambda: Seite.objects.get(slug="impressum"),
}
jeder_eintrag = pytest.mark.parametrize("anlegen", ANLEGEN.values(), ids=ANLEGEN)


@pytest.fixture(autouse=True)
def stand(db: None) -> str:
    renew_version()
    return read_version()


def build_adresse(eintrag: Model, ziel: str) -> str:
    meta = eintrag._meta
    return reverse(
        f"admin:{meta.app_label}_{meta.model_name}_{ziel}", args=[] if ziel == "changelist" else [eintrag.pk]
    )


@jeder_eintrag
def test_saving_renews_and_looking_does_not(staff_client: Client, stand: str, anlegen: Callable[[], Model]) -> None:
    adresse = build_adresse(anlegen(), "change")
    formular = staff_client.get(adresse)
    assert read_version() == stand
    antwort = staff_client.post(adresse, read_form_data(formular))
    assert antwort.status_code == 302
    assert read_version() not in {"", stand}


@jeder_eintrag
def test_deleting_one_renews(staff_client: Client, stand: str, anlegen: Callable[[], Model]) -> None:
    eintrag = anlegen()
    assert staff_client.post(build_adresse(eintrag, "delete"), {"post": "yes"}).status_code == 302
    assert not type(eintrag)._default_manager.filter(pk=eintrag.pk).exists()
    assert read_version() not in {"", stand}


@jeder_eintrag
def test_deleting_from_the_list_renews(staff_client: Client, stand: str, anlegen: Callable[[], Model]) -> None:
    eintrag = anlegen()
    data = {"action": "delete_selected", "_selected_action": [eintrag.pk], "post": "yes"}
    assert staff_client.post(build_adresse(eintrag, "changelist"), data).status_code == 302
    assert not type(eintrag)._default_manager.filter(pk=eintrag.pk).exists()
    assert read_version() not in {"", stand}


def test_change_that_fails_halfway_leaves_row_and_mark_as_they_were(
    staff_client: Client, stand: str, monkeypatch: Any
) -> None:
    seite = Seite.objects.get(slug="impressum")
    adresse = build_adresse(seite, "change")
    data = read_form_data(staff_client.get(adresse)) | {"titel": ["Neu"]}
    monkeypatch.setattr("pankow_einsamkeit.admin.SeiteAdmin.log_change", fail)
    with pytest.raises(RuntimeError):
        staff_client.post(adresse, data)
    assert Seite.objects.get(slug="impressum").titel != "Neu"
    assert read_version() == stand


def test_changing_an_account_of_the_staff_does_not_renew(staff_client: Client, verwaltung: Konto, stand: str) -> None:
    adresse = build_adresse(verwaltung, "change")
    data = read_form_data(staff_client.get(adresse)) | {"first_name": ["Kim"]}
    assert staff_client.post(adresse, data).status_code == 302
    assert Konto.objects.get().first_name == "Kim"
    assert read_version() == stand


def fail(*args: Any, **kwargs: Any) -> None:
    raise RuntimeError
