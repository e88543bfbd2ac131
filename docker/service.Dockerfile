# One image per service: docker build -f docker/service.Dockerfile --build-arg SERVICE=registration-service .
# The jar is built before, by ./mvnw package, so that the image holds what was tested.
FROM eclipse-temurin:25-jre AS layers
ARG SERVICE
WORKDIR /layers
COPY ${SERVICE}/target/${SERVICE}.jar service.jar
RUN java -Djarmode=tools -jar service.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre
ARG SERVICE
ARG PORT=8080
ENV SERVER_PORT=${PORT}
# Only registration-service writes pictures, of invitations in Chinese.
RUN if [ "$SERVICE" = registration-service ]; then apt-get update -q && apt-get install -y -q --no-install-recommends \
    fontconfig fonts-noto-cjk && rm -rf /var/lib/apt/lists/*; fi
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin salon
WORKDIR /app
# Layers by how often they change, so that a new version ships its own classes only.
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
USER 10001
EXPOSE ${PORT}
# Bash speaks HTTP here: a JRE image need not bring curl.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=6 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r -t 2 answer <&3 && [[ $answer == *' 200'* ]]"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "service.jar"]
