"""Filters for texts: German words in narrow columns, and short forms explained."""

from django import template

from angebote.domain.abkuerzungen import spell_out
from pankow_einsamkeit.lib.umbruch import breakable, unbroken

register = template.Library()
register.filter(breakable)
register.filter(unbroken)
register.filter("spelled_out", spell_out)
