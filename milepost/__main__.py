"""`python -m milepost` runs the command line."""

import sys

from milepost.cli.main import main

sys.exit(main())
