# Komşu for a municipality's server. Build: docker compose build. No build tool and no source of the screens stays inside.
FROM node:20.19.5-bookworm-slim AS build
WORKDIR /komsu
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:20.19.5-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 KOMSU_DATA=/var/lib/komsu
WORKDIR /komsu
COPY --from=build /komsu/package.json ./
COPY --from=build /komsu/node_modules node_modules
COPY --from=build /komsu/tsconfig.json ./
COPY --from=build /komsu/data data
COPY --from=build /komsu/sql sql
COPY --from=build /komsu/tiles tiles
COPY --from=build /komsu/etl etl
COPY --from=build /komsu/api api
COPY --from=build /komsu/web/dist web/dist
RUN mkdir -p /var/lib/komsu && chown node:node /var/lib/komsu
USER node
VOLUME /var/lib/komsu
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/health').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: the server itself must hear SIGTERM.
ENTRYPOINT ["node", "--import", "tsx"]
CMD ["api/start.ts"]
