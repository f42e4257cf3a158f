"""The pages of the shortlist, and that nothing of it is kept anywhere."""

import logging
import re
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

import pikepdf
import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from angebote.choices import Bereich, Status, Zugang
from angebote.domain.katalog import refresh_angebote
from angebote.druck import satz
from angebote.models import Angebot, Ausnahme, Fassung, Kategorie, Schliesszeit, Zugangsweg
from tests.factories import AngebotFactory, OrtFactory, ZeitFactory
from tests.pages.markup import parse_markup
from tests.pdf import read_structure

pytestmark = pytest.mark.django_db
WEGE = ["/merkzettel/", "/merkzettel/drucken/", "/merkzettel.pdf", "/merkzettel.txt"]


@pytest.fixture
def treffen() -> list[Angebot]:
    """Four offers in one house, public today."""
    ort = OrtFactory(name="Haus am See")
    angebote = [AngebotFactory(titel=f"Treffen {buchstabe}", ort=ort) for buchstabe in "ABCD"]
    for angebot in angebote:
        angebot.kategorien.add(Kategorie.objects.get(slug="cafe-treff"))
        ZeitFactory(angebot=angebot)
    refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote], heute=timezone.localdate())
    return angebote


def query(*angebote: Angebot) -> str:
    return "&".join(f"id={angebot.pk}" for angebot in angebote)


def fetch(client: Client, adresse: str) -> str:
    antwort = client.get(adresse)
    assert antwort.status_code == 200
    return antwort.content.decode()


def read_titel(seite: str) -> list[str]:
    markup = parse_markup(seite)
    return [re.sub(r"\s+", " ", titel.text).strip() for titel in markup.find("h2") if re.match(r"\s*\d+\.", titel.text)]


def test_page_lists_the_offers_in_the_order_of_the_address(client: Client, treffen: list[Angebot]) -> None:
    a, b, c, _d = treffen
    seite = fetch(client, f"/merkzettel/?{query(c, a, b)}")
    assert read_titel(seite) == ["1. Treffen C", "2. Treffen A", "3. Treffen B"]
    assert re.findall(r'data-angebot="(\d+)"', seite) == [str(eines.pk) for eines in (c, a, b)]
    assert "3 Angebote stehen auf Ihrem Merkzettel." in seite


def test_page_links_lists_with_the_entry_moved_or_removed(client: Client, treffen: list[Angebot]) -> None:
    a, b, _c, _d = treffen
    links = {
        link.attrs.get("id"): link.attrs["href"]
        for link in parse_markup(fetch(client, f"/merkzettel/?{query(a, b)}")).find("a")
    }
    assert f"hoch-{a.pk}" not in links
    assert f"runter-{b.pk}" not in links
    assert links[f"runter-{a.pk}"] == f"/merkzettel/?{query(b, a)}#eintrag-{a.pk}"
    assert links[f"hoch-{b.pk}"] == f"/merkzettel/?{query(b, a)}#eintrag-{b.pk}"
    assert links[f"weg-{a.pk}"] == f"/merkzettel/?{query(b)}"


def test_last_entry_removed_leaves_an_empty_list(client: Client, treffen: list[Angebot]) -> None:
    links = [link.attrs["href"] for link in parse_markup(fetch(client, f"/merkzettel/?{query(treffen[0])}")).find("a")]
    assert links.count("/merkzettel/?id=") == 2  # entfernen, and "Liste leeren"
    assert "Ihr Merkzettel ist leer." in fetch(client, "/merkzettel/?id=")


def test_offer_without_list_is_put_on_it_by_a_link_back_to_the_same_page(
    client: Client, treffen: list[Angebot]
) -> None:
    a, b, _c, _d = treffen
    pfad = a.get_absolute_url()
    knopf = find_knoepfe(fetch(client, pfad))[f"merken-{a.pk}"]
    assert knopf.attrs["href"] == f"{pfad}?{query(a)}#merken-{a.pk}"
    knopf = find_knoepfe(fetch(client, f"{pfad}?{query(b, a)}"))[f"merken-{a.pk}"]
    assert knopf.attrs["href"] == f"{pfad}?{query(b)}#merken-{a.pk}"
    assert knopf.text.split() == ["Auf", "dem", "Merkzettel:", "Treffen", "A.", "wieder", "entfernen"]


