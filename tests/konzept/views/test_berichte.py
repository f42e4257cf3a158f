"""The pages of reports: writing loses nothing, steps say what follows, and what is frozen stays as it was."""

import json
import re
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from io import BytesIO

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from docx import Document

from angebote.druck import satz
from konzept.choices import Berichtsstatus
from konzept.domain.berichte import freeze_bericht, release_bericht, save_texte
from konzept.domain.berichtstexte import Texte
from konzept.models import Bericht, Drucksache
from tests.konten import create_konto, login
from tests.konzept.berichtskatalog import ERSETZT, change_everything, create_vollen
from tests.konzept.factories_bericht import (
    JETZT,
    create_eingefrorenen,
    create_entwurf,
    create_fertigen,
    create_freigegebenen,
    fill_pflichten,
    get_freigebende,
    get_schreibende,
)
from tests.pages.markup import Element, parse_markup
from tests.pdf import read_text

pytestmark = pytest.mark.django_db
FELDER = ("getan", "nicht_umgesetzt", "alternativen")
KOMPONENTEN = ("praevention", "ueberwindung", "sensibilisierung")


@pytest.fixture
def client() -> Client:
    return login(Client(), get_schreibende())


@pytest.fixture(autouse=True)
def uhr(stell_uhr: Callable) -> Callable:
    stell_uhr(JETZT)
    return stell_uhr


def release(bericht: Bericht) -> Bericht:
    return release_bericht(bericht_id=bericht.pk, konto=get_freigebende(), jetzt=JETZT)


def url(name: str, bericht: Bericht) -> str:
    return reverse(f"konzept:bericht-{name}", args=[bericht.pk])


def build_eingabe(**anders: object) -> dict[str, object]:
    texte = {f"{art}-{feld}": "" for art in KOMPONENTEN for feld in FELDER}
    antworten = {f"{art}-abweichung": "offen" for art in KOMPONENTEN}
    return {"einleitung": "Am Anfang.", "ausblick": "", **texte, **antworten, **anders}


def find_alle(antwort: HttpResponse, tag: str, **attrs: str) -> list[Element]:
    elemente = parse_markup(antwort.content.decode()).find(tag)
    return [element for element in elemente if attrs.items() <= element.attrs.items()]


def read_feld(antwort: HttpResponse, name: str) -> str:
    [feld] = find_alle(antwort, "textarea", name=name)
    return feld.text.strip()


def read_html(client: Client, bericht: Bericht) -> str:
    seite = client.get(bericht.get_absolute_url()).content.decode()
    [inhalt] = re.findall(r'<article class="bericht">(.*?)</article>', seite, re.DOTALL)
    return str(inhalt)


def read_docx(client: Client, bericht: Bericht) -> str:
    datei = Document(BytesIO(client.get(url("docx", bericht)).content))
    zellen = [zelle.text for tabelle in datei.tables for zeile in tabelle.rows for zelle in zeile.cells]
    return "\n".join([*(absatz.text for absatz in datei.paragraphs), *zellen])


def read_alles(client: Client, bericht: Bericht) -> tuple[str, str, str]:
    pdf = client.get(url("pdf", bericht)).content
    return read_html(client, bericht), read_text(pdf), read_docx(client, bericht)


@pytest.mark.parametrize("wird_freigegeben", [False, True])
def test_frozen_report_never_changes_in_any_form(client: Client, uhr: Callable, *, wird_freigegeben: bool) -> None:
    bericht = create_vollen()
    freeze_bericht(bericht_id=bericht.pk, fassung=bericht.fassung, konto=get_schreibende(), jetzt=JETZT)
    if wird_freigegeben:
        release(bericht)
    vorher = read_alles(client, bericht)
    dateien_vorher = [client.get(url(art, bericht)).content for art in ("pdf", "docx")]
    for form in vorher:
        assert [wort for wort in ERSETZT if wort not in form] == []

    change_everything(bericht)
    uhr(JETZT + timedelta(days=5))
    client = login(Client(), get_schreibende())  # the session has ended

    assert read_alles(client, bericht) == vorher
    assert [client.get(url(art, bericht)).content for art in ("pdf", "docx")] == dateien_vorher


