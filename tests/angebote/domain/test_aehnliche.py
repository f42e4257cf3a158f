from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

import pytest

from angebote.choices import Anmeldung, Bereich, Kostenart, Status, Wochentag, Zeitart, Zugang
from angebote.domain.aehnliche import Aehnliches, find_aehnliche
from angebote.domain.katalog import refresh_angebote
from angebote.domain.kosten import ist_kostenlos
from angebote.domain.zeitsaetze import WOCHENTAGE
from angebote.domain.zugang import compute_zugaenge
from angebote.models import Angebot, Kategorie, Kiez, Kosten, Sprache, Termin, Zeit, Zielgruppe, Zugangsweg
from tests.factories import AngebotFactory, KiezFactory, OrtFactory, TraegerFactory, ZeitFactory

pytestmark = pytest.mark.django_db
NAMEN_VON_NEBENAN = {"Weißensee", "Karow"}


def create_angebot(
    titel: str, *, kategorie: str = "cafe-treff", tag: Wochentag | None = None, **felder: Any
) -> Angebot:
    angebot = AngebotFactory(titel=titel, **felder)
    if kategorie:
        angebot.kategorien.add(Kategorie.objects.get(slug=kategorie))
    if tag is not None:
        ZeitFactory(angebot=angebot, wochentag=tag)
    return angebot


def create_am_telefon(titel: str, *, einzugsgebiet: Sequence[Kiez] = (), **felder: Any) -> Angebot:
    angebot = create_angebot(titel, ort=None, **felder)
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.TELEFON)
    angebot.einzugsgebiet.set(einzugsgebiet)
    return angebot


def find(angebot: Angebot, jetzt: datetime, **optionen: Any) -> list[Aehnliches]:
    refresh_angebote(angebot_ids=list(Angebot.objects.values_list("pk", flat=True)), heute=jetzt.date())
    return find_aehnliche(Angebot.objects.get(pk=angebot.pk), jetzt=jetzt, **optionen)


def find_gruende(angebot: Angebot, jetzt: datetime) -> dict[str, str]:
    return {aehnliches.angebot.titel: aehnliches.grund for aehnliches in find(angebot, jetzt)}


@pytest.fixture
def weissensee() -> Kiez:
    return KiezFactory(name="Weißensee", slug="weissensee")


@pytest.fixture
def karow(weissensee: Kiez) -> Kiez:
    kiez = KiezFactory(name="Karow", slug="karow")
    kiez.nachbarn.add(weissensee)
    return kiez


def test_aehnliche_are_best_first_with_the_reason_in_words(jetzt: datetime, weissensee: Kiez, karow: Kiez) -> None:
    hier = create_angebot("Kaffee am Dienstag", ort__kiez=weissensee, tag=Wochentag.DI)
    create_angebot("Waffeln", ort__kiez=weissensee, tag=Wochentag.DI)
    create_angebot("Plausch", ort__kiez=karow)
    create_angebot("Tee", tag=Wochentag.FR)
    create_angebot("Schach", kategorie="spielen", ort__kiez=karow)
    assert list(find_gruende(hier, jetzt).items()) == [
        ("Waffeln", "auch in Weißensee, dienstags"),
        ("Plausch", "auch Café, Treff & Plaudern – im Nachbarkiez Karow"),
        ("Tee", "auch Café, Treff & Plaudern"),
    ]


def test_aehnliche_in_the_same_kiez_at_the_same_time_need_not_be_the_same_activity(
    jetzt: datetime, weissensee: Kiez
) -> None:
    hier = create_angebot("Kaffee", ort__kiez=weissensee, tag=Wochentag.DI)
    create_angebot("Schach", kategorie="spielen", ort__kiez=weissensee, tag=Wochentag.DI)
    create_angebot("Chor", kategorie="musik-tanz", ort__kiez=weissensee, tag=Wochentag.MI)
    assert find_gruende(hier, jetzt) == {"Schach": "auch in Weißensee, dienstags"}


def test_aehnliche_of_equal_points_come_by_title(jetzt: datetime) -> None:
    hier = create_angebot("Kaffee")
    for titel in ("Zopf", "Äpfel", "Mohn", "Brot"):
        create_angebot(titel)
    assert [aehnliches.angebot.titel for aehnliches in find(hier, jetzt)] == ["Äpfel", "Brot", "Mohn"]
    assert len(find(hier, jetzt, anzahl=2)) == 2


