package org.salon.registration.registration;

import org.springframework.stereotype.Component;

import org.salon.events.link.LinkPurpose;
import org.salon.events.link.LinkToken;
import org.salon.registration.member.MailLinks;
import org.salon.registration.member.Member;
import org.salon.registration.member.Members;

/** Whose place a link in a mail is about. */
@Component
class OwnLinks {

	private final MailLinks links;

	private final Registrations registrations;

	private final Members members;

	OwnLinks(MailLinks links, Registrations registrations, Members members) {
		this.links = links;
		this.registrations = registrations;
		this.members = members;
	}

	/**
	 * The place.
	 * @throws org.salon.registration.input.Refused if the link does not hold, or its
	 * person was erased
	 */
	Registration registration(String token) {
		LinkToken link = this.links.read(token, LinkPurpose.REGISTRATION);
		Registration registration = this.registrations.find(link.id()).orElseThrow(MailLinks::unknown);
		this.links.checkGeneration(link, registration.linkGeneration());
		return registration;
	}

	Member holder(Registration registration) {
		return this.members.find(registration.memberId()).orElseThrow(MailLinks::unknown);
	}

}
