"""The steps of an offer in the admin: their buttons under the form, and the page that asks for a reason."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.admin.nebenseite import get_aenderbares, read_fehler, read_text, render_nebenseite
from angebote.domain.redaktion import VerweigertError, find_uebergang, list_hindernisse, move_angebot
from angebote.models import Angebot
from pankow_einsamkeit.admin import OeffentlichAdmin

STATUS_FELD = "_status"  # submits the form and says where to go afterwards


class StatusMixin(OeffentlichAdmin):
    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.status_view)
        return [path("<path:object_id>/status/", view, name="angebote_angebot_status"), *super().get_urls()]

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if STATUS_FELD in request.POST:
            return self.go_to_status(request, obj.pk)
        return super().response_change(request, obj)

    def go_to_status(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Straight on where nothing has to be said or read first."""
        angebot, nach = Angebot.objects.get(pk=pk), request.POST[STATUS_FELD]
        uebergang = find_uebergang(angebot, nach)
        if uebergang and not uebergang.braucht_grund and self._move(request, angebot, nach) is None:
            return redirect("admin:angebote_angebot_change", pk)
        return redirect(f"{reverse('admin:angebote_angebot_status', args=[pk])}?{urlencode({'nach': nach})}")

    def _move(self, request: HttpRequest, angebot: Angebot, nach: str, grund: str = "") -> ValidationError | None:
        """None when the step is taken."""
        try:
            wechsel = move_angebot(
                angebot_id=angebot.pk,
                nach=nach,
                konto=request.user,  # type: ignore[arg-type]
                jetzt=timezone.now(),
                grund=grund,
            )
        except VerweigertError as fehler:
            return fehler
        werte = {"titel": angebot, "status": wechsel.get_nach_display()}
        messages.success(request, _("„%(titel)s“ ist jetzt „%(status)s“.") % werte)
        return None

    def status_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Asks for the reason of a step, or says what is in its way."""
        angebot = get_aenderbares(self, request, object_id)
        nach = (request.POST or request.GET).get("nach", "")
        grund = read_text(request, "grund")
        fehler = self._move(request, angebot, nach, grund) if request.method == "POST" else None
        if request.method == "POST" and fehler is None:
            return redirect("admin:angebote_angebot_change", angebot.pk)
        uebergang = find_uebergang(angebot, nach)
        if uebergang is None and fehler is None:
            messages.warning(request, _("Dieser Schritt ist gerade nicht möglich."))
            return redirect("admin:angebote_angebot_change", angebot.pk)
        context = {
            "title": uebergang.titel if uebergang else _("Status ändern"),
            "uebergang": uebergang,
            "nach": nach,
            "grund": grund,
            "hindernisse": list_hindernisse(angebot, uebergang, request.user) if uebergang else [],  # type: ignore[arg-type]
            **read_fehler(fehler, feld="grund"),
        }
        return render_nebenseite(self, request, "admin/angebote/angebot/status.html", angebot, context)
