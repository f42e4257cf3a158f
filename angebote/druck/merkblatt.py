"""Builds the printed shortlist from the database, the day and what a professional typed for this one print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from angebote.domain.krisennummern import Krisennummer, choose_kasten, load_krisennummern
from angebote.domain.merkliste import Eintrag, list_kommende_schliesszeiten, list_kommende_termine, load_eintraege
from angebote.domain.pruefcode import build_pruefcode
from angebote.domain.steckbrief import TEILE
from angebote.domain.umzug import load_umzuege
from angebote.druck.angebotszeilen import Vorlage, build_wort, build_zeilen
from angebote.druck.beschriftung import Label
from angebote.druck.blatt import Ausgabe, Blattangebot, Code, Hilfenummer, Merkblatt, Satz, Schrift
from angebote.druck.qr import build_qr_svg
from angebote.druck.sprachen.zweitsprache import Zweitsprache
from angebote.models import Angebot

TERMINE_JE_ANGEBOT = 3
SCHREIBZEILEN = (Label.NAECHSTER_SCHRITT, Label.ANRUF_AM, Label.ERWARTET_VON, Label.TREFFEN_UM)


@dataclass(frozen=True)
class Druckwunsch:
    """How a sheet is wanted. fachstelle and telefon stand on this one print and are kept nowhere (P4)."""

    ausgabe: Ausgabe = Ausgabe.STANDARD
    sprache: Zweitsprache | None = None
    fachstelle: str = ""
    telefon: str = ""


class LeeresBlattError(ValueError):
    """None of the keys is one of an offer that is or was public: there is nothing to print."""


def build_merkblatt(angebot_ids: Sequence[int], wunsch: Druckwunsch, *, jetzt: datetime) -> Merkblatt:
    """At most thirty keys, whether such offers exist or not. A constant number of queries.

    Raises LeeresBlattError if there is none of them.
    """
    eintraege = load_eintraege(angebot_ids, heute=jetzt.date(), teile=TEILE)
    sprache = wunsch.sprache
    stand = date_format(jetzt, "j. F Y")
    code = _build_pruefcode(eintraege, jetzt=jetzt)
    zweit_stand = sprache.format_datum(jetzt.date(), mit_wochentag=False) if sprache else ""
    return Merkblatt(
        ausgabe=wunsch.ausgabe.value,
        zweitsprache=Schrift(sprache.code, sprache.name, sprache.richtung) if sprache else None,
        herausgeber=settings.PORTAL_NAME,
        titel=build_wort(Label.IHR_MERKZETTEL, sprache),
        stand=_("Stand %(datum)s") % {"datum": stand},
        zusammengestellt=_join(build_wort(Label.ZUSAMMENGESTELLT_AM, sprache), Satz(stand, zweit_stand)),
        fachstelle=_build_fachstelle(wunsch),
        hinweise=_build_hinweise(sprache),
        angebote=_build_angebote(eintraege, sprache, jetzt=jetzt),
        fortsetzung=_("(Fortsetzung)"),
        gekuerzt=_("Hier ist nicht für alles Platz. Mehr steht unter:"),
        nicht_aktuell_titel=build_wort(Label.NICHT_MEHR_AKTUELL, sprache),
        nicht_aktuell=tuple(_build_nicht_aktuell(eintrag) for eintrag in eintraege if not eintrag.ist_aktuell),
        schritte_titel=build_wort(Label.NAECHSTE_SCHRITTE, sprache),
        schreibzeilen=tuple(build_wort(label, sprache) for label in SCHREIBZEILEN),
        hilfe_titel=build_wort(Label.HILFE_SOFORT, sprache),
        hilfe=_load_hilfe(),
        portal_telefon=_build_portal_telefon(),
        vorbehalt=build_wort(Label.OHNE_GEWAEHR, sprache),
        pruefen=build_wort(Label.LISTE_PRUEFEN, sprache),
        pruefcode=code,
        pruefen_code=build_code(
            reverse("angebote:pruefung", kwargs={"code": code}),
            kurz_pfad=reverse("angebote:pruefen"),
            alt=_("QR-Code: zeigt, was sich seit dem Druck geändert hat"),
        ),
    )


def build_code(pfad: str, *, alt: str, kurz_pfad: str = "") -> Code:
    """kurz_pfad: what people type, where it is shorter than what the code says."""
    basis = settings.BASIS_URL.rstrip("/")
    kurz = basis.split("://", maxsplit=1)[-1] + (kurz_pfad or pfad).rstrip("/")
    return Code(adresse=basis + pfad, kurz_adresse=kurz, qr=build_qr_svg(basis + pfad), qr_alt=alt)


def _build_pruefcode(eintraege: Sequence[Eintrag], *, jetzt: datetime) -> str:
    """Of the offers people can go to; of those that are over only where nothing else stands on the sheet."""
    bekannte = [eintrag for eintrag in eintraege if eintrag.angebot is not None]
    if not bekannte:
        raise LeeresBlattError
    aktuelle = [eintrag for eintrag in bekannte if eintrag.ist_aktuell]
    return build_pruefcode([eintrag.angebot_id for eintrag in aktuelle or bekannte], gedruckt_am=jetzt)


def _build_angebote(
    eintraege: Sequence[Eintrag], sprache: Zweitsprache | None, *, jetzt: datetime
) -> tuple[Blattangebot, ...]:
    angebote = [eintrag.angebot for eintrag in eintraege if eintrag.ist_aktuell and eintrag.angebot is not None]
    termine = list_kommende_termine([eines.pk for eines in angebote], jetzt=jetzt, anzahl=TERMINE_JE_ANGEBOT)
    schliesszeiten = list_kommende_schliesszeiten(angebote, heute=jetzt.date())
    umzuege = load_umzuege(angebote, jetzt=jetzt)
    vorlagen = [
        Vorlage(
            eines,
            termine.get(eines.pk, ()),
            schliesszeiten.get(eines.pk, ()),
            jetzt.date(),
            sprache,
            umzuege.get(eines.pk),
        )
        for eines in angebote
    ]
    return tuple(
        Blattangebot(
            nummer=nummer,
            angebot_id=vorlage.angebot.pk,
            titel=vorlage.angebot.titel,
            nutzen=vorlage.angebot.nutzen,
            zeilen=build_zeilen(vorlage),
            code=_build_angebotscode(vorlage.angebot),
        )
        for nummer, vorlage in enumerate(vorlagen, start=1)
    )


def _build_angebotscode(angebot: Angebot) -> Code:
    pfad = reverse("angebote:angebot-kurz", kwargs={"kurz_id": angebot.kurz_id})
    return build_code(pfad, alt=_("QR-Code zur Seite „%(titel)s“") % {"titel": angebot.titel})


def _build_nicht_aktuell(eintrag: Eintrag) -> str:
    name = eintrag.angebot.titel if eintrag.angebot else _("Nummer %(id)d") % {"id": eintrag.angebot_id}
    return f"{name}: {eintrag.grund}"


def _build_fachstelle(wunsch: Druckwunsch) -> tuple[Satz, ...]:
    zeilen = ((Label.FACHSTELLE, wunsch.fachstelle), (Label.TELEFON, wunsch.telefon))
    return tuple(
        Satz(f"{wort.text}: {wert}", wort.zweit)
        for label, wert in zeilen
        if wert
        for wort in [build_wort(label, wunsch.sprache)]
    )


def _build_hinweise(sprache: Zweitsprache | None) -> tuple[Satz, ...]:
    """What readers of the second language have to know about it."""
    if sprache is None:
        return ()
    labels = [Label.TEXTE_DEUTSCH, *([] if sprache.ist_geprueft else [Label.UNGEPRUEFT])]
    return tuple(build_wort(label, sprache) for label in labels)


def _load_hilfe() -> tuple[Hilfenummer, ...]:
    """Danger to life first, then those of the crisis box. One query."""
    nummern = load_krisennummern()
    notrufe = [nummer for nummer in nummern if nummer.ist_notruf and nummer.rufnummern]
    return tuple(_build_hilfenummer(nummer) for nummer in [*notrufe, *choose_kasten(nummern)])


def _build_hilfenummer(krisennummer: Krisennummer) -> Hilfenummer:
    nummern = _(" oder ").join(nummer.anzeige for nummer in krisennummer.rufnummern)
    return Hilfenummer(krisennummer.name, nummern, krisennummer.hilfe.erreichbar)


def _build_portal_telefon() -> str:
    if not settings.PORTAL_TELEFON:
        return ""
    teile = [settings.PORTAL_TELEFON, settings.PORTAL_TELEFONZEITEN]
    return _("Fragen zu den Angeboten: %(telefon)s") % {"telefon": ", ".join(teil for teil in teile if teil)}


def _join(vorn: Satz, hinten: Satz) -> Satz:
    return Satz(f"{vorn.text} {hinten.text}", f"{vorn.zweit}: {hinten.zweit}" if hinten.zweit else "")
