@NullMarked
package org.salon.messaging;

import org.jspecify.annotations.NullMarked;
