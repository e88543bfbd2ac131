package org.salon.notification.ledger;

import org.jspecify.annotations.Nullable;
import org.salon.notification.plan.Told;

/**
 * A composed mail, ready to be handed over.
 *
 * @param mime as it goes over the wire
 * @param frozen as it is kept until it is known what came of it; nothing for a message
 * that is repeated, which is kept already
 * @param revision by what it was composed; nothing for a message that is repeated as it
 * was, whatever happened since
 * @param told what the person knows once they have it; nothing if it says nothing of
 * place and time
 */
public record Draft(Lease lease, byte[] mime, @Nullable Frozen frozen, @Nullable Revision revision,
		@Nullable Told told) {
}
