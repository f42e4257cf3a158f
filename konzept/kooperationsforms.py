"""Forms of cooperation requests. What they do not refuse the domain does; both say it in the same place."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.formularfehler import NennendeForm
from angebote.formularfelder import EuroField
from konzept.domain.kooperation import Uebergang, find_weiter
from konzept.domain.kooperationsangaben import Abschnitt
from konzept.domain.kooperationsentscheidung import find_luecken
from konzept.domain.kooperationspruefung import find_fordernder_stand
from konzept.models import (
    Anfragebeteiligung,
    Anfrageentscheidung,
    Anfragematerial,
    Dokumentloeschung,
    Kooperationsanfrage,
)
from konzept.models import Materialfreigabe as Freigabe
from konzept.models.kooperationswerte import Anfragestatus, Beteiligungsart, Dokumentart, Ergebnis, Stelle

ERMOEGLICHER_VORSCHLAG = "QPK/Sozialplanung"  # G8: a suggestion, which somebody has to save
DATEIARTEN = ".pdf,.png,.jpg,.jpeg,.docx,.odt"
KEIN_RECHTSTRAEGER = gettext_lazy("Anfragen kann nur eine juristische Person, zum Beispiel ein eingetragener Verein.")


def build_feld(feld: Any, **kwargs: Any) -> Any:
    """For modelform_factory: dates as browsers know them, euros with a comma."""
    ist_cent = feld.name.endswith("_cent")
    formularfeld: Any = EuroField(label=feld.verbose_name, required=False) if ist_cent else feld.formfield(**kwargs)
    if isinstance(formularfeld, forms.DateField):
        formularfeld.widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    if isinstance(formularfeld.widget, forms.Textarea):
        formularfeld.widget.attrs["rows"] = 4
    if feld.name == "rechtsform":
        formularfeld.error_messages |= dict.fromkeys(("required", "invalid_choice"), str(KEIN_RECHTSTRAEGER))
    return formularfeld


class AbschnittForm(NennendeForm, forms.ModelForm):
    """One part of a request; which one, build_abschnittform says."""


def build_abschnittform(
    abschnitt: Abschnitt, status: str = Anfragestatus.EINGANG
) -> type[forms.ModelForm[Kooperationsanfrage]]:
    """status: of the request, as what is needed by now depends on it."""

    def build(feld: Any, **kwargs: Any) -> Any:
        formularfeld = build_feld(feld, **kwargs)
        if not formularfeld.required and (wann := describe_noetig(feld.name, status)):
            set_zusatz(formularfeld, wann)
        return formularfeld

    return forms.modelform_factory(
        Kooperationsanfrage,
        form=AbschnittForm,
        fields=list(abschnitt.felder),
        formfield_callback=build,
    )


def describe_noetig(feld: str, status: str) -> str:
    """When an empty field begins to stand in the way of a request in this state; empty where it never does."""
    stand = find_fordernder_stand(feld, status)
    if stand is None:
        return ""
    weiter = find_weiter(stand)
    if stand == status or weiter is None:
        return _("nötig, damit es weitergeht")
    return _("nötig vor dem Schritt „%(schritt)s“") % {"schritt": weiter.titel}


def suggest_werte(anfrage: Kooperationsanfrage, abschnitt: Abschnitt) -> dict[str, Any]:
    """What stands in the form before anybody has written anything."""
    if "ermoeglicher" in abschnitt.felder and not anfrage.ermoeglicher:
        return {"ermoeglicher": ERMOEGLICHER_VORSCHLAG}
    return {}


def set_zusatz(feld: Any, zusatz: str) -> None:
    """When an empty field stands in the way; shown beside the label (kooperation/_feld.html)."""
    feld.zusatz = zusatz


def set_wahl(feld: Any, wahl: list[tuple[str, Any]]) -> None:
    """What can be chosen here and now."""
    feld.choices = wahl


class BeteiligungForm(NennendeForm, forms.ModelForm):
    class Meta:
        model = Anfragebeteiligung
        fields = ("art", "votum", "stellungnahme", "am", "person", "grund")
        formfield_callback = build_feld

    def __init__(self, *args: Any, stelle: Stelle, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_zusatz(self.fields["stellungnahme"], _("nötig bei Auflagen und Ablehnung"))
        set_zusatz(self.fields["grund"], _("nötig"))
        if self.instance.pk is None:
            del self.fields["grund"]  # nothing to correct yet
        nur_votum = stelle == Stelle.DATENSCHUTZ
        set_zusatz(self.fields["votum"], _("nötig") if nur_votum else _("nötig bei einem Votum"))
        if nur_votum:
            set_wahl(self.fields["art"], [(Beteiligungsart.VOTUM.value, Beteiligungsart.VOTUM.label)])

    def _post_clean(self) -> None:
        """The domain checks the row as a whole, with the request it belongs to."""


class EntscheidungForm(NennendeForm, forms.ModelForm):
    wiedervorlage_am = forms.DateField(
        label=gettext_lazy("Wiedervorlage am"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    class Meta:
        model = Anfrageentscheidung
        fields = ("ergebnis", "gruende", "gleichbehandlung", "entschieden_von", "entschieden_am")
        formfield_callback = build_feld

    def __init__(self, *args: Any, moegliche: list[Ergebnis], hat_vergleichbare: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hat_vergleichbare = hat_vergleichbare
        set_zusatz(self.fields["wiedervorlage_am"], _("nötig, wenn zurückgestellt wird"))
        if hat_vergleichbare:
            set_zusatz(self.fields["gleichbehandlung"], _("nötig, denn es gibt frühere Entscheidungen"))
        self.fields["ergebnis"] = forms.ChoiceField(
            label=self.fields["ergebnis"].label,
            choices=[(eines.value, eines.label) for eines in moegliche or Ergebnis],
            widget=forms.RadioSelect,
            error_messages={
                "required": _("Bitte wählen Sie, wie entschieden wurde."),
                "invalid_choice": _("So kann hier nicht entschieden werden."),
            },
        )

    def clean(self) -> dict[str, Any]:
        """What the domain would ask for next stands beside what is missing already."""
        werte: dict[str, Any] = super().clean()  # type: ignore[assignment]
        for feld, satz in find_luecken(werte, gibt_fruehere=self.hat_vergleichbare).items():
            if feld not in self.errors:
                self.add_error(feld, satz)
        return werte

    def _post_clean(self) -> None:
        """As above."""


class Dateifeld(forms.FileField):
    def __init__(self) -> None:
        super().__init__(
            label=_("Datei"),
            help_text=_("PDF, PNG, JPEG, Word (DOCX) oder OpenDocument (ODT), höchstens %(mb)d MB. ")
            % {"mb": settings.DOKUMENT_MAX_MB}
            + _("Bitte keine Datei mit Adressen oder Namenslisten von Bürgerinnen und Bürgern."),
            widget=forms.FileInput(attrs={"accept": DATEIARTEN}),
            error_messages={
                "required": _("Bitte wählen Sie eine Datei aus."),
                "empty": _("Diese Datei ist leer. Bitte wählen Sie eine andere."),
            },
        )


class DokumentForm(NennendeForm, forms.Form):
    art = forms.ChoiceField(
        label=gettext_lazy("Was ist das?"),
        error_messages={"invalid_choice": gettext_lazy("Diese Art nimmt die Anfrage jetzt nicht an.")},
    )

    def __init__(self, *args: Any, arten: list[Dokumentart], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_wahl(self.fields["art"], [(eine.value, eine.label) for eine in arten])
        self.fields["datei"] = Dateifeld()


class MaterialForm(NennendeForm, forms.ModelForm):
    class Meta:
        model = Anfragematerial
        fields = ("art", "absender", "rueckruf", *Anfragematerial.TONFRAGEN, "freiwillig", "freiwillig_satz")
        formfield_callback = build_feld

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["datei"] = Dateifeld()
        self.order_fields(["art", "datei"])

    def _post_clean(self) -> None:
        """As above."""


class FreigabeForm(NennendeForm, forms.ModelForm):
    class Meta:
        model = Freigabe
        fields = ("person", "freigegeben_am")
        formfield_callback = build_feld

    def _post_clean(self) -> None:
        """As above."""


class EntfernenForm(NennendeForm, forms.ModelForm):
    class Meta:
        model = Dokumentloeschung
        fields = ("grund",)
        formfield_callback = build_feld

    def _post_clean(self) -> None:
        """As above."""


class SchrittForm(NennendeForm, forms.Form):
    nach = forms.ChoiceField(label=gettext_lazy("Was soll geschehen?"), widget=forms.RadioSelect)
    grund = forms.CharField(
        label=gettext_lazy("Grund"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Er bleibt im Verlauf stehen und lässt sich nicht ändern."),
    )

    def __init__(self, *args: Any, uebergaenge: list[Uebergang], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_zusatz(self.fields["grund"], _("nötig, wenn es zurückgeht"))
        set_wahl(self.fields["nach"], [(einer.nach.value, einer.titel) for einer in uebergaenge])
        self.fields["nach"].error_messages |= {
            "required": _("Bitte wählen Sie einen Schritt."),
            "invalid_choice": _("Dieser Schritt führt von hier nicht weiter."),
        }
