"""The app's name and its kind of primary key."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """`store`: its tables begin with `store_`."""

    name = "quyet.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