def find_knoepfe(seite: str) -> dict[str, Any]:
    """The links that change the list, by their id in the page."""
    knoepfe = [link for link in parse_markup(seite).find("a") if "data-merken" in link.attrs]
    nach_id = {knopf.attrs["id"]: knopf for knopf in knoepfe}
    assert len(nach_id) == len(knoepfe), "an id stands twice in the page"
    return nach_id


@pytest.mark.parametrize("status", [Status.VEROEFFENTLICHT, Status.ARCHIVIERT])
def test_similar_offers_of_a_page_are_put_on_the_list_and_taken_off_again(
    client: Client, treffen: list[Angebot], status: Status
) -> None:
    a, b, c, _d = treffen
    Angebot.objects.filter(pk=a.pk).update(status=status)
    refresh_angebote(angebot_ids=[a.pk], heute=timezone.localdate())
    pfad = a.get_absolute_url()
    seite = client.get(f"{pfad}?{query(b)}").content.decode()
    knoepfe = find_knoepfe(seite[seite.index('id="aehnliche-titel"') :])
    assert {name: knopf.attrs["href"] for name, knopf in knoepfe.items()} == {
        f"merken-{b.pk}": f"{pfad}?id=#merken-{b.pk}",
        f"merken-{c.pk}": f"{pfad}?{query(b, c)}#merken-{c.pk}",
    }
    assert "Merkzettel ansehen" not in seite  # the ways on belong to the offer of the page alone


def test_proposals_on_the_list_are_added_to_it_wherever_they_stand(client: Client, treffen: list[Angebot]) -> None:
    a, b, c, d = treffen
    Angebot.objects.filter(pk__in=[a.pk, b.pk]).update(status=Status.ARCHIVIERT)
    refresh_angebote(angebot_ids=[a.pk, b.pk], heute=timezone.localdate())
    knoepfe = find_knoepfe(fetch(client, f"/merkzettel/?{query(a, b)}"))
    ziele = {name: knopf.attrs["href"] for name, knopf in knoepfe.items() if name.startswith("merken-")}
    assert ziele == {
        f"merken-{neues.pk}-{statt.pk}": f"/merkzettel/?{query(a, b, neues)}#eintrag-{neues.pk}"
        for statt in (a, b)
        for neues in (c, d)
    }


def test_full_list_takes_no_proposal_either(client: Client, treffen: list[Angebot]) -> None:
    a = treffen[0]
    Angebot.objects.filter(pk=a.pk).update(status=Status.ARCHIVIERT)
    refresh_angebote(angebot_ids=[a.pk], heute=timezone.localdate())
    seite = fetch(client, f"/merkzettel/?{query(a)}&" + "&".join(f"id={10_000 + zahl}" for zahl in range(29)))
    assert seite.count("Der Merkzettel ist voll") == seite.count('class="vorschlag"') == 2
    assert [name for name in find_knoepfe(seite) if name.startswith("merken-")] == []


def test_cards_of_a_search_keep_the_search_when_an_offer_is_put_on_the_list(
    client: Client, treffen: list[Angebot]
) -> None:
    a, b, _c, _d = treffen
    seite = parse_markup(fetch(client, f"/angebote/?kategorie=cafe-treff&sortierung=name&{query(a)}"))
    ziele = {link.attrs["id"]: link.attrs["href"] for link in seite.find("a") if "data-merken" in link.attrs}
    suche = "/angebote/?kategorie=cafe-treff&sortierung=name"
    assert ziele[f"merken-{a.pk}"] == f"{suche}&id=#merken-{a.pk}"
    assert ziele[f"merken-{b.pk}"] == f"{suche}&{query(a, b)}#merken-{b.pk}"
    assert len(ziele) == 4


def test_full_list_takes_nothing_more_and_says_so(client: Client, treffen: list[Angebot]) -> None:
    voll = "&".join(f"id={10_000 + zahl}" for zahl in range(30))
    seite = fetch(client, f"/angebote/?{voll}")
    assert seite.count("Der Merkzettel ist voll") == 4
    assert "data-merken" not in seite


