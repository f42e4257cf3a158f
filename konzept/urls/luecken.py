from django.urls import path

from konzept.views import kieze, luecken
from konzept.views.lueckenzelle import show_zelle

urlpatterns = [
    path("luecken/", luecken.show_luecken, name="luecken"),
    path("luecken/zelle/", show_zelle, name="luecken-zelle"),
    path("luecken/tabelle.csv", luecken.download_luecken, name="luecken-csv"),
    path("kieze/", kieze.show_kieze, name="kiez-profile"),
    path("kieze/<slug:slug>/", kieze.show_kiez, name="kiez-profil"),
    path("kieze/<slug:slug>/notiz/", kieze.add_notiz, name="kieznotiz-neu"),
    path("kieze/<slug:slug>/notiz/<int:pk>/entfernen/", kieze.remove_notiz, name="kieznotiz-entfernen"),
]
