"""The door for a WSGI server; `quyet serve` brings one along."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from quyet.files.facts.codes import load_codes
from quyet.files.facts.norms import load_norms
from quyet.files.facts.procurement import load_regimes
from quyet.files.facts.templates import load_templates

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quyet.site.settings")
application = get_wsgi_application()

# What an estimate is held against stays to the end. Loaded and set aside here, the collector does not walk through all
# of it in the middle of somebody's edit: that was half of what one edit in twenty took.
for load in (load_norms, load_codes, load_regimes, load_templates):
    load()
gc.collect()
gc.freeze()
