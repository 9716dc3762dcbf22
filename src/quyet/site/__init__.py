"""The site: settings from the environment, addresses, and the WSGI door."""
