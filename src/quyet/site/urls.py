"""All addresses of the site."""

from django.urls import include, path, re_path

from quyet.queries.printed import FILES
from quyet.queries.reading import EXAMPLE
from quyet.web.views import errors, home, printed, reading, rules

TOKEN = rf"(?P<token>[0-9a-f]{{32}}|{EXAMPLE})"
FILE = f"(?P<to>{'|'.join(FILES)})"

urlpatterns = [
    path("", home.home, name="home"),
    path("rules", rules.rules, name="rules"),
    path("", include("quyet.web.sign_in.addresses")),
    path("", include("quyet.web.people_addresses")),
    path("", include("quyet.web.addresses")),
    path("", include("quyet.web.spending_addresses")),
    path("", include("quyet.web.register_addresses")),
    path("", include("quyet.web.desk_addresses")),
    re_path(rf"^doc/{TOKEN}$", reading.page, name="reading"),
    re_path(rf"^doc/{TOKEN}\.json$", reading.download, name="reading-json"),
    re_path(rf"^doc/{TOKEN}/pages$", printed.pages, name="reading-pages"),
    re_path(rf"^doc/{TOKEN}/page-(?P<number>[1-9]\d{{0,2}})\.png$", printed.picture, name="reading-picture"),
    re_path(rf"^doc/{TOKEN}/quyet\.{FILE}$", printed.download, name="reading-file"),
    re_path(rf"^doc/{TOKEN}/delete$", reading.delete, name="reading-delete"),
]
handler400 = errors.bad_request
handler404 = errors.not_found
handler429 = "quyet.web.sign_in.lockout.too_many_requests"
handler500 = errors.broken
