"""Loads the collected institutions and offers of Pankow as the starting catalogue.

A row is created once, known by its import_kennung; what is there already is left alone, so that no work of the staff is
lost. Nothing is confirmed (geprueft_am empty): such entries are public only where UNGEPRUEFTE_ZEIGEN allows it.
"""

import re
from dataclasses import asdict, dataclass, field
from datetime import date

from django.db import transaction
from simple_history.utils import bulk_create_with_history

from angebote.choices import Anmeldung, Bereich, Format, Status, Zeitart, Zugang
from angebote.domain.katalog import refresh_angebote
from angebote.domain.kennungen import build_slug
from angebote.domain.orte import refresh_haltestellen
from angebote.importers.barriereangaben import parse_barrieren
from angebote.importers.kontaktangaben import parse_email, parse_telefone, parse_web
from angebote.importers.korrekturen import (
    ANMELDUNG_UNKLAR,
    BARRIERE_AUS_BEMERKUNG,
    BESCHREIBUNG,
    BEWIRTUNG,
    GEBIETE,
    KOSTEN_BELEGT,
    KOSTEN_HINWEIS,
    KOSTEN_VERALTET,
    ORTSNAMEN,
    STAND_DER_ZEITEN,
    TREFFPUNKT,
    TYP,
    WER,
    ZEIT_NOTIZ,
    ZEITEN_NUR_ALS_NOTIZ,
)
from angebote.importers.kostenangaben import Kostenangabe, parse_kosten
from angebote.importers.nachschlagen import Nachschlagewerk, read_nachschlagewerk
from angebote.importers.startorte import (
    Hausverzeichnis,
    add_koordinaten,
    build_hausverzeichnis,
    create_barriereangaben,
    create_quellenangabe,
    find_ortsname,
    find_titel,
    find_traegername,
    get_or_create_ort,
    get_or_create_traeger,
)
from angebote.importers.tabellen import Zeile, read_tabelle
from angebote.importers.zeitangaben import (
    Zeitangabe,
    Zeitergebnis,
    build_notiz,
    build_wortlaut,
    name_jahr,
    parse_oeffnungszeiten,
    parse_rhythmus,
    write_out_uhrzeiten,
)
from angebote.importers.zuordnung import (
    ANMELDUNGEN,
    NUTZEN,
    SPRACHEN,
    SPRACHEN_WORTE,
    TYPEN,
    WER_WORTE,
    ZIELGRUPPEN,
    Typ,
    name_zielgruppe,
)
from angebote.importers.zurueckhaltung import Grund, find_grund, hat_kontakt
from angebote.models import Angebot, Kosten, Ort, Zeit, Zugangsweg

KENNUNG = "startbestand:{}"
SUCHT_SCHLAGWORTE = frozenset({"Alkohol", "Drogen", "Glücksspiel"})
RHYTHMUS_SPALTEN = {"wochentag": "wochentag", "von": "zeit_von", "bis": "zeit_bis", "rhythmus": "rhythmus"}
ORTSGEBUNDEN = frozenset({Zugang.VOR_ORT, Zugang.DRAUSSEN})
ALTER_AB = re.compile(r"\bab (\d+) Jahren")
ALTER_SPANNE = re.compile(r"\b(\d+)-(\d+) Jahre\b")


@dataclass
class Ladebericht:
    """What became of every row; `zurueckgehalten` holds row number, title and reason."""

    geladen: list[str] = field(default_factory=list)
    schon_da: list[str] = field(default_factory=list)
    zurueckgehalten: list[tuple[str, str, Grund]] = field(default_factory=list)
    orte: int = 0
    traeger: int = 0


