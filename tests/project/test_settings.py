"""Settings are read once at start: each test starts a Python of its own with its own environment."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.quelltext import BASE_DIR

SECRET = "x" * 60
PRINT_SETTINGS = """
import json, sys
from django.conf import settings
print(json.dumps({name: getattr(settings, name) for name in sys.argv[1:]}, default=str))
"""


def run_python(source: str, *args: str, **environment: str) -> str:
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "pankow_einsamkeit.settings",
        **environment,
    }
    command = [sys.executable, "-W", "error", "-c", source, *args]
    return subprocess.run(
        command, cwd=BASE_DIR, env=environment, capture_output=True, text=True, check=True, timeout=60
    ).stdout


def read_settings(*names: str, **environment: str) -> dict[str, Any]:
    return json.loads(run_python(PRINT_SETTINGS, *names, **environment))


def test_settings_without_any_variable_are_for_development(tmp_path: Path) -> None:
    names = ["DEBUG", "PRODUKTION", "UNGEPRUEFTE_ZEIGEN", "SESSION_COOKIE_SECURE", "SECURE_SSL_REDIRECT"]
    assert read_settings(*names, DATA_DIR=str(tmp_path)) == {
        "DEBUG": False,
        "PRODUKTION": False,
        "UNGEPRUEFTE_ZEIGEN": True,
        "SESSION_COOKIE_SECURE": False,
        "SECURE_SSL_REDIRECT": False,
    }


def test_settings_in_production_are_strict() -> None:
    names = ["UNGEPRUEFTE_ZEIGEN", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT"]
    names += ["SECURE_HSTS_SECONDS", "ALLOWED_HOSTS"]
    assert read_settings(*names, PRODUKTION="1", SECRET_KEY=SECRET) == {
        "UNGEPRUEFTE_ZEIGEN": False,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "ALLOWED_HOSTS": [],
    }


def test_secret_key_in_development_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    first = read_settings("SECRET_KEY", DATA_DIR=str(tmp_path / "neu"))
    second = read_settings("SECRET_KEY", DATA_DIR=str(tmp_path / "neu"))
    file = tmp_path / "neu" / "secret_key"
    assert first == second == {"SECRET_KEY": file.read_text()}
    assert len(file.read_text()) >= 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_secret_key_in_production_is_never_made(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as error:
        read_settings("SECRET_KEY", DATA_DIR=str(tmp_path), PRODUKTION="1")
    assert "SECRET_KEY" in error.value.stderr
    assert list(tmp_path.iterdir()) == []


def test_secret_key_from_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "geheim"
    file.write_text(SECRET)
    assert read_settings("SECRET_KEY", SECRET_KEY_FILE=str(file), PRODUKTION="1") == {"SECRET_KEY": SECRET}


def test_database_by_default_is_sqlite_for_a_web_site(tmp_path: Path) -> None:
    source = """
import django
django.setup()
from django.db import connection
with connection.cursor() as cursor:
    for pragma in ("journal_mode", "foreign_keys", "busy_timeout", "synchronous"):
        print(cursor.execute(f"PRAGMA {pragma}").fetchone()[0])
print(connection.transaction_mode)
"""
    output = run_python(source, DATA_DIR=str(tmp_path), SECRET_KEY=SECRET)
    assert output.split() == ["wal", "1", "20000", "1", "IMMEDIATE"]
    assert (tmp_path / "pankow.sqlite3").exists()


def test_database_by_url_is_postgresql_with_kept_connections() -> None:
    database = read_settings("DATABASES", SECRET_KEY=SECRET, DATABASE_URL="postgres://anna:wort@haus:5433/pankow")
    default = database["DATABASES"]["default"]
    assert default["ENGINE"] == "django.db.backends.postgresql"
    assert (default["USER"], default["PASSWORD"], default["HOST"], default["PORT"]) == ("anna", "wort", "haus", 5433)
    assert (default["CONN_MAX_AGE"], default["CONN_HEALTH_CHECKS"]) == (60, True)


def test_content_security_policy_allows_no_inline_code_and_no_foreign_host() -> None:
    directives = read_settings("CONTENT_SECURITY_POLICY", SECRET_KEY=SECRET)["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]
    sources = {source for values in directives.values() for source in values}
    assert sources == {"'self'", "'none'", "data:"}
    assert directives["default-src"] == ["'self'"]


@pytest.mark.parametrize("value", ["0", "1"])
def test_proxy_header_is_trusted_only_if_said(value: str) -> None:
    source = "from django.conf import settings; print(settings.SECURE_PROXY_SSL_HEADER)"
    output = run_python(source, SECRET_KEY=SECRET, HINTER_PROXY=value).strip()
    assert output == {"0": "None", "1": "('HTTP_X_FORWARDED_PROTO', 'https')"}[value]
