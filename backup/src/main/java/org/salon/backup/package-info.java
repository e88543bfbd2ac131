/**
 * The club in one file, and back. {@link org.salon.backup.BackupWriter} takes one
 * consistent cut through all databases; {@link org.salon.backup.Restore} puts it where
 * nothing is. Decision record 031 says why it is so.
 */
@NullMarked
package org.salon.backup;

import org.jspecify.annotations.NullMarked;
