@NullMarked
package org.salon.events;

import org.jspecify.annotations.NullMarked;
