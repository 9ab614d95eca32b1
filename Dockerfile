# Readback in a container: Node, the libraries that it is linked with, and Readback; no shell, nobody's root.
# Build: docker build -t readback .    (or podman build, buildah bud)
ARG BUILD_IMAGE=docker.io/library/node:24-bookworm-slim

FROM ${BUILD_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm install --omit=dev --no-audit --no-fund
COPY . .
RUN sh deploy/collect-image.sh /app /image

FROM scratch
COPY --from=build /image /
ENV NODE_ENV=production READBACK_DATA=/data READBACK_HOST=0.0.0.0 READBACK_PORT=7323 SQLITE_TMPDIR=/data HOME=/data
USER 10001:10001
WORKDIR /app
VOLUME /data
EXPOSE 7323
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["/bin/node", "-e", "fetch('http://127.0.0.1:7323/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/bin/node", "/app/readback.js"]
