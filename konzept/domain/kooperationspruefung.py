"""What must be there before a request goes on: one table of conditions, read by the checklist and by the refusal.

A good purpose alone never is enough (G5): it is one condition among many.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from konzept.models import Anfragebeteiligung, Anfragematerial, Kooperationsanfrage
from konzept.models.kooperationswerte import Anfragestatus as Stand
from konzept.models.kooperationswerte import Dokumentart, Stelle
from konzept.models.material import FREIGEBENDE

DOKUMENT, MATERIAL, FREIGABE = "dokument", "material", "freigabe"


@dataclass(frozen=True)
class Lage:
    """A request with all that its conditions look at. materialien: the newest version of each kind, with releases."""

    anfrage: Kooperationsanfrage
    beteiligungen: Mapping[str, Anfragebeteiligung]
    dokumentarten: frozenset[str]
    materialien: Sequence[Anfragematerial]
    heute: date


@dataclass(frozen=True)
class Bedingung:
    """titel: what is asked. satz: the refusal. gebiet: a part of ABSCHNITTE, an office, papers, letters or releases.

    feld: the fact in it that answers; empty where the whole does.
    """

    regel: str
    titel: str | Promise
    satz: str | Promise
    gebiet: str
    feld: str
    ist_erfuellt: Callable[[Lage], bool]


def load_lage(anfrage: Kooperationsanfrage, *, heute: date) -> Lage:
    return Lage(
        anfrage=anfrage,
        beteiligungen={eine.stelle: eine for eine in anfrage.beteiligungen.geltende(anfrage.runde)},
        dokumentarten=frozenset(anfrage.dokumente.vorhandene().values_list("art", flat=True)),
        materialien=list_neueste(anfrage),
        heute=heute,
    )


def list_neueste(anfrage: Kooperationsanfrage) -> list[Anfragematerial]:
    """The newest version of each kind, with its releases."""
    materialien = anfrage.materialien.vorhandene().prefetch_related("freigaben").order_by("art", "version")
    return list({eines.art: eines for eines in materialien}.values())


def list_bedingungen(anfrage: Kooperationsanfrage) -> Sequence[Bedingung]:
    """Until the letters leave the house all that was asked for before is asked for again: a file can be erased."""
    vorher = VOR_DEM_VERSAND if anfrage.status == Stand.VERSAND and not anfrage.ist_verschickt else ()
    return (*vorher, *BEDINGUNGEN.get(Stand(anfrage.status), ()))


def list_fehlendes(lage: Lage) -> list[Bedingung]:
    """What is in the way of the next step from the present state, in the order of the checklist."""
    return [bedingung for bedingung in list_bedingungen(lage.anfrage) if not bedingung.ist_erfuellt(lage)]


def find_fordernder_stand(feld: str, ab: str) -> Stand | None:
    """The first state on the road, from this one on, that cannot be left without this fact of the request."""
    staende = list(BEDINGUNGEN)
    spaetere = staende[staende.index(Stand(ab)) :] if ab in staende else staende
    return next((stand for stand in spaetere if any(eine.feld == feld for eine in BEDINGUNGEN[stand])), None)


def _feld(regel: str, name: str, gebiet: str, satz: Promise) -> Bedingung:
    """A field of the request that may not be empty; 0 counts as an answer."""
    titel: str = getattr(Kooperationsanfrage._meta.get_field(name), "verbose_name")  # noqa: B009  of any kind of field
    return Bedingung(regel, titel, satz, gebiet, name, lambda lage: getattr(lage.anfrage, name) not in {None, ""})


def _stelle(stelle: Stelle, satz: Promise) -> Bedingung:
    return Bedingung("G9", stelle.label, satz, stelle, "", lambda lage: stelle in lage.beteiligungen)


def _dokument(regel: str, art: Dokumentart, satz: Promise) -> Bedingung:
    return Bedingung(regel, art.label, satz, DOKUMENT, "", lambda lage: art in lage.dokumentarten)


def _material(
    regel: str, titel: Promise, satz: Promise, trifft_zu: Callable[[Anfragematerial], bool], feld: str
) -> Bedingung:
    """True of the newest version of every kind."""
    return Bedingung(regel, titel, satz, MATERIAL, feld, lambda lage: all(map(trifft_zu, lage.materialien)))


def _has_gueltige_vollmacht(lage: Lage) -> bool:
    """True as well where no day is known: that is a condition of its own."""
    bis = lage.anfrage.vollmacht_bis
    return bis is None or bis >= lage.heute


def _has_begonnene_vollmacht(lage: Lage) -> bool:
    am = lage.anfrage.vollmacht_am
    return am is None or am <= lage.heute


def _is_freigegeben(stelle: Stelle) -> Callable[[Anfragematerial], bool]:
    return lambda material: stelle in {eine.stelle for eine in material.freigaben.all() if eine.gilt}


def _is_ton_geprueft(material: Anfragematerial) -> bool:
    return all(getattr(material, name) for name in Anfragematerial.TONFRAGEN)


VOLLMACHT_GILT = Bedingung(
    "G15",
    _("Die Bevollmächtigung gilt heute"),
    _("Die Bevollmächtigung ist abgelaufen. Der Träger muss eine neue vorlegen."),
    "vereinbarung",
    "vollmacht_bis",
    _has_gueltige_vollmacht,
)
VOLLMACHT_BEGONNEN = Bedingung(
    "G15",
    _("Die Bevollmächtigung hat begonnen"),
    _("Die Bevollmächtigung gilt noch nicht. Weiter geht es an dem Tag, an dem sie beginnt."),
    "vereinbarung",
    "vollmacht_am",
    _has_begonnene_vollmacht,
)
MATERIAL_DA = Bedingung(
    "G11",
    _("Material"),
    _("Es fehlt das Material, das verschickt werden soll."),
    MATERIAL,
    "",
    lambda lage: bool(lage.materialien),
)
BETEILIGUNGEN = (
    _stelle(Stelle.DATENSCHUTZ, _("Der Datenschutz ist noch nicht beteiligt.")),
    _stelle(Stelle.PRESSE, _("Die Pressestelle ist noch nicht beteiligt.")),
    _stelle(Stelle.STATISTIK, _("Die Statistikstelle ist noch nicht beteiligt.")),
)
# What the Datenschutz judges stands there before it does (G10).
VOR_DEM_VOTUM = (
    _feld("G2", "anlass", "recht", _("Es fehlt der Anlass.")),
    _feld("G2", "rechtsgrundlage", "recht", _("Es fehlt die Rechtsgrundlage nach der DSGVO.")),
    _feld("G2", "hoheitliche_aufgabe", "recht", _("Es fehlt die hoheitliche Aufgabe.")),
)
RECHT = (
    *VOR_DEM_VOTUM,
    _feld("G2", "rechtsvorschrift", "recht", _("Es fehlt die Vorschrift, aus der sich die Aufgabe ergibt.")),
)
# What can still be written in a later state is asked for again there: nothing is emptied behind the check.
PAPIERE = (
    _feld("G6", "zweck", "angaben", _("Es fehlt der Zweck.")),
    _feld("G6", "inhalt", "angaben", _("Es fehlt der Inhalt.")),
    _feld("G6", "oeffentliches_interesse", "angaben", _("Es fehlt das öffentliche Interesse.")),
    _feld("G6", "nutzen", "angaben", _("Es fehlt der Nutzen für die Menschen.")),
    _feld("G6", "gewuenschte_daten", "angaben", _("Es fehlt, welche Daten gewünscht sind.")),
    _feld("G6", "umfang", "angaben", _("Es fehlt der Umfang der Daten.")),
    _feld("S31", "ansprechperson", "eingang", _("Es fehlt eine feste Ansprechperson beim Träger.")),
    _feld("S31", "ansprechkontakt", "eingang", _("Es fehlt, wie die Ansprechperson zu erreichen ist.")),
    _feld("G16", "referenz", "eingang", _("Es fehlt eine Referenz: Woher kennt der Bezirk den Träger?")),
)
VEREINBARUNG = (
    _dokument("S30", Dokumentart.ERKLAERUNG, _("Es fehlt die unterzeichnete Erklärung der Geschäftsführung.")),
    _feld("G17", "erklaerung_am", "vereinbarung", _("Es fehlt, wann die Erklärung unterzeichnet wurde.")),
    _feld("G17", "erklaerung_traeger", "vereinbarung", _("Es fehlt, wer für den Träger unterzeichnet hat.")),
    _feld("S30", "erklaerung_bezirk", "vereinbarung", _("Es fehlt, wer für den Bezirk unterzeichnet hat.")),
    _dokument("G15", Dokumentart.VOLLMACHT, _("Es fehlt das Schreiben mit der Bevollmächtigung.")),
    _feld("G15", "vollmacht_person", "vereinbarung", _("Es fehlt, wer bevollmächtigt ist.")),
    _feld("G15", "vollmacht_am", "vereinbarung", _("Es fehlt, seit wann die Bevollmächtigung gilt.")),
    _feld("G15", "vollmacht_bis", "vereinbarung", _("Es fehlt, bis wann die Bevollmächtigung gilt.")),
    VOLLMACHT_BEGONNEN,
    VOLLMACHT_GILT,
)
RUECKMELDUNGEN = (
    _feld("G10", "antworten_anzahl", "rueckmeldungen", _("Es fehlt die Zahl der Antworten.")),
    _feld("G10", "ablehnend_anzahl", "rueckmeldungen", _("Es fehlt die Zahl der ablehnenden Antworten.")),
)
VOR_DEM_DRUCK = (
    MATERIAL_DA,
    _material(
        "G12",
        _("Tonprüfung"),
        _("Nicht jedes Material ist im Ton geprüft. Bitte eine neue Version anlegen, die alle Fragen erfüllt."),
        _is_ton_geprueft,
        "ton_wertschaetzend",
    ),
    _material(
        "G13",
        _("Freiwilligkeit"),
        _("Nicht jedes Material sagt, dass die Teilnahme freiwillig ist."),
        lambda material: material.freiwillig and bool(material.freiwillig_satz.strip()),
        "freiwillig",
    ),
    *(
        Bedingung(
            "G11",
            titel,
            satz,
            FREIGABE,
            "",
            lambda lage, stelle=stelle: all(map(_is_freigegeben(stelle), lage.materialien)),  # type: ignore[misc]
        )
        for stelle, titel, satz in zip(
            FREIGEBENDE,
            (_("Freigabe durch den Datenschutz"), _("Freigabe durch die Pressestelle")),
            (
                _("Der Datenschutz hat nicht jedes Material in der neuesten Version freigegeben."),
                _("Die Pressestelle hat nicht jedes Material in der neuesten Version freigegeben."),
            ),
            strict=True,
        )
    ),
)
VOR_DEM_VERSAND = (*VOR_DEM_DRUCK, *VEREINBARUNG)
BEDINGUNGEN: Mapping[Stand, Sequence[Bedingung]] = {
    Stand.EINGANG: PAPIERE,
    Stand.VORPRUEFUNG: (
        *PAPIERE,
        _feld("G7", "durchfuehrung", "vorpruefung", _("Es fehlt, wer das Vorhaben durchführt.")),
        _feld("G8", "ermoeglicher", "vorpruefung", _("Es fehlt die Ermöglicherin oder der Ermöglicher.")),
        _feld("S32", "nutzen_traeger", "vorpruefung", _("Es fehlt der Nutzen für den Träger.")),
        _feld("S32", "nutzen_bezirk", "vorpruefung", _("Es fehlt der Nutzen für den Bezirk.")),
        _feld("G4", "vergleich", "vorpruefung", _("Es fehlt der Vergleich mit früheren Anfragen.")),
        _feld("G4", "aufwand_stunden", "vorpruefung", _("Es fehlt der geschätzte Aufwand in Stunden.")),
        _feld("G4", "aufwand_druck_cent", "vorpruefung", _("Es fehlen die geschätzten Kosten für den Druck.")),
        _feld("G4", "aufwand_porto_cent", "vorpruefung", _("Es fehlen die geschätzten Kosten für das Porto.")),
        *VOR_DEM_VOTUM,
    ),
    Stand.BETEILIGUNG: (*VOR_DEM_VOTUM, *BETEILIGUNGEN),
    Stand.PRUEFUNG_RECHT: RECHT,
    Stand.ENTSCHEIDUNG: (*BETEILIGUNGEN, *RECHT),
    Stand.ZUGESAGT: VEREINBARUNG,
    Stand.VEREINBART: (
        *VEREINBARUNG,
        MATERIAL_DA,
    ),
    Stand.MATERIALFREIGABE: VOR_DEM_VERSAND,
    Stand.VERSAND: (
        _feld("S27", "auswahl_stelle", "versand", _("Es fehlt, welche Stelle aus dem Melderegister ausgewählt hat.")),
        _feld("S27", "auswahl_am", "versand", _("Es fehlt, wann aus dem Melderegister ausgewählt wurde.")),
        _feld("G14", "druck_anzahl", "versand", _("Es fehlt, wie viele Briefe gedruckt wurden.")),
        _feld("G14", "druck_stelle", "versand", _("Es fehlt, welche Stelle gedruckt hat.")),
        _feld("G14", "druck_am", "versand", _("Es fehlt, wann gedruckt wurde.")),
        _feld("G14", "versand_anzahl", "versand", _("Es fehlt, wie viele Briefe verschickt wurden.")),
        _feld("G14", "versand_stelle", "versand", _("Es fehlt, welche Stelle verschickt hat.")),
        _feld("G14", "versand_am", "versand", _("Es fehlt, wann verschickt wurde.")),
        _feld("G18", "bericht_bis", "versand", _("Es fehlt, bis wann der Ergebnisbericht vorliegen soll.")),
    ),
    Stand.RUECKMELDUNGEN: RUECKMELDUNGEN,
    Stand.ERGEBNISBERICHT: (
        *RUECKMELDUNGEN,
        _feld("G18", "ergebnis", "ergebnis", _("Es fehlt der Ergebnisbericht.")),
        Bedingung(
            "G18",
            _("Drucksache oder Gremium"),
            _("Es fehlt, in welcher Drucksache oder welchem Gremium das Ergebnis vorgestellt wurde."),
            "ergebnis",
            "ergebnis_gremium",
            lambda lage: bool(lage.anfrage.drucksache_id or lage.anfrage.ergebnis_gremium),
        ),
        _feld("G18", "ergebnis_am", "ergebnis", _("Es fehlt, wann das Ergebnis vorgestellt wurde.")),
    ),
}