@pytest.mark.parametrize(
    ("felder", "grund"),
    [
        ({"status": Status.PAUSIERT}, "Dieses Angebot macht zurzeit eine Pause."),
        ({"status": Status.ARCHIVIERT}, "Dieses Angebot gibt es nicht mehr."),
    ],
)
def test_entry_that_is_over_says_why_and_what_is_like_it(
    client: Client, treffen: list[Angebot], felder: dict[str, Any], grund: str
) -> None:
    a = treffen[0]
    Angebot.objects.filter(pk=a.pk).update(**felder)
    refresh_angebote(angebot_ids=[a.pk], heute=timezone.localdate())
    seite = fetch(client, f"/merkzettel/?{query(a)}")
    assert "Nicht mehr aktuell" in seite
    assert grund in seite
    assert set(re.findall(r"/angebote/(angebot-\d+)/", seite)) <= {eines.slug for eines in treffen[1:]}
    assert len(re.findall(r'class="vorschlag"', seite)) >= 1


def read_warnungen(seite: str) -> list[str]:
    """The notes before the offers, each as one line."""
    return [
        " ".join(re.sub(r"<[^>]+>", " ", kasten).replace("\u00a0", " ").split())
        for kasten in re.findall(r'<div class="hinweis hinweis--warnung">(.*?)</div>', seite, re.DOTALL)
    ]


def close(treffen: list[Angebot], *, von: date, bis: date, **felder: Any) -> None:
    Schliesszeit.objects.create(ort=treffen[0].ort, von=von, bis=bis, **felder)
    refresh_angebote(angebot_ids=[angebot.pk for angebot in treffen], heute=timezone.localdate())


def test_entry_of_a_closed_house_says_until_when_and_what_is_open(
    client: Client, treffen: list[Angebot], heute: date
) -> None:
    close(treffen, von=date(2026, 11, 2), bis=date(2026, 12, 18), grund="Umbau")
    seite = fetch(client, f"/merkzettel/?{query(treffen[0])}")
    [warnung] = read_warnungen(seite)
    assert warnung == (
        "Zurzeit geschlossen Geschlossen vom 2. November 2026 bis 18. Dezember 2026 (Umbau). "
        "Danach wieder ab Dienstag, 22. Dezember. Bitte gehen Sie so lange nicht hin."
    )
    assert seite.count("(Umbau)") == 1
    assert "Dienstag, 22.\u00a0Dezember, 14 bis 16\u00a0Uhr" in seite
    assert "Vielleicht passt so lange:" in seite
    assert len(re.findall(r'class="vorschlag"', seite)) >= 1


def test_entry_closed_today_only_is_told_so_without_anything_instead(
    client: Client, treffen: list[Angebot], heute: date
) -> None:
    close(treffen, von=heute, bis=heute)
    seite = fetch(client, f"/merkzettel/?{query(treffen[0])}")
    assert read_warnungen(seite) == [
        "Heute geschlossen Geschlossen: Heute. Danach wieder ab Dienstag, 24. November. Bitte gehen Sie heute nicht hin."
    ]
    assert 'class="vorschlag"' not in seite


def test_entry_that_will_close_later_is_no_warning_yet(client: Client, treffen: list[Angebot], heute: date) -> None:
    close(treffen, von=heute + timedelta(days=1), bis=heute + timedelta(days=20))
    Ausnahme.objects.create(angebot=treffen[0], datum=heute)
    seite = fetch(client, f"/merkzettel/?{query(treffen[0])}")
    assert read_warnungen(seite) == []
    assert "Geschlossen vom 22. November 2026 bis 11. Dezember 2026." in seite
    assert "Fällt aus: Heute." in seite


def test_closed_offer_on_the_phone_asks_nobody_to_stay_away(client: Client, treffen: list[Angebot]) -> None:
    close(treffen, von=date(2026, 11, 2), bis=date(2026, 12, 18))
    Zugangsweg.objects.create(angebot=treffen[0], art=Zugang.TELEFON)
    refresh_angebote(angebot_ids=[treffen[0].pk], heute=timezone.localdate())
    [warnung] = read_warnungen(fetch(client, f"/merkzettel/?{query(treffen[0])}"))
    assert warnung.startswith("Zurzeit geschlossen Geschlossen vom 2. November 2026")
    assert "Bitte gehen Sie" not in warnung


