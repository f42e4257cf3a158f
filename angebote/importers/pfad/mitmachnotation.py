"""Tasks for helpers in one cell: "Kaffee ausschenken [Wie oft: regelmäßig] [Zeit: 2 Stunden in der Woche]".

Both ways, without loss. What belongs to a task stands in round brackets, the rest in square ones with its name.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from angebote.choices import Mitmachzeit
from angebote.importers.pfad.angaben import parse_datum, write_datum
from angebote.importers.pfad.kontaktzellen import parse_email, parse_telefon
from angebote.importers.pfad.notation import Eintrag, write_name
from angebote.importers.pfad.teilenotation import find_wahl, join_teile
from angebote.importers.pfad.terminnotation import check_laenge, parse_liste
from angebote.importers.pfad.zeitnotation import Zeile
from angebote.importers.pfad.zellen import ZellfehlerError
from angebote.models import Mitmachrolle

WIE_OFT, ZEIT, GESUCHT_BIS, GEPRUEFT = "Wie oft", "Zeit", "Gesucht bis", "Geprüft"
MITBRINGEN, EINFUEHRUNG, TELEFON, EMAIL = "Mitbringen", "Einführung", "Telefon", "E-Mail"
GRUPPEN = (WIE_OFT, ZEIT, MITBRINGEN, EINFUEHRUNG, TELEFON, EMAIL, GESUCHT_BIS, GEPRUEFT)


def parse_mitmachrollen(text: str) -> list[Zeile]:
    return parse_liste(text, read_mitmachrolle, schluessel=lambda zeile: zeile["aufgabe"])


def read_mitmachrolle(eintrag: Eintrag) -> Zeile:
    check_gruppen(eintrag)
    gruppen = eintrag.gruppen
    return {
        "aufgabe": _check("aufgabe", eintrag.text),
        "beschreibung": _check("beschreibung", eintrag.hinweis),
        "zeitart": find_wahl(gruppen[WIE_OFT], Mitmachzeit),
        "zeitaufwand": _check("zeitaufwand", gruppen[ZEIT]),
        "voraussetzungen": _check("voraussetzungen", gruppen.get(MITBRINGEN, "")),
        "begleitung": _check("begleitung", gruppen.get(EINFUEHRUNG, "")),
        "telefon": parse_telefon(gruppen.get(TELEFON, "")),
        "email": parse_email(gruppen.get(EMAIL, "")),
        "gesucht_bis": parse_datum(gruppen.get(GESUCHT_BIS)),
        "geprueft_am": parse_datum(gruppen.get(GEPRUEFT)),
    }


def check_gruppen(eintrag: Eintrag) -> None:
    """What nobody understands is refused, and so is a task without its time."""
    if not eintrag.text:
        raise ZellfehlerError(_("Hier fehlt die Aufgabe selbst."))
    for name in eintrag.gruppen:
        if name not in GRUPPEN:
            moeglich = ", ".join(f"„{gruppe}“" for gruppe in GRUPPEN)
            raise ZellfehlerError(
                _("„%(name)s“ kennen wir hier nicht. Möglich ist: %(worte)s.") % {"name": name, "worte": moeglich}
            )
    if not (eintrag.gruppen.get(WIE_OFT) and eintrag.gruppen.get(ZEIT)):
        raise ZellfehlerError(
            _("Es fehlt, wie oft und wie viel Zeit: „[Wie oft: regelmäßig] [Zeit: 2 Stunden in der Woche]“.")
        )


def _check(name: str, text: str) -> str:
    feld = Mitmachrolle._meta.get_field(name)
    return check_laenge(text, int(feld.max_length))  # type: ignore[union-attr, arg-type]


def write_mitmachrollen(zeilen: list[Zeile]) -> str:
    return "; ".join(write_mitmachrolle(zeile) for zeile in zeilen)


def write_mitmachrolle(zeile: Zeile) -> str:
    daten = {name: write_datum(zeile[name]) if zeile[name] else "" for name in ("gesucht_bis", "geprueft_am")}
    gruppen = {
        WIE_OFT: Mitmachzeit(zeile["zeitart"]).label,
        ZEIT: zeile["zeitaufwand"],
        MITBRINGEN: zeile["voraussetzungen"],
        EINFUEHRUNG: zeile["begleitung"],
        TELEFON: zeile["telefon"],
        EMAIL: zeile["email"],
        GESUCHT_BIS: daten["gesucht_bis"],
        GEPRUEFT: daten["geprueft_am"],
    }
    return join_teile(write_name(zeile["aufgabe"]), zeile["beschreibung"], **gruppen)
