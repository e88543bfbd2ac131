package org.salon.registration.member;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.salon.registration.SalonProperties;

/**
 * Addresses whose people said no, or were erased: no import subscribes them again. Only
 * an HMAC-SHA-256 of each is kept, under a key of its own made of the link key, which is
 * not in the database: who has the table alone can neither read nor guess an address.
 */
@Repository
public class RefusedAddresses {

	private static final String PURPOSE = "salon: addresses that are not to be subscribed";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final SecretKeySpec key;

	RefusedAddresses(JdbcClient jdbc, SalonProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
		byte[] linkKey = Base64.getDecoder().decode(properties.linkKey().strip());
		this.key = new SecretKeySpec(mac(new SecretKeySpec(linkKey, "HmacSHA256"), PURPOSE), "HmacSHA256");
	}

	/** Keeps the address out of imports from now on; the first reason stays. */
	public void add(String email, Reason reason) {
		this.jdbc.sql("""
				insert into refused_address (digest, reason, refused_at) values (?, ?, ?)
				on conflict (digest) do nothing""")
			.params(digest(email), reason.name(), this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Its owner asked for announcements themselves. */
	void remove(String email) {
		this.jdbc.sql("delete from refused_address where digest = ?").param(digest(email)).update();
	}

	/** Those of the addresses that are kept out. */
	public Set<String> among(Collection<String> emails) {
		Map<String, String> byDigest = new HashMap<>();
		emails.forEach((email) -> byDigest.put(HexFormat.of().formatHex(digest(email)), email));
		Set<String> refused = new HashSet<>();
		this.jdbc.sql("""
				select encode(digest, 'hex') from refused_address
				where digest in (select decode(hex, 'hex') from unnest(:hexes::text[]) as hex)""")
			.param("hexes", byDigest.keySet().toArray(String[]::new))
			.query(String.class)
			.list()
			.forEach((hex) -> refused.add(byDigest.getOrDefault(hex, "")));
		return refused;
	}

	private byte[] digest(String email) {
		return mac(this.key, email.toLowerCase(Locale.ROOT));
	}

	private static byte[] mac(SecretKeySpec key, String text) {
		try {
			Mac mac = Mac.getInstance(key.getAlgorithm());
			mac.init(key);
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every JDK has HmacSHA256", ex);
		}
	}

	/** Why an address is kept out. */
	public enum Reason {

		/** Its owner took announcements back, or all mails. */
		UNSUBSCRIBED,
		/** Its owner was erased. */
		ERASED,
		/** It was a second address of somebody who is known by another. */
		MERGED

	}

}
