"""Long lists of the network in pages; files to download hold everything."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

JE_SEITE = 50


def read_seite(request: HttpRequest, menge: QuerySet[Any]) -> Page[Any]:
    """The page that the address asks for; the nearest one where it names none that there is."""
    return Paginator(menge, JE_SEITE).get_page(request.GET.get("seite"))
