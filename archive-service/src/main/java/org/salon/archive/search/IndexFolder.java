package org.salon.archive.search;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of an index among those that the system keeps for a while, mapped into memory: as
 * quick as the heap, which they leave to the service. Gone at the end; what a process
 * that was killed has left is cleared away by the next.
 */
final class IndexFolder implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(IndexFolder.class);

	private static final String PREFIX = "salon-archive-index-";

	private final Path path;

	private final MMapDirectory directory;

	IndexFolder(Path parent) throws IOException {
		clearLeftBehind(parent);
		this.path = Files.createTempDirectory(parent, PREFIX);
		this.directory = new MMapDirectory(this.path);
	}

	/** In the folder that the system has for such files. */
	static IndexFolder create() throws IOException {
		return new IndexFolder(Path.of(System.getProperty("java.io.tmpdir")));
	}

	Directory directory() {
		return this.directory;
	}

	private static void clearLeftBehind(Path parent) throws IOException {
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
			for (Path folder : folders) {
				clearUnlessInUse(folder);
			}
		}
	}

	/** Lucene holds the lock as long as there is a writer, and the system lets it go. */
	private static void clearUnlessInUse(Path folder) {
		try (MMapDirectory directory = new MMapDirectory(folder)) {
			if (Files.exists(folder.resolve(IndexWriter.WRITE_LOCK_NAME))) {
				try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
					lock.ensureValid();
				}
				delete(folder);
			}
		}
		catch (LockObtainFailedException ex) {
			logger.debug("{} is in use", folder);
		}
		catch (IOException ex) {
			logger.warn("Cannot clear away {}", folder, ex);
		}
	}

	private static void delete(Path folder) throws IOException {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
			for (Path file : files) {
				Files.deleteIfExists(file);
			}
		}
		Files.deleteIfExists(folder);
	}

	/** Readers that are open can go on reading. */
	@Override
	public void close() throws IOException {
		this.directory.close();
		delete(this.path);
	}

}
