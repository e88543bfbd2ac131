package org.salon.registration.invitation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.salon.invitation.ArchivedSalon;
import org.salon.invitation.ComingSalon;
import org.salon.invitation.InvitationWriter;
import org.salon.invitation.Link;
import org.salon.invitation.LinkKind;
import org.salon.invitation.Speaker;
import org.salon.invitation.TopicGroup;
import org.salon.registration.SalonProperties;
import org.salon.registration.input.Refused;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonDetails;
import org.salon.registration.salon.SalonStage;
import org.salon.registration.salon.Salons;

/** A salon's invitation in the club's form, for the club to post where it always does. */
@Service
public class InvitationExport {

	private final Salons salons;

	private final SalonProperties properties;

	private final Clock clock;

	InvitationExport(Salons salons, SalonProperties properties, Clock clock) {
		this.salons = salons;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * The invitation with the table of all that was held before. How to join stands in it
	 * only if all may know it; else the page to sign up on does.
	 * @throws Refused if there is no such salon, or one of the past without a time
	 */
	@Transactional(readOnly = true)
	public String of(int number) {
		Salon salon = this.salons.find(number).orElseThrow(() -> Refused.noSuchSalon(number));
		if (salon.stageAt(this.clock.instant()) == SalonStage.ARCHIVED) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.salon.ARCHIVED", number);
		}
		ComingSalon coming = coming(salon);
		return InvitationWriter.write(coming, this.properties.page("/salons/" + number),
				past(salon, coming.startsAt().toLocalDate()));
	}

	private static ComingSalon coming(Salon salon) {
		SalonDetails details = salon.details();
		List<Speaker> speakers = details.speakers()
			.stream()
			.map((speaker) -> new Speaker(speaker.name(), speaker.affiliation()))
			.toList();
		ZoneId zone = InvitationImport.ZONE;
		return new ComingSalon(salon.number(), details.title(), details.host(), details.format(),
				LocalDateTime.ofInstant(salon.startsAt(), zone), LocalDateTime.ofInstant(salon.endsAt(), zone), zone,
				false, speakers, details.papers(), details.outline(), details.introduction(),
				details.joinPublic() ? details.joinText() : null,
				details.joinPublic() ? details.joinLinks() : List.of(), details.about(), details.series());
	}

	private List<ArchivedSalon> past(Salon coming, LocalDate day) {
		Instant now = this.clock.instant();
		return this.salons.all()
			.stream()
			.filter((salon) -> salon.number() != coming.number() && !salon.details().date().isAfter(day))
			.filter((salon) -> switch (salon.stageAt(now)) {
				case ARCHIVED, HELD -> true;
				case DRAFT, ANNOUNCED, CANCELLED -> false;
			})
			.map(InvitationExport::row)
			.toList();
	}

	private static ArchivedSalon row(Salon salon) {
		SalonDetails details = salon.details();
		List<TopicGroup> groups = details.groups()
			.stream()
			.map((group) -> new TopicGroup(group.tag(), group.topics()))
			.toList();
		// A salon that the system itself ran may have no topics but always has a theme.
		boolean themed = groups.isEmpty() && Objects.nonNull(details.startsAt());
		List<Link> links = details.links()
			.stream()
			.map((link) -> new Link(link.label(), link.url(), LinkKind.valueOf(link.kind().name())))
			.toList();
		return new ArchivedSalon(salon.number(), details.date(),
				themed ? List.of(new TopicGroup(null, List.of(details.title()))) : groups, links, details.notes(),
				details.series(), 0);
	}

}