@pytest.fixture
def umgezogen(treffen: list[Angebot]) -> Angebot:
    """Since 3 November it takes place in another street; the others of the house stay."""
    angebot = treffen[0]
    alt = OrtFactory(name="Altes Haus", strasse="Alte Straße", hausnummer="1", plz="13086")
    neu = OrtFactory(name="Neues Haus", strasse="Parkstraße", hausnummer="3", plz="13187")
    for ort, tag in ((alt, "2025-11-03"), (neu, "2026-11-03")):
        Angebot.objects.filter(pk=angebot.pk).update(ort=ort)
        angebot.fassungen.filter(fakten__tatsachen__anschrift__strasse="").delete()
        refresh_angebote(angebot_ids=[angebot.pk], heute=timezone.localdate())
        neueste = angebot.fassungen.order_by("-pk").values("pk")[:1]
        Fassung.objects.filter(pk__in=list(neueste.values_list("pk", flat=True))).update(
            created_at=f"{tag}T12:00:00+01:00"
        )
    return angebot


def test_entry_that_has_moved_names_both_places_and_keeps_its_card(client: Client, umgezogen: Angebot) -> None:
    seite = fetch(client, f"/merkzettel/?{query(umgezogen)}")
    [warnung] = read_warnungen(seite)
    assert warnung == (
        "Nicht mehr aktuell: umgezogen Umgezogen, bei uns eingetragen am 3. November 2026. "
        "Früher: Alte Straße 1, 13086 Berlin. Jetzt: Parkstraße 3, 13187 Berlin. "
        "Bitte gehen Sie nur noch zur neuen Adresse."
    )
    assert "Neues Haus, Parkstraße 3" in seite
    assert "Ist Ihnen der neue Weg zu weit?" in seite
    assert len(re.findall(r'class="vorschlag"', seite)) >= 1


def test_entry_moved_and_closed_says_first_what_keeps_people_away_today(
    client: Client, umgezogen: Angebot, heute: date
) -> None:
    Schliesszeit.objects.create(angebot=umgezogen, von=heute, bis=heute + timedelta(days=2))
    seite = fetch(client, f"/merkzettel/?{query(umgezogen)}")
    assert [warnung.split(" ")[0] for warnung in read_warnungen(seite)] == ["Zurzeit", "Nicht"]
    assert "Vielleicht passt so lange:" in seite
    assert "Ist Ihnen der neue Weg zu weit?" not in seite


@pytest.mark.parametrize("weg", WEGE[1:])
def test_print_tells_the_old_address_and_the_closing_period(
    client: Client, umgezogen: Angebot, heute: date, weg: str
) -> None:
    Schliesszeit.objects.create(angebot=umgezogen, von=heute, bis=date(2026, 12, 18), grund="Umbau")
    refresh_angebote(angebot_ids=[umgezogen.pk], heute=heute)
    antwort = client.get(f"{weg}?{query(umgezogen)}")
    inhalt = read_structure(antwort.content) if weg.endswith("pdf") else antwort.content.decode()
    worte = inhalt.replace("\u00a0", " ")
    assert "Umgezogen, bei uns eingetragen am 3. November 2026. Früher: Alte Straße 1, 13086 Berlin" in worte
    assert "Geschlossen vom 21. November 2026 bis 18. Dezember 2026 (Umbau)" in worte


def test_entries_that_are_over_get_proposals_before_those_that_moved_or_closed(
    client: Client, treffen: list[Angebot], heute: date
) -> None:
    close(treffen, von=heute, bis=heute + timedelta(days=9))
    vorbei = AngebotFactory(status=Status.ARCHIVIERT, ort=treffen[0].ort)
    andere = [AngebotFactory(titel=f"Anderes {nummer}", ort__kiez=treffen[0].ort.kiez) for nummer in range(3)]
    for angebot in (vorbei, *andere):
        angebot.kategorien.add(Kategorie.objects.get(slug="cafe-treff"))
        ZeitFactory(angebot=angebot)
    refresh_angebote(angebot_ids=[angebot.pk for angebot in (vorbei, *andere)], heute=heute)
    seite = fetch(client, f"/merkzettel/?{query(*treffen, vorbei)}")
    eintraege = re.split(r'(?=<li class="merkliste__eintrag")', seite)[1:]
    assert ['class="vorschlag"' in eintrag for eintrag in eintraege] == [True, True, False, False, True]


