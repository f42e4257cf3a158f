"""Below /intern/: one file of addresses for each part."""

from django.urls import path

from konzept.urls import berichte, handbuch, kooperation, luecken, massnahmen, netz, zustaendigkeit
from konzept.views import uebersicht

app_name = "konzept"
urlpatterns = [
    path("", uebersicht.show_uebersicht, name="uebersicht"),
    *zustaendigkeit.urlpatterns,
    *massnahmen.urlpatterns,
    *netz.urlpatterns,
    *kooperation.urlpatterns,
    *luecken.urlpatterns,
    *berichte.urlpatterns,
    *handbuch.urlpatterns,
]
