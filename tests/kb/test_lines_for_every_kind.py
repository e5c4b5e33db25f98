"""Every purpose for which a country has a helpline is asked for by some line of advice, so that none is there for nobody."""


def test_every_kind_of_helpline_is_asked_for(base):
    there = {line.purpose for country in base.countries.values() for line in country.lines}
    asked = {purpose for line in base.advice.values() for purpose in line.lines}
    assert there - asked == set()
