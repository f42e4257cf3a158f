from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from angebote.models import Krisenhilfe


@require_safe
def show_krise(request: HttpRequest) -> HttpResponse:
    return render(request, "angebote/krise.html", {"hilfen": Krisenhilfe.objects.filter(ist_sichtbar=True)})
