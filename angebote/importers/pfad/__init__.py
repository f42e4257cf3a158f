"""The one way by which lists come in and go out: read a file → read its cells → compare → report → apply (adr/0025)."""
