package org.salon.registration.subscriber;

import java.util.List;
import java.util.UUID;

/**
 * What importing a file would do.
 *
 * @param id by which it is done
 * @param fresh who are not known
 * @param known who are known and would get announcements from now on
 * @param subscribed who get them already
 * @param keptOut who said no, or were erased
 */
public record ImportPreview(UUID id, int fresh, int known, int subscribed, int keptOut, List<RefusedLine> refused) {

	/** Who would be subscribed. */
	public int subscribes() {
		return this.fresh + this.known;
	}

	public int lines() {
		return subscribes() + this.subscribed + this.keptOut + this.refused.size();
	}

}
