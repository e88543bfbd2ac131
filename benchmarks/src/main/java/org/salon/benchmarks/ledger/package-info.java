/** Whether what a delivery costs grows with the ledger. */
@NullMarked
package org.salon.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
