from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter

from konzept.views import (
    kooperation,
    kooperationsbearbeitung,
    kooperationsdokumente,
    kooperationsfreigaben,
    kooperationsloeschung,
)


class KennungConverter(StringConverter):
    """The random name of a document."""

    regex = "[0-9a-f]{32}"


register_converter(KennungConverter, "dokumentkennung")

urlpatterns: list[URLPattern] = [
    path("anfragen/", kooperation.show_liste, name="anfrage-liste"),
    path("anfragen/neu/", kooperationsbearbeitung.show_neu, name="anfrage-neu"),
    path("anfragen/<int:pk>/", kooperation.show_anfrage, name="anfrage-detail"),
    path(
        "anfragen/<int:pk>/angaben/<slug:abschnitt>/", kooperationsbearbeitung.show_abschnitt, name="anfrage-abschnitt"
    ),
    path(
        "anfragen/<int:pk>/beteiligung/<slug:stelle>/",
        kooperationsbearbeitung.show_beteiligung,
        name="anfrage-beteiligung",
    ),
    path("anfragen/<int:pk>/entscheidung/", kooperationsbearbeitung.show_entscheidung, name="anfrage-entscheidung"),
    path("anfragen/<int:pk>/schritt/", kooperationsbearbeitung.show_schritt, name="anfrage-schritt"),
    path("anfragen/<int:pk>/dokument/", kooperationsdokumente.show_dokument, name="anfrage-dokument"),
    path("anfragen/<int:pk>/material/", kooperationsdokumente.show_material, name="anfrage-material"),
    path(
        "anfragen/material/<int:pk>/freigabe/<slug:stelle>/",
        kooperationsfreigaben.show_freigabe,
        name="anfrage-freigabe",
    ),
    path(
        "anfragen/dokument/<dokumentkennung:kennung>/",
        kooperationsdokumente.show_datei,
        name="anfrage-dokument-datei",
    ),
    path(
        "anfragen/dokument/<dokumentkennung:kennung>/entfernen/",
        kooperationsloeschung.show_entfernen,
        name="anfrage-dokument-entfernen",
    ),
]
