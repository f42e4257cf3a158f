"""Every address below /admin/ and /intern/ needs a verified second factor in this session: hard to forget this way."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from pankow_einsamkeit.anmeldung.wege import find_umweg

Answer = Callable[[HttpRequest], HttpResponseBase]

INTERN = ("/admin/", "/intern/")
KONTO = "/konto/"
# Django's own addresses for signing in and out, which lead to ours.
WEGE_HINEIN = frozenset({"/admin/login/", "/admin/logout/"})


def guard_staff_pages(get_response: Answer) -> Answer:
    """Visitors of public pages have no session; none is read for them."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        pfad = request.path_info
        ist_intern = pfad.startswith(INTERN) and pfad not in WEGE_HINEIN
        umweg = find_umweg(request, ist_intern=ist_intern) if ist_intern or pfad.startswith(KONTO) else None
        return umweg or get_response(request)

    return answer
