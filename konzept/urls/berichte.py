from django.urls import URLPattern, path

from konzept.views import berichte, berichtsdateien, berichtsschritte

urlpatterns: list[URLPattern] = [
    path("berichte/", berichte.show_liste, name="bericht-liste"),
    path("berichte/neu/", berichte.edit_neu, name="bericht-neu"),
    path("berichte/<int:pk>/", berichte.show_bericht, name="bericht-detail"),
    path("berichte/<int:pk>/texte/", berichte.edit_texte, name="bericht-bearbeiten"),
    path("berichte/<int:pk>/einfrieren/", berichtsschritte.freeze, name="bericht-einfrieren"),
    path("berichte/<int:pk>/freigeben/", berichtsschritte.release, name="bericht-freigeben"),
    path("berichte/<int:pk>/verwerfen/", berichtsschritte.discard, name="bericht-verwerfen"),
    path("berichte/<int:pk>/bericht.pdf", berichtsdateien.send_pdf, name="bericht-pdf"),
    path("berichte/<int:pk>/bericht.docx", berichtsdateien.send_docx, name="bericht-docx"),
]
