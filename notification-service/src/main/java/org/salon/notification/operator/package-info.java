/** What an operator can ask and do. */
@NullMarked
package org.salon.notification.operator;

import org.jspecify.annotations.NullMarked;
