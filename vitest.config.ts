import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // More than there are cores on a small machine: the tests of adapters mostly wait, for timers and for processes.
    maxWorkers: 3,
    // No test measures time: the limit is only there to end what hangs, on however busy a machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
