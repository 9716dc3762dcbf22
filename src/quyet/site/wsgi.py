"""The door for a WSGI server; `quyet serve` brings one along."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quyet.site.settings")
application = get_wsgi_application()
