/**
 * The published language: everything that one service may know of another. One record for
 * each event, the topics, and the JSON that crosses the broker.
 */
@NullMarked
package org.salon.events;

import org.jspecify.annotations.NullMarked;