@pytest.mark.parametrize("anzahl", [1, 4])
def test_page_needs_the_same_queries_for_any_number_of_offers(
    client: Client, treffen: list[Angebot], anzahl: int, django_assert_num_queries: Any
) -> None:
    fetch(client, f"/merkzettel/?{query(*treffen)}")
    with django_assert_num_queries(9):
        fetch(client, f"/merkzettel/?{query(*treffen[:anzahl])}")


def test_unknown_and_unreadable_ids_are_named_and_never_an_error(client: Client, treffen: list[Angebot]) -> None:
    seite = fetch(client, f"/merkzettel/?id=99999999&id=<b>abc&id=%FF&{query(treffen[0])}&id=9223372036854775807")
    assert read_titel(seite) == ["1. Nummer 99999999", "2. Treffen A", "3. Nummer 9223372036854775807"]
    assert "Keine Nummer eines Angebots, darum weggelassen: „&lt;b&gt;abc“, „\ufffd“" in seite


def test_draft_is_told_from_nothing_by_nobody(client: Client) -> None:
    entwurf = AngebotFactory(titel="Geheim", status=Status.ENTWURF)
    seite = fetch(client, f"/merkzettel/?{query(entwurf)}")
    assert "Geheim" not in seite
    assert read_titel(seite) == [f"1. Nummer {entwurf.pk}"]


@pytest.mark.parametrize("anzahl", [31, 10_000])
def test_too_many_ids_are_cut_with_a_note(client: Client, anzahl: int) -> None:
    seite = fetch(client, "/merkzettel/?" + "&".join(f"id={10**9 + zahl}" for zahl in range(anzahl)))
    assert len(read_titel(seite)) == 30
    assert "Auf den Merkzettel passen 30 Angebote." in seite


@pytest.mark.parametrize(("anzahl", "kommt"), [(6, False), (7, True)])
def test_long_list_gets_a_hint(client: Client, anzahl: int, kommt: bool) -> None:
    seite = fetch(client, "/merkzettel/?" + "&".join(f"id={10**9 + zahl}" for zahl in range(anzahl)))
    assert ("Das ist viel auf einmal." in seite) == kommt


def test_crisis_box_stands_below_a_list_with_help_only(client: Client, treffen: list[Angebot]) -> None:
    hilfe = AngebotFactory(bereich=Bereich.UNTERSTUETZUNG)
    refresh_angebote(angebot_ids=[hilfe.pk], heute=timezone.localdate())
    assert 'id="krise-titel"' in fetch(client, f"/merkzettel/?{query(treffen[0], hilfe)}")
    assert 'id="krise-titel"' not in fetch(client, f"/merkzettel/?{query(treffen[0])}")


@pytest.mark.parametrize("weg", WEGE)
def test_no_answer_of_the_list_is_stored_or_told(client: Client, treffen: list[Angebot], weg: str) -> None:
    for adresse in (f"{weg}?{query(*treffen)}", weg):
        antwort = client.get(adresse)
        assert (antwort["Cache-Control"], antwort["Referrer-Policy"]) == ("private, no-store", "no-referrer")
        assert (antwort.has_header("ETag"), dict(antwort.cookies)) == (False, {})


@pytest.mark.parametrize("weg", WEGE[1:])
def test_nothing_of_a_printed_list_is_written_down(
    treffen: list[Angebot], weg: str, caplog: pytest.LogCaptureFixture, django_assert_max_num_queries: Any
) -> None:
    """No row, no cookie, no line in a log: neither of the list nor of what was typed for this print."""
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.WARNING, logger="django.db.backends")
    modelle = [modell for modell in apps.get_models() if modell._meta.managed]
    vorher = {modell: modell._base_manager.count() for modell in modelle}
    daten = {"id": [str(eines.pk) for eines in treffen], "fachstelle": "Beratung Nord", "telefon": "030 998877"}
    client = Client(enforce_csrf_checks=True)
    with django_assert_max_num_queries(30) as abfragen:
        antwort = client.post(weg, daten)
    assert (antwort.status_code, dict(antwort.cookies)) == (200, {})
    assert {abfrage["sql"].split()[0] for abfrage in abfragen.captured_queries} == {"SELECT"}
    assert {modell: modell._base_manager.count() for modell in modelle} == vorher
    assert caplog.text == ""


