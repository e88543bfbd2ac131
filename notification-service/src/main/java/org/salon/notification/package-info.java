@NullMarked
package org.salon.notification;

import org.jspecify.annotations.NullMarked;
