"""Run in the environment of a site (`python -m benchmarks.serving.visits`): people signed in, each at a body of their
own, and the addresses of the pages that they open, as JSON."""

from __future__ import annotations

import json
import random

import django

PEOPLE = 40
PROGRAMMES = 10
WORDS = ("tieu dung", "khuyen cong 2023", "an toàn hóa chất", "thương mại điện tử", "12/qd-tn", "hoi nhap")


def main() -> None:
    """Directors of bodies drawn over the whole country, the same each time."""
    django.setup()
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from quyet.store.models import Programme, RoleHeld

    drawn = random.Random(1)
    directors = list(RoleHeld.objects.filter(role="director").select_related("person").order_by("id"))
    visits = []
    for held in drawn.sample(directors, min(PEOPLE, len(directors))):
        session = SessionStore()
        session[SESSION_KEY] = str(held.person_id)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
        session[HASH_SESSION_KEY] = held.person.get_session_auth_hash()
        session.create()
        of_body = list(Programme.objects.filter(body=held.body_id).order_by("id").values_list("pk", flat=True))
        visits.append(
            {
                "session": session.session_key,
                "pages": {
                    "list": ["/chuong-trinh"],
                    "programme": [f"/chuong-trinh/{pk}" for pk in drawn.sample(of_body, min(PROGRAMMES, len(of_body)))],
                    "search": [f"/so-van-ban?tim={word}".replace(" ", "+") for word in WORDS],
                },
            }
        )
    print(json.dumps(visits))


if __name__ == "__main__":
    main()