def test_figures_frozen_with_one_decimal_are_printed_as_they_were(client: Client) -> None:
    """Reports frozen before offers per 1,000 had two decimals."""
    bericht = create_vollen()
    freeze_bericht(bericht_id=bericht.pk, fassung=bericht.fassung, konto=get_schreibende(), jetzt=JETZT)
    bericht.refresh_from_db()
    assert all("1,00" in form for form in read_alles(client, bericht))
    frueherer = create_entwurf()
    Bericht.objects.filter(pk=frueherer.pk).update(
        status=Berichtsstatus.EINGEFROREN,
        abbild=json.loads(json.dumps(bericht.abbild).replace("1,00", "1,0")),
        stichtag=bericht.stichtag,
        eingefroren_am=JETZT,
        pruefsumme=bericht.pruefsumme,
    )
    for form in read_alles(client, frueherer):
        assert "1,0" in form
        assert "1,00" not in form


def test_frozen_report_keeps_the_number_it_answered_in_title_and_file_name(client: Client) -> None:
    bericht = create_vollen()
    freeze_bericht(bericht_id=bericht.pk, fassung=bericht.fassung, konto=get_schreibende(), jetzt=JETZT)
    nummer = bericht.drucksache.nummer
    Drucksache.objects.filter(pk=bericht.drucksache_id).update(nummer="X-0001", titel="Anderer Antrag")

    for adresse in (url("detail", bericht), reverse("konzept:bericht-liste"), url("freigeben", bericht)):
        seite = client.get(adresse).content.decode()
        assert nummer in seite
        assert "X-0001" not in seite
    assert nummer.lower() in client.get(url("docx", bericht))["Content-Disposition"]


def test_list_names_drucksachen_as_frozen_and_drafts_as_of_now(client: Client) -> None:
    create_eingefrorenen()
    entwurf = create_entwurf()
    Drucksache.objects.filter(pk=entwurf.drucksache_id).update(nummer="X-0001", titel="Anderer Antrag")
    seite = parse_markup(client.get(reverse("konzept:bericht-liste")).content.decode())
    zellen = [zelle.text.strip() for zelle in seite.find("th", "td") if zelle.attrs.get("scope") != "col"]
    assert set(zip(zellen[::5], zellen[2::5], strict=True)) == {
        ("Zwischenbericht IX-1179", "Pankow gegen Einsamkeit"),
        ("Zwischenbericht X-0001", "Anderer Antrag"),
    }


def test_page_shows_the_checksum_and_warns_of_a_change(client: Client) -> None:
    bericht = create_eingefrorenen()
    warnung = "Der Inhalt passt nicht zur Prüfsumme"
    seite = client.get(bericht.get_absolute_url()).content.decode()
    assert bericht.pruefsumme in seite
    assert warnung not in seite
    kopie = create_entwurf()
    Bericht.objects.filter(pk=kopie.pk).update(  # somebody with the database in hand
        status=Berichtsstatus.EINGEFROREN,
        abbild=bericht.abbild,
        stichtag=bericht.stichtag,
        eingefroren_am=JETZT,
        pruefsumme="0" * 64,
    )
    assert warnung in client.get(kopie.get_absolute_url()).content.decode()


def test_draft_follows_every_change(client: Client) -> None:
    bericht = create_vollen()
    for form in read_alles(client, bericht):
        assert [wort for wort in ERSETZT if wort not in form] == []

    change_everything(bericht)

    for form in read_alles(client, bericht):
        assert [wort for wort in ERSETZT.values() if wort not in form] == []
        assert [wort for wort in ERSETZT if wort in form and wort != "geplant"] == []


@pytest.mark.parametrize(
    ("status", "vermerk"),
    [
        (Berichtsstatus.ENTWURF, "Entwurf, Zahlen noch nicht eingefroren"),
        (Berichtsstatus.EINGEFROREN, "Noch nicht freigegeben"),
        (Berichtsstatus.FREIGEGEBEN, ""),
        (Berichtsstatus.VERWORFEN, "Verworfen, nicht verwenden"),
    ],
)
def test_copies_say_that_they_are_not_released(client: Client, status: Berichtsstatus, vermerk: str) -> None:
    bericht = create_entwurf() if status == Berichtsstatus.ENTWURF else create_eingefrorenen()
    if status == Berichtsstatus.FREIGEGEBEN:
        release(bericht)
    if status == Berichtsstatus.VERWORFEN:
        client.post(url("verwerfen", bericht), {"grund": "Zahl falsch"})
    vermerke = {"Entwurf, Zahlen noch nicht eingefroren", "Noch nicht freigegeben", "Verworfen, nicht verwenden"}
    for form in read_alles(client, bericht):
        assert {einer for einer in vermerke if einer in form} == ({vermerk} if vermerk else set())


