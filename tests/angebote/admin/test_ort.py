from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from angebote.choices import Barrierewert, Merkmal
from angebote.domain.suche.mengen import build_menge
from angebote.domain.suche.volltext import find_text
from angebote.models import Barriereangabe, Haltestelle, Kategorie, Ort, Strassenabschnitt, Traeger
from tests.angebote.admin.formulardaten import read_form_data
from tests.factories import AngebotFactory, OrtFactory, PlanungsraumFactory, TraegerFactory


def change_ort(client: Client, ort: Ort, **eingaben: object) -> HttpResponse:
    adresse = reverse("admin:angebote_ort_change", args=[ort.pk])
    return client.post(adresse, read_form_data(client.get(adresse)) | eingaben)


def messages_of(response: HttpResponse) -> str:
    return " ".join(str(meldung) for meldung in get_messages(response.wsgi_request))


def test_ort_in_a_street_of_one_planungsraum_gets_it_and_says_so(staff_client: Client):
    viertel = PlanungsraumFactory(name="Komponistenviertel")
    Strassenabschnitt.objects.create(strasse="Bizetstraße", plz="13088", planungsraum=viertel, adressen=80)
    ort = OrtFactory(kiez=None)

    response = change_ort(staff_client, ort, strasse="Bizetstraße", hausnummer="41", plz="13088")

    ort.refresh_from_db()
    assert (ort.planungsraum, ort.kiez) == (viertel, viertel.kiez)
    assert "Planungsraum aus der Adresse bestimmt: Komponistenviertel" in messages_of(response)


def test_ort_in_a_street_of_two_planungsraeume_is_warned_with_both_names(staff_client: Client):
    for name, adressen in [("Nordviertel", 50), ("Südviertel", 30)]:
        viertel = PlanungsraumFactory(name=name)
        Strassenabschnitt.objects.create(strasse="Lange Straße", plz="13086", planungsraum=viertel, adressen=adressen)
    ort = OrtFactory(kiez=None)

    response = change_ort(staff_client, ort, strasse="Lange Straße", plz="13086")

    ort.refresh_from_db()
    assert ort.planungsraum is None
    assert "Nordviertel" in messages_of(response)
    assert "Südviertel" in messages_of(response)


def test_ort_in_an_unknown_street_is_warned(staff_client: Client):
    response = change_ort(staff_client, OrtFactory(), strasse="Nirgendsweg", plz="13086")

    assert "„Nirgendsweg“ steht nicht im Straßenverzeichnis" in messages_of(response)


def test_ort_with_a_chosen_kiez_keeps_it_against_the_street_table(staff_client: Client):
    viertel = PlanungsraumFactory()
    Strassenabschnitt.objects.create(strasse="Bizetstraße", plz="13088", planungsraum=viertel, adressen=80)
    ort = OrtFactory()
    gewaehlt = ort.kiez

    change_ort(staff_client, ort, strasse="Bizetstraße", plz="13088")

    ort.refresh_from_db()
    assert (ort.kiez, ort.planungsraum) == (gewaehlt, None)


def test_ort_with_a_planungsraum_and_no_kiez_gets_its_kiez(staff_client: Client):
    viertel = PlanungsraumFactory()
    ort = OrtFactory(kiez=None)

    change_ort(staff_client, ort, planungsraum=viertel.pk)

    ort.refresh_from_db()
    assert ort.kiez == viertel.kiez


def test_ort_saved_with_coordinates_gets_stops_and_its_offers_name_them(staff_client: Client):
    Haltestelle.objects.create(kennung="a", name="Antonplatz", lat=52.5560, lon=13.4480)
    ort = OrtFactory()
    angebot = AngebotFactory(ort=ort)

    change_ort(staff_client, ort, lat="52.5562", lon="13.4482")

    angebot.refresh_from_db()
    assert [str(nahe.haltestelle) for nahe in ort.haltestellen.all()] == ["Antonplatz"]
    assert "Antonplatz" in angebot.kartendaten["haltestellensatz"]


