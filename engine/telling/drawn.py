"""The program's own sentences in pictures of the decision graph, beside those that a consultation has, too."""

WAY_SAID = "From what you said to your next step: {}."

STAGES = "The stages"
STAGES_SAID = "{} with {}. We look at them in the order of their numbers. The first that fits is yours."
STAGES_YOURS = "Your next step: {}."
NOTHING_HERE = "Nothing you told us leads here."

# A step, a finding or a question, and conditions in words.
AROUND = {"opens": "What opens it", "stops": "What stops it", "leads": "What it leads to"}
AROUND_SAID = "What opens it, what stops it, and what it leads to."
EACH_OPENS, FIRST_OPENS = "What opens it: one of these is enough", "What opens it: the first of these that holds"
HOW_LONG, IT_DEPENDS = "How long: {}", "it depends on your answers."
WIRING, FINDINGS = "The wiring", "Findings"
WIRING_SAID = "{}, {} and {}, topic by topic, with what looks at what."
ALL_OF, ANY_OF, ALWAYS, UNLESS = "All of these hold:", "One of these holds:", "Always", "Unless:"
ANSWER_OF, ONE_OF, GUARDED = "{} One of these:", "{}, one of these:", 'What you say to "{}"'
STEPS_LOOK = "{} look at it:"
GUARDED_RULE = "It rests on answers about safety."
GUARD = "It is asked to protect somebody. What its answers open is shown after your step."
ABOVE, ABOVE_ONE = "Any of the {} before it that fits.", "The step before it, if that one fits."
NOTHING_ELSE, NO_RULE_HOLDS = "If no other step fits.", "If nothing above holds."
ADVICE_ONLY = "It decides no step. It shapes what is told beside it."
