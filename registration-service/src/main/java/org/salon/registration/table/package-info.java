/** Tables for spreadsheets that run nothing of what people typed. */
@NullMarked
package org.salon.registration.table;

import org.jspecify.annotations.NullMarked;
