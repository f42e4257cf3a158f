"""The pages of allauth that this site needs, under German addresses and the names allauth looks for; one of our own."""

from allauth.account import views as konto
from allauth.mfa.base import views as faktor
from allauth.mfa.recovery_codes import views as notfallcodes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as schluessel
from allauth.socialaccount import views as bezirksdienst
from allauth.socialaccount.providers.openid_connect.views import callback
from django.urls import include, path, re_path

from pankow_einsamkeit.anmeldung.views import AppEinrichten, SchluesselHinzufuegen, login_bezirksdienst, show_sitzung

passwort = [
    path("aendern/", konto.password_change, name="account_change_password"),
    path("setzen/", konto.password_set, name="account_set_password"),
    path("vergessen/", konto.password_reset, name="account_reset_password"),
    path("vergessen/gesendet/", konto.password_reset_done, name="account_reset_password_done"),
    path("neu/fertig/", konto.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^neu/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        konto.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]
zweiter_faktor = [
    path("", faktor.index, name="mfa_index"),
    path("eingeben/", faktor.authenticate, name="mfa_authenticate"),
    path("bestaetigen/", faktor.reauthenticate, name="mfa_reauthenticate"),
    path("app/einrichten/", AppEinrichten.as_view(), name="mfa_activate_totp"),
    path("app/entfernen/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("notfallcodes/", notfallcodes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("notfallcodes/neu/", notfallcodes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("schluessel/", schluessel.list_webauthn, name="mfa_list_webauthn"),
    path("schluessel/neu/", SchluesselHinzufuegen.as_view(), name="mfa_add_webauthn"),
    path("schluessel/anmelden/", schluessel.login_webauthn, name="mfa_login_webauthn"),
    path("schluessel/bestaetigen/", schluessel.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("schluessel/<int:pk>/umbenennen/", schluessel.edit_webauthn, name="mfa_edit_webauthn"),
    path("schluessel/<int:pk>/entfernen/", schluessel.remove_webauthn, name="mfa_remove_webauthn"),
]
urlpatterns = [
    path("anmelden/", konto.login, name="account_login"),
    path("abmelden/", konto.logout, name="account_logout"),
    path("sitzung/", show_sitzung, name="konto-sitzung"),
    path("gesperrt/", konto.account_inactive, name="account_inactive"),
    path("bestaetigen/", konto.reauthenticate, name="account_reauthenticate"),
    path("passwort/", include(passwort)),
    path("zweiter-faktor/", include(zweiter_faktor)),
    path("bezirksdienst/abgebrochen/", bezirksdienst.login_cancelled, name="socialaccount_login_cancelled"),
    path("oidc/<slug:provider_id>/login/", login_bezirksdienst, name="openid_connect_login"),
    path("oidc/<slug:provider_id>/login/callback/", callback, name="openid_connect_callback"),
]
