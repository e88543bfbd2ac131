/**
 * Whether the links of the salons still lead somewhere: asked politely, told to others,
 * and never acted upon.
 */
@NullMarked
package org.salon.registration.link;

import org.jspecify.annotations.NullMarked;
