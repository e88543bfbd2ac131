package org.salon.localstack.run;

/** What a person at the terminal needs to know once everything runs. */
record Welcome(Settings settings, DataFolder data) {

	String text(double seconds) {
		String inbox = this.settings.externalSmtpHost()
			.map((host) -> "  Mails go to        " + host + ":" + this.settings.smtpPort())
			.orElse("  Inbox              http://localhost:" + this.settings.inboxPort());
		return """

				Salon is ready after %.1f s.

				  Public site        %s
				  Operator console   %s/operator
				                     user operator, password %s
				  Archive            %s/archive
				  Mails              %s/operator/mail
				%s
				  Kafka              %s
				  PostgreSQL         %s

				Ctrl-C stops it.
				""".formatted(seconds, this.settings.baseUrl(), this.settings.baseUrl(),
				new ServiceEnvironment(this.settings, this.data.secrets()).operatorPassword(),
				this.settings.archiveBaseUrl(), this.settings.notificationBaseUrl(), inbox,
				this.settings.externalKafka().orElse("127.0.0.1:" + this.settings.kafkaPort()),
				this.settings.externalPostgres().orElse("127.0.0.1:" + this.settings.postgresPort()));
	}

}
