"""Programmes, from draft to issued, with their activities and lines. Written only by `quyet.actions`."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from quyet.store.models.allotments import Allotment
from quyet.store.models.bodies import Body, Unit
from quyet.store.models.files import StoredFile
from quyet.store.models.people import Person, RoleHeld


class Programme(models.Model):
    """A programme: `content` is PROGRAMME.yaml's data as JSON (`quyet schema programme`), whole. `revision` grows by
    one with every change; whoever saves names the revision that they changed, and the older of two is refused.

    `total` repeats the programme's total in đồng, so that an allotment's page need not open every draft. Outside the
    state `draft` a trigger refuses every change of `content`: what was submitted is frozen.
    """

    class State(models.TextChoices):
        """Where it stands: `core.approval.State`."""

        DRAFT = "draft"
        SUBMITTED = "submitted"
        APPRAISED = "appraised"
        SIGNED = "signed"
        ISSUED = "issued"
        CONFIRMED = "confirmed"
        ACCEPTED = "accepted"

    class Origin(models.TextChoices):
        """Drafted here, or issued elsewhere and adopted."""

        DRAFTED = "drafted"
        ADOPTED = "adopted"

    body = models.ForeignKey(Body, models.PROTECT, related_name="programmes")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="programmes")
    key = models.SlugField(max_length=60, null=True)
    year = models.PositiveSmallIntegerField(null=True)
    title = models.CharField(max_length=2000)
    searched = models.TextField(default="", blank=True)
    """The title in small letters without diacritics."""
    total = models.BigIntegerField(null=True)
    allotment = models.ForeignKey(Allotment, models.PROTECT, null=True, related_name="programmes")
    content = models.TextField()
    revision = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.DRAFTED)
    signatory = models.ForeignKey(Person, models.PROTECT, null=True, related_name="to_sign")
    shared = models.BooleanField(default=False)
    """Whether the body's superior may read it."""
    money_open = models.BooleanField(default=False)
    """Whether money may be posted: its lines are there, equal to the total, and its allotment holds them."""
    ceiling = models.BigIntegerField(default=0)
    taken = models.BigIntegerField(default=0)
    used = models.BigIntegerField(default=0)
    """What its lines may cost together, from the day on which money opens; what of it is taken and used, in đồng."""
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ("-changed_at", "-id")
        constraints = (
            models.CheckConstraint(condition=Q(revision__gte=1), name="programme_has_a_revision"),
            models.UniqueConstraint(fields=("body", "key"), name="programme_key_once_in_a_body"),
            models.CheckConstraint(
                condition=Q(taken__gte=0) & Q(taken__lte=F("ceiling")), name="programme_taken_within_ceiling"
            ),
            models.CheckConstraint(
                condition=Q(used__gte=0) & Q(used__lte=F("taken")), name="programme_used_within_taken"
            ),
            models.CheckConstraint(
                condition=Q(money_open=False) | Q(allotment__isnull=False), name="programme_money_open_on_an_allotment"
            ),
        )
        indexes = (models.Index(fields=("body", "-changed_at")), models.Index(fields=("body", "state")))

    def __str__(self) -> str:
        return self.title


class Version(models.Model):
    """What a programme was when it was frozen: whole, with the SHA-256 of its content. Never changed.
    `paper`: the PDF that it became."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    why = models.CharField(max_length=12)
    """The move that froze it."""
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    paper = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="versions")
    by = models.ForeignKey(Person, models.PROTECT, related_name="versions")
    at = models.DateTimeField()

    class Meta:
        ordering = ("programme", "number")
        constraints = (models.UniqueConstraint(fields=("programme", "number"), name="version_number_once"),)


class ApprovalAct(models.Model):
    """One move of the table in `core.approval`, as it was made. Rows are only added."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="acts")
    move = models.CharField(max_length=20)
    person = models.ForeignKey(Person, models.PROTECT, related_name="acts")
    capacity = models.CharField(max_length=3, blank=True)
    held = models.ForeignKey(RoleHeld, models.PROTECT, null=True)
    version = models.ForeignKey(Version, models.PROTECT, null=True, related_name="acts")
    step = models.CharField(max_length=8, blank=True)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)


