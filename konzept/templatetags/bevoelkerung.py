"""`{{ quote|je_tausend }}`: offers per 1,000 people, written as in the report."""

from __future__ import annotations

from django import template

from konzept.domain.bevoelkerung import format_je_tausend

register = template.Library()
register.filter("je_tausend", format_je_tausend)
