"""Photos on the page of an offer or place. A refused file keeps everything else that was typed."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from angebote.admin.auffrischen import AuffrischenAdmin
from angebote.admin.inlines import TeileInline
from angebote.choices import Motiv
from angebote.domain.bilder import BildError
from angebote.domain.fotos import delete_fotos, read_fassungen, remove_dateien_on_commit, store_foto
from angebote.models import Foto

HOECHSTZAHL = 6
DATEIHILFE = _(
    "JPEG, PNG oder WebP, quer aufgenommen, mindestens 960 Pixel breit. Ort und Datum der Aufnahme werden entfernt."
)
NOCH_EINMAL = _(
    "Bitte wählen Sie die Datei noch einmal aus: Der Browser behält sie nicht, wenn etwas zurückgewiesen wird."
)


class FotoForm(forms.ModelForm):
    datei = forms.FileField(
        label=_("Datei"),
        help_text=DATEIHILFE,
        # Named kinds make an iPhone send a JPEG by itself.
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        feld = self.fields["datei"]
        if self.instance.pk:
            feld.label, feld.required = _("Andere Datei"), False
        if self.is_bound and self.add_prefix("datei") in self.files:
            feld.help_text = NOCH_EINMAL  # seen only where the page comes back

    def clean_datei(self) -> Any:
        """The new files instead of the uploaded one; None where the photo keeps those it has."""
        datei = self.cleaned_data["datei"]
        if not datei:
            return None
        try:
            return read_fassungen(datei)
        except BildError as fehler:
            raise ValidationError(str(fehler), code="kein_foto") from fehler


class FotoFormSet(forms.BaseInlineFormSet):
    """Writes through the domain, which keeps rows and files together."""

    def save_new(self, form: Any, commit: bool = True) -> Foto:  # noqa: FBT002 - Django's own signature
        foto: Foto = super().save_new(form, commit=False)
        store_foto(foto=foto, fassungen=form.cleaned_data["datei"])
        return foto

    def save_existing(self, form: Any, obj: Foto, commit: bool = True) -> Foto:  # noqa: FBT002
        foto: Foto = form.save(commit=False)
        store_foto(foto=foto, fassungen=form.cleaned_data["datei"])
        return foto

    def delete_existing(self, obj: Foto, commit: bool = True) -> None:  # noqa: FBT002
        delete_fotos(fotos=[obj])

    def save_geloeschte(self) -> None:
        """Only what is ticked for deletion; sets what save() sets."""
        self.new_objects, self.changed_objects = [], []
        self.deleted_objects = [form.instance for form in self.deleted_forms if form.instance.pk]
        delete_fotos(fotos=self.deleted_objects)

    def has_bleibende(self) -> bool:
        """Whether a photo is added or changed, and not only removed."""
        return any(form.has_changed() and form not in self.deleted_forms for form in self.forms)


class FotoInline(TeileInline):
    model = Foto
    form = FotoForm
    formset = FotoFormSet
    max_num = HOECHSTZAHL
    motive: tuple[Motiv, ...] = ()
    fields = (
        "show_vorschau",
        "datei",
        ("motiv", "reihenfolge"),
        "alt_text",
        "bildnachweis",
        "menschen_erkennbar",
        "einwilligung_vermerk",
    )
    readonly_fields = ("show_vorschau",)

    @admin.display(description=_("Vorschau"))
    def show_vorschau(self, foto: Foto) -> str:
        return render_to_string("admin/_fotovorschau.html", {"foto": foto})

    def formfield_for_choice_field(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "motiv":
            kwargs["choices"] = [("", "---------"), *((motiv.value, motiv.label) for motiv in self.motive)]
        return super().formfield_for_choice_field(db_field, request, **kwargs)


class AngebotFotoInline(FotoInline):
    """The entrance is a photo of the place, where all its offers show it."""

    motive = (Motiv.AKTIVITAET, Motiv.RAUM)


class OrtFotoInline(FotoInline):
    motive = (Motiv.EINGANG, Motiv.RAUM)


class FotosLoeschenAdmin(AuffrischenAdmin):
    """Deleting what has photos deletes their files, too."""

    @transaction.atomic
    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        remove_dateien_on_commit(fotos=obj.fotos.all())
        super().delete_model(request, obj)

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        remove_dateien_on_commit(fotos=Foto.objects.filter(ort__in=queryset))
        super().delete_queryset(request, queryset)
