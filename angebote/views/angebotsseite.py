"""Everything the page of one offer shows. Its templates read the fields by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from angebote.choices import Bereich, Traegerart
from angebote.domain import steckbrief
from angebote.domain.aehnliche import find_aehnliche
from angebote.domain.aktualitaet import load_pruefstand
from angebote.domain.kartendaten import hat_eigenen_ortsnamen
from angebote.domain.katalogstand import read_version
from angebote.domain.kontakt import Kontakt, build_kontakt
from angebote.domain.kosten import build_kostensatz, ist_kostenlos
from angebote.domain.krisennummern import Krisennummer, load_kasten
from angebote.domain.nachfrage import build_nachfrage
from angebote.domain.steckbrief_wann import Wann, build_wann
from angebote.domain.suche.naechste import list_naechste_termine
from angebote.domain.termine import list_schliesszeiten
from angebote.domain.willkommen import build_willkommen
from angebote.domain.zugang import build_zugangssaetze, compute_zugaenge, ist_ohne_weg
from angebote.models import Angebot, Kategorie, Kiez
from angebote.views import schema_org
from angebote.views.fotobilder import Fotobild, build_eingangsbilder, build_fotobilder
from angebote.views.karten import Karte, build_karten
from angebote.views.mitmachkarten import Mitmachkarte, build_mitmachkarten, list_gesuchte

# What build_angebotsseite reads of an offer, to be prefetched: what is on paper, and what only a screen shows.
TEILE = (*steckbrief.TEILE, "fotos", "mitmachrollen", "ort__fotos")


@dataclass(frozen=True)
class Weg:
    """A way on from this page."""

    label: str
    url: str
    icon: str


@dataclass(frozen=True)
class Vorschlag:
    """Another offer, and why: `grund` begins with a small letter."""

    karte: Karte
    grund: str


@dataclass(frozen=True)
class Angebotsseite:
    """In the order of the page. Empty sentences and tuples leave their part out."""

    angebot: Angebot
    karte: dict[str, Any]
    kategorien: QuerySet[Kategorie]
    ist_kostenlos: bool
    kontakt: Kontakt
    nachfrage: str
    was_angaben: steckbrief.Angaben
    ist_vom_bezirk: bool
    wann: Wann
    ist_ohne_weg: bool
    hat_eigenen_ortsnamen: bool
    zugang_saetze: list[str]
    einzugsgebiet: QuerySet[Kiez]
    haltestellen: list[steckbrief.Haltestelle]
    kosten_satz: str
    willkommen: str
    wer_angaben: steckbrief.Angaben
    kapazitaet: str
    rahmen: steckbrief.Angaben | None
    rahmenfrage: str
    erstbesuch: list[steckbrief.Zeile]
    barrieregruppen: list[steckbrief.Barrieregruppe]
    ist_lange_her: bool
    geprueft_je_gruppe: Sequence[str]
    quellen: list[steckbrief.Quelle]
    fotos: list[Fotobild]
    eingangsbilder: list[Fotobild]
    mitmachkarten: list[Mitmachkarte]
    ist_unterstuetzung: bool
    krisennummern: list[Krisennummer]
    aehnliche: Sequence[Vorschlag]
    weiter: Sequence[Weg]
    schema_org: dict[str, Any]
    pfad: Sequence[dict[str, str]]


def build_angebotsseite(angebot: Angebot, *, jetzt: datetime) -> Angebotsseite:
    zugaenge = compute_zugaenge(angebot)
    kosten = list(angebot.kosten.all())
    nachfrage = build_nachfrage(angebot)
    ist_unterstuetzung = angebot.bereich == Bereich.UNTERSTUETZUNG
    schliesszeiten = list_schliesszeiten(angebot)
    quellen = list(angebot.quellen.all()) or (list(angebot.ort.quellen.all()) if angebot.ort else [])
    return Angebotsseite(
        angebot=angebot,
        karte=angebot.kartendaten,
        kategorien=angebot.kategorien.all(),
        ist_kostenlos=ist_kostenlos(kosten),
        kontakt=build_kontakt(angebot),
        nachfrage=nachfrage,
        was_angaben=steckbrief.build_was_angaben(angebot),
        ist_vom_bezirk=angebot.traeger is not None and angebot.traeger.art == Traegerart.VERWALTUNG,
        wann=build_wann(angebot, schliesszeiten=schliesszeiten, jetzt=jetzt),
        ist_ohne_weg=ist_ohne_weg(zugaenge),
        hat_eigenen_ortsnamen=hat_eigenen_ortsnamen(angebot),
        zugang_saetze=build_zugangssaetze(angebot),
        einzugsgebiet=angebot.einzugsgebiet.all(),
        haltestellen=steckbrief.build_haltestellen(angebot),
        kosten_satz=build_kostensatz(kosten, hinweis=angebot.kosten_hinweis, nachfrage=nachfrage),
        willkommen=build_willkommen(angebot),
        wer_angaben=steckbrief.build_wer_angaben(angebot),
        kapazitaet=steckbrief.build_kapazitaet(angebot),
        rahmen=steckbrief.build_rahmen(angebot) if ist_unterstuetzung else None,
        rahmenfrage=steckbrief.build_rahmenfrage(angebot) if ist_unterstuetzung else "",
        erstbesuch=steckbrief.build_erstbesuch(angebot),
        barrieregruppen=steckbrief.build_barrieregruppen(angebot, zugaenge=zugaenge),
        ist_lange_her=angebot.ist_lange_her(jetzt.date()),
        geprueft_je_gruppe=build_gruppensaetze(angebot),
        quellen=steckbrief.build_quellen(quellen),
        fotos=build_fotobilder(angebot),
        eingangsbilder=build_eingangsbilder(angebot),
        mitmachkarten=build_mitmachkarten(list_gesuchte(angebot, heute=jetzt.date()), nennt_ort=False),
        ist_unterstuetzung=ist_unterstuetzung,
        krisennummern=load_kasten() if ist_unterstuetzung else [],
        aehnliche=load_vorschlaege(angebot, jetzt=jetzt),
        weiter=build_weiter(angebot),
        schema_org=schema_org.build_schema_org(
            angebot,
            zugaenge=zugaenge,
            schliesszeiten=schliesszeiten,
            heute=jetzt.date(),
            basis_url=settings.BASIS_URL,
        ),
        pfad=build_pfad(angebot),
    )


def build_gruppensaetze(angebot: Angebot) -> list[str]:
    """When each group was checked, only where one sentence for all would not be true. One query."""
    stand = load_pruefstand(angebot.pk)
    if all(pruefung.geprueft_am == angebot.geprueft_am for pruefung in stand.values()):
        return []
    satz = _("%(was)s geprüft am %(datum)s")
    return [
        satz % {"was": gruppe.label, "datum": date_format(pruefung.geprueft_am, "j. F Y")}
        for gruppe, pruefung in stand.items()
    ]


def load_vorschlaege(angebot: Angebot, *, jetzt: datetime) -> list[Vorschlag]:
    """Offers like this one; none if there is nothing like it. Three queries while nothing has changed."""
    version = read_version()
    aehnliche = find_aehnliche(angebot, jetzt=jetzt, version=version)
    angebote = [aehnliches.angebot for aehnliches in aehnliche]
    termine = list_naechste_termine([eines.pk for eines in angebote], jetzt=jetzt, version=version)
    karten = build_karten(angebote, jetzt=jetzt, termine=termine)
    return [Vorschlag(karte, aehnliches.grund) for karte, aehnliches in zip(karten, aehnliche, strict=True)]


def build_weiter(angebot: Angebot) -> list[Weg]:
    """The same thing anywhere, everything in this Kiez, everything."""
    liste = reverse("angebote:angebot-liste")
    kiez = angebot.ort.kiez if angebot.ort else None
    kategorie = next(iter(angebot.kategorien.all()), None)
    wege = []
    if kategorie is not None:
        query = urlencode({"kategorie": kategorie.slug})
        label = _("Mehr davon in ganz Pankow: %(kategorie)s") % {"kategorie": kategorie.name}
        wege.append(Weg(label, f"{liste}?{query}", kategorie.icon))
    if kiez is not None:
        label = _("Mehr in diesem Kiez: %(kiez)s") % {"kiez": kiez.name}
        wege.append(Weg(label, reverse("angebote:kiez-detail", kwargs={"slug": kiez.slug}), "map-pin"))
    return [*wege, Weg(_("Alle Angebote durchsuchen"), liste, "search")]


def build_pfad(angebot: Angebot) -> list[dict[str, str]]:
    return [
        {"label": _("Angebote"), "url": reverse("angebote:angebot-liste")},
        {"label": angebot.titel, "url": ""},
    ]
