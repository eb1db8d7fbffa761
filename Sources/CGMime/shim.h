/* The MIME library of GNOME; only CMail includes it, as its macros do not reach Swift. */
#include <gmime/gmime.h>
