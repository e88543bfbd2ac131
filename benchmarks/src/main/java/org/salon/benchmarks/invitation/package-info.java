/** Invitations with long tables of past salons. */
@NullMarked
package org.salon.benchmarks.invitation;

import org.jspecify.annotations.NullMarked;
