/* The header is compiled here, and the package has a target to link. */
#include "generated/MagditFFI.h"
