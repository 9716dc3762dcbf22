"""Django's settings. Whatever a host may change comes from the environment (`environment.SETTINGS`)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from quyet.site import environment
from quyet.site.database import database
from quyet.site.mail import mail

SITE = Path(__file__).parent
DATA = environment.data_folder()
READINGS = DATA / "readings"
FILES = DATA / "files"
FORMS = DATA / "forms"
"""Forms of the office's own, which go before those that ship (docs/papers.md)."""
KEEP_HOURS = environment.positive("QUYET_KEEP_HOURS")
MAX_UPLOAD = 50 * 1024 * 1024

DEBUG = environment.debug()
SECRET_KEY = environment.secret_key(DATA)
ALLOWED_HOSTS = environment.hosts()
DATABASES = {"default": database(environment.value("DATABASE_URL"), DATA)}

ROOT_URLCONF = "quyet.site.urls"
WSGI_APPLICATION = "quyet.site.wsgi.application"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "quyet.store",
    "quyet.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
]
AUTH_USER_MODEL = "store.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "quyet.web.sign_in.backend.PeopleBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("login", "name", "email")},
    },
]

# Signing in: local accounts, made by the administrator. Pages and sentences are ours (`web.sign_in`).
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "quyet.web.sign_in.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "login": "quyet.web.sign_in.forms.LoginForm",
    "reauthenticate": "quyet.web.sign_in.forms.ReauthenticateForm",
    "change_password": "quyet.web.sign_in.forms.ChangePasswordForm",
}
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
MFA_ADAPTER = "quyet.web.sign_in.adapter.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "quyet.web.sign_in.forms.AuthenticateForm",
    "reauthenticate": "quyet.web.sign_in.forms.ReauthenticateCodeForm",
    "activate_totp": "quyet.web.sign_in.forms.ActivateForm",
}

# A session lives in the database, ends with the browser, and after a working day at the latest.
SESSION_COOKIE_AGE = 10 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# Five wrong passwords for a name from one address lock that pair for a while; the count is kept in the database.
# allauth's own limit is wider and counts a name from wherever it is tried, and the codes of the second step.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_CALLABLE = "quyet.web.sign_in.lockout.name_typed"
AXES_LOCKOUT_CALLABLE = "quyet.web.sign_in.lockout.locked_out"
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "60/m/ip,10/15m/key", "reauthenticate": "10/m/user"}
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "quyet.web.middleware.headers",
    "quyet.web.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "quyet.web.middleware.office",
    "quyet.web.middleware.too_large",
    "quyet.web.middleware.no_null",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# Language: Vietnamese unless the person or the host says English; the browser's own list is not asked.
LANGUAGE_CODE = environment.choice("QUYET_LANG", ("vi", "en"))
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "quyet_lang"
LANGUAGE_COOKIE_SAMESITE = "Lax"
FORMAT_MODULE_PATH = ["quyet.site.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

# Static files come straight from the installed package: no collecting step. Their addresses carry the content's hash
# (`asset` in web/templatetags), so that a browser may keep them for a year.
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 0 if DEBUG else 365 * 24 * 3600

# A pasted text comes as a form field and is held in memory; the reader itself stops at 10,000,000 bytes.
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024
# The plain form of an estimate sends each cell as a field: 5,000 lines of 15.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 80_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# What an act did is said once, on the page that follows it: a signed cookie carries it there.
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

# Notices go out as files until the host names a mail server.
_MAIL = mail(environment.value("QUYET_SMTP_URL"), DATA)
EMAIL_BACKEND, EMAIL_FILE_PATH = _MAIL.backend, _MAIL.file_path
EMAIL_HOST, EMAIL_PORT = _MAIL.host, _MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.use_tls, _MAIL.use_ssl
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = environment.value("QUYET_MAIL_FROM")

CSRF_FAILURE_VIEW = "quyet.web.views.errors.form_expired"
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
if environment.is_production():
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True

# `check --deploy`: whether HSTS binds the names below this one, and is preloaded, is for who holds the domain.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "waitress.queue": {"level": "ERROR"},  # that requests wait in turn is nothing to be done about
    },
}
