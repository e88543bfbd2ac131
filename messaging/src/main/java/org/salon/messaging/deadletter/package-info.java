/**
 * Events that could not be handled, what waits behind them, and how they are handled
 * after all.
 */
@NullMarked
package org.salon.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
