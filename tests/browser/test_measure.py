"""The widths that pictures are laid out with are at least those of a browser's letters, in many scripts."""

from milepost.diagrams import looks
from milepost.diagrams.measure import wide
from tests.diagrams.letters import LETTERS

TEXTS = (
    "Are you, or is a child with you, in danger from someone right now?",
    "Pause, with the children's matters only",
    "WIDE CAPITALS & Marks (100%)",
    *LETTERS,
)
ACROSS = """([texts, font, size]) => { const c = document.createElement('canvas').getContext('2d');
    return ['', 'bold '].map(weight => { c.font = weight + size + 'px ' + font; return texts.map(t => c.measureText(t).width) }) }"""


def test_no_letter_is_wider_than_it_is_taken_for(browser):
    page = browser.new_page()
    regular, bold = page.evaluate(ACROSS, [list(TEXTS), looks.FONT, looks.SIZE])
    page.close()
    for n, text in enumerate(TEXTS):
        assert regular[n] <= wide(text, looks.SIZE) + 0.5, text
        assert bold[n] <= wide(text, looks.SIZE, bold=True) + 0.5, text
