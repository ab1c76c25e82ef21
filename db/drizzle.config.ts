import { defineConfig } from 'drizzle-kit';

// Paths are seen from the root of the project, where npm runs `generate`.
export default defineConfig({
  dialect: 'sqlite',
  schema: './db/schema/*.ts',
  out: './migrations',
});