def test_new_draft_is_begun_and_leads_to_its_texts(client: Client) -> None:
    drucksache = Drucksache.objects.get(nummer="IX-1179")
    eingabe = {"drucksache": drucksache.pk, "art": "schlussbericht"}
    antwort = client.post(reverse("konzept:bericht-neu"), eingabe)
    bericht = Bericht.objects.get()
    assert antwort["Location"] == url("bearbeiten", bericht)
    assert (bericht.drucksache, bericht.art, bericht.status) == (drucksache, "schlussbericht", "entwurf")


def test_new_draft_without_drucksache_says_what_is_missing_and_keeps_the_kind(client: Client) -> None:
    antwort = client.post(reverse("konzept:bericht-neu"), {"art": "schlussbericht"})
    assert antwort.context["form"].errors == {
        "drucksache": ["Bitte wählen Sie die Drucksache, auf die der Bericht antwortet."]
    }
    gewaehlte = [feld.attrs["value"] for feld in find_alle(antwort, "input", name="art") if "checked" in feld.attrs]
    assert gewaehlte == ["schlussbericht"]
    assert not Bericht.objects.exists()


@pytest.mark.parametrize(
    ("vorlage", "status"),
    [("999", 404), ("9" * 30, 404), ("9" * 5000, 404), ("x", 200), ("-1", 200), ("²", 200), ("", 200)],
)
def test_new_draft_from_a_report_that_is_none_is_not_found_or_empty(client: Client, vorlage: str, status: int) -> None:
    assert client.get(reverse("konzept:bericht-neu"), {"vorlage": vorlage}).status_code == status


def test_form_of_a_draft_sent_after_its_model_was_released_says_what_begins_now(client: Client) -> None:
    """It chose what a correction leaves no choice in; the page that comes back shows what is corrected."""
    frueher = create_freigegebenen()
    adresse = f"{reverse('konzept:bericht-neu')}?vorlage={frueher.pk}"
    antwort = client.post(adresse, {"drucksache": frueher.drucksache_id, "art": "schlussbericht"})
    assert "Mit diesen Texten beginnt eine Berichtigung" in antwort.content.decode()
    assert find_alle(antwort, "input", name="art") == []
    assert list(Bericht.objects.all()) == [frueher]
    client.post(adresse)
    assert Bericht.objects.exclude(pk=frueher.pk).get().berichtigt == frueher


def test_second_click_goes_on_with_the_draft_nobody_has_written_in(client: Client) -> None:
    daten = {"drucksache": Drucksache.objects.get().pk, "art": "zwischenbericht"}
    erste, zweite = (client.post(reverse("konzept:bericht-neu"), daten) for _ in range(2))
    bericht = Bericht.objects.get()
    assert erste["Location"] == zweite["Location"] == url("bearbeiten", bericht)
    client.post(url("bearbeiten", bericht), build_eingabe(einleitung="Geschrieben."))
    client.post(reverse("konzept:bericht-neu"), daten)
    assert Bericht.objects.count() == 2


def test_correction_names_the_released_one(client: Client) -> None:
    frueher = create_eingefrorenen()
    release(frueher)
    adresse = f"{reverse('konzept:bericht-neu')}?vorlage={frueher.pk}"
    erste, zweite = client.post(adresse), client.post(adresse)
    neu = Bericht.objects.exclude(pk=frueher.pk).get()
    assert (neu.berichtigt, neu.drucksache, neu.art) == (frueher, frueher.drucksache, "zwischenbericht")
    assert erste["Location"] == zweite["Location"] == url("bearbeiten", neu)
    assert find_alle(client.get(adresse), "input", name="art") == []
    assert "Zwischenbericht mit dem Stichtag 21. November 2026" in read_html(client, neu)


@pytest.mark.parametrize(("knopf", "ziel"), [({}, "detail"), ({"weiter": "1"}, "bearbeiten")])
def test_texts_are_saved_and_lead_on(client: Client, knopf: dict[str, str], ziel: str) -> None:
    bericht = create_entwurf()
    eingabe = build_eingabe(**{"ueberwindung-alternativen": "Zeile 1\r\n\r\nZeile 2"})
    antwort = client.post(url("bearbeiten", bericht), eingabe | knopf)
    assert antwort["Location"] == url(ziel, bericht)
    bericht.refresh_from_db()
    assert bericht.einleitung == "Am Anfang."
    assert bericht.abschnitte.get(komponente__art="ueberwindung").alternativen == "Zeile 1\n\nZeile 2"


