package org.salon.archive.salon;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where a link leads.
 *
 * @param code of the platform's name among the messages; absent if none is known
 * @param host in lower case
 */
public record Platform(@Nullable String code, String host) {

	private static final Map<String, String> CODES = Map.ofEntries(Map.entry("momodel.cn", "mo"),
			Map.entry("douyu.com", "douyu"), Map.entry("bilibili.com", "bilibili"), Map.entry("b23.tv", "bilibili"),
			Map.entry("github.com", "github"), Map.entry("github.io", "github"), Map.entry("youtube.com", "youtube"),
			Map.entry("youtu.be", "youtube"), Map.entry("arxiv.org", "arxiv"), Map.entry("v.qq.com", "tencent-video"),
			Map.entry("meeting.tencent.com", "tencent-meeting"), Map.entry("zhihu.com", "zhihu"),
			Map.entry("yuque.com", "yuque"), Map.entry("dingtalk.com", "dingtalk"),
			Map.entry("pan.baidu.com", "baidu-pan"), Map.entry("openreview.net", "openreview"),
			Map.entry("vimeo.com", "vimeo"), Map.entry("kaggle.com", "kaggle"), Map.entry("gitee.com", "gitee"));

	static Platform ofHost(String host) {
		String domain = host;
		while (true) {
			String code = CODES.get(domain);
			int dot = domain.indexOf('.');
			if (code != null || dot < 0) {
				return new Platform(code, host);
			}
			domain = domain.substring(dot + 1);
		}
	}

}
