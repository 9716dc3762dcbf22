"""The door for a WSGI server; `quyet serve` brings one along."""

import gc
import os
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

from django.core.wsgi import get_wsgi_application

from quyet.files.facts.codes import load_codes
from quyet.files.facts.norms import load_norms
from quyet.files.facts.procurement import load_regimes
from quyet.files.facts.templates import load_templates

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quyet.site.settings")
_pages = get_wsgi_application()

from quyet.site.sealer import running  # noqa: E402  (its tables are there once the site is set up)


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """The pages; with the first of them this process begins to seal what journals hold unsealed."""
    running()
    return _pages(environ, start_response)


# What an estimate is held against stays to the end. Loaded and set aside here, a full collection in the middle of
# somebody's edit does not walk through it: among 500 lines it took up to 34 ms instead of 86 when it was measured, on a
# busy machine, and came in one edit of twelve. After fifty middle ones instead of ten it comes in one of sixty.
for load in (load_norms, load_codes, load_regimes, load_templates):
    load()
gc.collect()
gc.freeze()
gc.set_threshold(*gc.get_threshold()[:2], 50)