@pytest.mark.parametrize(
    "felder",
    [
        {"status": Status.ENTWURF},
        {"status": Status.PAUSIERT},
        {"status": Status.ARCHIVIERT},
        {"gueltig_bis": date(2026, 11, 20)},
        {"bereich": Bereich.UNTERSTUETZUNG},
        {"kategorie": "spielen"},
        {"exklusiv": True, "exklusiv_grund": "Schutzraum"},
        {"alter_bis": 14},
        {"alter_von": 60},
    ],
)
def test_aehnliche_leave_out_what_is_not_public_not_alike_or_for_others(
    jetzt: datetime, felder: dict[str, Any]
) -> None:
    hier = create_angebot("Kaffee")
    create_angebot("Anderes", **felder)
    assert find(hier, jetzt) == []


@pytest.mark.parametrize("felder", [{"status": Status.ARCHIVIERT}, {"gueltig_bis": date(2026, 11, 20)}])
def test_aehnliche_of_an_ended_offer_go_by_the_days_it_used_to_have(
    jetzt: datetime, weissensee: Kiez, felder: dict[str, Any]
) -> None:
    vorbei = create_angebot("Vorbei", ort__kiez=weissensee, tag=Wochentag.DI, **felder)
    create_angebot("Waffeln", ort__kiez=weissensee, tag=Wochentag.DI)
    assert find_gruende(vorbei, jetzt) == {"Waffeln": "auch in Weißensee, dienstags"}


@pytest.mark.parametrize(
    ("regel", "wie"),
    [
        ({}, "auch in Weißensee, dienstags"),
        ({"intervall_wochen": 2, "gueltig_von": date(2026, 11, 3)}, "auch in Weißensee, dienstags"),
        ({"monatswochen": "2,4"}, "auch in Weißensee, dienstags"),
        ({"monatswochen": "-1"}, "auch Café, Treff & Plaudern – in Weißensee"),
        (
            {"art": Zeitart.EINZELN, "wochentag": None, "datum": date(2026, 11, 24)},
            "auch Café, Treff & Plaudern – in Weißensee",
        ),
    ],
)
def test_aehnliche_name_a_day_only_for_what_takes_place_on_it_again_and_again(
    jetzt: datetime, weissensee: Kiez, regel: dict[str, Any], wie: str
) -> None:
    hier = create_angebot("Kaffee", ort__kiez=weissensee, tag=Wochentag.DI)
    anderes = create_angebot("Waffeln", ort__kiez=weissensee)
    ZeitFactory(angebot=anderes, **regel)
    assert find_gruende(hier, jetzt) == {"Waffeln": wie}
    assert find_gruende(anderes, jetzt) == {"Kaffee": wie}


def test_aehnliche_of_help_share_the_topic_without_naming_it(jetzt: datetime, weissensee: Kiez) -> None:
    rat = {"bereich": Bereich.UNTERSTUETZUNG, "ort__kiez": weissensee}
    hier = create_angebot("Beratung", kategorie="sucht", tag=Wochentag.DI, **rat)
    gruppe = create_angebot("Gruppe", kategorie="sucht", **rat)
    anderes = create_angebot("Trauercafé", kategorie="trauer", tag=Wochentag.DI, **rat)
    for angebot in (hier, gruppe, anderes):
        angebot.zielgruppen.add(Zielgruppe.objects.get(slug="sucht"))
    assert find_gruende(hier, jetzt) == {"Gruppe": "zum selben Thema – in Weißensee"}


def test_aehnliche_of_phone_offers_are_by_phone_and_reach_the_same_kiez(
    jetzt: datetime, weissensee: Kiez, karow: Kiez
) -> None:
    reden = {"bereich": Bereich.UNTERSTUETZUNG, "kategorie": "reden-zuhoeren"}
    hier = create_am_telefon("Plaudertelefon", einzugsgebiet=[karow], **reden)
    create_am_telefon("Zuhören in ganz Pankow", **reden)
    create_am_telefon("Zuhören in Weißensee", einzugsgebiet=[weissensee], **reden)
    create_angebot("Sprechstunde", ort__kiez=karow, **reden)
    assert find_gruende(hier, jetzt) == {"Zuhören in ganz Pankow": "zum selben Thema – am Telefon"}


