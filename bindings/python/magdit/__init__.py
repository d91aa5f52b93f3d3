"""Whether an app or online tool may be used at a Dutch school.

With which account, under which conditions, and why. Offline: no network, no
files, no clock. `README.md` shows it; every type says what it means.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._native.magdit_uniffi import ErrorCode

    # Before the generated one, in which type checkers do not find the fields.
    class MagditError(Exception):
        """The call was refused, or failed."""

        code: ErrorCode
        text: str


from . import _records
from ._native import magdit_uniffi as _generated
from ._native.magdit_uniffi import *  # noqa: F403
from ._records import to_dict as to_dict

# The generated code leaves this to who uses it: a library and a glue that do
# not belong together must not answer.
_generated._uniffi_check_api_checksums(_generated._UniffiLib)
_records.dress(_generated)

__version__: str = _generated.version()
__all__ = [*_generated.__all__, "to_dict"]
