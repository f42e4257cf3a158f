from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from tests.pages.urls_table import ANDERE, BILDER, KONTO, MIT_LINK, NICHT_OEFFENTLICH, NIMMT_ENTGEGEN, SEITEN


def iterate_names(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield prefix + (pattern.name or str(pattern.pattern))
        elif pattern.namespace not in NICHT_OEFFENTLICH:
            yield from iterate_names(pattern, f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix)


def test_urls_table_names_every_public_address() -> None:
    erwartet = {seite.name for seite in (*SEITEN, *ANDERE, *BILDER, *NIMMT_ENTGEGEN)}
    assert set(iterate_names(get_resolver())) - KONTO - MIT_LINK == erwartet