def test_aehnliche_of_a_place_are_never_by_phone_only(jetzt: datetime) -> None:
    hier = create_angebot("Kaffee")
    create_am_telefon("Plaudertelefon")
    assert find(hier, jetzt) == []


def test_aehnliche_without_known_access_may_be_anywhere(jetzt: datetime) -> None:
    hier = create_angebot("Kaffee", ort=None)
    create_angebot("Waffeln")
    assert find_gruende(hier, jetzt) == {"Waffeln": "auch Café, Treff & Plaudern"}


def test_aehnliche_are_for_the_same_people_or_for_all(jetzt: datetime) -> None:
    hier = create_angebot("Frauenfrühstück", alter_von=60)
    nur_frauen = {"exklusiv": True, "exklusiv_grund": "Schutzraum"}
    frauen, aeltere = (Zielgruppe.objects.get(slug=slug) for slug in ("frauen", "aeltere"))
    create_angebot("A nur für Frauen", **nur_frauen).zielgruppen.add(frauen)
    create_angebot("B nur für ältere Frauen", **nur_frauen).zielgruppen.add(frauen, aeltere)
    create_angebot("C ab 70", alter_von=70)
    create_angebot("D bis 27", alter_bis=27)
    hier.zielgruppen.add(frauen)
    assert set(find_gruende(hier, jetzt)) == {"A nur für Frauen", "C ab 70"}


def test_aehnliche_are_not_all_from_one_house_or_one_traeger(jetzt: datetime) -> None:
    hier = create_angebot("Kaffee")
    haus, traeger = OrtFactory(kiez=hier.ort.kiez), TraegerFactory()
    for nummer in range(3):
        create_angebot(f"A{nummer}", ort=haus)
    for nummer in range(3):
        create_angebot(f"B{nummer}", traeger=traeger)
    create_angebot("Z")
    assert [aehnliches.angebot.titel for aehnliches in find(hier, jetzt)] == ["A0", "A1", "B0"]
    assert [aehnliches.angebot.titel for aehnliches in find(hier, jetzt, anzahl=9)] == ["A0", "A1", "B0", "Z", "B1"]


def test_aehnliche_need_two_queries_for_any_number_of_offers(jetzt: datetime, django_assert_num_queries: Any) -> None:
    kieze = [KiezFactory() for _ in range(4)]
    angebote = [create_angebot(f"Kaffee {n}", ort__kiez=kieze[n % 4], tag=Wochentag(n % 5)) for n in range(60)]
    find(angebote[0], jetzt)
    angebot = Angebot.objects.select_related("ort__kiez").get(pk=angebote[7].pk)
    with django_assert_num_queries(2):
        assert len(find_aehnliche(angebot, jetzt=jetzt)) == 3


# --- every named reason holds for both, whatever the offers are like ---


@pytest.mark.parametrize("saat", range(4))
def test_aehnliche_of_random_offers_name_only_what_holds_for_both(jetzt: datetime, saat: int) -> None:
    create_zufallskatalog(Random(saat))  # noqa: S311 - reproducible, not secret
    gezeigte = 0
    for angebot in Angebot.objects.all():
        vorschlaege = find_aehnliche(angebot, jetzt=jetzt)
        gezeigte += len(vorschlaege)
        assert angebot not in [vorschlag.angebot for vorschlag in vorschlaege]
        assert len({vorschlag.angebot.pk for vorschlag in vorschlaege}) == len(vorschlaege) <= 3
        for vorschlag in vorschlaege:
            assert Angebot.objects.oeffentlich(jetzt.date()).filter(pk=vorschlag.angebot.pk).exists()
            assert vorschlag.angebot.bereich == angebot.bereich
            assert_holds(vorschlag.grund, angebot, vorschlag.angebot, heute=jetzt.date())
    assert gezeigte > 30


