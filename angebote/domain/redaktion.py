"""How an offer gets from a draft to the public and back: the one table of steps, and the one function that takes them.

Whatever was public once stays: it can pause or be archived, and its printed number answers for ever.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.choices import Bereich, Status
from angebote.domain.katalog import delete_angebote, refresh_angebote
from angebote.domain.pflichtangaben import list_fehlende_angaben
from angebote.domain.sperren import lock_angebote
from angebote.domain.verlauf import list_akte
from angebote.models import Angebot, Statuswechsel
from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.models import Konto

AENDERN = "angebote.change_angebot"
VEROEFFENTLICHEN = "angebote.publish_angebot"
GRUND_HOECHSTENS = 300  # characters


class VerweigertError(ValidationError):
    """A step that is not taken; the message is for the person who tried."""


class UebergangFehltError(VerweigertError):
    pass


class RechtFehltError(VerweigertError):
    pass


class GrundFehltError(VerweigertError):
    pass


class VierAugenError(VerweigertError):
    pass


class AngabenFehlenError(VerweigertError):
    pass


class WarOeffentlichError(VerweigertError):
    pass


@dataclass(frozen=True)
class Uebergang:
    """titel: of the button. war_oeffentlich: None where it does not matter whether the offer ever was public."""

    von: Status
    nach: Status
    recht: str
    titel: str | Promise
    folge: str | Promise
    braucht_grund: bool = False
    war_oeffentlich: bool | None = None


# Whoever may edit may also pause: taking something wrong away from the public must not wait for anybody.
UEBERGAENGE = (
    Uebergang(
        Status.ENTWURF,
        Status.IN_PRUEFUNG,
        AENDERN,
        gettext_lazy("Zur Prüfung einreichen"),
        gettext_lazy("Jemand mit Freigabe sieht das Angebot an und veröffentlicht es."),
    ),
    Uebergang(
        Status.ENTWURF,
        Status.ARCHIVIERT,
        AENDERN,
        gettext_lazy("Entwurf verwerfen"),
        gettext_lazy("Der Entwurf verschwindet aus der Arbeit. Er war nie öffentlich und wird es so auch nicht."),
    ),
    Uebergang(
        Status.IN_PRUEFUNG,
        Status.VEROEFFENTLICHT,
        VEROEFFENTLICHEN,
        gettext_lazy("Veröffentlichen"),
        gettext_lazy("Das Angebot steht sofort auf der Website."),
    ),
    Uebergang(
        Status.IN_PRUEFUNG,
        Status.ENTWURF,
        AENDERN,
        gettext_lazy("Zurück zum Entwurf"),
        gettext_lazy("Das Angebot kann weiter bearbeitet und dann neu eingereicht werden."),
        braucht_grund=True,
    ),
    Uebergang(
        Status.IN_PRUEFUNG,
        Status.ARCHIVIERT,
        VEROEFFENTLICHEN,
        gettext_lazy("Verwerfen"),
        gettext_lazy("Das Angebot wird nicht veröffentlicht und verschwindet aus der Arbeit."),
        braucht_grund=True,
    ),
    Uebergang(
        Status.VEROEFFENTLICHT,
        Status.PAUSIERT,
        AENDERN,
        gettext_lazy("Pausieren"),
        gettext_lazy("Das Angebot verschwindet sofort aus der Suche. Seine Seite sagt, dass es eine Pause macht."),
        braucht_grund=True,
    ),
    Uebergang(
        Status.VEROEFFENTLICHT,
        Status.ARCHIVIERT,
        VEROEFFENTLICHEN,
        gettext_lazy("Archivieren"),
        gettext_lazy("Das Angebot ist beendet. Seine Adresse auf Papier antwortet weiter und nennt ähnliche."),
        braucht_grund=True,
    ),
    Uebergang(
        Status.PAUSIERT,
        Status.VEROEFFENTLICHT,
        VEROEFFENTLICHEN,
        gettext_lazy("Wieder veröffentlichen"),
        gettext_lazy("Das Angebot steht sofort wieder auf der Website."),
    ),
    Uebergang(
        Status.PAUSIERT,
        Status.ARCHIVIERT,
        VEROEFFENTLICHEN,
        gettext_lazy("Archivieren"),
        gettext_lazy("Das Angebot ist beendet. Seine Adresse auf Papier antwortet weiter und nennt ähnliche."),
        braucht_grund=True,
    ),
    Uebergang(
        Status.ARCHIVIERT,
        Status.PAUSIERT,
        VEROEFFENTLICHEN,
        gettext_lazy("Aus dem Archiv holen"),
        gettext_lazy("Das Angebot ist danach pausiert. So lässt es sich in Ruhe prüfen und wieder veröffentlichen."),
        war_oeffentlich=True,
    ),
    Uebergang(
        Status.ARCHIVIERT,
        Status.ENTWURF,
        AENDERN,
        gettext_lazy("Wieder als Entwurf aufnehmen"),
        gettext_lazy("Der Entwurf kann weiter bearbeitet und eingereicht werden."),
        war_oeffentlich=False,
    ),
)


def find_uebergang(angebot: Angebot, nach: str) -> Uebergang | None:
    for uebergang in UEBERGAENGE:
        passt = uebergang.war_oeffentlich in {None, angebot.war_oeffentlich}
        if passt and (uebergang.von, uebergang.nach) == (angebot.status, nach):
            return uebergang
    return None


def list_uebergaenge(angebot: Angebot, konto: Konto) -> list[Uebergang]:
    """What this person may do next, whether or not something is still in the way."""
    moegliche = (find_uebergang(angebot, nach) for nach in Status.values)
    return [uebergang for uebergang in moegliche if uebergang and konto.has_perm(uebergang.recht)]


def needs_vier_augen(*bereiche: str) -> bool:
    """Bereich before and after: whoever writes about Unterstützung never decides alone."""
    return Bereich.UNTERSTUETZUNG in bereiche


def needs_vorschlag(angebot: Angebot, konto: Konto, *, neuer_bereich: str) -> bool:
    """Whether a change by this person waits beside the public version instead of replacing it."""
    if not angebot.war_oeffentlich:
        return False
    return not konto.has_perm(VEROEFFENTLICHEN) or needs_vier_augen(angebot.bereich, neuer_bereich)


def explain_vier_augen(angebot: Angebot, konto: Konto) -> str:
    """Why this person cannot publish it; empty if they can."""
    if not needs_vier_augen(angebot.bereich):
        return ""
    if konto.pk == find_einreichender_konto_id(angebot.pk):
        return _("Sie haben das Angebot selbst eingereicht. Bei „Unterstützung“ veröffentlicht jemand anderes.")
    if konto.pk == find_letzter_konto_id(angebot.pk):
        return _("Sie haben das Angebot zuletzt bearbeitet. Bei „Unterstützung“ veröffentlicht jemand anderes.")
    return ""


def find_einreichender_konto_id(angebot_id: int) -> int | None:
    einreichungen = Statuswechsel.objects.filter(angebot=angebot_id, nach=Status.IN_PRUEFUNG)
    return einreichungen.order_by("-am", "-pk").values_list("konto_id", flat=True).first()


def find_letzter_konto_id(angebot_id: int) -> int | None:
    """Who really changed the offer last: saving it unchanged is no editing, and imports and providers have no konto."""
    konten = [akt.konto_id for akt in list_akte(Angebot, angebot_id) if akt.konto_id is not None]
    return konten[-1] if konten else None


@dataclass(frozen=True)
class Hindernis:
    """What is in the way of a step. anker: id of the field on the offer's form that answers it, or empty."""

    satz: str
    anker: str = ""


