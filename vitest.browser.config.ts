import { defineConfig } from 'vitest/config'

/** Tests in a real browser: they need Chromium (`apt-get install chromium`, or CHROMIUM=path). */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.browser.ts'],
    testTimeout: 240_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
})
