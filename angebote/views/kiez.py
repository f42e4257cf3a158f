from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from angebote.models import Kiez


@require_safe
def list_kieze(request: HttpRequest) -> HttpResponse:
    return render(request, "angebote/kiez_liste.html", {"kieze": Kiez.objects.all()})


@require_safe
def show_kiez(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "angebote/kiez_detail.html", {"kiez": get_object_or_404(Kiez, slug=slug)})
