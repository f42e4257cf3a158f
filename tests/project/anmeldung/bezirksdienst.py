"""A small OpenID Connect provider of our own for tests, as another server on this machine would be."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT_ID, CLIENT_SECRET = "portal", "geheim"


@dataclass
class Bezirksdienst:
    """claims: what it says about whoever signs in. anfragen: what the token address was asked."""

    adresse: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    aussteller: str = ""
    anfragen: list[dict[str, list[str]]] = field(default_factory=list)
    schluessel: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))

    def answer(self, pfad: str, daten: dict[str, list[str]]) -> dict[str, Any]:
        match pfad:
            case "/.well-known/openid-configuration":
                return {
                    "issuer": self.adresse,
                    "authorization_endpoint": f"{self.adresse}/authorize",
                    "token_endpoint": f"{self.adresse}/token",
                    "userinfo_endpoint": f"{self.adresse}/userinfo",
                    "jwks_uri": f"{self.adresse}/jwks",
                }
            case "/token":
                self.anfragen.append(daten)
                return {"access_token": "a", "token_type": "Bearer", "id_token": self.build_id_token()}
            case "/userinfo":
                return {name: wert for name, wert in self.claims.items() if name != "amr"}
            case "/jwks":
                jwk = jwt.algorithms.RSAAlgorithm.to_jwk(self.schluessel.public_key(), as_dict=True)
                return {"keys": [jwk | {"kid": "1", "alg": "RS256"}]}
        raise AssertionError(pfad)

    def build_id_token(self) -> str:
        jetzt = int(time.time())
        standard = {"iss": self.aussteller or self.adresse, "aud": CLIENT_ID, "iat": jetzt, "exp": jetzt + 60}
        return jwt.encode(self.claims | standard, self.schluessel, algorithm="RS256", headers={"kid": "1"})


@contextmanager
def run_bezirksdienst() -> Iterator[Bezirksdienst]:
    dienst = Bezirksdienst()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            laenge = int(self.headers.get("Content-Length") or 0)
            daten = parse_qs(self.rfile.read(laenge).decode())
            inhalt = json.dumps(dienst.answer(urlsplit(self.path).path, daten)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(inhalt)))
            self.end_headers()
            self.wfile.write(inhalt)

        do_POST = do_GET  # noqa: N815  the name that http.server calls

        def log_message(self, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        dienst.adresse = f"http://127.0.0.1:{server.server_port}"
        faden = Thread(target=server.serve_forever)
        faden.start()
        yield dienst
        server.shutdown()
        faden.join()