def test_too_long_text_is_refused_and_everything_typed_comes_back(client: Client) -> None:
    bericht = create_entwurf()
    eingabe = build_eingabe(ausblick="Nicht verloren.", **{"praevention-getan": "x" * 20_001})
    antwort = client.post(url("bearbeiten", bericht), eingabe)
    assert list(antwort.context["form"].errors) == ["praevention-getan"]
    inhalte = [feld.text.strip() for feld in parse_markup(antwort.content.decode()).find("textarea")]
    assert {"Am Anfang.", "Nicht verloren.", "x" * 20_001} <= set(inhalte)
    bericht.refresh_from_db()
    assert (bericht.einleitung, bericht.fassung) == ("", 0)


def test_meanwhile_saved_text_stands_beside_what_was_typed_and_may_then_be_replaced(client: Client) -> None:
    bericht = create_entwurf()
    texte = Texte("Von jemand anderem.", "", {art: dict.fromkeys(FELDER, "") for art in KOMPONENTEN})
    stand = client.get(url("bearbeiten", bericht)).context["stand"]
    save_texte(bericht_id=bericht.pk, texte=texte, konto=get_schreibende())

    antwort = client.post(url("bearbeiten", bericht), build_eingabe(einleitung="Von mir.", stand=stand))

    assert read_feld(antwort, "einleitung") == "Von mir."
    [beschriebenes] = find_alle(antwort, "textarea", name="einleitung")
    [daneben] = find_alle(antwort, "div", id=str(beschriebenes.attrs["aria-describedby"]))
    assert "Von jemand anderem." in daneben.text
    [neuer] = find_alle(antwort, "input", name="stand")
    client.post(url("bearbeiten", bericht), build_eingabe(einleitung="Von mir.", stand=neuer.attrs["value"]))
    bericht.refresh_from_db()
    assert bericht.einleitung == "Von mir."


def test_text_for_a_report_frozen_meanwhile_is_refused_and_still_readable(client: Client) -> None:
    bericht = create_eingefrorenen()
    antwort = client.post(url("bearbeiten", bericht), build_eingabe(einleitung="Zu spät."))
    assert read_feld(antwort, "einleitung") == "Zu spät."
    assert "lässt sich nicht mehr ändern" in antwort.content.decode()
    assert find_alle(antwort, "button", name="weiter") == []


def test_page_of_freezing_shows_figures_and_what_is_missing_first(client: Client) -> None:
    antwort = client.get(url("einfrieren", create_entwurf()))
    inhalt = antwort.content.decode()
    assert len(antwort.context["pruefliste"]) == 6
    assert "Stichtag ist heute, der 21. November 2026." in inhalt
    assert "Die Einleitung ist leer." in inhalt
    assert "Prävention: Niemand ist zuständig; der Bericht sagt das." in inhalt
    assert antwort.context["zahlen"]["angebote"] == 0


def test_report_goes_from_draft_to_released(client: Client) -> None:
    bericht = create_fertigen()
    assert "Jetzt einfrieren" in client.get(url("einfrieren", bericht)).content.decode()
    assert client.post(url("einfrieren", bericht), {"fassung": bericht.fassung})["Location"] == url("detail", bericht)
    zweite = login(Client(), get_freigebende())
    assert zweite.post(url("freigeben", bericht))["Location"] == url("detail", bericht)
    bericht.refresh_from_db()
    assert (bericht.status, bericht.freigegeben_von) == ("freigegeben", get_freigebende())


