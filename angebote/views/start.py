from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def show_start(request: HttpRequest) -> HttpResponse:
    return render(request, "angebote/start.html")
