"""A small knowledge base as files: two topics, of which the later comes first in the alphabet."""

ORDER = """topics: [morning, evening]
stages:
  - title: First
    steps: [sleep]
  - title: Then
    steps: [walk, work]
otherwise: work
"""
EVENING = """# The later topic comes first in the alphabet.
topic: The evening
questions:
  hours:
    ask: For how many hours
      were you awake?
    why: It adds up.
    type: number
    unit: hours
    min: 0
    max: 100
    changes: time
    sources: [s-1]
  signs:
    ask: What do you notice?
    why: It shows.
    type: many
    unticked: no
    options: {yawns: You yawn, stares: You stare}
    changes: time
    guard: yes
    sources: s-1
findings:
  need:
    values:
      great: you need sleep
      not_shown: nothing shows a need
    otherwise: not_shown
  wish:
    values:
      sleep: you wish to sleep
      not_shown: nothing shows a wish
    otherwise: not_shown
rules:
  - id: need-follows-wish
    when:
      wish: sleep
      any:
        - {hours: {at_least: 16}}
        - {signs: {includes_any: [yawns, stares]}}
    unless: [{bright: yes}, {hours: {below: 3}}]
    then: {need: great}
    because: You were up for long.
    sources: [s-1]
    reviewed: 2026-11-22
  - {id: wish-when-dark, when: {bright: [no, unknown]}, then: {wish: sleep}, because: It is dark., sources: [s-1], reviewed: 2026-11-22}
  - {id: sleep-when-needed, when: {need: great}, then: {step: sleep}, because: You need it., sources: [s-1], reviewed: 2026-11-22}
  - {id: walk-when-bright, when: {bright: yes, hours: {at_least: 8, below: 16}}, then: {step: walk}, because: It is day., sources: [s-1], reviewed: 2026-11-22}
steps:
  work: {title: Work, say: Work., how_long: A day., come_back: Later., opens_next: Rest., contact: reply, sources: [s-1]}
  walk: {title: Walk, say: Walk., how_long: An hour., come_back: Later., opens_next: Rest., contact: none, sources: [s-1]}
  sleep: {title: Sleep, say: Sleep., how_long: {finding: need}, come_back: Later., opens_next: Rest., contact: none, ends_interview: yes, sources: [s-1]}
"""
MORNING = """topic: The morning
questions:
  bright: {ask: Is it bright?, why: It matters., type: yes_no, changes: time, sources: [s-1]}
advice:
  - {id: rest-well, kind: do, say: Rest., when: {step: sleep}, contact: none, duty: no, because: It helps., sources: ['book:1'], reviewed: 2026-11-22}
  - {id: no-hurry, kind: dont, say: Do not hurry., when: {hours: {below: 2}}, safety: yes, replaces: [rest-well], because: It helps., sources: [s-1], reviewed: 2026-11-22}
"""
SOURCES = """sources:
  book:
    kind: study
    title: 'A book: the second'
    checked: 2026-11-22
    about: Sleep.
    says:
      s-1: Sleep helps.
      book:1: {text: Rest helps., cite: page 3, links: ['https://example.org/']}
"""
HELPLINES = """purposes:
  crisis: {words: despair}
helplines:
  IE:
    country: Ireland
    emergency: '112'
    checked: 2026-11-22
    checked_how: their own page
    lines:
      - {for: crisis, name: A line, phone: '1', hours: unknown, checked: '2021', checked_how: their own page}
"""
FILES = {
    "order.yaml": ORDER,
    "evening.yaml": EVENING,
    "topics/morning.yaml": MORNING,
    "sources.yaml": SOURCES,
    "helplines/ie.yaml": HELPLINES,
}
