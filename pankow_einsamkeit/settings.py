"""All settings, read from the environment once. docs/betrieb.md explains every variable.

Without any variable the site runs for development: SQLite and a generated secret in DATA_DIR. With PRODUKTION=1 the
deploy checks in checks.py refuse to start on defaults.
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from pankow_einsamkeit.secret import read_or_create_secret

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.FileAwareEnv()  # VARIABLE or VARIABLE_FILE (container secrets)

PRODUKTION = env.bool("PRODUKTION", default=False)
DEBUG = env.bool("DEBUG", default=False)
DATA_DIR = env.path("DATA_DIR", default=str(BASE_DIR / "data"))
DATA_PATH = Path(str(DATA_DIR))

SECRET_KEY = env.str("SECRET_KEY", default="") or ("" if PRODUKTION else read_or_create_secret(DATA_PATH))
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[] if PRODUKTION else ["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# --- the portal ---
PORTAL_NAME = env.str("PORTAL_NAME", default="Gemeinsam in Pankow")
PORTAL_TELEFON = env.str("PORTAL_TELEFON", default="")
PORTAL_TELEFONZEITEN = env.str("PORTAL_TELEFONZEITEN", default="")
BASIS_URL = env.str("BASIS_URL", default="http://127.0.0.1:8000")
UNGEPRUEFTE_ZEIGEN = env.bool("UNGEPRUEFTE_ZEIGEN", default=not PRODUKTION)
TERMIN_FENSTER_TAGE = env.int("TERMIN_FENSTER_TAGE", default=120)
PRUEFUNG_HINWEIS_TAGE = env.int("PRUEFUNG_HINWEIS_TAGE", default=90)
PRUEFUNG_FRIST_TAGE = env.int("PRUEFUNG_FRIST_TAGE", default=180)
DEMO_PASSWORT = env.str("DEMO_PASSWORT", default="")  # create_demokonten makes one up and keeps it if empty
SEITENSTAND = "angebote.domain.seitenstand"  # keeps the mark of what the public can see (docs/adr/0017)
TREFFER_JE_SEITE = env.int("TREFFER_JE_SEITE", default=20)
FOTO_MAX_MB = env.int("FOTO_MAX_MB", default=10)
MEDIA_ROOT, MEDIA_URL = DATA_PATH / "fotos", "/fotos/"  # written by domain/fotos.py alone, served by views/foto.py

# --- Django ---
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_filters",
    "django_htmx",
    "csp",
    "simple_history",
    "import_export",
    "pankow_einsamkeit",
    "angebote",
    "konzept",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "pankow_einsamkeit.middleware.forbid_storing",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "angebote.middleware.carry_merkzettel",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]
ROOT_URLCONF = "pankow_einsamkeit.urls"
WSGI_APPLICATION = "pankow_einsamkeit.wsgi.application"
AUTH_USER_MODEL = "pankow_einsamkeit.Konto"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "pankow_einsamkeit.context_processors.portal",
                "angebote.context_processors.merkzettel",
            ],
        },
    },
]

# --- database: SQLite tuned for a web site, PostgreSQL by DATABASE_URL ---
SQLITE_OPTIONS = {
    # IMMEDIATE: a writer waits at the start of its transaction instead of failing in the middle of it.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,  # seconds
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
        "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-4000;"
    ),
}
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_PATH / 'pankow.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"].setdefault("OPTIONS", {}).update(SQLITE_OPTIONS)
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)  # seconds
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

# --- language and time ---
LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("Deutsch"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

# --- static files: hashed names, brotli, cached for ten years ---
NODE_MODULES = BASE_DIR / "node_modules"
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "build" / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static", *(path for path in [BASE_DIR / "build" / "static"] if path.is_dir())]
STATICFILES_STORAGE_DEBUG = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": STATICFILES_STORAGE_DEBUG if DEBUG else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG

# --- security and privacy ---
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],  # KERN draws its icons from data: addresses in its style sheet
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "pankow_einsamkeit.views.show_csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUKTION
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=PRODUKTION)
SECURE_REDIRECT_EXEMPT = [r"^gesund/$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000 if PRODUKTION else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=False)
if env.bool("HINTER_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "admin:login"
# Search words can be health data: requests are never logged with their query string (P2); errors only by path.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"ohne_query": {"()": "pankow_einsamkeit.logfilter.DropQueryString", "keep_texts": DEBUG}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["ohne_query"]}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django.db.backends": {"level": "WARNING"},  # at DEBUG it would write every search with its words
    },
}
