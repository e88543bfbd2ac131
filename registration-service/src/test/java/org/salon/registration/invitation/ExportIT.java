package org.salon.registration.invitation;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class ExportIT {

	@Autowired
	private Site site;

	@Test
	void writesAnInvitationWhoseImportChangesNothing() throws IOException {
		int salon = this.site.drafted("""
				"series": "机器学习学术沙龙", "host": "Example club", "speakers": [{"name": "Ada", "affiliation": "MIT"}],
				"papers": ["On computable numbers"], "outline": ["one", "two"], "introduction": "Read *this*.",
				"joinText": "Ask us", "joinLinks": ["https://meeting.example.org/1"], "joinPublic": false""");
		String path = "/api/salons/" + salon;
		String invitation = this.site.operate("GET", path + "/invitation.md", null).expect(200).text();
		assertThat(invitation).contains("# 第 " + salon + " 期机器学习学术沙龙邀请函", "/salons/" + salon + ")")
			.doesNotContain("meeting.example.org", "Ask us");
		long version = this.site.operate("GET", path, null).json().path("version").asLong(0);
		JsonNode imported = this.site.importInvitation("?dryRun=false", invitation).expect(200).json();
		assertThat(imported.path("salon").path("version").asLong(0)).isEqualTo(version);
		assertThat(imported.path("salon").path("joinLinks").path(0).asString("")).contains("meeting.example.org");
	}

	@Test
	void showsItInTheConsoleToTheOperatorOnly() {
		int salon = this.site.drafted("");
		assertThat(this.site.get("/api/salons/" + salon + "/invitation.md").status()).isEqualTo(401);
		assertThat(this.site.browser().login().get("/operator/salons/" + salon + "/invitation").expect(200).text())
			.contains("第 " + salon + " 期");
		this.site.operate("GET", "/api/salons/999999/invitation.md", null).expect(404);
	}

}
