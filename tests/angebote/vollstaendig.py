"""An offer that may be published: everything required and nothing more, much of it stated as unknown."""

from typing import Any

from angebote.choices import Barrierewert, Kostenart, Merkmal, Zeitart
from angebote.models import Angebot, Barriereangabe, Kategorie, Kosten, Zeit
from tests.factories import AngebotFactory

MINDESTMERKMALE = (Merkmal.ENTRANCE_LEVEL, Merkmal.LIFT, Merkmal.WC, Merkmal.ESCORT)


def create_vollstaendiges(**felder: Any) -> Angebot:
    vorgabe = {"nutzen": "Nachbarn treffen.", "telefon": "030 1234567", "erstbesuch_ablauf": "Sie setzen sich dazu."}
    angebot: Angebot = AngebotFactory(**(vorgabe | felder))
    angebot.kategorien.add(Kategorie.objects.order_by("pk").first())
    Zeit.objects.create(angebot=angebot, art=Zeitart.UNBEKANNT)
    Kosten.objects.create(angebot=angebot, art=Kostenart.UNBEKANNT)
    for merkmal in MINDESTMERKMALE:
        Barriereangabe.objects.create(angebot=angebot, merkmal=merkmal, wert=Barrierewert.UNBEKANNT)
    return angebot
