from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, QueryDict

PARAMETER_MAX = 900  # below Django's own limit, which would answer with an error


def read_parameter(request: HttpRequest) -> QueryDict:
    """Thousands of parameters are cut instead of refused: even a broken link shows offers."""
    try:
        return request.GET
    except TooManyFieldsSent:
        return QueryDict("&".join(request.META["QUERY_STRING"].split("&")[:PARAMETER_MAX]))
