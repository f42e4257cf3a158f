import pytest
import requests

from angebote.netz.schutz import NichtOeffentlichError, build_session, ist_oeffentlich
from tests.angebote.netz.webserver import run_webserver


@pytest.mark.parametrize("adresse", ["141.15.1.1", "8.8.8.8", "2001:4860:4860::8888", "64:ff9b::808:808"])
def test_address_of_the_internet_is_public(adresse: str) -> None:
    assert ist_oeffentlich(adresse) is True


@pytest.mark.parametrize(
    "adresse",
    [
        *("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),  # noqa: S104
        *("224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1"),
    ],
)
def test_address_that_is_private_or_stands_for_a_private_one_is_not(adresse: str) -> None:
    assert ist_oeffentlich(adresse) is False


def test_connection_itself_refuses_what_a_name_has_come_to_mean() -> None:
    """As if the name had been public a moment ago: the session is asked directly."""
    with run_webserver() as (basis, gesehen), build_session(nur_oeffentlich=True) as session:
        with pytest.raises(NichtOeffentlichError):
            session.get(basis, timeout=1)
        assert gesehen == []


def test_session_takes_no_proxy_from_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with run_webserver() as (basis, _gesehen), build_session(nur_oeffentlich=False) as session:
        antwort: requests.Response = session.get(basis, timeout=1)
        assert antwort.status_code == 200
