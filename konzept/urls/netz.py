from django.urls import path

from konzept.views import (
    netz,
    netz_akteure,
    netz_aufgaben,
    netz_bestellung,
    netz_gremien,
    netz_kommunikation,
    netz_multiplikatoren,
)

urlpatterns = [
    path("netzwerk/", netz.show_netzwerk, name="netzwerk"),
    path("netzwerk/akteure/", netz_akteure.show_akteure, name="akteur-liste"),
    path("netzwerk/akteure.csv", netz_akteure.download_akteure, name="akteur-csv"),
    path("netzwerk/akteure/<int:pk>/", netz_akteure.show_akteur, name="akteur-detail"),
    path("netzwerk/akteure/<int:pk>/kontakt/", netz_akteure.enter_kontakt, name="akteur-kontakt"),
    path("netzwerk/akteure/<int:pk>/widerruf/", netz_akteure.revoke_akteur, name="akteur-widerruf"),
    path("netzwerk/multiplikatoren/", netz_multiplikatoren.show_multiplikatoren, name="multiplikator-liste"),
    path("netzwerk/multiplikatoren.csv", netz_multiplikatoren.download_multiplikatoren, name="multiplikator-csv"),
    path("netzwerk/multiplikatoren/<int:pk>/", netz_multiplikatoren.show_multiplikator, name="multiplikator-detail"),
    path(
        "netzwerk/multiplikatoren/<int:pk>/widerruf/",
        netz_multiplikatoren.revoke_multiplikator,
        name="multiplikator-widerruf",
    ),
    path(
        "netzwerk/multiplikatoren/<int:pk>/lieferung/", netz_bestellung.note_lieferung, name="multiplikator-lieferung"
    ),
    path("netzwerk/bestellliste/", netz_bestellung.show_bestellliste, name="multiplikator-bestellliste"),
    path("netzwerk/bestellliste.csv", netz_bestellung.download_bestellliste, name="multiplikator-bestellliste-csv"),
    path("netzwerk/gremien/", netz_gremien.show_gremien, name="gremium-liste"),
    path("netzwerk/gremien/<int:pk>/", netz_gremien.show_gremium, name="gremium-detail"),
    path("netzwerk/sitzungen/", netz_gremien.show_sitzungen, name="sitzung-liste"),
    path("netzwerk/sitzungen.ics", netz_gremien.download_kalender, name="sitzung-kalender"),
    path("netzwerk/sitzungen/<int:pk>/", netz_gremien.show_sitzung, name="sitzung-detail"),
    path("netzwerk/aufgaben/", netz_aufgaben.show_aufgaben, name="aufgabe-liste"),
    path("netzwerk/aufgaben.csv", netz_aufgaben.download_aufgaben, name="aufgabe-csv"),
    path("netzwerk/aufgaben/<int:pk>/schritt/", netz_aufgaben.move_aufgabe, name="aufgabe-schritt"),
    path("netzwerk/kommunikation/", netz_kommunikation.show_plan, name="kommunikation-liste"),
    path("netzwerk/kommunikation.csv", netz_kommunikation.download_plan, name="kommunikation-csv"),
    path(
        "netzwerk/kommunikation/<int:pk>/schritt/", netz_kommunikation.move_kommunikation, name="kommunikation-schritt"
    ),
]