def test_what_was_typed_stands_on_the_print_in_all_forms(treffen: list[Angebot]) -> None:
    daten = {"id": [str(treffen[1].pk)], "fachstelle": "Beratung <b>Nord</b> #x", "telefon": "030 998877"}
    client = Client()
    pdf = client.post("/merkzettel.pdf", daten).content
    assert "Fachstelle: Beratung <b>Nord</b> #x Telefon: 030 998877" in read_structure(pdf)
    assert (
        "Fachstelle: Beratung <b>Nord</b> #x\nTelefon: 030 998877\n"
        in client.post("/merkzettel.txt", daten).content.decode()
    )
    assert (
        "Fachstelle: Beratung &lt;b&gt;Nord&lt;/b&gt; #x" in client.post("/merkzettel/drucken/", daten).content.decode()
    )


def test_html_pdf_and_text_say_the_same(client: Client, treffen: list[Angebot]) -> None:
    a, b, _c, _d = treffen
    html = parse_markup(fetch(client, f"/merkzettel/drucken/?{query(b, a)}")).find("dd", "dt")
    worte = [" ".join(eines.text.split()) for eines in html]
    pdf = read_structure(client.get(f"/merkzettel.pdf?{query(b, a)}").content).replace("\u00a0", " ")
    text = fetch(client, f"/merkzettel.txt?{query(b, a)}").replace("\u00a0", " ")
    assert len(worte) > 20
    assert [wort for wort in worte if wort.replace("\u00a0", " ") not in pdf] == []
    assert [wort for wort in worte if wort.replace("\u00a0", " ").rstrip(".") not in text] == []


@pytest.mark.parametrize("sprache", ["", "en"])
def test_print_has_no_blank_before_a_colon(client: Client, treffen: list[Angebot], sprache: str) -> None:
    seite = fetch(client, f"/merkzettel/drucken/?{query(treffen[0])}&zweitsprache={sprache}")
    text = re.sub(r"<[^>]+>", "", seite[seite.index('<div class="blatt ') :])
    assert re.findall(r"\w+\s+:", text) == []
    assert re.findall(r"Diese Liste prüfen: (?:[\da-z]{4,5}-?)+", text) != []


@pytest.mark.parametrize(
    ("parameter", "seiten", "sprache"),
    [
        ("ausgabe=karte", {(420, 595)}, None),
        ("ausgabe=gross&zweitsprache=ar", {(595, 842)}, "ar"),
        ("ausgabe=quatsch&zweitsprache=xx", {(595, 842)}, None),
        ("ausgabe=&zweitsprache=", {(595, 842)}, None),
    ],
)
def test_pdf_takes_wishes_and_ignores_what_it_does_not_know(
    client: Client, treffen: list[Angebot], parameter: str, seiten: set[tuple[int, int]], sprache: str | None
) -> None:
    antwort = client.get(f"/merkzettel.pdf?{query(*treffen)}&{parameter}")
    assert (antwort.status_code, antwort["Content-Type"]) == (200, "application/pdf")
    assert antwort["Content-Disposition"] == 'inline; filename="merkzettel.pdf"'
    with pikepdf.open(BytesIO(antwort.content)) as pdf:
        masse = {tuple(round(float(wert)) for wert in seite.mediabox[2:]) for seite in pdf.pages}
        sprachen = re.findall(rb"/Lang ?\(ar\)", pdf.Root.StructTreeRoot.unparse(resolved=True))
    assert masse == seiten
    assert sprachen == [] or sprache == "ar"


def test_unknown_wishes_are_said_in_the_browser(client: Client, treffen: list[Angebot]) -> None:
    seite = fetch(
        client, f"/merkzettel/drucken/?{query(treffen[0])}&ausgabe=quatsch&zweitsprache=xx&fachstelle={'x' * 200}"
    )
    for satz_ in ("„quatsch“ kennen wir hier nicht.", "„xx“ kennen wir hier nicht.", "mehr als 120 Zeichen"):
        assert satz_ in seite


@pytest.mark.parametrize("weg", WEGE[1:])
@pytest.mark.parametrize(("ids", "danach"), [("abc", ""), ("", ""), (str(2**63 - 1), str(2**63 - 1)), ("0", "")])
def test_print_without_an_offer_leads_to_the_page_that_says_why(
    client: Client, weg: str, ids: str, danach: str
) -> None:
    for antwort in (client.get(weg, {"id": ids}), client.post(weg, {"id": ids})):
        assert (antwort.status_code, antwort["Location"]) == (302, f"/merkzettel/?id={danach}")