@transaction.atomic
def load_startbestand(*, heute: date) -> Ladebericht:
    """Creates the rows that are not there yet, in one transaction. Raises FehlendeGebieteError before load_gebiete."""
    zeilen, werk, bericht = read_tabelle("angebote"), read_nachschlagewerk(), Ladebericht()
    vorher = len(werk.orte), len(werk.traeger)
    haeuser = build_hausverzeichnis(zeilen)
    neue: list[Angebot] = []
    for zeile in zeilen:
        if KENNUNG.format(zeile["id"]) in werk.kennungen:
            bericht.schon_da.append(zeile["id"])
            continue
        grund = find_grund(zeile)
        angebot = create_angebot(zeile=zeile, grund=grund, haeuser=haeuser, werk=werk, heute=heute)
        neue.append(angebot)
        if grund:
            bericht.zurueckgehalten.append((zeile["id"], angebot.titel, grund))
        else:
            bericht.geladen.append(zeile["id"])
    bericht.orte, bericht.traeger = len(werk.orte) - vorher[0], len(werk.traeger) - vorher[1]
    refresh_haltestellen(ort_ids={angebot.ort_id for angebot in neue if angebot.ort_id})
    refresh_angebote(angebot_ids=[angebot.pk for angebot in neue], heute=heute)
    return bericht


def create_angebot(
    *, zeile: Zeile, grund: Grund | None, haeuser: Hausverzeichnis, werk: Nachschlagewerk, heute: date
) -> Angebot:
    """One row with all its parts."""
    typ, zeiten, kosten = find_typ(zeile), read_zeiten(zeile), read_kosten(zeile)
    ort = find_or_create_ort(zeile=zeile, typ=typ, haeuser=haeuser, werk=werk)
    angebot = build_angebot(zeile=zeile, typ=typ, zeiten=zeiten, kosten=kosten, grund=grund, werk=werk)
    angebot.ort = ort
    angebot.veroeffentlicht_am = None if grund else heute
    if ort is not None and not hat_kontakt(zeile):
        set_kontakt_des_hauses(angebot, haeuser.find_kontakt(ortsname=ort.name, traegername=find_traegername(zeile)))
    angebot.traeger = get_or_create_traeger(zeile=zeile, werk=werk)
    angebot.save()
    werk.slugs.add(angebot.slug)
    create_teile(angebot=angebot, typ=typ, zeiten=zeiten, kosten=kosten)
    set_listen(angebot=angebot, zeile=zeile, typ=typ, werk=werk)
    fakten = parse_barrieren("; ".join((zeile["barrierefreiheit"], BARRIERE_AUS_BEMERKUNG.get(zeile["id"], ""))))
    hausfakten = [fakt for fakt in fakten if ort is not None and not fakt.gehoert_zum_angebot]
    create_barriereangaben(fakten=hausfakten, zeile=zeile, ort=ort)
    create_barriereangaben(fakten=[f for f in fakten if f not in hausfakten], zeile=zeile, angebot=angebot)
    create_quellenangabe(zeile=zeile, angebot=angebot)
    return angebot


def find_typ(zeile: Zeile) -> Typ:
    """The type of a row; an advice centre whose first keyword is an addiction belongs there. KeyError if unknown."""
    erstes_schlagwort = re.split(r"[;,]", zeile["schlagworte"])[0].strip()
    if erstes_schlagwort in SUCHT_SCHLAGWORTE:
        return TYPEN["IGPP Handlungsfeld Drogen/Sucht"]
    return TYPEN[TYP.get(zeile["id"], zeile["typ"])]


def find_or_create_ort(*, zeile: Zeile, typ: Typ, haeuser: Hausverzeichnis, werk: Nachschlagewerk) -> Ort | None:
    """None for what needs no place, for rows outside Pankow, and where the row names no place at all."""
    nennt_ort = zeile["strasse"] or zeile["id"] in ORTSNAMEN or zeile["id"] in GEBIETE
    if not ORTSGEBUNDEN & set(typ.zugaenge) or not nennt_ort or "nicht in Pankow" in zeile["bemerkung"]:
        return None
    ort = get_or_create_ort(zeile=zeile, name=find_ortsname(zeile, haeuser), werk=werk)
    add_koordinaten(ort=ort, zeile=zeile)
    return ort


def read_zeiten(zeile: Zeile) -> Zeitergebnis:
    """The times of a row; where it names some that we cannot rely on, with the year of the source."""
    stand_der_zeiten = STAND_DER_ZEITEN.get(zeile["id"], zeile["stand"])
    return name_jahr(read_zeitfelder(zeile), stand=stand_der_zeiten)


