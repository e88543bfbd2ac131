/** What a service says of itself to the operator. */
@NullMarked
package org.salon.messaging.status;

import org.jspecify.annotations.NullMarked;
