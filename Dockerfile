# Node 26 is the active LTS line (since October 2026). Nothing is compiled, so the slim image builds as well.
# The digest is that of the index for all platforms, as published Dockerfiles of other projects have it too: no registry
# could be asked when this was written. A newer one: docker buildx imagetools inspect node:26-trixie-slim, then
# docker build --build-arg NODE_IMAGE=node:26-trixie-slim@sha256:...
ARG NODE_IMAGE=node:26.10.0-trixie-slim@sha256:930557a230abacbc3f4fd9b8648abf8f4bee1e17cb72195dcdfb2f709bc85b33

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