class FindingAnswer(models.Model):
    """What an officer says to a warning. `about` is the finding by its rule, its place and what matters of its words
    (`queries.checking`), so that another finding is not answered with it and the same one stays answered on another
    day; empty in old rows: then the message says it. The last one counts."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="answers")
    rule = models.CharField(max_length=10)
    about = models.TextField(default="", blank=True)
    message = models.TextField()
    answer = models.TextField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="answers")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)


class SignedPaper(models.Model):
    """A signed PDF or a scan that came back, and how it agrees with the frozen content: `differences` is JSON, an empty
    list where every fact is the same."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="signed_papers")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    differences = models.TextField()
    agrees = models.BooleanField()
    reason = models.TextField(blank=True)
    """Why differences are none of the paper: a scan read wrongly. Whoever signs is the second person to see them."""
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)


class Adoption(models.Model):
    """A decision issued elsewhere: its file, and what was read of it (READING.md's JSON)."""

    programme = models.OneToOneField(Programme, models.PROTECT, related_name="adoption")
    source = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    reading = models.TextField()
    lines_confirmed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")


class AdoptionChange(models.Model):
    """An activity, a basis or an assignment that the reader missed and an officer added, or one that it made up and an
    officer dropped. `which`: its number in its list, which it keeps for good: those that were read from 0 on, then the
    added ones. `after`: the number of the one that an added one stands behind, null at the top; `words`: of the
    paper."""

    class What(models.TextChoices):
        """What was done."""

        ADD = "add"
        DROP = "drop"

    class Part(models.TextChoices):
        """Of which list (`core.adoption.members.LISTS`)."""

        ACTIVITY = "activity"
        BASES = "bases"
        ASSIGNMENTS = "assignments"

    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="changes")
    what = models.CharField(max_length=4, choices=What)
    part = models.CharField(max_length=11, choices=Part, default=Part.ACTIVITY)
    which = models.PositiveSmallIntegerField()
    after = models.PositiveSmallIntegerField(null=True)
    title = models.CharField(max_length=2000)
    words = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("adoption", "what", "part", "which"), name="adoption_change_once"),
        )


class ConfirmedFact(models.Model):
    """A fact of an adopted paper that a person held against its words. `value` is JSON as confirmed, `words` the words
    of the paper. The last one of a path counts; any change of the fact asks for a new one."""

    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="facts")
    path = models.CharField(max_length=200)
    value = models.TextField()
    words = models.TextField(blank=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)


class Activity(models.Model):
    """An activity of an issued programme, as its content orders it."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="activities")
    place = models.PositiveSmallIntegerField()
    ref = models.CharField(max_length=120)
    label = models.CharField(max_length=20, blank=True)
    group = models.CharField(max_length=2000, blank=True)
    kind = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=2000)
    quantity = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    unit = models.CharField(max_length=60, blank=True)
    start = models.DateField(null=True)
    end = models.DateField(null=True)

    class Meta:
        ordering = ("programme", "place")
        constraints = (models.UniqueConstraint(fields=("programme", "place"), name="activity_place_once"),)

    def __str__(self) -> str:
        return self.title


class Line(models.Model):
    """A line of an issued programme's estimate that money is spent on, in đồng: its `ceiling`, and what the entries of
    the ledger make of it (`core.ledger.Balances`). The CHECKs hold whoever writes, also by hand."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="lines")
    activity = models.ForeignKey(Activity, models.PROTECT, null=True, related_name="lines")
    place = models.PositiveIntegerField()
    label = models.CharField(max_length=40, blank=True)
    content = models.CharField(max_length=2000)
    unit = models.CharField(max_length=60, blank=True)
    quantity = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    unit_price = models.BigIntegerField(null=True)
    ceiling = models.BigIntegerField()
    taken = models.BigIntegerField(default=0)
    committed = models.BigIntegerField(default=0)
    held = models.BigIntegerField(default=0)
    advanced = models.BigIntegerField(default=0)
    staff = models.BigIntegerField(default=0)
    used = models.BigIntegerField(default=0)
    code = models.CharField(max_length=4, blank=True)
    source = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("programme", "place")
        constraints = (
            models.UniqueConstraint(fields=("programme", "place"), name="line_place_once"),
            models.CheckConstraint(condition=Q(ceiling__gte=0) & Q(ceiling__lte=10**15), name="line_ceiling_is_money"),
            models.CheckConstraint(condition=Q(taken__lte=F("ceiling")), name="line_taken_within_ceiling"),
            models.CheckConstraint(
                condition=Q(taken__gte=F("held") + F("advanced") + F("used")), name="line_out_within_taken"
            ),
            models.CheckConstraint(
                condition=Q(committed__gte=0) & Q(held__gte=0) & Q(used__gte=0), name="line_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(staff__gte=0) & Q(staff__lte=F("advanced")), name="line_staff_within_advanced"
            ),
        )

    def __str__(self) -> str:
        return self.content
