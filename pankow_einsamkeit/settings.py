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
MELDUNG_FRIST_TAGE = env.int("MELDUNG_FRIST_TAGE", default=7)  # barriers have one month by law, see domain/meldungen.py
MELDUNG_LOESCHEN_TAGE = env.int("MELDUNG_LOESCHEN_TAGE", default=90)  # after closing
DEMO_PASSWORT = env.str("DEMO_PASSWORT", default="")  # create_demokonten makes one up and keeps it if empty
DEMO_ZWEITER_FAKTOR = env.str("DEMO_ZWEITER_FAKTOR", default="")  # likewise: the secret that show_demo_code counts from
SEITENSTAND = "angebote.domain.seitenstand"  # keeps the mark of what the public can see (docs/adr/0017)
VERLAUF_BEHALTEN_MONATE = env.int("VERLAUF_BEHALTEN_MONATE", default=36)
ANFRAGE_LOESCHEN_MONATE = env.int("ANFRAGE_LOESCHEN_MONATE", default=12)  # since the last mail or answer
TREFFER_JE_SEITE = env.int("TREFFER_JE_SEITE", default=20)
FOTO_MAX_MB = env.int("FOTO_MAX_MB", default=10)
DOKUMENT_MAX_MB = env.int("DOKUMENT_MAX_MB", default=20)
MEDIA_ROOT, MEDIA_URL = DATA_PATH / "fotos", "/fotos/"  # written by domain/fotos.py alone, served by views/foto.py

# --- mail: asking providers (docs/handbuch/bestaetigungen.md); without EMAIL_URL mails are printed, not sent ---
globals().update(env.email("EMAIL_URL", default="consolemail://"))
EMAIL_TIMEOUT = 20  # seconds
DEFAULT_FROM_EMAIL = env.str("ABSENDER_EMAIL", default="redaktion@localhost")
BESTAETIGUNG_ERINNERUNG_TAGE = env.int("BESTAETIGUNG_ERINNERUNG_TAGE", default=14)
BESTAETIGUNG_LINK_TAGE = env.int("BESTAETIGUNG_LINK_TAGE", default=60)
BESTAETIGUNG_ESKALATION_AN = env.str("BESTAETIGUNG_ESKALATION_AN", default="")  # user name of the Konto that calls

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
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
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
    "allauth.account.middleware.AccountMiddleware",
    "pankow_einsamkeit.anmeldung.middleware.guard_staff_pages",
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
                "pankow_einsamkeit.context_processors.sitzung",
                "angebote.context_processors.merkzettel",
                "angebote.context_processors.melden",
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
STATICFILES_DIRS: list[Path | tuple[str, Path]] = [
    BASE_DIR / "static",
    *(path for path in [BASE_DIR / "build" / "static"] if path.is_dir()),
    ("handbuch", BASE_DIR / "docs" / "handbuch" / "bilder"),  # pictures of the pages below /intern/handbuch/
]
STATICFILES_STORAGE_DEBUG = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Papers of cooperation requests: never public, read by konzept/views/kooperationsdokumente.py alone.
    "dokumente": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": DATA_PATH / "dokumente",
            "base_url": None,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
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
CSRF_FAILURE_VIEW = "konzept.views.fehlerseiten.show_csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUKTION
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=PRODUKTION)
SECURE_REDIRECT_EXEMPT = [r"^gesund/$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000 if PRODUKTION else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=False)
HINTER_PROXY = env.bool("HINTER_PROXY", default=False)
if HINTER_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- sign-in: password and second factor, docs/adr/0022 ---
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
LOGOUT_REDIRECT_URL = "account_login"
PASSWORD_RESET_TIMEOUT = 3600  # seconds
SITZUNG_HOECHSTENS_STUNDEN = env.int("SITZUNG_HOECHSTENS_STUNDEN", default=12)
SITZUNG_RUHE_MINUTEN = env.int("SITZUNG_RUHE_MINUTEN", default=60)
SESSION_COOKIE_AGE = SITZUNG_RUHE_MINUTEN * 60  # seconds since the session was last saved
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
ACCOUNT_ADAPTER = "pankow_einsamkeit.anmeldung.adapter.KontoAdapter"
ACCOUNT_FORMS = {"reset_password": "pankow_einsamkeit.anmeldung.forms.PasswortVergessenForm"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # nobody can sign up; allauth checks that this fits the line above
ACCOUNT_EMAIL_VERIFICATION = "none"  # the Verwaltung enters the addresses
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = f"{PORTAL_NAME}: "
MFA_ADAPTER = "pankow_einsamkeit.anmeldung.adapter.ZweitfaktorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1  # steps of 30 seconds by which a phone's clock may be wrong
# Kept in the database, where all workers and servers see them: whoever tries too often waits, then it ends by itself.
SPERRZEIT_MINUTEN = 10
ACCOUNT_RATE_LIMITS = {
    "login_failed": f"20/{SPERRZEIT_MINUTEN}m/ip,5/{SPERRZEIT_MINUTEN}m/key",
    "reset_password": "10/h/ip,3/h/key",
}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "anmeldeversuche",  # created by migration 0003_anmeldeversuche
        # A full cache forgets a third of its entries at random: nobody may get there by trying many names.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
# Without a proxy of ours anybody could write any address into X-Forwarded-For.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HINTER_PROXY else 0

# --- sign-in by the district's identity provider (OpenID Connect), off without an address ---
OIDC_SERVER_URL = env.str("OIDC_SERVER_URL", default="")
OIDC_NAME = env.str("OIDC_NAME", default="Bezirksamt Pankow")
OIDC_ZWEITER_FAKTOR = env.bool("OIDC_ZWEITER_FAKTOR", default=False)
SOCIALACCOUNT_ADAPTER = "pankow_einsamkeit.anmeldung.adapter.BezirksdienstAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True  # a form that leads to another server would need a gap in the CSP
SOCIALACCOUNT_PROVIDERS = {}
if OIDC_SERVER_URL:
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "bezirk",
                "name": OIDC_NAME,
                "client_id": env.str("OIDC_CLIENT_ID", default=""),
                "secret": env.str("OIDC_CLIENT_SECRET", default=""),
                "settings": {"server_url": OIDC_SERVER_URL},
            }
        ],
    }

# --- logs ---
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
