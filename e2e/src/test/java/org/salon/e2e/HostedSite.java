package org.salon.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;

/** The files of a zip on a server of somebody else, who has files and nothing more. */
final class HostedSite implements AutoCloseable {

	private static final String FOLDER = "/club/salons/";

	private final FileSystem files;

	private final HttpServer server;

	HostedSite(Path zip) {
		try {
			this.files = FileSystems.newFileSystem(zip);
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			this.server.createContext(FOLDER, SimpleFileServer.createFileHandler(this.files.getPath("/")));
			this.server.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where the site begins: below a path, as a club has it that has other pages too. */
	String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + FOLDER;
	}

	@Override
	public void close() {
		this.server.stop(0);
		try {
			this.files.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
