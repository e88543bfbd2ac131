package org.salon.backup;

import java.util.List;

/**
 * The databases of the three services.
 *
 * @param registration of registration-service, the source of all else
 * @param notification of notification-service, with the ledger of mails
 * @param archive of archive-service
 */
public record SalonDatabases(Database registration, Database notification, Database archive) {

	/**
	 * In the order in which they are looked at: whoever reads events before the one that
	 * writes them, so that none has seen an event that is not in the backup.
	 */
	List<Database> readersFirst() {
		return List.of(this.notification, this.archive, this.registration);
	}

}