def test_incomplete_report_is_not_frozen_and_each_point_leads_to_its_field(client: Client) -> None:
    bericht = create_fertigen()
    bericht.abschnitte.filter(komponente__art="praevention").update(abweichung="einige", nicht_umgesetzt="Kein Geld.")
    bericht.abschnitte.filter(komponente__art="ueberwindung").update(abweichung="offen")

    gezeigt, versucht = (
        client.get(url("einfrieren", bericht)),
        client.post(url("einfrieren", bericht), {"fassung": bericht.fassung}),
    )

    seite = url("bearbeiten", bericht)
    ziele = [link.attrs["href"] for link in find_alle(gezeigt, "a") if "#" in link.attrs["href"]]
    assert [ziel for ziel in ziele if ziel.startswith(seite)] == [
        f"{seite}#id_praevention-alternativen",
        f"{seite}#id_ueberwindung-abweichung_0",
    ]
    anker = {element.attrs.get("id") for element in find_alle(client.get(seite), "textarea")}
    anker |= {element.attrs.get("id") for element in find_alle(client.get(seite), "input")}
    assert {"id_praevention-alternativen", "id_ueberwindung-abweichung_0"} <= anker
    assert "Jetzt einfrieren" not in gezeigt.content.decode()
    assert versucht.context["fehler"] == [
        "Prävention: Bitte schreiben Sie, welche Alternativen geprüft wurden, auch wenn es keine gab.",
        "Überwindung und Minderung: Bitte sagen Sie, ob es Abweichungen vom Ersuchen gibt oder nicht.",
    ]
    bericht.refresh_from_db()
    assert bericht.ist_entwurf


def test_answer_that_there_is_nothing_to_tell_is_kept_and_printed(client: Client) -> None:
    bericht = create_entwurf()
    client.post(url("bearbeiten", bericht), build_eingabe(**{"praevention-abweichung": "keine"}))
    antworten = dict(bericht.abschnitte.values_list("komponente__art", "abweichung"))
    assert antworten == {"praevention": "keine", "ueberwindung": "offen", "sensibilisierung": "offen"}
    for form in read_alles(client, bericht):
        gelesen = " ".join(form.split())
        assert gelesen.count("Es gibt keine Abweichungen vom Ersuchen.") == 1
        assert gelesen.count("Alternativen waren nicht zu prüfen.") == 1


def test_answer_saved_meanwhile_stands_beside_in_words(client: Client) -> None:
    bericht = create_entwurf()
    stand = client.get(url("bearbeiten", bericht)).context["stand"]
    client.post(url("bearbeiten", bericht), build_eingabe(**{"praevention-abweichung": "keine"}))
    antwort = client.post(
        url("bearbeiten", bericht), build_eingabe(stand=stand, **{"praevention-abweichung": "einige"})
    )
    zwischenstaende = antwort.context["form"].zwischenstaende
    assert {name: (einer.titel, einer.text) for name, einer in zwischenstaende.items()} == {
        "praevention-abweichung": ("Prävention: Abweichungen vom Ersuchen", "Es gibt keine Abweichungen")
    }
    assert find_alle(antwort, "fieldset", **{"aria-describedby": "id_praevention-abweichung_zwischenstand"})


def test_who_has_frozen_reads_why_there_is_no_button_and_the_second_account_has_one(client: Client) -> None:
    bericht = create_eingefrorenen()
    satz = "Sie haben diesen Bericht eingefroren."
    for seite in (url("detail", bericht), url("freigeben", bericht)):
        assert satz in client.get(seite).content.decode()
    assert satz in client.post(url("freigeben", bericht)).content.decode()
    bericht.refresh_from_db()
    assert bericht.status == Berichtsstatus.EINGEFROREN

    zweite = login(Client(), get_freigebende())
    gezeigt = zweite.get(url("detail", bericht))
    assert satz not in gezeigt.content.decode()
    assert [schritt.titel for schritt in gezeigt.context["schritte"]] == ["Freigeben"]


@pytest.mark.parametrize("schritt", ["einfrieren", "freigeben", "verwerfen"])
def test_step_that_is_not_possible_says_so_by_form_and_by_address(client: Client, schritt: str) -> None:
    bericht = create_eingefrorenen()
    release(bericht)
    gezeigt, versucht = client.get(url(schritt, bericht)), client.post(url(schritt, bericht), {"grund": "Doch nicht"})
    assert "Der Bericht ist „freigegeben“" in gezeigt.content.decode()
    assert "führt kein Weg." in versucht.content.decode()
    bericht.refresh_from_db()
    assert bericht.status == Berichtsstatus.FREIGEGEBEN


def test_discarding_without_a_reason_asks_for_it(client: Client) -> None:
    bericht = create_entwurf()
    antwort = client.post(url("verwerfen", bericht), {"grund": " "})
    assert antwort.context["form"].errors == {"grund": ["Bitte einen Grund angeben; er steht später beim Bericht."]}


