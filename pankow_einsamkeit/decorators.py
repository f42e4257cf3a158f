from collections.abc import Callable
from typing import TypeVar

from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

View = TypeVar("View", bound=Callable[..., object])


def public_page(view: View) -> View:
    """Answers GET and HEAD, and anything else with 405.

    Such a view writes nothing, so there is nothing to forge. Without the exemption the CSRF middleware would answer
    first, with a text about signing in that no visitor can make sense of.
    """
    return csrf_exempt(require_safe(view))
