"""The page that erases contacts of an offer everywhere, for whoever wants to be named no longer."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _

from angebote.admin.nebenseite import get_aenderbares, read_fehler, render_nebenseite
from angebote.domain.feldtexte import get_feldtitel
from angebote.domain.kontaktruecknahme import KONTAKTFELDER, MEIST_GEMEINT, erase_kontakt
from angebote.domain.redaktion import VEROEFFENTLICHEN, VerweigertError
from angebote.models import Angebot
from pankow_einsamkeit.admin import OeffentlichAdmin


class KontaktruecknahmeMixin(OeffentlichAdmin):
    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.kontakt_view)
        return [path("<path:object_id>/kontakt/", view, name="angebote_angebot_kontakt"), *super().get_urls()]

    def kontakt_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        angebot: Angebot = get_aenderbares(self, request, object_id)
        if not request.user.has_perm(VEROEFFENTLICHEN):
            raise PermissionDenied
        gewaehlte = request.POST.getlist("feld") if request.method == "POST" else list(MEIST_GEMEINT)
        fehler = self._erase(request, angebot, gewaehlte) if request.method == "POST" else None
        if request.method == "POST" and fehler is None:
            return redirect("admin:angebote_angebot_change", angebot.pk)
        felder = [(name, get_feldtitel(name), getattr(angebot, name), name in gewaehlte) for name in KONTAKTFELDER]
        context = {"title": _("Kontakt überall entfernen"), "felder": felder, **read_fehler(fehler)}
        return render_nebenseite(self, request, "admin/angebote/angebot/kontakt.html", angebot, context)

    def _erase(self, request: HttpRequest, angebot: Angebot, felder: Collection[str]) -> VerweigertError | None:
        try:
            erase_kontakt(
                angebot_id=angebot.pk,
                konto=request.user,  # type: ignore[arg-type]
                jetzt=timezone.now(),
                felder=felder,
            )
        except VerweigertError as fehler:
            return fehler
        messages.success(request, _("Entfernt, auch aus dem Verlauf und aus allen Vorschlägen."))
        return None
