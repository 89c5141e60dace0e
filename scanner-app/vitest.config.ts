import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/browser/**"],
    // The machines that run this are shared: one worker beside the tests of the other rooms.
    maxWorkers: 1,
    testTimeout: 60_000,
  },
});
