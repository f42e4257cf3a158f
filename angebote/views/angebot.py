from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from angebote.models import Angebot


@require_safe
def show_angebot(request: HttpRequest, slug: str) -> HttpResponse:
    angebot = get_object_or_404(Angebot.objects.oeffentlich(timezone.localdate()), slug=slug)
    return render(request, "angebote/angebot_detail.html", {"angebot": angebot})


@require_safe
def redirect_kurz_id(request: HttpRequest, kurz_id: str) -> HttpResponse:
    return redirect(get_object_or_404(Angebot, kurz_id=kurz_id.lower()))


@require_safe
def download_kalender(request: HttpRequest, slug: str) -> HttpResponse:
    get_object_or_404(Angebot.objects.oeffentlich(timezone.localdate()), slug=slug)
    return HttpResponse(b"", content_type="text/calendar")
