from allauth.account.views import logout
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from angebote.sitemaps import SITEMAPS
from konzept.views.zustaendigkeit import show_oeffentlich as show_zustaendige
from pankow_einsamkeit import views
from pankow_einsamkeit.anmeldung.views import redirect_to_login, redirect_to_password_change
from pankow_einsamkeit.decorators import public_page

urlpatterns = [
    path("admin/login/", redirect_to_login, name="admin-anmelden"),
    path("admin/logout/", logout, name="admin-abmelden"),
    path("admin/password_change/", redirect_to_password_change, name="admin-passwort"),
    path("admin/", admin.site.urls),
    path("konto/", include("pankow_einsamkeit.anmeldung.urls")),
    path("intern/", include("konzept.urls")),
    path("zustaendig/", show_zustaendige, name="zustaendig"),
    path("gesund/", views.check_health, name="gesund"),
    path("robots.txt", views.show_robots, name="robots"),
    path("favicon.ico", views.redirect_favicon, name="favicon"),
    path("sitemap.xml", public_page(sitemap), {"sitemaps": SITEMAPS}, name="sitemap"),
    path("", include("angebote.urls")),
    # Last: the fixed pages take every address of one word that nothing else has taken.
    path("<slug:slug>/", views.show_seite, name="seite"),
]

handler400 = "pankow_einsamkeit.views.show_bad_request"
handler403 = "konzept.views.fehlerseiten.show_forbidden"
handler404 = "konzept.views.fehlerseiten.show_not_found"
handler429 = "pankow_einsamkeit.views.show_too_many_requests"  # allauth asks for it
handler500 = "pankow_einsamkeit.views.show_server_error"