@pytest.mark.parametrize(
    ("status", "titel"),
    [
        (Berichtsstatus.ENTWURF, ["Texte schreiben", "Einfrieren", "Verwerfen"]),
        (Berichtsstatus.EINGEFROREN, ["Verwerfen", "Neuer Entwurf mit diesen Texten"]),
        (Berichtsstatus.FREIGEGEBEN, ["Berichtigung schreiben"]),
    ],
)
def test_page_offers_what_may_be_done_next(client: Client, status: Berichtsstatus, titel: list[str]) -> None:
    bericht = create_entwurf() if status == Berichtsstatus.ENTWURF else create_eingefrorenen()
    if status == Berichtsstatus.FREIGEGEBEN:
        release(bericht)
    assert [schritt.titel for schritt in client.get(url("detail", bericht)).context["schritte"]] == titel


def test_discarding_is_never_the_main_step(client: Client) -> None:
    eingefroren, freigegeben = create_eingefrorenen(), release(create_eingefrorenen())
    bericht = create_entwurf()
    haupt = [
        [schritt.titel for schritt in einer.get(url("detail", welcher)).context["schritte"] if schritt.ist_haupt]
        for einer, welcher in (
            (client, bericht),
            (client, eingefroren),
            (login(Client(), get_freigebende()), eingefroren),
            (client, freigegeben),
        )
    ]
    assert haupt == [["Texte schreiben"], [], ["Freigeben"], ["Berichtigung schreiben"]]


def test_who_only_reads_is_offered_nothing(melde_an: Callable) -> None:
    antwort = melde_an(create_konto("liest", "Redaktion")).get(url("detail", create_entwurf()))
    assert antwort.context["schritte"] == []


@pytest.mark.parametrize("art", ["pdf", "docx"])
def test_file_asked_for_while_too_many_are_made_says_to_come_back(client: Client, art: str) -> None:
    bericht = create_vollen()  # a Word file without a chart is made without waiting
    with ExitStack() as stapel:
        for _platz in range(3):
            assert satz.ANGENOMMEN.acquire(blocking=False)
            stapel.callback(satz.ANGENOMMEN.release)
        antwort = client.get(url(art, bericht))
    assert (antwort.status_code, "Retry-After" in antwort) == (503, True)


def test_files_have_names_that_tell_what_they_are(client: Client) -> None:
    eingefroren, entwurf = create_eingefrorenen(), create_entwurf()
    namen = [
        client.get(url(art, bericht))["Content-Disposition"]
        for bericht in (entwurf, eingefroren)
        for art in ("pdf", "docx")
    ]
    assert namen == [
        'attachment; filename="zwischenbericht-ix-1179-entwurf.pdf"',
        'attachment; filename="zwischenbericht-ix-1179-entwurf.docx"',
        'attachment; filename="zwischenbericht-ix-1179-2026-11-21-eingefroren.pdf"',
        'attachment; filename="zwischenbericht-ix-1179-2026-11-21-eingefroren.docx"',
    ]


def test_corrected_report_says_so_on_page_list_and_copies_and_keeps_its_content(client: Client) -> None:
    frueher = create_freigegebenen()
    name = 'attachment; filename="zwischenbericht-ix-1179-{}.pdf"'
    neu = create_eingefrorenen(vorlage=frueher)
    satz, zeile = (
        "Berichtigt durch: Zwischenbericht vom 21. November 2026",
        "berichtigt durch den vom 21. November 2026",
    )
    assert [form for form in read_alles(client, frueher) if satz in form] == []
    assert client.get(url("pdf", frueher))["Content-Disposition"] == name.format("2026-11-21")

    release(neu)

    assert [form for form in read_alles(client, frueher) if satz not in " ".join(form.split())] == []
    assert [form for form in read_alles(client, neu) if satz in form] == []
    assert client.get(reverse("konzept:bericht-liste")).content.decode().count(zeile) == 1
    seite = client.get(url("detail", frueher))
    assert [link.attrs["href"] for link in find_alle(seite, "a") if "Es gilt:" in link.text] == [neu.get_absolute_url()]
    assert seite.context["schritte"] == []
    assert [client.get(url("pdf", einer))["Content-Disposition"] for einer in (frueher, neu)] == [
        name.format("2026-11-21-berichtigt"),
        name.format("berichtigung-vom-2026-11-21"),
    ]


