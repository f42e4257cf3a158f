import re


def read_zahl(text: str) -> int:
    """A key out of an address or a form; 0 where it is none."""
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text, re.ASCII) else 0
