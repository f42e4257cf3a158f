"""Where the link of a mail leads: a provider sees the entry as the public does, and answers without an account.

Reading changes nothing, since mail scanners open every link; each answer is a POST. The secret is the address itself,
so there is nothing to forge and no cookie.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from angebote.anbieterforms import KorrekturForm, PauseForm, PlaetzeForm, Zeitenformular, add_fehler
from angebote.choices import Anfrageantwort, Kapazitaet
from angebote.domain.anfrageantworten import (
    GeaendertError,
    NichtBeantwortbarError,
    OffeneKorrekturError,
    announce_pause,
    build_gesehen,
    confirm_posten,
    has_offene_korrektur,
    resume_asking,
    set_plaetze,
    stop_asking,
    submit_korrektur,
)
from angebote.domain.bestaetigungslink import LinkAbgelaufenError, LinkError, build_token, read_token
from angebote.models import Anfrageposten, Anfragesperre, Angebot, Bestaetigungsanfrage
from angebote.views.angebotsseite import TEILE, build_angebotsseite
from angebote.views.karten import build_karten
from pankow_einsamkeit.decorators import forbid_traces

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

GEAENDERT = "geaendert"  # value of the parameter where the answer came too late
DANK = "danke"  # parameter: what has just been answered, so that the page can say thank you
DANKSAETZE = {
    "stimmt": _("Danke. Wir zeigen jetzt, dass die Angaben heute geprüft wurden."),
    "plaetze": _("Danke. Ihre Angabe zu den Plätzen steht jetzt auf der Seite."),
    "pause": _("Danke. Die Pause steht jetzt auf der Seite. Sie endet von selbst."),
    "korrektur": _("Danke. Die Redaktion sieht sich Ihre Änderungen an. Bis dahin bleibt der Eintrag, wie er ist."),
    "sperre": _("Wir fragen Sie nicht mehr. Ihre Einträge bleiben bestehen, bis die Redaktion etwas anderes erfährt."),
    "wieder": _("Wir fragen Sie wieder, wenn eine Prüfung ansteht."),
}
Ansicht = Callable[..., HttpResponse]


def answer_by_link(view: Ansicht) -> Ansicht:
    """Gives the view the Anfrage of the link; a link that opens nothing gets a page that says why."""

    @require_http_methods(["GET", "HEAD", "POST"])
    def open_link(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, anfrage=read_token(token, jetzt=timezone.localtime()), **kwargs)
        except (LinkAbgelaufenError, NichtBeantwortbarError) as fehler:
            return _refuse(request, str(fehler), HTTPStatus.GONE)
        except LinkError as fehler:
            return _refuse(request, str(fehler), HTTPStatus.NOT_FOUND)
        except Http404:
            return _refuse(request, _("Dieser Eintrag gehört nicht zu diesem Link."), HTTPStatus.NOT_FOUND)

    @wraps(view)
    def answer(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = open_link(request, token, **kwargs)
        forbid_traces(response)
        return response

    return csrf_exempt(answer)


def _refuse(request: HttpRequest, satz: StrPromise | str, status: HTTPStatus) -> HttpResponse:
    return render(request, "angebote/bestaetigen_ungueltig.html", {"satz": satz}, status=status)


@answer_by_link
def show_anfrage(request: HttpRequest, *, anfrage: Bestaetigungsanfrage) -> HttpResponse:
    """All entries of the mail; a mail with a single one leads straight to it."""
    if request.method == "POST":
        return _answer_for_all(request, anfrage)
    posten = _load_posten(anfrage)
    beantwortbare = _find_beantwortbare(anfrage)
    if len(posten) == 1 and DANK not in request.GET:
        return redirect(_build_url(anfrage, posten[0].angebot))
    karten = {
        karte.id: karte
        for karte in build_karten(
            [eines.angebot for eines in posten if eines.pk in beantwortbare], jetzt=timezone.localtime()
        )
    }
    context = {
        "anfrage": anfrage,
        "eintraege": [
            (eines, karten.get(eines.angebot_id), _build_url(anfrage, eines.angebot), build_gesehen(eines.angebot))
            for eines in posten
        ],
        "sind_offen": any(eines.antwort == Anfrageantwort.OFFEN for eines in posten if eines.pk in beantwortbare),
        "ist_gesperrt": _is_gesperrt(anfrage),
        **_build_dank(request),
    }
    return render(request, "angebote/bestaetigen.html", context)


@answer_by_link
def show_posten(request: HttpRequest, *, anfrage: Bestaetigungsanfrage, kurz_id: str) -> HttpResponse:
    """One entry as the public sees it, with everything that can be answered by one click or two fields."""
    posten = _get_posten(anfrage, kurz_id)
    plaetze, pause = PlaetzeForm(), PauseForm()
    if request.method == "POST":
        plaetze, pause, getan = _answer_for_one(request, posten)
        if getan:
            return _see_other(_build_url(anfrage, posten.angebot), getan)
    return _show_posten(request, posten, plaetze=plaetze, pause=pause)


@answer_by_link
def show_korrektur(request: HttpRequest, *, anfrage: Bestaetigungsanfrage, kurz_id: str) -> HttpResponse:
    """Fields to correct. What is sent waits for the Redaktion; what is refused comes back as it was typed."""
    posten = _get_posten(anfrage, kurz_id)
    gesendet = request.POST if request.method == "POST" else None
    form = KorrekturForm(gesendet, instance=posten.angebot)
    zeiten = Zeitenformular(gesendet, queryset=posten.angebot.zeiten.all(), prefix="zeiten")
    if gesendet is not None and form.is_valid() and zeiten.is_valid():
        try:
            _submit_korrektur(posten, form, zeiten)
        except ValidationError as fehler:
            add_fehler(form, fehler)
        else:
            return _see_other(_build_url(anfrage, posten.angebot), "korrektur")
    context = {
        "angebot": Angebot.objects.get(pk=posten.angebot_id),  # the form has changed the other one
        "form": form,
        "zeiten": zeiten,
        "zurueck_url": _build_url(anfrage, posten.angebot),
    }
    return render(request, "angebote/bestaetigen_korrektur.html", context)


def _submit_korrektur(posten: Anfrageposten, form: KorrekturForm, zeiten: Any) -> None:
    submit_korrektur(
        posten=posten,
        gesehen=form.gesehene_daten,
        daten=form.read_daten() | {"zeiten": zeiten.read_zeilen()},
        bemerkung=form.cleaned_data["bemerkung"],
        jetzt=timezone.localtime(),
    )


def _answer_for_all(request: HttpRequest, anfrage: Bestaetigungsanfrage) -> HttpResponse:
    jetzt, aktion = timezone.localtime(), request.POST.get("aktion")
    if aktion == "stimmt":
        gesehenes = dict(teil.split(" ", 1) for teil in request.POST.getlist("gesehen") if " " in teil)
        aktion = "stimmt" if _confirm_offene(anfrage, jetzt, gesehenes) else GEAENDERT
    elif aktion == "sperre":
        stop_asking(anfrage=anfrage, jetzt=jetzt)
    elif aktion == "wieder":
        resume_asking(anfrage=anfrage)
    else:
        aktion = ""
    return _see_other(reverse("angebote:bestaetigen", kwargs={"token": build_token(anfrage)}), aktion)


def _confirm_offene(anfrage: Bestaetigungsanfrage, jetzt: datetime, gesehenes: Mapping[str, str]) -> bool:
    """All that can be confirmed; the rest stays open and says so itself. False where one has changed meanwhile."""
    sind_gleich = True
    for posten in anfrage.posten.beantwortbare().filter(antwort=Anfrageantwort.OFFEN).order_by("angebot"):
        with suppress(OffeneKorrekturError, NichtBeantwortbarError):
            try:
                confirm_posten(posten=posten, jetzt=jetzt, gesehen=gesehenes.get(str(posten.pk), ""))
            except GeaendertError:
                sind_gleich = False
    return sind_gleich


def _answer_for_one(request: HttpRequest, posten: Anfrageposten) -> tuple[PlaetzeForm, PauseForm, str]:
    """The forms, with errors where something was refused, and what has been done; empty if nothing."""
    jetzt, aktion = timezone.localtime(), request.POST.get("aktion")
    plaetze, pause, getan = PlaetzeForm(), PauseForm(), ""
    if aktion == "stimmt":
        try:
            confirm_posten(posten=posten, jetzt=jetzt, gesehen=request.POST.get("gesehen", ""))
            getan = aktion
        except GeaendertError:
            getan = GEAENDERT
        except OffeneKorrekturError:
            pass  # the page says so instead of the button
    elif aktion == "plaetze":
        plaetze = PlaetzeForm(request.POST)
        getan = aktion if plaetze.is_valid() and _set_plaetze(posten, plaetze) else ""
    elif aktion == "pause":
        pause = PauseForm(request.POST)
        getan = aktion if pause.is_valid() and _announce_pause(posten, pause) else ""
    return plaetze, pause, getan


def _set_plaetze(posten: Anfrageposten, plaetze: PlaetzeForm) -> bool:
    kapazitaet = Kapazitaet(plaetze.cleaned_data["kapazitaet"])
    try:
        set_plaetze(posten=posten, kapazitaet=kapazitaet, jetzt=timezone.localtime())
    except ValidationError as fehler:
        add_fehler(plaetze, fehler)
        return False
    return True


def _announce_pause(posten: Anfrageposten, pause: PauseForm) -> bool:
    try:
        announce_pause(posten=posten, **pause.cleaned_data, jetzt=timezone.localtime())
    except ValidationError as fehler:
        add_fehler(pause, fehler)
        return False
    return True


def _show_posten(
    request: HttpRequest, posten: Anfrageposten, *, plaetze: PlaetzeForm, pause: PauseForm
) -> HttpResponse:
    angebot = Angebot.objects.select_related("ort__kiez", "traeger").get(pk=posten.angebot_id)
    prefetch_related_objects([angebot], *TEILE)
    token = build_token(posten.anfrage)
    context = vars(build_angebotsseite(angebot, jetzt=timezone.localtime())) | {
        "posten": posten,
        "plaetze": plaetze,
        "pause": pause,
        "verweigert": str(OffeneKorrekturError()) if has_offene_korrektur(posten) else "",
        **_build_dank(request),
        "gesehen": build_gesehen(angebot),
        "korrektur_url": reverse("angebote:bestaetigen-korrektur", kwargs={"token": token, "kurz_id": angebot.kurz_id}),
        "anfrage_url": reverse("angebote:bestaetigen", kwargs={"token": token}),
        "ist_gesperrt": _is_gesperrt(posten.anfrage),
        "hat_weitere": posten.anfrage.posten.count() > 1,
    }
    return render(request, "angebote/bestaetigen_angebot.html", context)


def _load_posten(anfrage: Bestaetigungsanfrage) -> Sequence[Anfrageposten]:
    posten = anfrage.posten.select_related("anfrage", "angebot__ort__kiez", "angebot__traeger")
    return list(posten.order_by("angebot__titel", "pk"))


def _get_posten(anfrage: Bestaetigungsanfrage, kurz_id: str) -> Anfrageposten:
    """404 for an offer that was never in the mail; NichtBeantwortbarError for one that may not be answered any more."""
    posten = get_object_or_404(anfrage.posten.select_related("anfrage", "angebot"), angebot__kurz_id=kurz_id)
    if posten.pk not in _find_beantwortbare(anfrage):
        raise NichtBeantwortbarError
    return posten


def _find_beantwortbare(anfrage: Bestaetigungsanfrage) -> set[int]:
    return set(anfrage.posten.beantwortbare().values_list("pk", flat=True))


def _is_gesperrt(anfrage: Bestaetigungsanfrage) -> bool:
    return Anfragesperre.objects.filter(email=anfrage.empfaenger.lower()).exists()


def _build_url(anfrage: Bestaetigungsanfrage, angebot: Angebot) -> str:
    return reverse("angebote:bestaetigen-angebot", kwargs={"token": build_token(anfrage), "kurz_id": angebot.kurz_id})


def _build_dank(request: HttpRequest) -> dict[str, str]:
    getan = request.GET.get(DANK, "")
    return {"dank": str(DANKSAETZE.get(getan, "")), "zu_spaet": str(GeaendertError()) if getan == GEAENDERT else ""}


def _see_other(adresse: str, getan: str | None) -> HttpResponse:
    antwort = redirect(f"{adresse}?{DANK}={getan}" if getan else adresse)
    antwort.status_code = HTTPStatus.SEE_OTHER  # a GET, so that a reload answers nothing twice
    return antwort
