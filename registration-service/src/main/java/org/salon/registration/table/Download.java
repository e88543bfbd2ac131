package org.salon.registration.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A table that is written into an answer. The answer begins with the first row: until
 * then it can still be a refusal.
 */
public final class Download {

	private final HttpServletResponse response;

	private final Format format;

	private final String name;

	private final List<? extends @Nullable String> header;

	private @Nullable Sheet sheet;

	/**
	 * An answer that has not begun.
	 * @param name of the file, without its ending
	 */
	public Download(HttpServletResponse response, Format format, String name, List<? extends @Nullable String> header) {
		this.response = response;
		this.format = format;
		this.name = name;
		this.header = header;
	}

	public void add(List<? extends @Nullable String> row) {
		try {
			sheet().add(row);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public void finish() throws IOException {
		sheet().finish();
		this.response.flushBuffer();
	}

	private Sheet sheet() throws IOException {
		if (this.sheet == null) {
			this.response.setContentType(this.format.mediaType);
			// People's names and addresses: not for a cache on the way.
			this.response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
			this.response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(this.name + this.format.ending, StandardCharsets.UTF_8)
						.build()
						.toString());
			Sheet begun = (this.format == Format.XLSX) ? new XlsxSheet(this.response.getOutputStream(), this.name)
					: new CsvSheet(this.response.getOutputStream());
			begun.add(this.header);
			this.sheet = begun;
		}
		return this.sheet;
	}

	/** The kinds of tables that there are. */
	public enum Format {

		/** Comma-separated values. */
		CSV("text/csv; charset=UTF-8", ".csv"),
		/** Office Open XML. */
		XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

		private final String mediaType;

		private final String ending;

		Format(String mediaType, String ending) {
			this.mediaType = mediaType;
			this.ending = ending;
		}

	}

}
