"""What has changed about an offer since a sheet with it was printed. Pure: facts then, facts now, and the day.

Only what matters from today on counts: a date that was called off and is over by now is no change any more, and a
closing period that was known when the sheet was printed is none until it begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.domain.abweichungssaetze import build_ausnahmesatz, build_schliesssatz
from angebote.domain.ende import Ende, judge_ende
from angebote.domain.fakten import FINGERABDRUECKE, Fakten, Tatsachen, drop_past
from angebote.domain.fingerabdruck import ist_derselbe
from angebote.domain.umzug import ist_umzug
from angebote.models import Angebot, Ausnahme, Schliesszeit

Zeilen = Sequence[dict[str, Any]]


class Art(TextChoices):
    GESCHLOSSEN = "geschlossen", gettext_lazy("Schließzeit")
    TERMIN = "termin", gettext_lazy("Termin fällt aus oder ist verschoben")
    ZEIT = "zeit", gettext_lazy("Neue Zeit")
    DAUER = "dauer", gettext_lazy("Neuer Zeitraum")
    UMGEZOGEN = "umgezogen", gettext_lazy("Umgezogen")
    ORT = "ort", gettext_lazy("Angaben zum Ort geändert")
    BARRIEREN = "barrieren", gettext_lazy("Barrieren geändert")
    KOSTEN = "kosten", gettext_lazy("Kosten geändert")
    WER = "wer", gettext_lazy("Wer kann kommen geändert")
    SPRACHEN = "sprachen", gettext_lazy("Sprachen geändert")
    ANMELDUNG = "anmeldung", gettext_lazy("Anmeldung geändert")
    ERSTBESUCH = "erstbesuch", gettext_lazy("Erster Besuch geändert")
    ERSTANRUF = "erstanruf", gettext_lazy("Erster Anruf geändert")
    KONTAKT = "kontakt", gettext_lazy("Kontakt geändert")
    TITEL = "titel", gettext_lazy("Neuer Name")


class Stand(TextChoices):
    """How an offer of the sheet stands today. OHNE_VERGLEICH: nobody knows all that stood on the sheet."""

    UNVERAENDERT = "unveraendert", gettext_lazy("Unverändert")
    GEAENDERT = "geaendert", gettext_lazy("Geändert")
    GESCHLOSSEN = "geschlossen", gettext_lazy("Zurzeit geschlossen")
    UNBESTAETIGT = "unbestaetigt", gettext_lazy("Nicht mehr bestätigt")
    OHNE_VERGLEICH = "ohne-vergleich", gettext_lazy("Stand von heute")
    PAUSE = "pause", gettext_lazy("Macht Pause")
    BEENDET = "beendet", gettext_lazy("Beendet")
    FEHLT = "fehlt", gettext_lazy("Nicht mehr im Verzeichnis")


class Pruefung(TextChoices):
    """When somebody last checked the facts. LANGE_HER: never, or so long ago that its page says so."""

    SEIT_DRUCK = "seit-druck"
    VOR_DRUCK = "vor-druck"
    LANGE_HER = "lange-her"


STAND_OF_ENDE = {Ende.PAUSE: Stand.PAUSE, Ende.UNBESTAETIGT: Stand.UNBESTAETIGT}
GLEICH_GEBLIEBEN = frozenset({Stand.UNVERAENDERT, Stand.OHNE_VERGLEICH})
# What is told with the sentence of that name, if one of these groups is another one now.
SATZGRUPPEN = (
    (Art.ZEIT, "zeiten", {"zeiten", "zeiten_hinweis"}),
    (Art.DAUER, "dauer", {"dauer"}),
    (Art.ORT, "ort", {"anschrift", "treffpunkt", "eingang", "haltestelle", "zugaenge", "zugang_hinweise"}),
    (Art.BARRIEREN, "barrieren", {"barrieren", "barrieren_notizen"}),
    (Art.KOSTEN, "kosten", {"kosten", "kosten_hinweis"}),
    (Art.WER, "wer", {"wer", "wer_hinweis", "exklusiv_grund", "ausschluss"}),
    (Art.SPRACHEN, "sprachen", {"sprachen", "sprachen_hinweis"}),
    (Art.ANMELDUNG, "anmeldung", {"anmeldung", "anmeldung_hinweis"}),
)
# What is told without saying how it was or is, since somebody may be named there.
TEXTGRUPPEN = (
    (
        Art.ERSTBESUCH,
        {"erstbesuch"},
        gettext_lazy("Wie der erste Besuch abläuft, ist neu beschrieben. Es steht auf der Seite des Angebots."),
    ),
    (
        Art.ERSTANRUF,
        {"anruf_hinweis"},
        gettext_lazy("Was man beim ersten Anruf sagt, ist neu beschrieben. Es steht auf der Seite des Angebots."),
    ),
    (
        Art.KONTAKT,
        {"kontakt", "kontakt_traeger"},
        gettext_lazy(
            "Telefon, Sprechzeiten, E-Mail oder Ansprechperson sind neu. Bitte nehmen Sie die Angaben von heute."
        ),
    ),
)


@dataclass(frozen=True)
class Aenderung:
    """Sentences that may begin with a small letter. bisher: empty where it is not known or says the same."""

    art: Art
    bisher: tuple[str, ...]
    jetzt: tuple[str, ...]


@dataclass(frozen=True)
class Befund:
    stand: Stand
    aenderungen: tuple[Aenderung, ...] = ()
    pruefung: Pruefung = Pruefung.SEIT_DRUCK


def judge_angebot(angebot: Angebot, *, damals: Fakten | None, jetzt: Fakten, gedruckt_am: date, heute: date) -> Befund:
    """For an offer that is public or was."""
    pruefung = judge_pruefung(angebot, gedruckt_am=gedruckt_am, heute=heute)
    ende = judge_ende(angebot, heute=heute)
    if ende is not None:
        return Befund(STAND_OF_ENDE.get(ende, Stand.BEENDET), pruefung=pruefung)
    aenderungen = tuple(compare_fakten(damals or jetzt, jetzt, heute=heute))
    if _list_laufende(jetzt["tatsachen"], heute):
        return Befund(Stand.GESCHLOSSEN, aenderungen, pruefung)
    if aenderungen:
        return Befund(Stand.GEAENDERT, aenderungen, pruefung)
    return Befund(Stand.UNVERAENDERT if _covers(damals, jetzt) else Stand.OHNE_VERGLEICH, pruefung=pruefung)


def judge_pruefung(angebot: Angebot, *, gedruckt_am: date, heute: date) -> Pruefung:
    if angebot.geprueft_am is None or angebot.ist_lange_her(heute):
        return Pruefung.LANGE_HER
    return Pruefung.SEIT_DRUCK if angebot.geprueft_am >= gedruckt_am else Pruefung.VOR_DRUCK


def compare_fakten(damals: Fakten, jetzt: Fakten, *, heute: date) -> Iterator[Aenderung]:
    """Nothing where all that matters from today on is the same and no closing period is running."""
    alte, neue = (drop_past(fakten["tatsachen"], heute=heute) for fakten in (damals, jetzt))
    andere = _list_andere(alte, neue)
    yield from _compare_schliesszeiten(alte, neue, heute=heute)
    yield from _compare_ausnahmen(alte, neue, heute=heute)
    for art, name, gruppen in SATZGRUPPEN:
        if andere & gruppen:
            umgezogen = art == Art.ORT and ist_umzug(alte["anschrift"], neue["anschrift"])
            yield _tell_satz(Art.UMGEZOGEN if umgezogen else art, damals["saetze"][name], jetzt["saetze"][name])
    for art, gruppen, textsatz in TEXTGRUPPEN:
        if andere & gruppen:
            yield Aenderung(art, (), (str(textsatz),))
    if "titel" in andere:
        yield Aenderung(Art.TITEL, (alte["titel"],), (neue["titel"],))


def _covers(damals: Fakten | None, jetzt: Fakten) -> bool:
    """A Fassung from before a group was kept says nothing about it."""
    return damals is not None and jetzt["tatsachen"].keys() <= damals["tatsachen"].keys()


def _list_andere(alte: Tatsachen, neue: Tatsachen) -> set[str]:
    return {
        name
        for name in alte.keys() & neue.keys()
        if (not ist_derselbe(alte[name], neue[name]) if name in FINGERABDRUECKE else alte[name] != neue[name])
    }


def _tell_satz(art: Art, bisher: Sequence[str], jetzt: Sequence[str]) -> Aenderung:
    if list(bisher) == list(jetzt):
        hinweis = _("Ein Hinweis dazu ist neu. Er steht auf der Seite des Angebots.")
        return Aenderung(art, (), (*jetzt, hinweis))
    ohne = _("ohne festen Anfang und festes Ende") if art == Art.DAUER else _("nicht bekannt")
    return Aenderung(art, tuple(bisher) or (ohne,), tuple(jetzt) or (ohne,))


def _compare_schliesszeiten(alte: Tatsachen, neue: Tatsachen, *, heute: date) -> Iterator[Aenderung]:
    vorige, heutige, laufende = alte["schliesszeiten"], neue["schliesszeiten"], _list_laufende(neue, heute)
    geltende = [eine for eine in heutige if eine not in vorige or eine in laufende]
    yield from _tell_abweichung(
        Art.GESCHLOSSEN,
        [_tell_schliesszeit(eine, heute) for eine in vorige if eine not in heutige],
        [_tell_schliesszeit(eine, heute) for eine in geltende],
    )


def _compare_ausnahmen(alte: Tatsachen, neue: Tatsachen, *, heute: date) -> Iterator[Aenderung]:
    vorige, heutige = alte["ausnahmen"], neue["ausnahmen"]
    yield from _tell_abweichung(
        Art.TERMIN,
        [_tell_ausnahme(eine, heute) for eine in vorige if eine not in heutige],
        [_tell_ausnahme(eine, heute) for eine in heutige if eine not in vorige],
    )


def _tell_abweichung(art: Art, weggefallene: Sequence[str], geltende: Sequence[str]) -> Iterator[Aenderung]:
    if weggefallene or geltende:
        yield Aenderung(art, tuple(weggefallene), tuple(geltende) or (_("Das gilt nicht mehr."),))


def _list_laufende(tatsachen: Tatsachen, heute: date) -> Zeilen:
    tag = heute.isoformat()
    return [eine for eine in tatsachen["schliesszeiten"] if eine["von"] <= tag <= eine["bis"]]


def _tell_schliesszeit(zeile: dict[str, str], heute: date) -> str:
    zeit = Schliesszeit(von=date.fromisoformat(zeile["von"]), bis=date.fromisoformat(zeile["bis"]))
    return build_schliesssatz(zeit, heute=heute)


def _tell_ausnahme(zeile: dict[str, str], heute: date) -> str:
    daten = {feld: zeile[feld] and date.fromisoformat(zeile[feld]) for feld in ("datum", "neues_datum")}
    zeiten = {
        feld: zeile[feld] and time.fromisoformat(zeile[feld]) for feld in ("beginn", "neuer_beginn", "neues_ende")
    }
    return build_ausnahmesatz(Ausnahme(art=zeile["art"], **daten, **zeiten), heute=heute)
