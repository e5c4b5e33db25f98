"""The program's own sentences in pictures of the decision graph, beside those that a consultation has, too."""

WAY_SAID = "From what you said to your next step: {}."

STAGES = "The stages"
STAGES_SAID = "{} with {}. We look at them in the order of their numbers. The first that fits is yours."
STAGES_YOURS = "Your next step: {}."
NOTHING_HERE = "Go on if nothing you told us leads here."

# A step, a finding or a question, and conditions in words.
AROUND = {"opens": "What opens it", "stops": "What stops it", "leads": "What it leads to"}
AROUND_SAID = "What opens it, what stops it, and what it leads to."
EACH_OPENS, FIRST_OPENS = "What opens it: one of these is enough", "What opens it: the first of these that holds"
HOW_LONG, IT_DEPENDS = "How long: {}", "it depends on your answers."
WIRING, FINDINGS = "The wiring", "Findings"
WIRING_SAID = "{}, {} and {}, topic by topic, with what looks at what."
WHEN, UNLESS, ALWAYS = "When {}:", "Unless {}:", "Always"
THIS, ALL_OF, ONE_OF = "this is so", "all of this is so", "one of these is so"
NOT_SO, NONE_SO, OR, OR_ANSWERED = "Not so: {}", "None of these is so: {}", ", or ", " or "
ANSWER_AMONG, AMONG = "{} One of these:", "{}, one of these:"
STEPS_LOOK = "{} look at it:"
GUARDED, GUARDED_RULE = "What you say about safety decides too.", "What you say about safety decides."
GUARD = "It is asked to protect somebody. What its answers open is shown after your step."
ABOVE = "If one of the {} before it fits, that one comes first."
ABOVE_ONE = "If the step before it fits, that one comes first."
NOTHING_ELSE, NO_RULE_HOLDS = "If no other step fits.", "If nothing above holds."
ADVICE_ONLY = "It decides no step. It shapes what is told beside it."
