package org.salon.registration.invitation;

import org.salon.invitation.ArchivedSalon;
import org.salon.invitation.ComingSalon;
import org.salon.invitation.InvalidInvitation;
import org.salon.invitation.InvitationParser;
import org.salon.invitation.ParseOptions;
import org.salon.invitation.ParsedInvitation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.salon.registration.salon.HistoryEntry.Author;
import org.salon.registration.salon.OperatorSalonView;
import org.salon.registration.salon.PastSalonDesk;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonDesk;
import org.salon.registration.salon.SalonDetails;
import org.salon.registration.salon.Salons;

/**
 * Brings invitations in: the coming salon, and the past ones of its table. Nothing is
 * doubled by importing again, and nobody is mailed of the past.
 */
@Service
public class InvitationImport {

	/** Where the club's invitations are written: they name no zone. */
	static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final SalonDesk desk;

	private final PastSalonDesk past;

	private final Salons salons;

	private final Clock clock;

	InvitationImport(SalonDesk desk, PastSalonDesk past, Salons salons, Clock clock) {
		this.desk = desk;
		this.past = past;
		this.salons = salons;
		this.clock = clock;
	}

	/**
	 * What an import would find and do.
	 * @throws InvalidInvitation if it cannot be imported
	 */
	@Transactional(readOnly = true)
	public ImportAnswer preview(String markdown, @Nullable LocalDate date, Locale reader) {
		ParsedInvitation parsed = parse(markdown, date);
		ComingSalon coming = parsed.salon();
		Salon salon = (coming != null)
				? this.desk.preview(coming.number(), InvitedSalon.details(coming), InvitedSalon.over(coming)) : null;
		return answer(salon, ImportedRows.of(parsed, this.past).warning(parsed), reader);
	}

	/**
	 * Writes the coming salon as a draft, or over what there is, and remembers the past
	 * ones; all or nothing.
	 * @throws InvalidInvitation if it cannot be imported
	 */
	@Transactional
	public ImportAnswer write(String markdown, @Nullable LocalDate date, boolean announce, Locale reader) {
		ParsedInvitation parsed = parse(markdown, date);
		ComingSalon coming = parsed.salon();
		Salon salon = (coming != null) ? write(coming, announce) : null;
		ImportedRows rows = ImportedRows.of(parsed, this.past);
		this.past.archive(rows.salons());
		return answer(salon, rows.warning(parsed), reader);
	}

	private Salon write(ComingSalon coming, boolean announce) {
		UnaryOperator<SalonDetails> change = InvitedSalon.over(coming);
		Salon salon = this.desk.write(coming.number(), InvitedSalon.details(coming), change);
		return announce ? this.desk.announce(coming.number(), Author.OPERATOR) : salon;
	}

	private ParsedInvitation parse(String markdown, @Nullable LocalDate date) {
		return InvitationParser.parse(markdown,
				new ParseOptions(date, LocalDate.ofInstant(this.clock.instant(), ZONE), ZONE));
	}

	private ImportAnswer answer(@Nullable Salon salon, ParsedInvitation parsed, Locale reader) {
		Instant now = this.clock.instant();
		OperatorSalonView view = (salon != null)
				? OperatorSalonView.of(salon, this.salons.attendance(salon.number()), now) : null;
		return ImportAnswer.of(view, parsed, reader);
	}

}
