"""Everything a report says, gathered on one day as plain data that JSON keeps: this is what freezing stores."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from konzept.choices import Drucksachenstatus
from konzept.domain.berichtsbloecke import format_tag
from konzept.domain.berichtsdokument import build_dokument
from konzept.domain.berichtsfolge import find_letzten
from konzept.domain.berichtsstand import load_stand
from konzept.domain.berichtsvergleich import compare_berichte
from konzept.domain.berichtszahlen import compute_zahlen
from konzept.domain.berichtszustaendige import compare_zustaendige, load_zeilen
from konzept.models import Bericht, Konzept

FORM = 4  # of the data; counts up when their shape changes, so that old ones can still be read
FELDER = ("getan", "abweichung", "nicht_umgesetzt", "alternativen")  # of Berichtsabschnitt, in the order of the form


def build_abbild(bericht: Bericht, *, heute: date) -> dict[str, Any]:
    """19 queries at most, whatever there is. The sentences of `dokument` are finished: nothing words them anew."""
    daten: dict[str, Any] = {
        "form": FORM,
        "stichtag": heute.isoformat(),
        "art": bericht.art,
        "drucksache": describe_drucksache(bericht),
        "konzept": describe_konzept(),
        "berichtigt": describe_berichtigt(bericht),
        "texte": read_texte(bericht),
        "stand": load_stand(drucksache_id=bericht.drucksache_id, heute=heute),
        "zahlen": compute_zahlen(heute=heute),
    }
    vorher = find_letzten(bericht)
    daten["vergleich"] = _compare(vorher, daten, heute=heute) if vorher else None
    return daten | {"dokument": build_dokument(daten)}


def _compare(vorher: Bericht, daten: dict[str, Any], *, heute: date) -> dict[str, Any]:
    frueher = vorher.abbild or {}
    zustaendige = compare_zustaendige(frueher["stand"], daten["stand"], zeilen=load_zeilen(), heute=heute)
    return {"bericht": vorher.pk, **compare_berichte(frueher, daten), "zustaendige": zustaendige}


def describe_drucksache(bericht: Bericht) -> dict[str, str]:
    drucksache = bericht.drucksache
    werte = {
        "status": drucksache.get_status_display(),
        "beschluss": format_tag(drucksache.beschlossen_am or ""),
        "eingang": format_tag(drucksache.eingebracht_am or ""),
    }
    status = str(werte["status"])
    if drucksache.beschlossen_am:
        status = _("%(status)s, Beschluss vom %(beschluss)s") % werte
    elif drucksache.eingebracht_am and drucksache.status == Drucksachenstatus.EINGEBRACHT:
        status = _("%(status)s am %(eingang)s") % werte
    elif drucksache.eingebracht_am:
        status = _("%(status)s, eingebracht am %(eingang)s") % werte
    return {
        "nummer": drucksache.nummer,
        "titel": drucksache.titel,
        "status": status,
        "ersuchen": drucksache.ersuchen,
    }


def describe_konzept() -> str:
    """The valid version, or "" while there is none."""
    gueltiges = Konzept.objects.gueltig().first()
    return str(gueltiges) if gueltiges else ""


def describe_berichtigt(bericht: Bericht) -> str:
    """Which released report this one corrects, or ""."""
    frueher = bericht.berichtigt
    if frueher is None or frueher.stichtag is None:
        return ""
    werte = {"art": frueher.get_art_display(), "tag": format_tag(frueher.stichtag)}
    return _("%(art)s mit dem Stichtag %(tag)s") % werte


def read_texte(bericht: Bericht) -> dict[str, Any]:
    abschnitte = bericht.abschnitte.select_related("komponente")
    je_komponente = {
        abschnitt.komponente.art: {name: getattr(abschnitt, name) for name in FELDER} for abschnitt in abschnitte
    }
    return {"einleitung": bericht.einleitung, "ausblick": bericht.ausblick, "komponenten": je_komponente}
