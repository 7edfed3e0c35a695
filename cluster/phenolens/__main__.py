import sys

from phenolens.arguments import main

sys.exit(main())
