package org.salon.notification.channel;

import org.salon.notification.channel.http.BadChannelSetting;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the service does not start with such a setting. */
class BadChannelSettingAnalyzer extends AbstractFailureAnalyzer<BadChannelSetting> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, BadChannelSetting cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Mend the setting, or leave it empty to turn the channel off. Its value is a secret and not shown.",
				cause);
	}

}
