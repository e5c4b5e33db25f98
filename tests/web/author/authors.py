"""An author, with a folder of their own, and what they do with it."""

import os
import re
from html import unescape
from pathlib import Path

from milepost.engine.checks.read import read
from milepost.web.app import create_app
from milepost.web.author.living import Living
from milepost.web.settings import Settings
from tests.web.person import Person

WEATHER = Path(__file__).parents[2] / "small" / "weather"
PROMISES = """
promises:
  - {id: coat-when-grey, says: Whoever sees grey takes a coat., given: {sky: grey, thunder: no}, always: {step: take_coat}}
  - {id: coat-when-blue, says: Whoever sees blue takes a coat., given: {sky: blue}, always: {step: take_coat}}
"""
EXAMPLE = """
examples:
  - {id: a-grey-day, about: A grey day., answers: {sky: grey, thunder: no}, step: take_coat, because: [step-coat]}
"""


def author_of(folder):
    """Somebody who has come in, with the author's view of a folder."""
    return Person(create_app(Living(folder, read).loaded, Settings(author=True))).come_in()


def links(page):
    return {unescape(found).partition("#")[0] for found in re.findall(r'(?:href|action)="(/author[^"]*)"', page)}


def change(path, old, new):
    """Changes a file; by its size and its time the change can be seen."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1))
