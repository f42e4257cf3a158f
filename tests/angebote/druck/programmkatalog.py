"""A Kiez with one offer of each kind that programmes treat differently. The day is tests.conftest.heute, a Saturday."""

from datetime import date, time
from typing import Any

from angebote.choices import Ausnahmeart, Format, Kostenart, Merkmal, Wochentag, Zeitart, Zugang
from angebote.domain.katalog import refresh_angebote
from angebote.models import Angebot, Ausnahme, Barriereangabe, Kiez, Kosten, Krisenhilfe, Ort, Zugangsweg
from pankow_einsamkeit.lib.umbruch import soften
from tests.factories import AngebotFactory, KiezFactory, OrtFactory, ZeitFactory

FEINDLICH = '<b>fett</b> #pagebreak() *stern* _unter_ $x^2$ @ref \\ "Zitat" `code` = Titel'


def create_kiez(heute: date) -> Kiez:
    kiez = KiezFactory(name="Weißensee", slug="weissensee")
    ort = OrtFactory(name="Haus am See", strasse="Teststraße", hausnummer="1", kiez=kiez)
    Krisenhilfe.objects.create(name="Zuhören", art="Seelsorge", nummer="0800 111 0 111", erreichbar="rund um die Uhr")
    create_kaffeerunde(ort)
    create_haus(ort)
    create_plaudertelefon()
    create_angebot(
        ort,
        titel="Gartengruppe",
        telefon="030 22222222",
        zeit={"art": Zeitart.UNBEKANNT, "wochentag": None, "beginn": None, "ende": None},
    )
    create_angebot(
        ort, titel="Chor", geprueft_am=None, zeit={"wochentag": Wochentag.DO, "beginn": time(18), "ende": None}
    )
    andernorts = create_angebot(OrtFactory(), titel="Woanders", zeit={})
    refresh(heute)
    assert andernorts.ort is not None
    return kiez


def create_kaffeerunde(ort: Ort) -> Angebot:
    """Every Tuesday, but not on 1 December."""
    angebot = create_angebot(
        ort,
        titel="Kaffeerunde",
        nutzen="Sie trinken zusammen Kaffee.",
        telefon="030 4442514",
        anmeldung="ohne",
        zeit={},
    )
    Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    Ausnahme.objects.create(angebot=angebot, art=Ausnahmeart.FAELLT_AUS, datum=date(2026, 12, 1), grund="Umzug")
    Barriereangabe.objects.create(ort=ort, merkmal=Merkmal.ENTRANCE_LEVEL, wert="ja")
    Barriereangabe.objects.create(ort=ort, merkmal=Merkmal.ROOM_LEVEL, wert="ja")
    return angebot


def create_haus(ort: Ort) -> Angebot:
    """Open from Monday to Friday."""
    angebot = create_angebot(ort, titel="Offenes Haus", format=Format.OFFEN)
    for tag in range(5):
        ZeitFactory(angebot=angebot, wochentag=tag, beginn=time(9), ende=time(17))
    return angebot


def create_plaudertelefon() -> Angebot:
    """On Sundays by phone, for all of Pankow."""
    angebot = create_angebot(None, titel="Plaudertelefon", telefon="030 333333")
    Zugangsweg.objects.create(angebot=angebot, art=Zugang.TELEFON)
    ZeitFactory(angebot=angebot, wochentag=Wochentag.SO, beginn=time(10), ende=time(12))
    return angebot


def create_angebot(ort: Ort | None, *, zeit: dict[str, Any] | None = None, **felder: Any) -> Angebot:
    """zeit: what differs from "every Tuesday from 14 to 16"; None for an offer without any."""
    angebot: Angebot = AngebotFactory(ort=ort, **felder)
    if zeit is not None:
        ZeitFactory(angebot=angebot, **zeit)
    return angebot


def refresh(heute: date) -> None:
    refresh_angebote(angebot_ids=list(Angebot.objects.values_list("pk", flat=True)), heute=heute)


def put_text(daten: Any, marke: str, text: str) -> Any:
    """The data of a document with a text no column would take, as imports from elsewhere may bring it one day."""
    if isinstance(daten, str):
        return daten.replace(marke, soften(text))
    if isinstance(daten, dict):
        return {name: put_text(teil, marke, text) for name, teil in daten.items()}
    if isinstance(daten, list | tuple):
        return [put_text(teil, marke, text) for teil in daten]
    return daten
