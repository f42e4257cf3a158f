import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pankow_einsamkeit.settings")
application = get_wsgi_application()

from pankow_einsamkeit.checks import refuse_unsafe_start  # noqa: E402  needs the apps that are loaded above

refuse_unsafe_start()
