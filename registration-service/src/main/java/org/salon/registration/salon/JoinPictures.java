package org.salon.registration.salon;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.salon.registration.input.Refused;

/** The pictures that lead to salons. */
@Repository
public class JoinPictures {

	private final JdbcClient jdbc;

	JoinPictures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Stores a picture in place of that which there is. */
	public void put(int number, byte[] bytes) {
		JoinPicture picture = JoinPicture.of(bytes);
		int stored = this.jdbc.sql("""
				insert into join_picture (salon_number, media_type, picture)
				select number, ?, ? from salon where number = ?
				on conflict (salon_number) do update set media_type = excluded.media_type,
					picture = excluded.picture""").params(picture.mediaType(), picture.bytes(), number).update();
		if (stored == 0) {
			throw Refused.noSuchSalon(number);
		}
	}

	public Optional<JoinPicture> find(int number) {
		return this.jdbc.sql("select media_type, picture from join_picture where salon_number = ?")
			.param(number)
			.query((row, index) -> new JoinPicture(row.getString(1), row.getBytes(2)))
			.optional();
	}

	public boolean has(int number) {
		return this.jdbc.sql("select exists (select 1 from join_picture where salon_number = ?)")
			.param(number)
			.query(Boolean.class)
			.single();
	}

}
