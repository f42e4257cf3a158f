"""What every form of the section has in common."""

from angebote.admin.verlauf import VerlaufAdmin


class InternAdmin(VerlaufAdmin):
    """History that everybody can read. What was decided is not undone by a button: it is changed, with a trace."""

    kann_wiederherstellen = False
    list_per_page = 50
