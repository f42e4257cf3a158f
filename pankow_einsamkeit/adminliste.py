"""Lists of the admin for whatever stands in their address."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db import DataError, ProgrammingError
from django.http import HttpRequest


class Liste(ChangeList):
    """Django answers a filter that means nothing with the whole list, but only while the question is put together.

    A year beyond the calendar, half a range and a number beyond the column are found out later.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        try:
            super().__init__(*args, **kwargs)
        except (ValueError, OverflowError, IndexError, DataError, ProgrammingError) as fehler:
            raise IncorrectLookupParameters(fehler) from fehler


class ListenAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Base of every admin."""

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return Liste
