from django.urls import path

from angebote.views import (
    angebot,
    fachkraefte,
    kiez,
    krise,
    liste,
    merkzettel,
    pruefen,
    standort,
    start,
    suchluecke,
    traeger,
)

app_name = "angebote"
urlpatterns = [
    path("", start.show_start, name="start"),
    path("angebote/", liste.show_liste, name="angebot-liste"),
    path("angebote/standort/", standort.find_standort, name="standort"),
    path("angebote/<slug:slug>.ics", angebot.download_kalender, name="angebot-ics"),
    path("angebote/<slug:slug>/", angebot.show_angebot, name="angebot-detail"),
    path("fehlt-hier/", suchluecke.count_suchluecke, name="suchluecke"),
    path("fehlt-hier/danke/", suchluecke.show_danke, name="suchluecke-danke"),
    path("a/<str:kurz_id>/", angebot.redirect_kurz_id, name="angebot-kurz"),
    path("merkzettel/", merkzettel.show_merkzettel, name="merkzettel"),
    path("merkzettel/drucken/", merkzettel.show_druckansicht, name="merkzettel-drucken"),
    path("merkzettel.pdf", merkzettel.download_pdf, name="merkzettel-pdf"),
    path("merkzettel.txt", merkzettel.download_text, name="merkzettel-text"),
    path("pruefen/", pruefen.show_pruefen, name="pruefen"),
    path("pruefen/<str:code>/", pruefen.show_pruefung, name="pruefung"),
    path("kieze/", kiez.list_kieze, name="kiez-liste"),
    path("kieze/<slug:slug>/", kiez.show_kiez, name="kiez-detail"),
    path("traeger/<slug:slug>/", traeger.show_traeger, name="traeger-detail"),
    path("fachkraefte/", fachkraefte.show_fachkraefte, name="fachkraefte"),
    path("hilfe/", krise.show_krise, name="krise"),
]