def list_fehlende_pflichtangaben(angebot: Angebot) -> list[Hindernis]:
    """What has to be said before the public sees the offer for the first time.

    A pause can always be taken back: that must not depend on facts nobody asked for when the entry became public.
    """
    if angebot.war_oeffentlich:
        return []
    fehlende = list_fehlende_angaben(angebot)
    return [Hindernis(angabe.satz, angabe.anker) for angabe in fehlende if angabe.ist_pflicht]


def list_hindernisse(angebot: Angebot, uebergang: Uebergang, konto: Konto) -> list[Hindernis]:
    """Empty where nothing is in the way of this step."""
    if uebergang.nach != Status.VEROEFFENTLICHT:
        return []
    vier_augen = explain_vier_augen(angebot, konto)
    return [*([Hindernis(vier_augen)] if vier_augen else []), *list_fehlende_pflichtangaben(angebot)]


@transaction.atomic
def move_angebot(*, angebot_id: int, nach: str, konto: Konto, jetzt: datetime, grund: str = "") -> Statuswechsel:
    """Takes one step of UEBERGAENGE, for superusers too. Raises a VerweigertError where it is not to be taken."""
    lock_angebote([angebot_id])
    angebot = Angebot.objects.get(pk=angebot_id)
    uebergang = find_uebergang(angebot, nach)
    if uebergang is None:
        raise UebergangFehltError(explain_ohne_uebergang(angebot, nach))
    _check(angebot, uebergang, konto=konto, grund=grund.strip())
    _set_status(angebot, uebergang.nach, jetzt=jetzt)
    wechsel = Statuswechsel.objects.create(
        angebot=angebot, von=uebergang.von, nach=uebergang.nach, konto=konto, grund=grund.strip(), am=jetzt
    )
    refresh_angebote(angebot_ids=[angebot_id], heute=jetzt.astimezone(BERLIN).date())
    return wechsel


