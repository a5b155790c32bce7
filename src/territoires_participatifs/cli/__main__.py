"""`python -m territoires_participatifs.cli`."""

from territoires_participatifs.cli import main

main()
