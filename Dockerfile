# Millrace with its embedded PostgreSQL in one image:
#   docker build -t millrace . && docker run -p 127.0.0.1:4000:4000 -v millrace:/data millrace
FROM node:24-bookworm-slim AS build
WORKDIR /millrace
COPY . .
RUN npm ci && cd packages/web && npx vite build
# What runs: no tools, and no second Node beside the one of the image.
RUN npm prune --omit=dev && rm -rf node_modules/node-linux-* e2e dev/bench dev/house

FROM node:24-bookworm-slim
WORKDIR /millrace
COPY --from=build /millrace .
RUN install --directory --owner=node --group=node /data
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data NODE_COMPILE_CACHE=/data/.cache
VOLUME /data
EXPOSE 4000
HEALTHCHECK --start-period=120s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "packages/server/src/main.ts"]
CMD ["serve"]
