import { defineConfig } from 'prisma/config';

/** For Prisma's own command line only; the server hands its connection to the client itself. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL || 'file:./data/trainoff.db' },
});
