/** Invitations brought in: the coming salon, and the past ones of its table. */
@NullMarked
package org.salon.registration.invitation;

import org.jspecify.annotations.NullMarked;
