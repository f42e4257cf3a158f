"""Form fields of the public search. They never refuse: what they cannot use is left out and said in a polite note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from angebote.domain.suche import Q_LAENGE, Suchanfrage
from angebote.models import Postleitzahl
from pankow_einsamkeit.lib.text import normalise_text

ZITAT_LAENGE = 40  # characters of a wrong value that a note repeats
ZITATE = 3
DATUMSFORMATE = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y")
SEITE_MUSTER = re.compile(r"[1-9]\d{0,5}", re.ASCII)


class NachsichtigesFeld(forms.Field):
    """Base of the fields: `clean` returns a usable value and leaves its notes in `hinweise`."""

    widget: Any = forms.TextInput

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "required": False})
        self.hinweise: list[str] = []

    def clean(self, value: Any) -> Any:
        self.hinweise = []  # a new list: copies of a field share the old one
        return self.read(value)

    def read(self, value: Any) -> Any:
        raise NotImplementedError


class Textfeld(NachsichtigesFeld):
    """One line without control signs, at most Q_LAENGE characters."""

    def read(self, value: Any) -> str:
        roh = str(value or "")
        text = clean_zeile(roh)
        if any(not zeichen.isprintable() and not zeichen.isspace() for zeichen in roh):
            self.hinweise.append(_("Einige Zeichen konnten wir nicht lesen. Wir haben sie weggelassen."))
        if len(text) > Q_LAENGE:
            text = text[:Q_LAENGE].rstrip()
            self.hinweise.append(
                _("Ihr Text bei „%(feld)s“ war sehr lang. Wir suchen mit den ersten %(laenge)d Zeichen.")
                % {"feld": self.label, "laenge": Q_LAENGE}
            )
        return text


class Wortfeld(Textfeld):
    """Text that holds at least one letter or digit."""

    def read(self, value: Any) -> str:
        text = super().read(value)
        if text and not normalise_text(text):
            self.hinweise.append(
                _("In „%(text)s“ steht kein Wort, nach dem wir suchen können.") % {"text": quote_wert(text)}
            )
            return ""
        return text


class Plzfeld(NachsichtigesFeld):
    """A postcode of which we know the Kieze."""

    def read(self, value: Any) -> str:
        plz = clean_zeile(str(value or "")).replace(" ", "")
        if not plz:
            return ""
        if not re.fullmatch(r"\d{5}", plz, re.ASCII):
            self.hinweise.append(
                _("„%(plz)s“ ist keine Postleitzahl mit fünf Ziffern. Wir suchen ohne Postleitzahl.")
                % {"plz": quote_wert(plz)}
            )
            return ""
        if not Postleitzahl.objects.filter(plz=plz).exists():
            self.hinweise.append(
                _("Die Postleitzahl %(plz)s kennen wir in Pankow nicht. Wir suchen ohne Postleitzahl.") % {"plz": plz}
            )
            return ""
        return plz


class Mehrfachfeld(NachsichtigesFeld):
    """The known values among the given ones."""

    widget = forms.SelectMultiple

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str | Promise]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices = choices

    def read(self, value: Any) -> tuple[str, ...]:
        gegeben = [wert for wert in dict.fromkeys(value or ()) if str(wert).strip()]
        bekannte = {wert for wert, _label in self.choices}
        fremde = [quote_wert(wert) for wert in gegeben if wert not in bekannte]
        if fremde:
            self.hinweise.append(self._build_hinweis(fremde))
        return tuple(wert for wert in gegeben if wert in bekannte)

    def _build_hinweis(self, fremde: Sequence[str]) -> str:
        zitate = ", ".join(f"„{wert}“" for wert in fremde[:ZITATE])
        weitere = len(fremde) - ZITATE
        if weitere > 0:
            zitate += " " + ngettext("und %(n)d weitere Angabe", "und %(n)d weitere Angaben", weitere) % {"n": weitere}
        return _("Bei „%(feld)s“ kennen wir %(werte)s nicht. Wir suchen ohne diese Angabe.") % {
            "feld": self.label,
            "werte": zitate,
        }


class Einfachfeld(Mehrfachfeld):
    """The last known value; where several are given, says which one counts."""

    def read(self, value: Any) -> Any:
        bekannte = super().read(value)
        if len(bekannte) > 1:
            label = next(str(label) for wert, label in self.choices if wert == bekannte[-1])
            self.hinweise.append(
                _("Bei „%(feld)s“ geht nur eine Angabe. Wir suchen mit „%(wert)s“.")
                % {"feld": self.label, "wert": label}
            )
        return bekannte[-1] if bekannte else ""


class Datumsfeld(NachsichtigesFeld):
    """A date as the browser sends it, or as people write it: 2026-12-24, 24.12.2026."""

    def read(self, value: Any) -> date | None:
        text = clean_zeile(str(value or ""))
        for muster in DATUMSFORMATE if text else ():
            try:
                return datetime.strptime(text, muster).date()  # noqa: DTZ007 - a day has no time zone
            except ValueError:
                continue
        if text:
            self.hinweise.append(
                _("Das Datum „%(text)s“ bei „%(feld)s“ gibt es nicht. Wir suchen ohne dieses Datum.")
                % {"text": quote_wert(text), "feld": self.label}
            )
        return None


class Seitenfeld(NachsichtigesFeld):
    def read(self, value: Any) -> int:
        text = clean_zeile(str(value or ""))
        if not text:
            return 1
        if not SEITE_MUSTER.fullmatch(text):
            self.hinweise.append(
                _("Die Seite „%(text)s“ gibt es nicht. Sie sehen die erste Seite.") % {"text": quote_wert(text)}
            )
            return 1
        return int(text)


class Suchformular(forms.Form):
    """After validation `anfrage` is a search that always works; `hinweise` says what was left out or changed.

    Whether `nah` names a place we know, the search itself finds out.
    """

    def clean(self) -> dict[str, Any]:
        werte: dict[str, Any] = dict(super().clean() or {})
        self.hinweise = [
            hinweis for feld in self.fields.values() if isinstance(feld, NachsichtigesFeld) for hinweis in feld.hinweise
        ]
        self._order_dates(werte)
        if werte.get("sortierung") == "entfernung" and not (werte.get("nah") or werte.get("plz")):
            self.hinweise.append(
                _("Für die Entfernung fehlt uns ein Ort. Schreiben Sie bitte etwas in das Feld „%(feld)s“.")
                % {"feld": self.fields["nah"].label}
            )
        self.seite: int = werte.pop("seite", 1)
        self.anfrage = Suchanfrage(**werte)
        return werte

    def _order_dates(self, werte: dict[str, Any]) -> None:
        von, bis = werte.get("von"), werte.get("bis")
        if von and bis and von > bis:
            werte["von"], werte["bis"] = bis, von
            self.hinweise.append(_("„Von“ lag nach „Bis“. Wir haben die beiden Tage getauscht."))
        if werte.get("wann") and (von or bis):
            werte["wann"] = ""
            self.hinweise.append(_("Sie haben Tage angegeben. Darum gilt „Wann?“ nicht."))


def clean_zeile(text: str) -> str:
    """One line: white space is one space, signs that cannot be shown fall away."""
    zeile = " ".join(text.split())
    return "".join(zeichen for zeichen in zeile if zeichen.isprintable()).strip()


def quote_wert(wert: object) -> str:
    zeile = clean_zeile(str(wert))
    return zeile if len(zeile) <= ZITAT_LAENGE else zeile[:ZITAT_LAENGE].rstrip() + "…"
