"""Words of time alone, such as "heute Nachmittag", are no topic: the list leads to the filter that means them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from angebote.choices import Tageszeit
from angebote.domain.suche import Suchanfrage, Suchergebnis, Wann, count_treffer
from angebote.views.listenadresse import build_liste_url

WANN = {"heute": Wann.HEUTE, "morgen": Wann.MORGEN, "wochenende": Wann.WOCHENENDE}
ZEIT = {
    **dict.fromkeys(("vormittag", "vormittags"), Tageszeit.VORMITTAG),
    **dict.fromkeys(("nachmittag", "nachmittags"), Tageszeit.NACHMITTAG),
    **dict.fromkeys(("abend", "abends"), Tageszeit.ABEND),
}
BEIWORTE = {"am", "an", "diesem", "dieses", "jetzt"}


def build_zeitwort(ergebnis: Suchergebnis, *, jetzt: datetime) -> dict[str, Any] | None:
    """wort, href and anzahl; None where the words say anything else, or no Termin is then."""
    gemeint = read_zeitwort(ergebnis.anfrage)
    if gemeint is None:
        return None
    anzahl = count_treffer(gemeint, jetzt=jetzt, version=ergebnis.version).treffer
    return {"wort": ergebnis.anfrage.q, "href": build_liste_url(gemeint), "anzahl": anzahl} if anzahl else None


def read_zeitwort(anfrage: Suchanfrage) -> Suchanfrage | None:
    """The same search with its words as filters of time; what was chosen of time already is not overruled."""
    worte = [wort for wort in anfrage.q.casefold().split() if wort not in BEIWORTE]
    wann = [WANN[wort] for wort in worte if wort in WANN]
    zeit = [ZEIT[wort] for wort in worte if wort in ZEIT]
    if not worte or len(wann) + len(zeit) < len(worte) or len(wann) > 1 or anfrage.zeitfilter:
        return None
    return anfrage.mit(q="", sortierung="", wann=wann[0].value if wann else "", zeit=tuple(tag.value for tag in zeit))