def test_report_corrected_twice_names_the_one_that_holds_on_page_list_and_copies(client: Client) -> None:
    berichte = [create_freigegebenen(jetzt=JETZT - timedelta(days=9))]
    for tage in (6, 3):
        berichte.append(create_freigegebenen(jetzt=JETZT - timedelta(days=tage), vorlage=berichte[-1]))
    erster, zweiter, dritter = berichte
    offene = create_entwurf(vorlage=dritter)  # corrects nothing before it is released
    satz = "Berichtigt durch: Zwischenbericht vom 18. November 2026"
    for bericht in (erster, zweiter):
        assert [form for form in read_alles(client, bericht) if satz not in " ".join(form.split())] == []
        links = find_alle(client.get(url("detail", bericht)), "a")
        assert [link.attrs["href"] for link in links if "Es gilt:" in link.text] == [dritter.get_absolute_url()]
    assert [form for form in read_alles(client, dritter) if "Berichtigt durch" in form] == []
    antwort = client.get(reverse("konzept:bericht-liste"))
    assert dict(antwort.context["zeilen"]) == {erster: dritter, zweiter: dritter, dritter: None, offene: None}
    liste = antwort.content.decode()
    assert liste.count("berichtigt durch den vom 18. November 2026") == 2
    assert liste.count("berichtigt durch den vom") == 2


def test_new_draft_from_a_discarded_correction_says_what_it_corrects(client: Client) -> None:
    frueher = create_freigegebenen()
    erste = create_entwurf(vorlage=frueher)
    client.post(url("verwerfen", erste), {"grund": "Zahl falsch"})
    adresse = f"{reverse('konzept:bericht-neu')}?vorlage={erste.pk}"
    assert "Er berichtigt wie jener den freigegebenen vom 21. November 2026" in client.get(adresse).content.decode()
    client.post(adresse)
    assert Bericht.objects.get(status=Berichtsstatus.ENTWURF).berichtigt == frueher


def test_page_of_release_says_what_stands_in_the_way_instead_of_a_button(client: Client) -> None:
    frueher = create_freigegebenen()
    dritter = create_eingefrorenen()
    release(create_eingefrorenen(vorlage=frueher))
    zweiter = login(Client(), get_freigebende())
    for antwort in (zweiter.get(url("freigeben", dritter)), zweiter.post(url("freigeben", dritter))):
        assert antwort.content.decode().count("ist ein anderer Bericht freigegeben worden") == 1
        assert "Jetzt freigeben" not in antwort.content.decode()


def test_list_asks_the_same_for_many_reports(client: Client, django_assert_num_queries: Callable) -> None:
    create_entwurf()
    client.get(reverse("konzept:bericht-liste"))
    with django_assert_num_queries(6) as wenige:
        client.get(reverse("konzept:bericht-liste"))
    for _bericht in range(3):
        create_eingefrorenen()
    with django_assert_num_queries(len(wenige)):
        client.get(reverse("konzept:bericht-liste"))


def test_correction_that_is_frozen_already_is_shown_instead_of_another(client: Client) -> None:
    frueher = create_eingefrorenen()
    release(frueher)
    adresse = f"{reverse('konzept:bericht-neu')}?vorlage={frueher.pk}"
    client.post(adresse)
    neu = fill_pflichten(Bericht.objects.exclude(pk=frueher.pk).get())
    freeze_bericht(bericht_id=neu.pk, fassung=neu.fassung, konto=get_schreibende(), jetzt=JETZT)
    antwort = client.post(adresse, follow=True)
    assert antwort.redirect_chain == [(url("detail", neu), 302)]
    assert "Diese Berichtigung gibt es schon." in antwort.content.decode()


@pytest.mark.parametrize("fassung", ["0", "", "x", "9" * 30])
def test_texts_nobody_has_seen_on_the_page_are_not_frozen(client: Client, fassung: str) -> None:
    bericht = create_fertigen()
    Bericht.objects.filter(pk=bericht.pk).update(fassung=1, einleitung="Ein halber")
    antwort = client.post(url("einfrieren", bericht), {"fassung": fassung})
    assert "Inzwischen hat jemand die Texte geändert." in antwort.content.decode()
    assert [feld.attrs["value"] for feld in find_alle(antwort, "input", name="fassung")] == ["1"]
    bericht.refresh_from_db()
    assert bericht.status == "entwurf"
