from xml.etree import ElementTree

import pytest
import segno

from angebote.druck.qr import build_qr_svg


@pytest.mark.parametrize("adresse", ["https://pankow.example/a/abc234/", "https://pankow.example/pruefen/abcd-efgh/"])
def test_qr_is_a_square_svg_of_the_codes_modules(adresse: str) -> None:
    svg = ElementTree.fromstring(build_qr_svg(adresse))  # noqa: S314  our own document
    module = segno.make(adresse, error="m", micro=False).symbol_size(border=0)[0]
    assert svg.attrib["viewBox"] == f"0 0 {module} {module}"
