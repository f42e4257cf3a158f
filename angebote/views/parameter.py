from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, QueryDict

PARAMETER_MAX = 900  # below Django's own limit, which would answer with an error


def read_parameter(request: HttpRequest) -> QueryDict:
    """Thousands of parameters are cut instead of refused: even a broken link shows offers."""
    try:
        return request.GET
    except TooManyFieldsSent:
        return QueryDict("&".join(request.META["QUERY_STRING"].split("&")[:PARAMETER_MAX]))


def read_formular(request: HttpRequest) -> QueryDict:
    """What a form sent, cut in the same way. Only for forms without files."""
    koerper = request.body  # read first: afterwards it cannot be read again
    try:
        return request.POST
    except TooManyFieldsSent:
        return QueryDict(b"&".join(koerper.split(b"&")[:PARAMETER_MAX]))
