"""The product's settings with the page we compare with."""

from pankow_einsamkeit.settings import *  # noqa: F403
from pankow_einsamkeit.settings import BASE_DIR, TEMPLATES

ROOT_URLCONF = "tools.bench.referenz"
TEMPLATES[0]["DIRS"] = [BASE_DIR / "templates", BASE_DIR / "tools" / "bench" / "templates"]
ALLOWED_HOSTS = ["testserver"]
SECURE_SSL_REDIRECT = False
UNGEPRUEFTE_ZEIGEN = True
