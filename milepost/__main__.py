"""`python -m milepost` runs the command line."""

import sys

from milepost.start import main

sys.exit(main())
