"""What the tests of the pages of cooperation requests share."""

from typing import Any

from django.test import Client
from django.urls import reverse


def build_url(name: str, **kwargs: Any) -> str:
    return reverse(f"konzept:anfrage-{name}", kwargs=kwargs)


def read(client: Client, url: str) -> str:
    return client.get(url).content.decode()
