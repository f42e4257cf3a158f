"""Filters that help German words into narrow columns."""

from django import template

from pankow_einsamkeit.lib.umbruch import breakable, unbroken

register = template.Library()
register.filter(breakable)
register.filter(unbroken)