def create_zufallskatalog(zufall: Random) -> None:
    kieze = [KiezFactory(name=name) for name in ("Weißensee", "Karow", "Buch", "Helmholtzplatz")]
    kieze[0].nachbarn.add(kieze[1])
    haeuser = [OrtFactory(kiez=kiez) for kiez in [*kieze, *kieze, None]]
    sprachen, zielgruppen = list(Sprache.objects.all()[:4]), list(Zielgruppe.objects.all()[:3])
    for nummer in range(40):
        bereich = zufall.choice(Bereich.values)
        angebot = AngebotFactory(
            titel=f"Angebot {nummer}",
            bereich=bereich,
            status=zufall.choice([Status.VEROEFFENTLICHT] * 4 + [Status.ARCHIVIERT]),
            ort=zufall.choice([*haeuser, None]),
            anmeldung=zufall.choice(Anmeldung.values),
        )
        angebot.kategorien.set(zufall.sample(list(Kategorie.objects.filter(bereich=bereich)[:4]), zufall.randint(0, 2)))
        angebot.sprachen.set(zufall.sample(sprachen, zufall.randint(0, 2)))
        angebot.zielgruppen.set(zufall.sample(zielgruppen, zufall.randint(0, 2)))
        for art in zufall.sample(Zugang.values, zufall.choice([0, 0, 1, 2])):
            Zugangsweg.objects.create(angebot=angebot, art=art)
        for tag in zufall.sample(Wochentag.values, zufall.randint(0, 2)):
            monatswochen = zufall.choice(["", "", "-1", "1,3"])
            ZeitFactory(angebot=angebot, wochentag=tag, beginn=time(zufall.choice([9, 14])), monatswochen=monatswochen)
        if zufall.random() < 0.5:
            Kosten.objects.create(angebot=angebot, art=zufall.choice([Kostenart.KOSTENLOS, Kostenart.ERMAESSIGT]))
    refresh_angebote(angebot_ids=list(Angebot.objects.values_list("pk", flat=True)), heute=date(2026, 11, 21))


def assert_holds(grund: str, angebot: Angebot, anderes: Angebot, *, heute: date) -> None:
    worte = list_worte(heute=heute)
    gesagte = [wort for wort in worte if wort in grund]
    assert gesagte
    for wort in gesagte:
        assert worte[wort](anderes), wort
        if wort not in NAMEN_VON_NEBENAN or "Nachbarkiez" not in grund:
            assert worte[wort](angebot), wort
    if "Nachbarkiez" in grund:
        assert angebot.ort.kiez.nachbarn.filter(pk=anderes.ort.kiez.pk).exists()
    if "Thema" in grund:
        assert set(angebot.kategorien.all()) & set(anderes.kategorien.all())


def list_worte(*, heute: date) -> dict[str, Callable[[Angebot], bool]]:
    """What each word that may stand in a reason says about an offer."""
    worte: dict[str, Callable[[Angebot], bool]] = {
        "Thema": lambda eines: eines.bereich == Bereich.UNTERSTUETZUNG,
        "kostenlos": lambda eines: ist_kostenlos(list(eines.kosten.all())),
        "ohne Anmeldung": lambda eines: eines.anmeldung in {Anmeldung.OHNE, Anmeldung.MOEGLICH},
    }
    wege = {
        "am Telefon": Zugang.TELEFON,
        "zu Hause": Zugang.ZUHAUSE,
        "online": Zugang.ONLINE,
        "draußen": Zugang.DRAUSSEN,
    }
    for wort, zugang in wege.items():
        worte[wort] = lambda eines, zugang=zugang: zugang in compute_zugaenge(eines)
    for name in NAMEN_VON_NEBENAN | {"Buch", "Helmholtzplatz"}:
        worte[name] = lambda eines, name=name: eines.ort is not None and eines.ort.kiez.name == name
    for tag, name in enumerate(WOCHENTAGE):
        worte[f"{name.lower()}s"] = lambda eines, tag=tag: takes_place_regularly(eines, tag, heute=heute)
    for kategorie in Kategorie.objects.filter(bereich=Bereich.BEGEGNUNG):
        worte[kategorie.name] = lambda eines, kategorie=kategorie: kategorie in eines.kategorien.all()
    for sprache in Sprache.objects.all():
        worte[sprache.name] = lambda eines, sprache=sprache: sprache in eines.sprachen.all()
    return worte


def takes_place_regularly(angebot: Angebot, tag: int, *, heute: date) -> bool:
    """By its dates of the four weeks ahead; what has ended by its rules."""
    if angebot.status == Status.VEROEFFENTLICHT:
        bis = heute + timedelta(weeks=4)
        termine = Termin.objects.filter(angebot=angebot, wochentag=tag, datum__gt=heute, datum__lte=bis)
        return termine.values("datum").distinct().count() > 1
    return Zeit.objects.filter(angebot=angebot, wochentag=tag).exclude(monatswochen="-1").exists()
