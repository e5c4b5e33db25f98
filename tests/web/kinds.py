"""One address of every kind of page, and how to come to see it."""

# What a person sees who has come in, is asked, and is done; `start` needs no answer.
PAGES = {
    "start": "/",
    "before": "/begin",
    "question": "/q/1",
    "changing": "/change/1",
    "review": "/check",
    "step": "/step",
    "map": "/map",
    "whole map": "/map/all",
    "part of the map": "/map/50",
    "sources": "/sources",
    "source": "/sources/1",
    "statement": "/sources/50",
    "help": "/help",
    "not there": "/nothing-here",
}
# Answers without a page in our words, or of other kinds.
OTHERS = {
    "plain": "/plain",
    "leaving": "/leave",
    "sent on": "/q",
    "health": "/-/health",
    "versions": "/-/versions.json",
    "content": "/-/content.json",
    "style": "/static/page.css",
    "script": "/static/page.js",
    "icon": "/static/page.svg",
    "no such file": "/static/nothing",
}


def faults(person):
    """Each kind of fault page, by its code."""
    key = person.key("/q/1")
    return {
        400: person.get("/", Host="example.org"),
        403: person.post("/again", headers={"Sec-Fetch-Site": "cross-site"}),
        404: person.get("/nothing-here"),
        413: person.post("/q/1", number="1" * 70_000),
        422: person.post("/q/1", question=key),
        500: _failing(person),
    }


def _failing(person):
    """A page fails where its parts do; here the conversation is not one."""
    kept, person.visit.conversation = person.visit.conversation, object()
    try:
        return person.get("/q/1")
    finally:
        person.visit.conversation = kept
