from django.urls import path

from angebote.views import angebot, heft, kiez, kiezprogramm, krise, liste, plakat, standort, start, suchluecke, traeger

app_name = "angebote"
urlpatterns = [
    path("", start.show_start, name="start"),
    path("angebote/", liste.show_liste, name="angebot-liste"),
    path("angebote/standort/", standort.find_standort, name="standort"),
    path("angebote/<slug:slug>.ics", angebot.download_kalender, name="angebot-ics"),
    path("angebote/<slug:slug>/", angebot.show_angebot, name="angebot-detail"),
    path("angebote/<slug:slug>/plakat/", plakat.show_plakat, name="plakat"),
    path("angebote/<slug:slug>/plakat.pdf", plakat.download_plakat, name="plakat-pdf"),
    path("fehlt-hier/", suchluecke.count_suchluecke, name="suchluecke"),
    path("fehlt-hier/danke/", suchluecke.show_danke, name="suchluecke-danke"),
    path("a/<str:kurz_id>/", angebot.redirect_kurz_id, name="angebot-kurz"),
    path("kieze/", kiez.list_kieze, name="kiez-liste"),
    path("kieze/<slug:slug>/", kiez.show_kiez, name="kiez-detail"),
    path("kieze/<slug:slug>/woche/", kiezprogramm.show_woche, name="kiez-woche"),
    path("kieze/<slug:slug>/woche.pdf", kiezprogramm.download_woche, name="kiez-woche-pdf"),
    path("kieze/<slug:slug>/monat/", kiezprogramm.show_monat, name="kiez-monat"),
    path("kieze/<slug:slug>/monat.pdf", kiezprogramm.download_monat, name="kiez-monat-pdf"),
    path("programm/", heft.show_programm, name="programm"),
    path("programm.pdf", heft.download_heft, name="programm-pdf"),
    path("traeger/<slug:slug>/", traeger.show_traeger, name="traeger-detail"),
    path("hilfe/", krise.show_krise, name="krise"),
]
