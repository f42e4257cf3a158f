from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from angebote.sitemaps import SITEMAPS
from pankow_einsamkeit import views
from pankow_einsamkeit.decorators import public_page

urlpatterns = [
    path("admin/", admin.site.urls),
    path("gesund/", views.check_health, name="gesund"),
    path("robots.txt", views.show_robots, name="robots"),
    path("favicon.ico", views.redirect_favicon, name="favicon"),
    path("sitemap.xml", public_page(sitemap), {"sitemaps": SITEMAPS}, name="sitemap"),
    path("", include("angebote.urls")),
    # Last: the fixed pages take every address of one word that nothing else has taken.
    path("<slug:slug>/", views.show_seite, name="seite"),
]

handler400 = "pankow_einsamkeit.views.show_bad_request"
handler403 = "pankow_einsamkeit.views.show_forbidden"
handler404 = "pankow_einsamkeit.views.show_not_found"
handler500 = "pankow_einsamkeit.views.show_server_error"
