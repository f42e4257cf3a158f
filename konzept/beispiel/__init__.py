"""Example data for the demo: marked as such, with functions instead of names. Never loaded in production."""