@pytest.mark.parametrize("weg", WEGE[1:])
def test_print_of_offers_that_are_all_over_says_so(client: Client, weg: str) -> None:
    vorbei = AngebotFactory(titel="Alter Treff", status=Status.ARCHIVIERT)
    antwort = client.get(f"{weg}?{query(vorbei)}&id={2**63 - 1}")
    inhalt = read_structure(antwort.content) if weg.endswith("pdf") else antwort.content.decode()
    assert "Alter Treff: Dieses Angebot gibt es nicht mehr." in inhalt


def test_pdf_when_all_places_are_taken_asks_to_come_back(
    client: Client, treffen: list[Angebot], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(satz, "WARTEZEIT", 0.05)
    plaetze = [satz.GLEICHZEITIG.acquire(timeout=5) for _platz in range(2)]
    try:
        antwort = client.get(f"/merkzettel.pdf?{query(treffen[0])}")
    finally:
        for _platz in plaetze:
            satz.GLEICHZEITIG.release()
    assert (antwort.status_code, antwort["Retry-After"]) == (503, "10")
    assert "Bitte versuchen Sie es gleich noch einmal" in antwort.content.decode()


def test_printed_day_is_named_even_if_it_is_today(
    client: Client, treffen: list[Angebot], stell_uhr: Callable[..., None]
) -> None:
    jetzt = timezone.localtime()
    dienstag = jetzt.replace(hour=8) + timedelta(days=(1 - jetzt.weekday()) % 7)
    refresh_angebote(angebot_ids=[treffen[0].pk], heute=dienstag.date())
    stell_uhr(dienstag)
    text = fetch(client, f"/merkzettel.txt?{query(treffen[0])}")
    assert "Nächste Termine: Dienstag, " in text
    assert "Heute" not in text


@pytest.mark.parametrize("weg", WEGE[1:])
def test_form_with_thousands_of_ids_prints_the_first_thirty(client: Client, treffen: list[Angebot], weg: str) -> None:
    ids = [str(treffen[0].pk), *(str(10**9 + zahl) for zahl in range(10_000))]
    antwort = client.post(
        weg, urlencode([("id", eine) for eine in ids]), content_type="application/x-www-form-urlencoded"
    )
    inhalt = read_structure(antwort.content) if weg.endswith("pdf") else antwort.content.decode()
    assert "Treffen A" in inhalt
    assert inhalt.count("Nummer 10000000") == 29


def test_print_view_carries_the_list_of_its_form(client: Client, treffen: list[Angebot]) -> None:
    a, b, _c, _d = treffen
    seite = client.post("/merkzettel/drucken/", {"id": [a.pk, b.pk]}).content.decode()
    links = {link.attrs.get("id"): link.attrs.get("href") for link in parse_markup(seite).find("a")}
    assert links["menue-merkzettel"] == f"/merkzettel/?{query(a, b)}"


def test_offer_on_the_list_leads_on_to_list_and_search(client: Client, treffen: list[Angebot]) -> None:
    a = treffen[0]
    seite = parse_markup(fetch(client, f"{a.get_absolute_url()}?{query(a)}"))
    ziele = {link.text.strip(): link.attrs["href"] for link in seite.find("a")}
    assert (ziele["Merkzettel ansehen"], ziele["Weiter suchen"]) == (
        f"/merkzettel/?{query(a)}",
        f"/angebote/?{query(a)}",
    )
    assert "Weiter suchen" not in [
        link.text.strip() for link in parse_markup(fetch(client, a.get_absolute_url())).find("a")
    ]


def test_list_of_ten_thousand_parameters_still_gets_its_page(client: Client) -> None:
    antwort = client.get("/angebote/?" + "&".join(f"id={zahl}" for zahl in range(1, 10_001)))
    assert antwort.status_code == 200
    assert "Der Merkzettel ist voll" not in antwort.content.decode()  # no offer, no button
    assert antwort.content.decode().count("id=30&amp;") == 0  # thirty are kept, the last of a link is the thirtieth
    assert "id=29&amp;id=30" in antwort.content.decode()
