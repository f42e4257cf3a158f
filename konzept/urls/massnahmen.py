from django.urls import URLPattern, path

from konzept.views import massnahme, massnahme_formular, massnahme_liste, massnahme_status
from konzept.views.massnahme_tafel import show_tafel
from konzept.views.massnahme_verknuepfung import show_verknuepfung
from konzept.views.massnahme_zeitplan import show_zeitplan

urlpatterns: list[URLPattern] = [
    path("massnahmen/", show_tafel, name="massnahme-tafel"),
    path("massnahmen/liste/", massnahme_liste.show_liste, name="massnahme-liste"),
    path("massnahmen/liste.csv", massnahme_liste.download_liste, name="massnahme-csv"),
    path("massnahmen/ueberfaellig/", massnahme_liste.show_ueberfaellige, name="massnahme-ueberfaellig"),
    path("massnahmen/kieze/", massnahme_liste.show_kieze, name="massnahme-kieze"),
    path("massnahmen/bereiche/", massnahme_liste.show_bereiche, name="massnahme-bereiche"),
    path("massnahmen/zeitplan/", show_zeitplan, name="massnahme-zeitplan"),
    path("massnahmen/neu/", massnahme_formular.create, name="massnahme-neu"),
    path("massnahmen/<int:pk>/", massnahme.show_massnahme, name="massnahme-detail"),
    path("massnahmen/<int:pk>/bearbeiten/", massnahme_formular.change, name="massnahme-bearbeiten"),
    path("massnahmen/<int:pk>/verknuepfungen/<str:art>/", show_verknuepfung, name="massnahme-verknuepfung"),
    path("massnahmen/<int:pk>/status/", massnahme_status.change_status, name="massnahme-status"),
    path("massnahmen/<int:pk>/meilenstein/", massnahme_formular.create_meilenstein, name="massnahme-meilenstein-neu"),
    path("massnahmen/<int:pk>/indikator/", massnahme_formular.create_indikator, name="massnahme-indikator-neu"),
    path("massnahmen/meilenstein/<int:pk>/", massnahme.change_meilenstein, name="massnahme-meilenstein"),
    path("massnahmen/indikator/<int:pk>/wert/", massnahme_formular.create_wert, name="massnahme-wert"),
]