def read_zeitfelder(zeile: Zeile) -> Zeitergebnis:
    """Opening hours for institutions, rhythm for offers, appointments for services."""
    if notiz := ZEIT_NOTIZ.get(zeile["id"]):
        return build_notiz(notiz)
    if zeile["art"] == "dienst" and zeile["oeffnungszeiten"]:
        return Zeitergebnis((Zeitangabe(art=Zeitart.VEREINBARUNG),), telefonisch=zeile["oeffnungszeiten"])
    if zeile["oeffnungszeiten"]:
        ergebnis, wortlaut = parse_oeffnungszeiten(zeile["oeffnungszeiten"]), zeile["oeffnungszeiten"]
    else:
        felder = {name: zeile[spalte] for name, spalte in RHYTHMUS_SPALTEN.items()}
        ergebnis, wortlaut = parse_rhythmus(**felder), build_wortlaut(**felder)
    einwand = ZEITEN_NUR_ALS_NOTIZ.get(zeile["id"])
    if einwand is not None:
        return build_notiz(f"{wortlaut} ({einwand})" if einwand else wortlaut)
    return ergebnis


def read_kosten(zeile: Zeile) -> Kostenangabe:
    if zeile["id"] in KOSTEN_VERALTET:
        return Kostenangabe()
    kosten, _quelle = KOSTEN_BELEGT.get(zeile["id"], (zeile["kosten"], ""))
    return parse_kosten(kosten, bemerkung=zeile["bemerkung"])


def build_angebot(
    *, zeile: Zeile, typ: Typ, zeiten: Zeitergebnis, kosten: Kostenangabe, grund: Grund | None, werk: Nachschlagewerk
) -> Angebot:
    """The unsaved offer with its own fields, without place and provider."""
    titel = find_titel(zeile)
    anmeldung, anmeldung_hinweis = ANMELDUNGEN["" if zeile["id"] in ANMELDUNG_UNKLAR else zeile["anmeldung"]]
    alter_von, alter_bis = parse_alter(zeile["zielgruppe"])
    return Angebot(
        import_kennung=KENNUNG.format(zeile["id"]),
        slug=build_slug(titel, vergeben=werk.slugs, laenge=90, ersatz="angebot"),
        status=Status.ENTWURF if grund else Status.VEROEFFENTLICHT,
        titel=titel,
        nutzen=typ.nutzen or NUTZEN[typ.kategorien[0]],
        beschreibung=BESCHREIBUNG.get(zeile["id"], ""),
        zeiten_hinweis=write_out_uhrzeiten(zeiten.rest),
        bereich=Bereich(werk.kategorien[typ.kategorien[0]].bereich),
        format=find_format(zeile=zeile, typ=typ, anmeldung=anmeldung, zeiten=zeiten),
        treffpunkt=TREFFPUNKT.get(zeile["id"], ""),
        kosten_hinweis=KOSTEN_HINWEIS.get(zeile["id"], kosten.hinweis),
        wer_hinweis=WER.get(zeile["id"]) or name_zielgruppe(zeile["zielgruppe"]),
        alter_von=alter_von,
        alter_bis=alter_bis,
        sprachen_hinweis=find_sprachen(zeile["sprachen"])[1],
        anmeldung=anmeldung,
        anmeldung_hinweis=anmeldung_hinweis,
        telefon=parse_telefone(zeile["telefon"]),
        sprechzeiten=write_out_uhrzeiten(zeiten.telefonisch)[:200],
        email=parse_email(zeile["email"]),
        web=parse_web(zeile["web"]),
        bewirtung=BEWIRTUNG.get(zeile["id"], ""),
        interne_notiz=build_notiz_intern(zeile=zeile, grund=grund),
    )


def find_format(*, zeile: Zeile, typ: Typ, anmeldung: Anmeldung, zeiten: Zeitergebnis) -> Format:
    """ "Kommen Sie einfach vorbei" holds for houses, for what is open on several days, and where a source says it."""
    if typ.format != Format.OFFEN or anmeldung == Anmeldung.OHNE:
        return typ.format
    tage = {zeit.wochentag for zeit in zeiten.zeiten if zeit.art == Zeitart.REGEL}
    ist_offen = zeile["art"] == "einrichtung" or len(tage) > 1
    return Format.OFFEN if ist_offen and anmeldung != Anmeldung.NOETIG else Format.UNBEKANNT


