"""Forms and pages: fetch, call one function, show. Server-rendered; the script only makes them nicer."""
