"""Numbers and addresses inside a text: they have fields of their own, are not checked here, and may be private (P6)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from angebote.choices import Befundart
from angebote.domain.textpruefung.befund import Befund
from angebote.domain.textpruefung.textlage import Textlage
from pankow_einsamkeit.lib.saetze import split_saetze

TELEFON = re.compile(r"(?<![\w.])(?:\+|00?(?=[1-9(]))[\d(][\d ()/\-\u2013]{4,30}\d(?![\w.]*\d)")
ZIFFERN_MINDESTENS = 7
MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+")


def check_kontakte(lage: Textlage) -> Iterator[Befund]:
    for feld, text in lage.texte.items():
        for satz in split_saetze(text):
            for stelle in (*_list_nummern(satz), *MAIL.findall(satz)):
                hinweis = _("Im Text wird sie nicht geprüft, und sie könnte privat sein.")
                vorschlag = _("unter „Kontakt“ eintragen")
                yield Befund(Befundart.KONTAKT_IM_TEXT, feld, stelle, satz, hinweis, vorschlag)


def _list_nummern(satz: str) -> Iterator[str]:
    for treffer in TELEFON.finditer(satz):
        if sum(zeichen.isdigit() for zeichen in treffer.group()) >= ZIFFERN_MINDESTENS:
            yield treffer.group()