def test_ort_barriere_set_in_the_checklist_is_stored_alone_and_reaches_the_offers(staff_client: Client):
    ort = OrtFactory()
    angebot = AngebotFactory(ort=ort)
    reihe = list(Merkmal.values).index(Merkmal.ENTRANCE_LEVEL)

    change_ort(staff_client, ort, **{f"barriereangaben-{reihe}-wert": Barrierewert.JA})

    angebot.refresh_from_db()
    assert set(Barriereangabe.objects.values_list("merkmal", "wert")) == {("entrance_level", "ja")}
    assert angebot.kartendaten["ist_stufenlos"] is True


def test_ort_checklist_offers_every_feature_once(staff_client: Client):
    ort = OrtFactory()
    Barriereangabe.objects.create(ort=ort, merkmal=Merkmal.WC, wert=Barrierewert.NEIN)

    data = read_form_data(staff_client.get(reverse("admin:angebote_ort_change", args=[ort.pk])))

    merkmale = [werte[0] for name, werte in data.items() if name.endswith("-merkmal")]
    assert sorted(merkmale) == sorted(Merkmal.values)


def test_ort_new_one_can_be_saved_with_a_barriere(staff_client: Client):
    adresse = reverse("admin:angebote_ort_add")
    data = read_form_data(staff_client.get(adresse))

    staff_client.post(adresse, data | {"name": "Neues Haus", "barriereangaben-0-wert": Barrierewert.TEILWEISE})

    assert Ort.objects.get().barriereangaben.count() == 1


def test_kategorie_renamed_reaches_the_cards(staff_client: Client):
    kategorie = Kategorie.objects.order_by("pk").first()
    angebot = AngebotFactory(bereich=kategorie.bereich)
    angebot.kategorien.add(kategorie)
    adresse = reverse("admin:angebote_kategorie_change", args=[kategorie.pk])
    slug = kategorie.slug

    staff_client.post(adresse, read_form_data(staff_client.get(adresse)) | {"name": "Gemeinsam kochen"})

    angebot.refresh_from_db()
    kategorie.refresh_from_db()
    assert angebot.kartendaten["kategorie_name"] == "Gemeinsam kochen"
    assert kategorie.slug == slug


def test_kategorie_deleted_leaves_the_cards(staff_client: Client):
    kategorie = Kategorie.objects.order_by("pk").first()
    angebot = AngebotFactory(bereich=kategorie.bereich, kartendaten={"kategorie_name": kategorie.name})
    angebot.kategorien.add(kategorie)

    staff_client.post(reverse("admin:angebote_kategorie_delete", args=[kategorie.pk]), {"post": "yes"})

    angebot.refresh_from_db()
    assert angebot.kartendaten["kategorie_name"] == ""


def test_traeger_new_one_gets_a_free_address(staff_client: Client):
    TraegerFactory(name="Nachbarn", slug="nachbarn-fuer-pankow")
    adresse = reverse("admin:angebote_traeger_add")

    staff_client.post(adresse, read_form_data(staff_client.get(adresse)) | {"name": "Nachbarn für Pankow"})

    assert Traeger.objects.filter(slug="nachbarn-fuer-pankow-2").exists()


def test_traeger_renamed_and_ort_moved_are_found_by_their_new_words(staff_client: Client):
    angebot = AngebotFactory(traeger=TraegerFactory(name="Nachbarn"), ort=OrtFactory(strasse="Altstraße"))
    for name, eintrag, neu in (
        ("traeger", angebot.traeger, {"name": "Freundeskreis"}),
        ("ort", angebot.ort, {"strasse": "Neustraße"}),
    ):
        adresse = reverse(f"admin:angebote_{name}_change", args=[eintrag.pk])
        staff_client.post(adresse, read_form_data(staff_client.get(adresse)) | neu)

    worte = ("Nachbarn", "Freundeskreis", "Altstraße", "Neustraße")
    gefunden = {wort for wort in worte if find_text(wort).alle == build_menge([angebot.pk])}
    assert gefunden == {"Freundeskreis", "Neustraße"}
