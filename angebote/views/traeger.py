from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from angebote.models import Traeger


@require_safe
def show_traeger(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "angebote/traeger_detail.html", {"traeger": get_object_or_404(Traeger, slug=slug)})
