"""The memo's template is drawn by this script, so that its look can be read, reviewed and changed.

``python templates/build_memo.py`` writes ``templates/memo.docx`` anew, byte for byte the same; another path may be
given. Teams who change the file in Word instead keep their copy in the ``templates`` folder of a campaign.
"""

import sys
from pathlib import Path

from making.memo import build

if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "memo.docx"
    target.write_bytes(build())
