"""What somebody has saved since a form was shown, field by field: whoever saves over it has read it first.

What was shown travels with the form (angebote/domain/gesehenes.py), as with the forms of the admin. Only values that
would be lost stand in the way, so a second click does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from angebote.domain.angebotsdaten import Daten, to_plain
from angebote.domain.feldtexte import describe_wert, get_feldtitel
from angebote.domain.gesehenes import find_letzten_akt
from angebote.domain.verlauf import Akt, list_akte
from pankow_einsamkeit.models import Konto

Werte = Mapping[str, Any]  # by name of a field, as a form has cleaned them


@dataclass(frozen=True)
class Zwischenstand:
    """One field as it is saved now. text: in words, "" where nothing is said. wer, wann: where the history knows."""

    titel: str
    text: str
    wer: str = ""
    wann: datetime | None = None


class VeraltetError(ValidationError):
    """Somebody has saved in between. zwischenstaende: by name of the form's field. satz: where it is another one."""

    def __init__(self, zwischenstaende: Mapping[str, Zwischenstand], satz: str = "") -> None:
        satz = satz or _(
            "Inzwischen hat jemand gespeichert: %(felder)s. Ihre Eingaben stehen noch hier, der andere Stand steht "
            "unter dem Feld. Wenn Sie noch einmal sichern, gelten Ihre Angaben."
        )
        felder = ", ".join(_("„%(feld)s“") % {"feld": einer.titel} for einer in zwischenstaende.values())
        super().__init__(satz % {"felder": felder})
        self.zwischenstaende = zwischenstaende


def read_felder(eintrag: models.Model, namen: Iterable[str]) -> Daten:
    """As the database holds them now, for list_zwischenstaende. One query for each list of keys."""
    return {name: _read(eintrag, name) for name in namen}


def check_gesehenes(eintrag: models.Model, *, gesehen: Daten | None, werte: Werte) -> None:
    """gesehen: what read_felder said when the form was shown; None asks for no check. Raises VeraltetError."""
    if gesehen is not None and (zwischenstaende := list_zwischenstaende(eintrag, gesehen=gesehen, werte=werte)):
        raise VeraltetError(zwischenstaende)


def list_zwischenstaende(eintrag: models.Model, *, gesehen: Daten, werte: Werte) -> dict[str, Zwischenstand]:
    """Every field of `gesehen` that has another value by now, which is none of `werte` either."""
    aktuelle = read_felder(eintrag, [name for name in gesehen if name in werte])
    return _describe_andere(eintrag, {name: wert for name, wert in aktuelle.items() if wert != gesehen[name]}, werte)


def list_eingetragenes(eintrag: models.Model, *, werte: Werte) -> dict[str, Zwischenstand]:
    """Of a record that somebody has added in between: every field that is none of `werte`."""
    return _describe_andere(eintrag, read_felder(eintrag, werte), werte)


def _describe_andere(eintrag: models.Model, aktuelle: Daten, werte: Werte) -> dict[str, Zwischenstand]:
    andere = {name: wert for name, wert in aktuelle.items() if wert != _to_vergleichbar(werte[name])}
    if not andere:
        return {}
    akte = list_akte(type(eintrag), eintrag.pk)
    konten = Konto.objects.in_bulk({akt.konto_id for akt in akte if akt.konto_id})
    return {
        name: _build(type(eintrag), name, wert, akt=find_letzten_akt(akte, name) or _first(akte), konten=konten)
        for name, wert in andere.items()
    }


def _first(akte: list[Akt]) -> Akt | None:
    """What never changed stands there since the beginning."""
    return akte[0] if akte else None


def _build(
    modell: type[models.Model], name: str, wert: Any, *, akt: Akt | None, konten: Mapping[int, Konto]
) -> Zwischenstand:
    titel, text = get_feldtitel(name, modell), "\n".join(describe_wert(name, wert, modell=modell))
    if akt is None:
        return Zwischenstand(titel, text)
    return Zwischenstand(titel, text, str(konten.get(akt.konto_id or 0) or _("ohne Konto")), akt.bis)


def _read(eintrag: models.Model, name: str) -> Any:
    feld: Any = type(eintrag)._meta.get_field(name)
    if isinstance(feld, models.ManyToManyField):
        return _to_vergleichbar(getattr(eintrag, name).all())
    return to_plain(getattr(eintrag, feld.attname))


def _to_vergleichbar(wert: Any) -> Any:
    if isinstance(wert, models.Model):
        return wert.pk
    if isinstance(wert, models.QuerySet | list | tuple | set):
        return sorted(einer.pk for einer in wert)
    return to_plain(wert)
