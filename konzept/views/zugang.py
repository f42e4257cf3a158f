"""What the pages below /intern/ have in common. A second factor is asked for before they are reached (adr/0022)."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pankow_einsamkeit.models import Konto

View = TypeVar("View", bound=Callable[..., object])


class FehlendesRecht(PermissionDenied):
    """A refusal that can say what would have been needed. rechte: as for has_perms."""

    def __init__(self, *rechte: str) -> None:
        super().__init__()
        self.rechte = rechte


def intern_page(*rechte: str) -> Callable[[View], View]:
    """For who holds all these rights; anybody else gets 403. No cache keeps the answer. Takes GET only."""

    def decorate(view: View) -> View:
        return intern_form(*rechte)(require_safe(view))

    return decorate


def intern_form(*rechte: str) -> Callable[[View], View]:
    """As intern_page, but takes POST too; the view asks for the method itself."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.has_perms(rechte):
                raise FehlendesRecht(*rechte)
            return cast("Callable[..., HttpResponse]", view)(request, *args, **kwargs)

        return cast("View", never_cache(answer))

    return decorate


def read_konto(request: HttpRequest) -> Konto:
    """Whoever got past intern_page or intern_form is signed in; Django's own type does not know."""
    return cast("Konto", request.user)
