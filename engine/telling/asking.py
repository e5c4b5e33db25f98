"""What is said at questions, and on the way through them, whoever lays them out."""

from milepost.engine.interview.days import STILL_TO_COME as STILL_TO_COME

WHY_WE_ASK = "Why we ask"
SELECT_ALL, SELECT_ANY = "Select all that apply.", "Select any that fit. You can leave all empty."
IN_A_GRID = "Say yes, no or not sure to each, or no to all. Once you have said yes to one, you may leave the rest."
NO_TO_THESE, NO_TO_OTHERS = "No to all of these", "No to all the others"
HOW_MANY = "Number of {}, from {} to {}"
# A question before all others that was left out: nobody said "I do not know" there.
LEFT_UNSAID = "You left this open"
LOOK_OVER = "Look them over. You can change each one."

# How far along somebody is.
QUESTION, EXTRA = "Question {}", "Extra question {} of {}"
LAST, NEARLY_DONE = "{}, the last one for your step", "{}, nearly done"
CHANGING = "{}: change your answer, or keep it"
AT_MOST_AFTER, ABOUT_SO_MANY = "{}, at most {} more after this", "{}. About {}, {}"
A_QUESTION, A_MINUTE = "more question", "minute"
MOSTLY = "About {} will do for most people."
AT_MOST = "Questions that no longer matter are left out. However you answer, there are never more than {}."

# Once the step is clear, and where none could be found.
STEP_CLEAR = "Your next step is clear: {}."
ONLY_FITS_BETTER = "Your step is clear. Your answer only makes the advice fit you better."
NO_STEP_BUT_ANSWERS = "There is no step this time. You can save your answers, so that they are not lost."
STILL_THERE = "Your answers so far are still there."
CHANGED = "You changed an answer."
ONE_FITS_NO_MORE, SOME_FIT_NO_MORE = "1 other answer fits no more.", "{} other answers fit no more."
LOADED, LEFT_OUT = "{} loaded.", "{} left out, as nothing depends on them now."
OPENS_OTHERS = "A change can open other questions. Then only those are asked."

# What cannot be an answer.
CHOOSE_ONE = "Choose one answer. The one that fits best will do."
GIVE_ONE = "Give one answer: a number, or one of the lines below it."
GIVE_ONE_OR_DAY = "Give one answer: a number, a day, or one of the lines below them."
WHOLE_NUMBER = "Type a whole number from {} to {}."
BY_ITSELF = "“{}” goes by itself. Clear it, or clear the others."
BY_ITSELF_IN_A_GRID = "“{}” goes by itself. Clear it, or clear the lines."
SOME_LEFT = "Some lines have no answer yet. Answer each, or choose “No to all the others”."
