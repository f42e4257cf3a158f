"""Nothing is stored by anybody unless a view has said so."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from pankow_einsamkeit.decorators import NICHT_SPEICHERN, is_signed_in
from pankow_einsamkeit.fassung import read_fassung

Answer = Callable[[HttpRequest], HttpResponseBase]


def forbid_storing(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """For answers without Cache-Control, such as errors, and for everything staff see or that sets a cookie.

    Without any word caches may keep a "not found" or a permanent redirect as long as they like (RFC 9111, 4.2.2).
    """
    read_fassung()  # reads some hundred files: once, before the server forks, and not with the first visitor

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if is_signed_in(request) or response.cookies:
            del response.headers["ETag"]
            response.headers["Cache-Control"] = NICHT_SPEICHERN
        else:
            response.headers.setdefault("Cache-Control", NICHT_SPEICHERN)
        return response

    return answer
