"""What search engines may find: the fixed public pages, Kieze and public offers."""

from datetime import date, datetime

from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils import timezone

from angebote.models import Angebot, AngebotQuerySet, Kiez


class StartSitemap(Sitemap):  # type: ignore[type-arg]
    def items(self) -> list[str]:
        return [
            "angebote:start",
            "angebote:angebot-liste",
            "angebote:kiez-liste",
            "angebote:fachkraefte",
            "angebote:mitmachen",
            "angebote:krise",
        ]

    def location(self, item: str) -> str:
        return reverse(item)


class KiezSitemap(Sitemap):  # type: ignore[type-arg]
    def items(self) -> list[Kiez]:
        return list(Kiez.objects.all())

    def location(self, item: Kiez) -> str:
        return reverse("angebote:kiez-detail", kwargs={"slug": item.slug})


class AngebotSitemap(Sitemap):  # type: ignore[type-arg]
    def items(self) -> AngebotQuerySet:
        return Angebot.objects.oeffentlich(timezone.localdate()).only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Angebot) -> date | datetime:
        return item.updated_at


SITEMAPS = {"start": StartSitemap, "kieze": KiezSitemap, "angebote": AngebotSitemap}
