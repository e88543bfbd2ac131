package org.salon.archive.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Status;

/**
 * An index of salons that lives as long as the process. One thread writes; what it has
 * written is seen once it is published, by any number of threads.
 */
final class SalonIndex implements AutoCloseable {

	static final JsonMapper JSON = JsonMapper.builder().build();

	private final IndexFolder folder;

	private final IndexWriter writer;

	private final Map<Integer, Long> contents = new HashMap<>();

	private volatile IndexSnapshot published;

	SalonIndex() {
		try {
			this.folder = IndexFolder.create();
			this.writer = new IndexWriter(this.folder.directory(), new IndexWriterConfig(SalonFields.ANALYZER));
			this.published = new IndexSnapshot(DirectoryReader.open(this.writer), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Puts a salon in place of what was known of it; a cancelled one leaves. */
	void put(Entry entry) {
		int number = entry.salon().number();
		Term key = new Term(SalonFields.NUMBER, Integer.toString(number));
		try {
			if (entry.salon().status() == Status.CANCELLED) {
				this.writer.deleteDocuments(key);
				this.contents.remove(number);
				return;
			}
			byte[] stored = JSON.writeValueAsBytes(entry);
			this.writer.updateDocument(key, SalonFields.document(entry, stored));
			this.contents.put(number, digest(stored));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long digest(byte[] content) {
		try {
			return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(content)).getLong();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Lets all that was put be seen. */
	void publish() {
		IndexSnapshot before = this.published;
		try {
			DirectoryReader reader = DirectoryReader.openIfChanged(before.reader(), this.writer);
			if (reader != null) {
				// A sum does not depend on the order in which the salons came.
				long content = this.contents.values().stream().mapToLong(Long::longValue).sum();
				this.published = new IndexSnapshot(reader, content);
				before.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What is published, to be closed after use; none if it was closed meanwhile. */
	@Nullable IndexSnapshot acquire() {
		IndexSnapshot snapshot = this.published;
		return snapshot.reader().tryIncRef() ? snapshot : null;
	}

	/** Those who have acquired a snapshot can go on reading it. */
	@Override
	public void close() {
		this.published.close();
		try {
			this.writer.rollback();
			this.folder.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
