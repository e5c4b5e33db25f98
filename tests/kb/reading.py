"""How hard a text is to read: the grade of Flesch and Kincaid, with syllables counted offline.

Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas" (1975). Syllables are hyphenation points
of pyphen plus one or groups of vowels, whichever are more, corrected by a list; up to sixty terms that everybody here knows count as two.
"""

import re

import pyphen

HYPHENS = pyphen.Pyphen(lang="en_US", left=2, right=2)
# What hyphenation gets wrong.
SYLLABLES = {
    "people": 2, "every": 2, "being": 2, "doing": 2, "going": 2, "something": 2, "someone": 2, "everyone": 3, "used": 1,
    "area": 3, "idea": 3, "really": 2, "evening": 2, "different": 2, "friendly": 2, "lonely": 2, "couple": 2, "quiet": 2,
    "trial": 2, "violent": 3, "science": 2, "diary": 3, "society": 4, "react": 2, "create": 2, "seeing": 2,
    "trying": 2, "saying": 2, "staying": 2, "buying": 2, "lying": 2, "dying": 2, "worrying": 3, "anyone": 3, "anything": 3,
    "another": 3, "again": 2, "also": 2, "only": 2, "over": 2, "open": 2, "any": 2, "away": 2, "alone": 2, "about": 2,
    "able": 2, "ago": 2, "even": 2, "ever": 2, "never": 2, "very": 2, "many": 2, "money": 2, "body": 2, "busy": 2, "agree": 2,
    "families": 3, "easy": 2, "easier": 3, "happy": 2, "happier": 3, "story": 2,
    "study": 2, "studies": 2, "baby": 2, "city": 2, "duty": 2, "duties": 2, "early": 2, "hobby": 2, "sorry": 2, "party": 2,
    "ready": 2, "steady": 2, "heavy": 2, "empty": 2, "funny": 2, "hurry": 2, "angry": 2, "worry": 2, "carry": 2, "pity": 2,
}  # fmt: skip
# Terms that the reader has on every page; each counts as two syllables.
TERMS = {
    "relationship", "relationships", "emergency", "helpline", "helplines", "counsellor", "advocate", "advocates", "recommend",
    "situation", "apology", "apologies", "children", "together", "breakup", "violence", "abusive", "thirty", "sixty",
    "conversation", "photograph", "anybody", "everybody", "somebody", "separation", "immigration", "programme", "programmes",
    "officer", "animals", "mediation", "parenting", "holiday", "holidays", "library", "password", "passwords", "doctor",
    "employer", "university", "statement", "statements", "specialist", "evidence", "article", "articles", "recommendation",
    "question", "questions", "domestic", "questionnaire", "family", "property", "solicitor", "lawyer", "medical", "pregnancy",
}  # fmt: skip


def syllables(word: str) -> int:
    """The syllables of one word."""
    word = word.lower().strip("'")
    if word in TERMS:
        return 2
    if word in SYLLABLES:
        return SYLLABLES[word]
    return max(len(HYPHENS.positions(word)) + 1, _vowels(word))


def _vowels(word: str) -> int:
    """Groups of vowels, silent endings apart; hyphenation leaves out a syllable of one letter, as in `about`."""
    count = len(re.findall(r"[aeiouy]+", word))
    if re.search(r"([^aeiouyl]|[aeiouy]l)e$|[^aeiouytd]ed$|[^aeiouyszxcg]es$", word) and not re.search(
        r"(ch|sh)es$", word
    ):
        count -= 1
    return max(count, 1)


def words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]+(?:'[a-z]+)?", text)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line that ends without a mark ends a sentence too."""
    return [s for s in re.split(r"(?<=[.?!:])\s+|\n+", text) if words(s)]


def grade(text: str) -> float:
    """The school grade in which a text can be read."""
    found = words(text)
    return 0.39 * len(found) / len(sentences(text)) + 11.8 * sum(map(syllables, found)) / len(found) - 15.59
