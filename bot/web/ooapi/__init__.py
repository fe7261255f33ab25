"""The catalogue as the Open Onderwijs API, versions 5 and 6, read only.

``docs/ooapi.md`` says what becomes what. ``plain`` and ``words`` hold what both versions say alike, ``v5`` and ``v6``
the rest; ``asked5`` and ``asked6`` are the parameters, ``desk`` and ``timetable`` find what is asked for, ``routes5``
and ``routes6`` are the doors. Source: github.com/open-education-api/specification, 5.0 and 6.0.
"""
