/**
 * The command line of an operator, over the same HTTP API that others' programs use.
 */
@NullMarked
package org.salon.cli;

import org.jspecify.annotations.NullMarked;
