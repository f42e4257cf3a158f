"""The secret key of a development or demo installation: made once, kept beside the database."""

import secrets
from pathlib import Path


def read_or_create_secret(data_path: Path) -> str:
    """Return the key in data_path/secret_key; create it, readable by its owner only, where it is missing."""
    file = data_path / "secret_key"
    if not file.exists():
        data_path.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return file.read_text(encoding="ascii").strip()
