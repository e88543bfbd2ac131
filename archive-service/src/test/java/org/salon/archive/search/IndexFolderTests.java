package org.salon.archive.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class IndexFolderTests {

	@TempDir
	private Path parent;

	@Test
	void leavesNothingBehindWhileReadersReadOn() throws IOException {
		IndexFolder folder = new IndexFolder(this.parent);
		IndexWriter writer = writer(folder);
		writer.addDocument(new Document());
		DirectoryReader reader = DirectoryReader.open(writer);
		writer.rollback();
		folder.close();
		assertThat(folders()).isZero();
		assertThat(reader.numDocs()).isEqualTo(1);
		reader.close();
	}

	@Test
	void clearsAwayWhatAKilledProcessLeftAndNothingThatIsInUse() throws IOException {
		IndexFolder inUse = new IndexFolder(this.parent);
		IndexWriter writer = writer(inUse);
		Path left = Files.createDirectory(this.parent.resolve("salon-archive-index-left"));
		Files.createFile(left.resolve("write.lock"));
		Files.createFile(left.resolve("_0.cfs"));
		Path others = Files.createDirectory(this.parent.resolve("of-another-program"));
		IndexFolder next = new IndexFolder(this.parent);
		assertThat(left).doesNotExist();
		assertThat(others).exists();
		assertThat(folders()).isEqualTo(3);
		writer.rollback();
		inUse.close();
		next.close();
	}

	private static IndexWriter writer(IndexFolder folder) throws IOException {
		return new IndexWriter(folder.directory(), new IndexWriterConfig(new KeywordAnalyzer()));
	}

	private long folders() throws IOException {
		try (Stream<Path> folders = Files.list(this.parent)) {
			return folders.count();
		}
	}

}
