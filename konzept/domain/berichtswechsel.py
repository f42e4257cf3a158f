"""What has changed in who answers for the concept, in finished sentences of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from konzept.domain.berichtsbloecke import Block, build_absatz, build_liste, build_zwischentitel, format_tag

Daten = Mapping[str, Any]


def build_zustaendigenwechsel(wechsel: Daten | None) -> list[Block]:
    """wechsel: of compare_zustaendige."""
    titel = build_zwischentitel(_("Zuständigkeiten"))
    if wechsel is None:
        satz = _(
            "Der verglichene Bericht sagt nicht in vergleichbarer Form, wer zuständig war. Es gibt keinen Vergleich."
        )
        return [titel, build_absatz(satz)]
    saetze = [f"{eine['wofuer']}: {describe_besetzung(eine)}" for eine in wechsel["besetzung"]]
    for person in wechsel["personen"]:
        saetze += [f"{person['wofuer']}: {satz}" for satz in iterate_saetze(person)]
    return [titel, build_liste(saetze, leer=_("Alles wie im verglichenen Bericht."))]


def describe_besetzung(wechsel: Daten) -> str:
    vorher, jetzt = wechsel["vorher"], wechsel["jetzt"]
    if jetzt == "keine" and wechsel["seit"]:
        return _("Seit dem %(tag)s nicht mehr besetzt.") % {"tag": format_tag(wechsel["seit"])}
    if jetzt == "keine":
        return _("Nicht mehr besetzt.")
    if vorher == "keine" and jetzt == "gesamt":
        return _(
            "Jetzt besetzt, durch die Zuständigkeit für das gesamte Konzept. Im verglichenen Bericht nicht besetzt."
        )
    if vorher == "keine":
        return _("Jetzt besetzt. Im verglichenen Bericht nicht besetzt.")
    if jetzt == "gesamt":
        return _("Jetzt durch die Zuständigkeit für das gesamte Konzept besetzt, nicht mehr durch eine eigene.")
    return _("Jetzt mit eigener Zuständigkeit, nicht mehr nur mit der für das gesamte Konzept.")


def iterate_saetze(person: Daten) -> Iterator[str]:
    vorher, jetzt = person["vorher"], person["jetzt"]
    if vorher is None:
        yield describe_neuen(jetzt)
    elif jetzt is None:
        yield describe_frueheren(vorher)
    else:
        yield from _iterate_unterschiede(vorher, jetzt, person)


def describe_neuen(jetzt: Daten) -> str:
    if not jetzt["name"]:
        return _("Neu zuständig ist eine Stelle, die nicht zur Nennung freigegeben ist.")
    return _("Neu genannt ist %(wer)s (%(bereich)s).") % {
        "wer": jetzt["name"],
        "bereich": jetzt["bereich"],
    }


def describe_frueheren(vorher: Daten) -> str:
    if not vorher["name"]:
        return _("Nicht mehr zuständig ist eine Stelle, die nicht zur Nennung freigegeben ist.")
    return _("Nicht mehr genannt ist %(wer)s (%(bereich)s).") % {
        "wer": vorher["name"],
        "bereich": vorher["bereich"],
    }


def _iterate_unterschiede(vorher: Daten, jetzt: Daten, person: Daten) -> Iterator[str]:
    ist_verborgen = person["ist_verborgen"]
    werte = {"vorher": vorher["name"], "jetzt": jetzt["name"]}
    if ist_verborgen:
        yield _("Wer zuständig ist, ist nicht mehr zur Nennung freigegeben.")
    elif person["neue_funktion"]:
        yield _("Die Funktion heißt jetzt „%(funktion)s“.") % {"funktion": person["neue_funktion"]}
        if vorher["name"] != jetzt["name"]:
            yield _("Jetzt genannt: %(jetzt)s.") % werte
    elif vorher["name"] != jetzt["name"]:
        satz = _("Jetzt genannt: %(jetzt)s.") if not vorher["name"] else _("Vorher „%(vorher)s“, jetzt „%(jetzt)s“.")
        yield satz % werte
    if vorher["bereich"] != jetzt["bereich"]:
        werte = {"vorher": vorher["bereich"], "jetzt": jetzt["bereich"]}
        yield _("Bereich vorher %(vorher)s, jetzt %(jetzt)s.") % werte
    if person["ist_vertretung_neu"] and not ist_verborgen:
        satz = (
            _("Die Vertretung heißt jetzt „%(jetzt)s“.") if jetzt["vertretung"] else _("Vertretung nicht mehr genannt.")
        )
        yield satz % {"jetzt": jetzt["vertretung"]}
    elif vorher["vertretung"] != jetzt["vertretung"] and not ist_verborgen:
        keine = _("nicht genannt")
        werte = {"vorher": vorher["vertretung"] or keine, "jetzt": jetzt["vertretung"] or keine}
        yield _("Vertretung vorher %(vorher)s, jetzt %(jetzt)s.") % werte
