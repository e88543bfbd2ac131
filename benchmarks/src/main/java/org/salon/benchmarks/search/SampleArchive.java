package org.salon.benchmarks.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.salon.events.EventJson;
import org.salon.events.Topics;
import org.salon.events.salon.Link;
import org.salon.events.salon.LinkKind;
import org.salon.events.salon.SalonArchived;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.events.salon.Speaker;
import org.salon.events.salon.TopicGroup;

/** An archive of Chinese and English words, the same each time. */
final class SampleArchive {

	private static final LocalDate FIRST = LocalDate.of(1980, 1, 1);

	private static final List<String> TAGS = List.of("论文分享", "机器学习", "项目实战", "读书会", "公开课");

	private static final List<String> HOSTS = List.of("v.douyu.com", "www.bilibili.com", "github.com", "example.org");

	private static final String CHINESE = "联邦学习深度神经网络图像分割强化迁移自然语言处理推荐系统数据隐私计算模型训练优化算法生成对抗注意力机制知识谱预测房价时间序列";

	private static final String SYLLABLES = "fed er ate learn ing graph net work deep trans form opti mal gen era tive data pri va cy lan guage vis ion meta ker nel bay es sta tis tic com pu ter";

	private final Random random = new Random(20_200_531);

	private final String[] words;

	SampleArchive() {
		String[] syllables = SYLLABLES.split(" ");
		this.words = IntStream.range(0, 5_000)
			.mapToObj((index) -> IntStream.range(0, 2 + this.random.nextInt(3))
				.mapToObj((part) -> syllables[this.random.nextInt(syllables.length)])
				.collect(Collectors.joining()))
			.toArray(String[]::new);
	}

	/** Writes the salons from number 1 on to the log, as the front office does. */
	void write(String kafka, int salons) {
		try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", "20"), new ByteArraySerializer(),
				new ByteArraySerializer())) {
			for (int number = 1; number <= salons; number++) {
				producer.send(event(new SalonArchived(salon(number))));
			}
			producer.flush();
		}
	}

	private static ProducerRecord<byte[], byte[]> event(SalonArchived event) {
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.SALONS, utf8(event.key()),
				EventJson.write(event));
		Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_type", event.type().wireName(),
				"ce_source", "/registration-service", "ce_subject", event.subject(), "ce_time",
				Instant.now().toString(), "ce_aggregateversion", "1", "content-type", "application/json")
			.forEach((name, value) -> record.headers().add(name, utf8(value)));
		return record;
	}

	SalonState salon(int number) {
		List<TopicGroup> groups = List.of(new TopicGroup(any(TAGS), List.of(chinese(8), english(4))),
				new TopicGroup(any(TAGS), List.of(chinese(5) + " " + english(1))));
		List<Link> links = List.of(new Link("直播回放", "https://" + any(HOSTS) + "/" + number, LinkKind.REPLAY),
				new Link(english(2), "https://" + any(HOSTS) + "/slides/" + number, LinkKind.SLIDES));
		return new SalonState(number, chinese(6) + ": " + english(3), null, null, FIRST.plusDays(number), null, null,
				ZoneId.of("Asia/Shanghai"), SalonStatus.ARCHIVED,
				List.of(new Speaker(chinese(3), chinese(4) + "大学"), new Speaker(english(2), english(2))),
				List.of(english(8)), List.of(chinese(10), english(6)), english(60) + "\n\n" + chinese(120), null,
				List.of(), false, null, null, groups, links, List.of(), 0, null, null, null, null);
	}

	/** Words as they stand in it: of each rank, from the most frequent on. */
	String word(int rank) {
		return this.words[rank];
	}

	private String english(int length) {
		// Some words are much more frequent than others, as in any language.
		return IntStream.range(0, length)
			.mapToObj((index) -> this.words[(int) (this.words.length * Math.pow(this.random.nextDouble(), 3))])
			.collect(Collectors.joining(" "));
	}

	private String chinese(int length) {
		StringBuilder text = new StringBuilder();
		while (text.length() < length) {
			int from = this.random.nextInt(CHINESE.length() - 2);
			text.append(CHINESE, from, from + 2);
		}
		return text.substring(0, length);
	}

	private String any(List<String> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
