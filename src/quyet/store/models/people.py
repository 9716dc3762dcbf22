"""People, the roles they hold, and in whose stead they sign. Written only by `quyet.actions.people`."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from quyet.store.models.bodies import Body, Unit

_ENDS_AFTER_IT_BEGINS = Q(until__isnull=True) | Q(until__gte=F("since"))


class People(BaseUserManager["Person"]):
    """Finds people by the name that they sign in with, in any case."""

    def get_by_natural_key(self, username: str | None) -> Person:
        return self.get(login__iexact=username or "")


class Person(AbstractBaseUser):
    """Somebody who signs in. Rights come from `RoleHeld` alone; there is no person who may do everything."""

    login = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    is_example = models.BooleanField(default=False)
    """One of the cast of `quyet demo`; pages say so beside the name."""

    objects = People()

    USERNAME_FIELD = "login"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        ordering = ("name", "id")
        verbose_name_plural = "people"
        constraints = (models.UniqueConstraint(Lower("login"), name="person_login_in_any_case"),)

    def __str__(self) -> str:
        return self.name


class RoleHeld(models.Model):
    """A role of a person at a body, or at one unit of it, from a day to a day (inside); `until` null: still.
    `capacity`: a deputy's KT. `position` is what a signature says: PHÓ GIÁM ĐỐC."""

    class Role(models.TextChoices):
        """What a person may do; who is who: DESIGN §1, `core.approval`."""

        OFFICER = "officer"
        HEAD = "head"
        ACCOUNTANT = "accountant"
        OFFICE = "office"
        DIRECTOR = "director"
        CLERK = "clerk"
        AUDITOR = "auditor"
        ADMIN = "admin"

    person = models.ForeignKey(Person, models.PROTECT, related_name="roles")
    body = models.ForeignKey(Body, models.PROTECT, related_name="roles")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="roles")
    role = models.CharField(max_length=12, choices=Role)
    capacity = models.CharField(max_length=3, blank=True, choices=(("", ""), ("KT", "KT")))
    position = models.CharField(max_length=120, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        ordering = ("person", "role", "since")
        constraints = (
            models.CheckConstraint(condition=_ENDS_AFTER_IT_BEGINS, name="role_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(capacity="") | Q(role="director"), name="only_directors_have_deputies"),
        )

    def __str__(self) -> str:
        return f"{self.role} · {self.person}"


class Delegation(models.Model):
    """TUQ.: a director lets somebody sign, by a text, from a day to a day (inside); it cannot be passed on."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="delegations")
    giver = models.ForeignKey(Person, models.PROTECT, related_name="delegations_given")
    taker = models.ForeignKey(Person, models.PROTECT, related_name="delegations_taken")
    deciding_text = models.CharField(max_length=60)
    position = models.CharField(max_length=120, blank=True)
    since = models.DateField()
    until = models.DateField()

    class Meta:
        ordering = ("since",)
        constraints = (
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="delegation_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(giver=F("taker")), name="delegation_to_another"),
        )


class Invitation(models.Model):
    """A link that lets a person set a password once: the first administrator's, and every new person's. Only the
    SHA-256 of its secret is kept."""

    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
