from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


def no_kwargs() -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Internseite:
    """An address below /intern/. recht: who lacks it gets 403; empty for all staff. create_kwargs: makes what the address names.

    nimmt_post: a form that writes. nur_post: opened without a form it answers 405.
    """

    name: str
    recht: str
    create_kwargs: Callable[[], dict[str, Any]] = no_kwargs
    query: str = ""
    nimmt_post: bool = False
    nur_post: bool = False

    def __str__(self) -> str:
        return self.name.removeprefix("konzept:")
