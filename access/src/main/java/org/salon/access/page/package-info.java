/**
 * What the pages of all services have in common: their languages, and how long parts are
 * kept.
 */
@NullMarked
package org.salon.access.page;

import org.jspecify.annotations.NullMarked;
