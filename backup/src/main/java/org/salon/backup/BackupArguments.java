package org.salon.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the person at the terminal asks for.
 *
 * @param restores whether to restore; to back up otherwise
 * @param file of the backup
 * @param options that were given
 */
public record BackupArguments(boolean restores, Path file, Set<String> options) {

	/** Nothing, if it is not what may be asked for. */
	public static Optional<BackupArguments> of(List<String> arguments) {
		if (arguments.size() < 2 || arguments.get(1).startsWith("-")) {
			return Optional.empty();
		}
		boolean restores = arguments.getFirst().equals("restore");
		Set<String> allowed = restores ? Set.of("--replace", "--send-due") : Set.of("--overwrite");
		List<String> options = arguments.subList(2, arguments.size());
		if (!(restores || arguments.getFirst().equals("backup")) || !allowed.containsAll(options)) {
			return Optional.empty();
		}
		return Optional.of(new BackupArguments(restores, Path.of(arguments.get(1)), Set.copyOf(options)));
	}

	/** Whether that option was given. */
	public boolean has(String option) {
		return this.options.contains(option);
	}

}
