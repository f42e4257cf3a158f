"""What the public would learn from a mailbox is refused where it is typed."""

import pytest
from django.test import Client
from django.urls import reverse

from angebote.rollen import KONZEPT
from konzept.choices import Anzeige
from konzept.models import Zustaendigkeit
from tests.konten import create_konto, login
from tests.konzept.factories import GeschaeftsbereichFactory, ZustaendigkeitFactory

pytestmark = pytest.mark.django_db
SATZ = "Diese Adresse nennt einen Namen, der nicht gezeigt werden soll. Bitte ein Postfach der Stelle."


@pytest.mark.parametrize(
    ("anzeige", "zeigen", "saetze"),
    [
        (Anzeige.FUNKTION, "on", [SATZ]),
        (Anzeige.FUNKTION, "", []),
        (Anzeige.NAME, "on", []),
        (Anzeige.NEIN, "on", []),
    ],
)
def test_mailbox_with_a_name_that_is_not_released_is_refused(anzeige: Anzeige, zeigen: str, saetze: list[str]) -> None:
    client = login(Client(), create_konto("konzept", KONZEPT))
    daten = {
        "funktion": "Koordination",
        "ist_haupt": "on",
        "person": "Vorname Beispielname",
        "geschaeftsbereich": GeschaeftsbereichFactory().pk,
        "von": "2026-01-01",
        "anzeige": anzeige,
        "email": "vorname.beispielname@example.org",
        "email_zeigen": zeigen,
    }

    antwort = client.post(reverse("admin:konzept_zustaendigkeit_add"), daten)

    assert Zustaendigkeit.objects.exists() is not bool(saetze)
    if saetze:
        assert antwort.context["adminform"].form.errors == {"email": saetze}


NAMENSSATZ = "Hier steht der Name, der nicht gezeigt werden soll. Bitte nur die Funktion der Stelle."


@pytest.mark.parametrize("funktion", ["Vorname Beispielname", "Leitung (Beispielname)", "BEISPIELNAME, Koordination"])
@pytest.mark.parametrize("anzeige", Anzeige)
def test_name_typed_as_function_is_refused_where_only_the_function_is_released(funktion: str, anzeige: Anzeige) -> None:
    client = login(Client(), create_konto("konzept", KONZEPT))
    daten = {
        "funktion": funktion,
        "person": "Vorname Beispielname",
        "geschaeftsbereich": GeschaeftsbereichFactory().pk,
        "von": "2026-01-01",
        "anzeige": anzeige,
    }

    antwort = client.post(reverse("admin:konzept_zustaendigkeit_add"), daten)

    assert Zustaendigkeit.objects.exists() is (anzeige != Anzeige.FUNKTION)
    if anzeige == Anzeige.FUNKTION:
        assert antwort.context["adminform"].form.errors == {"funktion": [NAMENSSATZ]}


@pytest.mark.parametrize("anzeige", Anzeige)
def test_name_of_the_deputy_typed_as_function_is_refused_wherever_it_is_shown(anzeige: Anzeige) -> None:
    client = login(Client(), create_konto("konzept", KONZEPT))
    daten = {
        "funktion": "Leitung, vertreten durch Zweitname",
        "person": "Vorname Beispielname",
        "vertretung_person": "Anderer Zweitname",
        "geschaeftsbereich": GeschaeftsbereichFactory().pk,
        "von": "2026-01-01",
        "anzeige": anzeige,
    }

    antwort = client.post(reverse("admin:konzept_zustaendigkeit_add"), daten)

    assert Zustaendigkeit.objects.exists() is (anzeige == Anzeige.NEIN)
    if anzeige != Anzeige.NEIN:
        assert antwort.context["adminform"].form.errors == {"funktion": [NAMENSSATZ]}


@pytest.mark.parametrize("name", ["Zweitname", "Beispielname"])
@pytest.mark.parametrize("anzeige", Anzeige)
def test_name_typed_as_function_of_the_deputy_is_refused_unless_it_is_released(anzeige: Anzeige, name: str) -> None:
    client = login(Client(), create_konto("konzept", KONZEPT))
    daten = {
        "funktion": "Leitung",
        "person": "Vorname Beispielname",
        "vertretung_person": "Anderer Zweitname",
        "vertretung_funktion": f"Referat ({name})",
        "geschaeftsbereich": GeschaeftsbereichFactory().pk,
        "von": "2026-01-01",
        "anzeige": anzeige,
    }

    antwort = client.post(reverse("admin:konzept_zustaendigkeit_add"), daten)

    darf = anzeige == Anzeige.NEIN or (anzeige == Anzeige.NAME and name == "Beispielname")
    assert Zustaendigkeit.objects.exists() is darf
    if not darf:
        assert antwort.context["adminform"].form.errors == {"vertretung_funktion": [NAMENSSATZ]}


@pytest.mark.parametrize(
    ("anzeige", "zeigt"),
    [
        (Anzeige.FUNKTION, ["Koordination"]),
        (Anzeige.NAME, ["Koordination", "Vorname Beispielname"]),
        (Anzeige.NEIN, []),
    ],
)
def test_form_shows_what_the_public_reads(anzeige: Anzeige, zeigt: list[str]) -> None:
    client = login(Client(), create_konto("konzept", KONZEPT))
    eine = ZustaendigkeitFactory(funktion="Koordination", person="Vorname Beispielname", anzeige=anzeige)

    html = client.get(reverse("admin:konzept_zustaendigkeit_change", args=[eine.pk])).content.decode()

    vorschau = html.partition('id="oeffentlich-titel"')[2].partition("</section>")[0]
    assert [text for text in ("Koordination", "Vorname Beispielname") if text in vorschau] == zeigt
    assert "Öffentliche Seite ansehen" in vorschau
