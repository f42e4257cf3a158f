"""Phone numbers and addresses in a cell, with what Excel does to them."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext as _

from angebote.importers.pfad.terminnotation import check_laenge
from angebote.importers.pfad.zellen import ZellfehlerError, Zellwert, clean_text
from pankow_einsamkeit.lib.telefon import KURZWAHL


def parse_telefon(wert: Zellwert) -> str:
    text = check_laenge(clean_text(wert), 40)
    if text.isdigit() and text[0] != "0" and not KURZWAHL.fullmatch(text):
        raise ZellfehlerError(
            _("Die Vorwahl fehlt. Excel lässt eine führende 0 weg, wenn die Spalte kein Text ist: 030 1234567.")
        )
    return text


def parse_email(wert: Zellwert) -> str:
    text = clean_text(wert).removeprefix("mailto:")
    if text:
        _check(EmailValidator(), text, _("Das ist keine E-Mail-Adresse. Bitte genau eine angeben."))
    return check_laenge(text, 254)


def parse_web(wert: Zellwert) -> str:
    text = clean_text(wert)
    if text and "://" not in text:
        text = f"https://{text}"
    if text:
        _check(URLValidator(schemes=["http", "https"]), text, _("Das ist keine Internetadresse. Bitte genau eine."))
    return check_laenge(text, 300)


def _check(validator: EmailValidator | URLValidator, text: str, meldung: str) -> None:
    try:
        validator(text)
    except (ValidationError, ValueError) as fehler:
        raise ZellfehlerError(meldung) from fehler
