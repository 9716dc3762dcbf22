"""Signing in: django-allauth's views with forms, sentences and templates of our own. What is not listed in
`addresses` has no address: there is no sign-up, no sign-in by e-mail and no password by e-mail."""
