/** What organisers are told once a day: who signed up, who comes, and what went wrong. */
@NullMarked
package org.salon.notification.digest;

import org.jspecify.annotations.NullMarked;
