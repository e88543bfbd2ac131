package org.salon.registration.member;

import org.springframework.stereotype.Component;

import org.salon.events.link.LinkPurpose;
import org.salon.events.link.LinkToken;

/** Whom a link in a mail is about, for links whose id is a member's. */
@Component
public class MemberLinks {

	private final MailLinks links;

	private final Members members;

	MemberLinks(MailLinks links, Members members) {
		this.links = links;
		this.members = members;
	}

	/**
	 * The member.
	 * @throws org.salon.registration.input.Refused if the link does not hold, or the
	 * member was erased
	 */
	public Member read(String token, LinkPurpose purpose) {
		LinkToken link = this.links.read(token, purpose);
		Member member = this.members.find(link.id()).orElseThrow(MailLinks::unknown);
		this.links.checkGeneration(link, member.linkGeneration());
		return member;
	}

}
