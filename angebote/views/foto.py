"""The files of photos. Behind a name the content never changes, so browsers need not ask again."""

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse

from pankow_einsamkeit.decorators import read_only

ARTEN = {"jpg": "image/jpeg", "webp": "image/webp"}
# A month and no longer: whoever takes back a consent shall not be seen for a year in what others keep.
AUFHEBEN = "public, max-age=2592000, immutable"


@read_only
def show_foto(request: HttpRequest, name: str) -> HttpResponse:
    """Whoever knows the name: it is random, and the preview of the staff shows photos of drafts, too.

    Read as a whole, since no file of ours is larger than a few hundred kilobytes. The address allows no other names.
    """
    try:
        with default_storage.open(name) as datei:
            inhalt = datei.read()
    except OSError as fehler:
        raise Http404("no such photo") from fehler
    headers = {"Cache-Control": AUFHEBEN, "Content-Disposition": "inline"}
    return HttpResponse(inhalt, content_type=ARTEN[name.rpartition(".")[2]], headers=headers)
