"""An offer as a professional needs it: what decides a referral, what is still open, and the first call."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from angebote.domain import steckbrief
from angebote.domain.angebotstext import build_angebotstext
from angebote.domain.erstanruf import Erstanruf, build_erstanruf
from angebote.domain.kontakt import Kontakt, build_kontakt
from angebote.domain.merkzettel import Merkzettel
from angebote.domain.nachfrage import build_nachfrage
from angebote.domain.offene_fragen import list_offene_fragen
from angebote.domain.steckbrief import Zeile
from angebote.domain.willkommen import build_willkommen
from angebote.models import Angebot
from angebote.views.karten import Karte
from angebote.views.merkadresse import build_merkzettel_url
from angebote.views.treffergruppen import Treffergruppe

# What build_fachgruppen reads of an offer, to be prefetched.
VERWANDTE = ("traeger", "ort")
TEILE = ("zielgruppen", "sprachen", "zugangswege", "kosten")


@dataclass(frozen=True)
class Fachkarte:
    """For _fachkarte.html. zeilen: only what is known; offen: what is not, in one line. text: all of it to copy."""

    karte: Karte
    zeilen: tuple[Zeile, ...]
    offen: str
    kontakt: Kontakt
    anruf: Erstanruf
    text: str
    text_url: str


@dataclass(frozen=True)
class Fachgruppe:
    """As Treffergruppe; without titel it holds the hits proper."""

    slug: str
    titel: str
    satz: str
    eintraege: Sequence[Fachkarte]

    @property
    def ebene(self) -> int:
        return 4 if self.titel else 3


def build_fachgruppen(gruppen: Iterable[Treffergruppe], *, heute: date) -> list[Fachgruppe]:
    """The hits of a search as it groups them. Constant queries, whatever the number of offers."""
    karten = {gruppe.slug: [karte for liste in gruppe.listen for karte in liste.karten] for gruppe in gruppen}
    angebote = _load_angebote([karte.id for liste in karten.values() for karte in liste], heute=heute)
    return [
        Fachgruppe(
            slug=gruppe.slug,
            titel=gruppe.titel,
            satz=gruppe.satz,
            eintraege=[
                build_fachkarte(angebote[k.id], k, heute=heute) for k in karten[gruppe.slug] if k.id in angebote
            ],
        )
        for gruppe in gruppen
    ]


def build_fachkarte(angebot: Angebot, karte: Karte, *, heute: date) -> Fachkarte:
    """The sentences of the card, and the facts it leaves out."""
    kontakt = build_kontakt(angebot)
    termin_satz = karte.termin_satz if karte.naechster else ""
    return Fachkarte(
        karte=karte,
        zeilen=tuple(zeile for zeile in _list_zeilen(angebot, karte) if zeile.wert),
        offen=_build_offensatz(angebot, hat_termin=bool(termin_satz), heute=heute),
        kontakt=kontakt,
        anruf=build_erstanruf(angebot, termin_satz=termin_satz),
        text=_build_text(angebot, karte, kontakt),
        text_url=build_merkzettel_url(Merkzettel((angebot.pk,)), name="merkzettel-text"),
    )


def _load_angebote(pks: Collection[int], *, heute: date) -> dict[int, Angebot]:
    """All fields: a search loads only those of the card."""
    if not pks:
        return {}
    angebote = Angebot.objects.oeffentlich(heute).select_related(*VERWANDTE).prefetch_related(*TEILE)
    return angebote.in_bulk(pks)


def _list_zeilen(angebot: Angebot, karte: Karte) -> list[Zeile]:
    """In the order in which a referral fails: when, where, how to get in, for whom, at what price."""
    return [
        Zeile(_("Wann"), _build_wann(karte)),
        Zeile(_("Wo"), _build_wo(karte)),
        Zeile(_("Plätze"), steckbrief.build_kapazitaet(angebot)),
        Zeile(_("Wartezeit"), steckbrief.build_wartezeit(angebot)),
        Zeile(_("Anmeldung"), steckbrief.build_anmeldung(angebot)),
        Zeile(_("Überweisung"), steckbrief.name_ueberweisung(angebot)),
        Zeile(_("Kosten"), karte.kosten_satz),
        Zeile(_("Wer kann kommen"), _build_wer(angebot)),
        Zeile(_("Wer nicht kommen kann"), angebot.ausschluss),
        Zeile(_("Sprachen"), steckbrief.build_sprachen(angebot)),
        Zeile(_("Barrieren"), karte.barriere_satz),
    ]


def _build_wann(karte: Karte) -> str:
    """The next date; without one all that is known about the times."""
    weiteres = "" if karte.naechster else karte.danach_satz
    return ". ".join(teil for teil in (karte.termin_satz, weiteres) if teil)


def _build_wo(karte: Karte) -> str:
    return capfirst("; ".join(teil for teil in (*karte.zugang_saetze, karte.wo_satz) if teil))


def _build_wer(angebot: Angebot) -> str:
    saetze = (build_willkommen(angebot), capfirst(angebot.wer_hinweis))
    return " ".join(satz for satz in saetze if satz)


def _build_offensatz(angebot: Angebot, *, hat_termin: bool, heute: date) -> str:
    """An unconfirmed offer asks to call in the line about the check, and once is enough."""
    namen = ", ".join(frage.name for frage in list_offene_fragen(angebot, hat_termin=hat_termin))
    if not namen:
        return ""
    satz = _("Nicht bekannt: %(was)s") % {"was": namen}
    return f"{satz} – {build_nachfrage(angebot)}" if angebot.ist_frisch(heute) else satz


def _build_text(angebot: Angebot, karte: Karte, kontakt: Kontakt) -> str:
    telefone = [nummer.anzeige for nummer in kontakt.telefone]
    if telefone and kontakt.sprechzeiten:
        telefone[-1] = f"{telefone[-1]} ({kontakt.sprechzeiten})"
    pfad = reverse("angebote:angebot-kurz", kwargs={"kurz_id": angebot.kurz_id})
    return build_angebotstext(
        titel=angebot.titel,
        nutzen=angebot.nutzen,
        wann=_build_wann(karte),
        wo=_build_wo(karte),
        kosten=karte.kosten_satz,
        anmeldung=steckbrief.build_anmeldung(angebot),
        kontakt=[teil for teil in (kontakt.name, *telefone, kontakt.email) if teil],
        stand=karte.pruef_satz,
        link=settings.BASIS_URL.rstrip("/") + pfad,
    )
