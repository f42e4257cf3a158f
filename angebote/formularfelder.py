"""Form fields that take what people write on paper ("2,50", "14.30", "2. und 4. im Monat"), for staff and providers."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

HOECHSTBETRAG = Decimal(100_000)
TAUSENDER = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]*)?")  # as in 3.400 or 3.400,00
UHRZEITFORMATE = ["%H:%M", "%H.%M", "%H:%M:%S", "%H", "%H Uhr", "%H:%M Uhr", "%H.%M Uhr"]


class EuroField(forms.CharField):
    """Shows and takes euros with a comma, holds whole cents; None if empty."""

    default_error_messages = {
        "invalid": _("Bitte einen Betrag in Euro angeben, zum Beispiel 2,50 oder 3."),
        "zu_genau": _("Ein Betrag hat höchstens zwei Stellen nach dem Komma."),
        "zu_gross": _("Dieser Betrag ist zu groß."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "size": 8}))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return f"{value // 100},{value % 100:02d}" if isinstance(value, int) else value

    def to_python(self, value: Any) -> Any:
        text = (super().to_python(value) or "").removesuffix("€").removesuffix("Euro").strip()
        if not text:
            return None
        try:
            betrag = Decimal((text.replace(".", "") if TAUSENDER.fullmatch(text) else text).replace(",", "."))
        except InvalidOperation as fehler:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from fehler
        if not betrag.is_finite() or betrag < 0:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if betrag > HOECHSTBETRAG:
            raise ValidationError(self.error_messages["zu_gross"], code="zu_gross")
        if betrag * 100 != int(betrag * 100):
            raise ValidationError(self.error_messages["zu_genau"], code="zu_genau")
        return int(betrag * 100)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True


class MonatswochenField(forms.MultipleChoiceField):
    """Checkboxes for "2nd and 4th of the month"; holds the text of Zeit.monatswochen ("2,4", "-1")."""

    WOCHEN = [("1", _("1.")), ("2", _("2.")), ("3", _("3.")), ("4", _("4.")), ("5", _("5.")), ("-1", _("letzter"))]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=self.WOCHEN, widget=forms.CheckboxSelectMultiple, required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return [teil for teil in value.split(",") if teil] if isinstance(value, str) else value

    def clean(self, value: Any) -> Any:
        gewaehlt = super().clean(value)
        return ",".join(zahl for zahl, _name in self.WOCHEN if zahl in gewaehlt)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial or ""), data)


class UhrzeitField(forms.TimeField):
    """Takes "14", "14:30", "14.30" and "14 Uhr"; shows hours and minutes."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            input_formats=UHRZEITFORMATE,
            widget=forms.TimeInput(format="%H:%M", attrs={"size": 6, "autocomplete": "off"}),
            error_messages={"invalid": _("Bitte eine Uhrzeit angeben, zum Beispiel 14 oder 14:30.")},
            **kwargs,
        )