def set_kontakt_des_hauses(angebot: Angebot, haus: Zeile | None) -> None:
    """For an offer without any contact of its own: an institution in the house can be asked, and is named."""
    if haus is None:
        return
    angebot.telefon = parse_telefone(haus["telefon"])
    angebot.email = parse_email(haus["email"])
    angebot.web = parse_web(haus["web"])
    angebot.kontakt_name = find_titel(haus) if angebot.telefon or angebot.email else ""


def build_notiz_intern(*, zeile: Zeile, grund: Grund | None) -> str:
    """For the Redaktion: why it is held back, what the collection remarks, and wording that was smoothed."""
    anschrift = " ".join(teil for teil in (zeile["strasse"], zeile["hausnr"], zeile["plz"]) if teil)
    teile = {
        "Zurückgehalten": f"{grund.art}. {grund.text}" if grund else "",
        "Startbestand": zeile["id"],
        "Name laut Quelle": zeile["name"] if zeile["name"] != find_titel(zeile) else "",
        "Träger laut Quelle": zeile["traeger"],
        "Zielgruppe laut Quelle": zeile["zielgruppe"] if zeile["zielgruppe"] in WER_WORTE else "",
        "Sprachen laut Quelle": zeile["sprachen"] if find_sprachen(zeile["sprachen"])[1] else "",
        "Anmeldung laut Quelle": zeile["anmeldung"],
        "Anschrift laut Quelle": anschrift,
        "Kosten laut Quelle": zeile["kosten"],
        "Kosten belegt durch": KOSTEN_BELEGT.get(zeile["id"], ("", ""))[1],
        "Barrierefreiheit laut Quelle": zeile["barrierefreiheit"],
        "Bemerkung der Sammlung": zeile["bemerkung"],
    }
    return "\n".join(f"{name}: {text}" for name, text in teile.items() if text)


def parse_alter(text: str) -> tuple[int | None, int | None]:
    """Youngest and oldest age in years where the source gives numbers."""
    if treffer := ALTER_SPANNE.search(text):
        return int(treffer[1]), int(treffer[2])
    treffer = ALTER_AB.search(text)
    return (int(treffer[1]), None) if treffer else (None, None)


def find_sprachen(text: str) -> tuple[tuple[str, ...], str]:
    """Language codes without repetition, and what is no single language ("mit Sprachmittlung") as a note."""
    codes, hinweise = [], []
    for teil in (teil.strip() for teil in text.split(";")):
        name, _klammer, zusatz = teil.partition(" (")
        if name in SPRACHEN:
            codes.append(SPRACHEN[name])
            hinweise.extend([zusatz.rstrip(")").replace("Quelle ", "Angabe von ")] if zusatz else [])
        elif teil:
            hinweise.append(SPRACHEN_WORTE.get(teil, teil))
    return tuple(dict.fromkeys(codes)), "; ".join(hinweise)[:200]


def create_teile(*, angebot: Angebot, typ: Typ, zeiten: Zeitergebnis, kosten: Kostenangabe) -> None:
    bulk_create_with_history([Zeit(angebot=angebot, **asdict(zeit)) for zeit in zeiten.zeiten], Zeit)
    bulk_create_with_history([Kosten(angebot=angebot, **asdict(zeile)) for zeile in kosten.zeilen], Kosten)
    bulk_create_with_history([Zugangsweg(angebot=angebot, art=art) for art in typ.zugaenge], Zugangsweg)


def set_listen(*, angebot: Angebot, zeile: Zeile, typ: Typ, werk: Nachschlagewerk) -> None:
    angebot.kategorien.set([werk.kategorien[slug] for slug in typ.kategorien])
    if zeile["zielgruppe"]:
        angebot.zielgruppen.set([werk.zielgruppen[slug] for slug in ZIELGRUPPEN[zeile["zielgruppe"]]])
    angebot.sprachen.set([werk.sprachen[code] for code in find_sprachen(zeile["sprachen"])[0]])
