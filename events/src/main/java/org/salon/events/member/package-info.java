/** A person who signed up or subscribed. */
@NullMarked
package org.salon.events.member;

import org.jspecify.annotations.NullMarked;
