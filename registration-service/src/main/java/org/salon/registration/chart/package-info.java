/** Figures of salons for the operator, as charts with the tables behind them. */
@NullMarked
package org.salon.registration.chart;

import org.jspecify.annotations.NullMarked;
