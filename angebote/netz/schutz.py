"""Connections to public addresses only, so that nobody can make the server look into its own network (SSRF).

Names are resolved and judged before anything is asked, and the address that was really reached is judged once more:
between the two a name may have come to mean something else.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class NichtOeffentlichError(Exception):
    """The name leads into a private network, or to nowhere a server of a provider could be.

    No OSError: urllib3 would take it for a broken connection and try again.
    """


def ist_oeffentlich(adresse: str) -> bool:
    """An IP address of the public internet; neither private, local, reserved nor multicast."""
    ip = ipaddress.ip_address(adresse.split("%", maxsplit=1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        ip = _find_gemeinte(ip)
    return ip.is_global and not ip.is_multicast


def _find_gemeinte(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The IPv4 address it stands for, where there is one."""
    if ip in NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip


def resolve(host: str, port: int) -> set[str]:
    """All IP addresses of a name; OSError where there are none."""
    return {str(eintrag[4][0]) for eintrag in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}


def require_oeffentlich(adressen: set[str]) -> None:
    if not all(ist_oeffentlich(adresse) for adresse in adressen):
        raise NichtOeffentlichError


class _GepruefteVerbindung:
    def connect(self) -> None:
        require_oeffentlich(resolve(self.host, self.port))  # type: ignore[attr-defined]
        super().connect()  # type: ignore[misc]

    def _new_conn(self) -> socket.socket:
        verbindung: socket.socket = super()._new_conn()  # type: ignore[misc]
        try:
            require_oeffentlich({str(verbindung.getpeername()[0])})
        except NichtOeffentlichError:
            verbindung.close()
            raise
        return verbindung


class GepruefteHTTPConnection(_GepruefteVerbindung, HTTPConnection):
    pass


class GepruefteHTTPSConnection(_GepruefteVerbindung, HTTPSConnection):
    pass


class GepruefterHTTPPool(HTTPConnectionPool):
    ConnectionCls = GepruefteHTTPConnection


class GepruefterHTTPSPool(HTTPSConnectionPool):
    ConnectionCls = GepruefteHTTPSConnection


class OeffentlichAdapter(HTTPAdapter):
    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": GepruefterHTTPPool, "https": GepruefterHTTPSPool}


def build_session(*, nur_oeffentlich: bool) -> requests.Session:
    """Without proxies, passwords and cookies of the machine. nur_oeffentlich is off in tests alone."""
    session = requests.Session()
    session.trust_env = False
    if nur_oeffentlich:
        for schema in ("http://", "https://"):
            session.mount(schema, OeffentlichAdapter())
    return session
