"""Accounts in the admin: who may come in, with which second factor, and who has changed what.

Whoever looks after accounts must not become somebody else by it: only a superuser touches superusers, gives single
rights or makes superusers, and nobody but a superuser changes their own roles.
"""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.admin import UserAdmin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from pankow_einsamkeit.adminliste import ListenAdmin
from pankow_einsamkeit.models import Konto

# Addresses belong to the account, providers to the settings, and tokens are not kept.
for modell in (EmailAddress, SocialApp, SocialToken, SocialAccount, Authenticator):
    if admin.site.is_registered(modell):
        admin.site.unregister(modell)

NUR_DURCH_SUPERUSER = ("is_superuser", "user_permissions")
NICHT_AN_SICH_SELBST = ("is_active", "is_staff", "groups")


@admin.register(Konto)
class KontoAdmin(ListenAdmin, UserAdmin):
    list_display = (
        *("username", "first_name", "last_name", "email", "show_rollen", "show_zweiter_faktor", "is_active"),
        *("is_superuser", "last_login"),
    )
    readonly_fields = ("last_login", "date_joined")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Konto]:
        faktoren = Authenticator.objects.filter(user=OuterRef("pk"))
        konten: QuerySet[Konto] = super().get_queryset(request)
        return konten.prefetch_related("groups").annotate(hat_zweiten_faktor=Exists(faktoren))

    @admin.display(description=_("Rollen"))
    def show_rollen(self, konto: Konto) -> str:
        return ", ".join(sorted(gruppe.name for gruppe in konto.groups.all()))

    @admin.display(description=_("zweiter Faktor"), boolean=True, ordering="hat_zweiten_faktor")
    def show_zweiter_faktor(self, konto: Konto) -> bool:
        return konto.hat_zweiten_faktor  # type: ignore[attr-defined, no-any-return]

    def get_readonly_fields(self, request: HttpRequest, obj: Konto | None = None) -> tuple[str, ...]:
        felder = tuple(super().get_readonly_fields(request, obj))
        if request.user.is_superuser:
            return felder
        return (*felder, *NUR_DURCH_SUPERUSER, *(NICHT_AN_SICH_SELBST if obj == request.user else ()))

    def has_change_permission(self, request: HttpRequest, obj: Konto | None = None) -> bool:
        return super().has_change_permission(request, obj) and may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Konto | None = None) -> bool:
        return super().has_delete_permission(request, obj) and may_touch(request, obj)


class NurLesenUndLoeschen(ListenAdmin):
    """Rows that come about by themselves. What belongs to an account may be removed from it."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and may_touch(request, obj and obj.user)


@admin.register(Authenticator)
class ZweitfaktorAdmin(NurLesenUndLoeschen):
    """Never shows the secret. Deleting is what helps somebody who has lost a phone; their sessions end with it."""

    list_display = ("user", "type", "created_at", "last_used_at")
    list_filter = ("type",)
    list_select_related = ("user",)
    search_fields = ("user__username",)
    fields = ("user", "type", "created_at", "last_used_at")


@admin.register(SocialAccount)
class BezirksdienstAdmin(NurLesenUndLoeschen):
    """Which accounts the district's identity provider opens; deleting parts them."""

    list_display = ("user", "provider", "date_joined", "last_login")
    list_select_related = ("user",)
    search_fields = ("user__username",)
    fields = ("user", "provider", "uid", "date_joined", "last_login")


@admin.register(LogEntry)
class ProtokollAdmin(NurLesenUndLoeschen):
    list_display = ("action_time", "user", "content_type", "object_repr", "get_change_message")
    list_filter = ("action_flag", "content_type")
    list_select_related = ("user", "content_type")
    date_hierarchy = "action_time"
    search_fields = ("object_repr", "user__username")
    fields = ("action_time", "user", "content_type", "object_repr", "action_flag", "get_change_message")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody takes anything out of it."""
        return False


def may_touch(request: HttpRequest, konto: Konto | None) -> bool:
    return bool(request.user.is_superuser) or konto is None or not konto.is_superuser
