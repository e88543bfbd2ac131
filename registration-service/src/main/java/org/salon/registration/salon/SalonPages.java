package org.salon.registration.salon;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of salons what pages show. */
@Component
public class SalonPages {

	private final Salons salons;

	private final JoinPictures pictures;

	private final MarkdownPages markdown;

	private final Clock clock;

	SalonPages(Salons salons, JoinPictures pictures, MarkdownPages markdown, Clock clock) {
		this.salons = salons;
		this.pictures = pictures;
		this.markdown = markdown;
		this.clock = clock;
	}

	/** Those that come, the next first. */
	public List<SalonPage> coming(Locale locale) {
		return this.salons.coming(this.clock.instant()).stream().map((salon) -> page(salon, false, locale)).toList();
	}

	/**
	 * One salon.
	 * @param mayJoin whether the reader may know how to take part though not all may
	 */
	public SalonPage page(Salon salon, boolean mayJoin, Locale locale) {
		SalonDetails details = salon.details();
		Attendance attendance = this.salons.attendance(salon.number());
		Instant now = this.clock.instant();
		SalonStage stage = salon.stageAt(now);
		boolean showJoin = (mayJoin || details.joinPublic()) && stage == SalonStage.ANNOUNCED;
		return new SalonPage(salon.number(), details.title(), details.host(), details.format(),
				SalonTimeText.of(details, locale), text(details.startsAt()), text(details.endsAt()),
				details.zone().getId(), stage, stage == SalonStage.ANNOUNCED, details.speakers(), details.papers(),
				details.outline(), this.markdown.html(details.introduction()), this.markdown.html(details.about()),
				showJoin ? new SalonPage.Join(details.joinText(), details.joinLinks(),
						this.pictures.has(salon.number())) : null,
				details.capacity(), seatsLeft(details.capacity(), attendance), attendance.registered(),
				attendance.waitlisted(), details.links(), details.notes());
	}

	/** When a salon is, in words. */
	public String when(Salon salon, Locale locale) {
		return SalonTimeText.of(salon.details(), locale);
	}

	/** When a salon of the list is, in words. */
	public String when(SalonList.Line line, Locale locale) {
		return (line.startsAt() != null && line.endsAt() != null)
				? SalonTimeText.of(line.startsAt(), line.endsAt(), line.zone(), locale)
				: SalonTimeText.day(line.date(), locale);
	}

	/** When a salon is, in words. */
	public String when(OperatorSalonView salon, Locale locale) {
		return (salon.startsAt() != null && salon.endsAt() != null)
				? SalonTimeText.of(salon.startsAt(), salon.endsAt(), ZoneId.of(salon.zone()), locale) : "";
	}

	/** A moment in the salon's zone, in words. */
	public String moment(Salon salon, Instant moment, Locale locale) {
		return MomentText.of(moment, salon.details().zone(), locale);
	}

	private static @Nullable String text(@Nullable Instant moment) {
		return (moment != null) ? moment.toString() : null;
	}

	private static @Nullable Integer seatsLeft(@Nullable Integer capacity, Attendance attendance) {
		return (capacity != null) ? (Integer) Math.max(0, capacity - attendance.registered()) : null;
	}

}
