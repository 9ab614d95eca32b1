import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // No test measures time: the limit is only there to end what hangs, on however busy a machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
