# Node 26 is the active LTS line (since October 2026). Nothing is compiled, so the slim image builds as well.
# The tag is not pinned by digest: none was looked up in a registry when this was written, and a made-up one is worse
# than none. Who pins it: docker buildx imagetools inspect node:26-trixie-slim, then
# docker build --build-arg NODE_IMAGE=node:26-trixie-slim@sha256:...
ARG NODE_IMAGE=node:26-trixie-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN node scripts/build.mjs && node scripts/image.mjs --to /image

FROM ${NODE_IMAGE}
WORKDIR /app
ENV NODE_ENV=production DATA_DIR=/data PORT=3000 LOG_LEVEL=info
COPY --from=build /image ./
RUN mkdir -m 700 /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "dist/server/health.js"]
CMD ["node", "--import=data:text/javascript,process.setSourceMapsEnabled(true)", "--max-semi-space-size=8", "dist/server/main.js"]
