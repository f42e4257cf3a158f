"""The handbook, for everybody who works here."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from konzept.handbuch import build_kapiteladresse, load_handbuch
from konzept.views.zugang import intern_page


@intern_page()
def show_handbuch(request: HttpRequest) -> HttpResponse:
    context = {"text": load_handbuch().inhalt, "pfad": [{"label": _("Handbuch"), "url": ""}]}
    return render(request, "konzept/handbuch/inhalt.html", context)


@intern_page()
def show_kapitel(request: HttpRequest, kapitel: str) -> HttpResponse:
    alle = load_handbuch().kapitel
    if kapitel not in alle:
        raise Http404("no such chapter")
    namen = list(alle)
    stelle = namen.index(kapitel)
    folgt = namen[stelle + 1] if stelle + 1 < len(namen) else ""
    context = {
        "text": alle[kapitel],
        "folgt": {"titel": alle[folgt].titel, "url": build_kapiteladresse(folgt)} if folgt else None,
        "pfad": [
            {"label": _("Handbuch"), "url": reverse("konzept:handbuch")},
            {"label": alle[kapitel].titel, "url": ""},
        ],
    }
    return render(request, "konzept/handbuch/kapitel.html", context)
