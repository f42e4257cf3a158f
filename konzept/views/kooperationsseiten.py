"""What the pages of cooperation requests have in common: the way back, one form with its refusals, the checklist."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from konzept.domain.kooperationsangaben import ABSCHNITTE
from konzept.domain.kooperationsbeteiligung import DatenschutzZuerstError, check_beteiligung
from konzept.domain.kooperationsmaterial import NIMMT_MATERIAL
from konzept.domain.kooperationspruefung import DOKUMENT, FREIGABE, MATERIAL, Bedingung, Lage, list_bedingungen
from konzept.models import Kooperationsanfrage
from konzept.models.kooperationswerte import Anfragestatus, Stelle
from konzept.views.formularantwort import save_formular
from konzept.views.zugang import FehlendesRecht

SEHEN, BEARBEITEN = "konzept.view_kooperationsanfrage", "konzept.change_kooperationsanfrage"
VOTIEREN = "konzept.vote_kooperationsanfrage"
ENTFERNEN = "konzept.add_dokumentloeschung"
SEITEN = {DOKUMENT: "konzept:anfrage-dokument", MATERIAL: "konzept:anfrage-material"}
# Where a condition means the whole form.
ERSTES_FELD = {DOKUMENT: "datei", MATERIAL: "art"}


@dataclass(frozen=True)
class Formularseite:
    """titel: h1 and last step of the path. gesperrt: why there is no form now; empty if there is one.

    stand: goes with the form, to tell whether somebody saves in between; empty where nobody can. Asked after saving.
    """

    titel: str
    knopf: str
    anfrage: Kooperationsanfrage | None = None
    gesperrt: str = ""
    stand: str | Callable[[], str] = ""
    vorlage: str = "konzept/kooperation/formular.html"
    context: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Pruefpunkt:
    """url: where it is answered; empty where this account cannot. hinweis: why nobody can yet."""

    bedingung: Bedingung
    erfuellt: bool
    url: str
    hinweis: str = ""


def build_pfad(anfrage: Kooperationsanfrage | None, titel: str = "") -> list[dict[str, str]]:
    """From the list to this page."""
    pfad = [{"label": _("Kooperationsanfragen"), "url": reverse("konzept:anfrage-liste")}]
    if anfrage is not None:
        pfad.append({"label": anfrage.titel, "url": anfrage.get_absolute_url() if titel else ""})
    return [*pfad, {"label": titel, "url": ""}] if titel else pfad


def read_gesendetes(request: HttpRequest) -> tuple[Any, Any]:
    """Values and files of what was sent; None each before anything was, so that an empty form is a form, too."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def answer_formular(
    request: HttpRequest,
    seite: Formularseite,
    form: forms.BaseForm,
    *,
    save: Callable[[dict[str, Any]], Kooperationsanfrage],
    erfolg: str,
) -> HttpResponse:
    """Saves a valid form and leads to the request; shows every refusal above what was typed."""
    antwort = save_formular(request, form, save=save, erfolg=erfolg)
    if antwort is not None:
        return antwort
    stand = seite.stand() if callable(seite.stand) else seite.stand
    context = {
        "seite": replace(seite, stand=stand),
        "form": form,
        "anfrage": seite.anfrage,
        "pfad": build_pfad(seite.anfrage, seite.titel),
    }
    return render(request, seite.vorlage, context | dict(seite.context))


def find_sperre(pruefe: Callable[..., object], *args: object, **kwargs: object) -> str:
    """The sentence of the refusal, or nothing."""
    try:
        pruefe(*args, **kwargs)
    except ValidationError as fehler:
        return " ".join(fehler.messages)
    return ""


def find_stellensperre(anfrage: Kooperationsanfrage, stelle: Stelle) -> str:
    """As find_sperre, in the few words that stand beside the name of an office."""
    try:
        check_beteiligung(anfrage, stelle)
    except DatenschutzZuerstError:
        return _("folgt nach dem Votum des Datenschutzes")
    except ValidationError as fehler:
        return " ".join(fehler.messages)
    return ""


def get_recht(stelle: str) -> str:
    """What somebody needs to write for this office: the Datenschutz speaks for itself (G9 to G11, adr/0028)."""
    return VOTIEREN if stelle == Stelle.DATENSCHUTZ else BEARBEITEN


def check_recht(request: HttpRequest, stelle: str) -> None:
    if not request.user.has_perm(get_recht(stelle)):
        raise FehlendesRecht(get_recht(stelle))


def build_pruefliste(lage: Lage, wer: Any) -> list[Pruefpunkt]:
    """What is open first. wer: the account that looks."""
    punkte = [_build_pruefpunkt(lage, bedingung, wer) for bedingung in list_bedingungen(lage.anfrage)]
    return sorted(punkte, key=lambda punkt: punkt.erfuellt)


def _build_pruefpunkt(lage: Lage, bedingung: Bedingung, wer: Any) -> Pruefpunkt:
    if bedingung.ist_erfuellt(lage):
        return Pruefpunkt(bedingung, erfuellt=True, url="")
    darf = wer.has_perm(get_recht(bedingung.gebiet))
    wartet = bedingung.gebiet in Stelle.values and lage.anfrage.status == Anfragestatus.BETEILIGUNG
    hinweis = find_stellensperre(lage.anfrage, Stelle(bedingung.gebiet)) if wartet else ""
    url = build_url(lage.anfrage, bedingung) if darf and not hinweis else ""
    return Pruefpunkt(bedingung, erfuellt=False, url=url, hinweis=hinweis)


def find_offene_staende(anfrage: Kooperationsanfrage, gebiet: str) -> Sequence[str]:
    """In which of them conditions of this kind are answered."""
    if gebiet in ABSCHNITTE:
        return ABSCHNITTE[gebiet].offen_in
    offen = {FREIGABE: (Anfragestatus.MATERIALFREIGABE,), MATERIAL: NIMMT_MATERIAL}
    return offen.get(gebiet, (anfrage.status,))


def build_url(anfrage: Kooperationsanfrage, bedingung: Bedingung) -> str:
    """Where the condition is answered, at its field; the step back where it cannot be in this state."""
    gebiet, kwargs = bedingung.gebiet, {"pk": anfrage.pk}
    if anfrage.status not in find_offene_staende(anfrage, gebiet):
        return reverse("konzept:anfrage-schritt", kwargs=kwargs)
    if gebiet == FREIGABE:
        return f"{anfrage.get_absolute_url()}#material"
    if gebiet in ABSCHNITTE:
        url = reverse("konzept:anfrage-abschnitt", kwargs={**kwargs, "abschnitt": gebiet})
    elif gebiet in Stelle.values:
        url = reverse("konzept:anfrage-beteiligung", kwargs={**kwargs, "stelle": gebiet})
    else:
        url = reverse(SEITEN[gebiet], kwargs=kwargs)
    return f"{url}#id_{bedingung.feld or ERSTES_FELD.get(gebiet, 'am')}"
