"""How long somebody is authorised is read from a paper: a later day than it was entered for needs a newer one (G15)."""

from __future__ import annotations

from datetime import date

from django.db.models import Max
from django.utils.translation import gettext as _

from angebote.models.verlauf import give_anlass
from konzept.domain.kooperation import AnfrageError
from konzept.models import Anfragedokument, Kooperationsanfrage
from konzept.models.kooperationswerte import Dokumentart
from pankow_einsamkeit.models import Konto


class SchreibenFehltError(AnfrageError):
    pass


def link_erstes_schreiben(anfrage: Kooperationsanfrage, dokument: Anfragedokument, *, konto: Konto) -> None:
    """For a locked request. What is entered until now rests on the first paper; later ones wait for a new day."""
    if dokument.art != Dokumentart.VOLLMACHT or anfrage.vollmacht_dokument_id is not None:
        return
    anfrage.vollmacht_dokument = dokument
    with give_anlass(grund=str(Dokumentart.VOLLMACHT.label), konto=konto):
        anfrage.save(update_fields=["vollmacht_dokument"])


def renew_vollmacht(anfrage: Kooperationsanfrage, bis: date | None) -> None:
    """Before this day is entered, unsaved: which paper it rests on. Raises SchreibenFehltError.

    Going back to a day the paper was entered for once, after a shorter one, needs nothing new.
    """
    neuestes = find_neuestes(anfrage)
    gedeckt = find_gedeckt_bis(anfrage)
    if bis is None or neuestes is None or (gedeckt is not None and bis <= gedeckt):
        return
    if gedeckt is not None and neuestes.pk == anfrage.vollmacht_dokument_id:
        satz = _("Länger als bisher gilt die Bevollmächtigung nur mit einem neuen Schreiben. ")
        satz += _("Bitte laden Sie es zuerst als Dokument hoch.")
        raise SchreibenFehltError({"vollmacht_bis": satz})
    anfrage.vollmacht_dokument = neuestes


def drop_schreiben(anfrage: Kooperationsanfrage, dokument: Anfragedokument, *, konto: Konto) -> None:
    """For a locked request: the day that rests on an erased paper is entered anew, on the newest one that is left.

    Where the letters have left the house, what they were sent on stays readable.
    """
    bleibt = anfrage.ist_beendet or anfrage.ist_verschickt
    if bleibt or anfrage.vollmacht_dokument_id != dokument.pk:
        return
    anfrage.vollmacht_dokument, anfrage.vollmacht_bis = find_neuestes(anfrage), None
    with give_anlass(grund=_("Datei entfernt: %(art)s") % {"art": dokument.get_art_display()}, konto=konto):
        anfrage.save(update_fields=["vollmacht_dokument", "vollmacht_bis"])


def find_neuestes(anfrage: Kooperationsanfrage) -> Anfragedokument | None:
    return anfrage.dokumente.vorhandene().filter(art=Dokumentart.VOLLMACHT).first()


def find_gedeckt_bis(anfrage: Kooperationsanfrage) -> date | None:
    """The latest day that was ever entered on the present paper."""
    fruehere = anfrage.verlauf.filter(vollmacht_dokument=anfrage.vollmacht_dokument_id)
    tage = (anfrage.vollmacht_bis, fruehere.aggregate(spaetester=Max("vollmacht_bis"))["spaetester"])
    return max((tag for tag in tage if tag is not None), default=None)
