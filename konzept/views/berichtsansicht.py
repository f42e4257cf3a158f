"""What all pages of a report show alike: its document, live or frozen, and what may be done with it next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from konzept.choices import Berichtsstatus
from konzept.domain.berichte import AENDERN, FREIGEBEN, UEBERGAENGE, explain_nur_zu_zweit
from konzept.domain.berichtsabbild import build_abbild
from konzept.domain.berichtsbloecke import Dokument
from konzept.domain.berichtsfolge import find_geltenden
from konzept.models import Bericht
from pankow_einsamkeit.models import Konto

NAMEN = {
    Berichtsstatus.EINGEFROREN: "konzept:bericht-einfrieren",
    Berichtsstatus.FREIGEGEBEN: "konzept:bericht-freigeben",
    Berichtsstatus.VERWORFEN: "konzept:bericht-verwerfen",
}


@dataclass(frozen=True)
class Schritt:
    """ist_haupt: what most come for; discarding never is."""

    titel: str
    url: str
    ist_haupt: bool = False


def load_bericht(pk: int) -> Bericht:
    berichte = Bericht.objects.select_related("drucksache", "berichtigt", "eingefroren_von", "freigegeben_von")
    return get_object_or_404(berichte, pk=pk)


def read_dokument(bericht: Bericht, *, heute: date) -> Dokument:
    """Of a frozen report what was frozen, word by word; of any other how it would read today."""
    daten = bericht.abbild or build_abbild(bericht, heute=heute)
    return cast("Dokument", daten["dokument"])


def describe_vermerk(bericht: Bericht) -> str:
    """What stands on every copy that is not released, or corrected since; "" on one that is valid."""
    if bericht.status == Berichtsstatus.FREIGEGEBEN:
        return describe_ersatz(bericht)
    if bericht.status == Berichtsstatus.EINGEFROREN:
        return _("Noch nicht freigegeben")
    if bericht.status == Berichtsstatus.VERWORFEN:
        return _("Verworfen, nicht verwenden")
    return _("Entwurf, Zahlen noch nicht eingefroren")


def describe_ersatz(bericht: Bericht) -> str:
    """Which released report has taken its place and holds; "" while none has."""
    ersatz = find_geltenden(bericht)
    if ersatz is None:
        return ""
    werte = {"art": ersatz.get_art_display(), "tag": date_format(cast("date", ersatz.stichtag), "j. F Y")}
    return _("Berichtigt durch: %(art)s vom %(tag)s") % werte


def build_schritte(bericht: Bericht, *, konto: Konto) -> list[Schritt]:
    """What this person may do; releasing not for who has frozen it."""
    nur_zu_zweit = bool(explain_nur_zu_zweit(bericht, konto=konto))
    wege = [
        Schritt(str(einer.titel), reverse(NAMEN[einer.nach], args=[bericht.pk]), einer.recht == FREIGEBEN)
        for einer in UEBERGAENGE
        if einer.von == bericht.status and konto.has_perm(einer.recht)
        if not (nur_zu_zweit and einer.nach == Berichtsstatus.FREIGEGEBEN)
    ]
    if not konto.has_perm(AENDERN):
        return wege
    texte = Schritt(_("Texte schreiben"), reverse("konzept:bericht-bearbeiten", args=[bericht.pk]), ist_haupt=True)
    if bericht.ist_entwurf:
        return [texte, *wege]
    ist_frei = bericht.status == Berichtsstatus.FREIGEGEBEN
    if ist_frei and find_geltenden(bericht):
        return wege
    titel = _("Berichtigung schreiben") if ist_frei else _("Neuer Entwurf mit diesen Texten")
    return [*wege, Schritt(titel, f"{reverse('konzept:bericht-neu')}?vorlage={bericht.pk}", ist_haupt=ist_frei)]


def list_hinweise(bericht: Bericht, *, konto: Konto) -> list[str]:
    """What stands in the place of a button."""
    nein = explain_nur_zu_zweit(bericht, konto=konto) if konto.has_perm(FREIGEBEN) else ""
    return [nein] if nein else []


def describe_stand(bericht: Bericht) -> list[str]:
    """Who froze and released it and when: beside the report, never inside it."""
    zeilen = []
    for am, von, satz in (
        (bericht.eingefroren_am, bericht.eingefroren_von, _("Eingefroren am %(tag)s von %(wer)s.")),
        (bericht.freigegeben_am, bericht.freigegeben_von, _("Freigegeben am %(tag)s von %(wer)s.")),
    ):
        if am:
            tag = date_format(timezone.localtime(am), "j. F Y, H:i")
            zeilen.append(satz % {"tag": tag, "wer": von or _("einem früheren Konto")})
    if bericht.pruefsumme:
        zeilen.append(_("Prüfsumme des Inhalts (SHA-256): %(summe)s") % {"summe": bericht.pruefsumme})
    if not bericht.ist_unversehrt:
        zeilen.append(_("Achtung: Der Inhalt passt nicht zur Prüfsumme. Er wurde nach dem Einfrieren verändert."))
    if bericht.verworfen_weil:
        zeilen.append(_("Verworfen: %(grund)s") % {"grund": bericht.verworfen_weil})
    return zeilen