@transaction.atomic
def delete_entwuerfe(*, angebot_ids: Collection[int]) -> None:
    """Only what never was public. Raises WarOeffentlichError, and deletes nothing, where one of them was."""
    lock_angebote(angebot_ids)
    bleibende = Angebot.objects.filter(pk__in=angebot_ids, veroeffentlicht_am__isnull=False)
    if titel := [str(angebot) for angebot in bleibende]:
        raise WarOeffentlichError(explain_bleibende(titel))
    delete_angebote(angebot_ids=angebot_ids)


def explain_bleibende(titel: Collection[str]) -> str:
    return _(
        "Nicht gelöscht, denn das war schon öffentlich und kann auf gedruckten Listen stehen: %(titel)s. "
        "Bitte stattdessen archivieren; dann sagt die Adresse auf dem Papier, dass es beendet ist."
    ) % {"titel": ", ".join(f"„{eines}“" for eines in titel)}


def explain_ohne_uebergang(angebot: Angebot, nach: str) -> str:
    if nach == angebot.status:
        return explain_schon_dort(angebot)
    namen = dict(Status.choices)
    werte = {"von": angebot.get_status_display(), "nach": namen.get(Status(nach), nach) if nach in namen else nach}
    return _("Von „%(von)s“ nach „%(nach)s“ führt kein Weg.") % werte


def explain_schon_dort(angebot: Angebot) -> str:
    letzter = angebot.statuswechsel.select_related("konto").order_by("-am", "-pk").first()
    satz = _("Das Angebot ist schon „%(status)s“.") % {"status": angebot.get_status_display()}
    if letzter is None or letzter.konto is None:
        return satz
    werte = {"wer": letzter.konto, "wann": format_zeitpunkt(letzter.am)}
    return f"{satz} {_('Das war %(wer)s am %(wann)s.') % werte}"


def format_zeitpunkt(zeitpunkt: datetime) -> str:
    """Wall clock of Europe/Berlin, for sentences: "28. November 2026 um 14:05 Uhr"."""
    dort = zeitpunkt.astimezone(BERLIN)
    return _("%(datum)s um %(uhrzeit)s Uhr") % {"datum": date_format(dort, "j. F Y"), "uhrzeit": f"{dort:%H:%M}"}


def _check(angebot: Angebot, uebergang: Uebergang, *, konto: Konto, grund: str) -> None:
    if not konto.has_perm(uebergang.recht):
        raise RechtFehltError(_("„%(titel)s“ darf nur, wer die Freigabe hat.") % {"titel": uebergang.titel})
    if uebergang.braucht_grund and not grund:
        raise GrundFehltError({"grund": _("Bitte einen Grund angeben; er steht später im Verlauf.")})
    if len(grund) > GRUND_HOECHSTENS:
        satz = _("Der Grund darf höchstens %(anzahl)d Zeichen haben.") % {"anzahl": GRUND_HOECHSTENS}
        raise GrundFehltError({"grund": satz})
    if uebergang.nach != Status.VEROEFFENTLICHT:
        return
    if satz := explain_vier_augen(angebot, konto):
        raise VierAugenError(satz)
    if fehlende := list_fehlende_pflichtangaben(angebot):
        raise AngabenFehlenError([hindernis.satz for hindernis in fehlende])


def _set_status(angebot: Angebot, nach: Status, *, jetzt: datetime) -> None:
    """Past the history: the Statuswechsel is the trace, and moving is no editing (see explain_vier_augen)."""
    felder: dict[str, object] = {"status": nach, "updated_at": jetzt}
    if nach == Status.VEROEFFENTLICHT and not angebot.war_oeffentlich:
        felder["veroeffentlicht_am"] = jetzt.astimezone(BERLIN).date()
    Angebot.objects.filter(pk=angebot.pk).update(**felder)
