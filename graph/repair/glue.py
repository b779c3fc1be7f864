"""Where a displaced link stands right behind the end of a sentence, without a blank."""

import re

#: After a full stop that is no dot of an initial or of a date, after an opening quote, before №.
GLUED = re.compile(
    r"""(?<=[^\W\d_]{2}[.;:])(?=[\w№"«]) | (?<=[)»\s][.;:])(?=[\w№"«]) | (?<=\s")(?=\d)
      | (?<=[^\W\d_])(?=№)""",
    re.VERBOSE,
)
