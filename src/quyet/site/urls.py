"""All addresses of the site."""

from django.urls import path, re_path

from quyet.queries.reading import EXAMPLE
from quyet.web.views import errors, home, reading, rules

TOKEN = rf"(?P<token>[0-9a-f]{{32}}|{EXAMPLE})"

urlpatterns = [
    path("", home.home, name="home"),
    path("rules", rules.rules, name="rules"),
    re_path(rf"^doc/{TOKEN}$", reading.page, name="reading"),
    re_path(rf"^doc/{TOKEN}\.json$", reading.download, name="reading-json"),
    re_path(rf"^doc/{TOKEN}/delete$", reading.delete, name="reading-delete"),
]
handler400 = errors.bad_request
handler404 = errors.not_found
handler500 = errors.broken
