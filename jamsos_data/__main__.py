"""`python -m jamsos_data`: the command line."""

import sys

from jamsos_data.cli import main

if __name__ == "__main__":
    sys.exit(main())
