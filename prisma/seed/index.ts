export { seedDemo, wantsDemo } from "./demo/seed-demo";
export type { SeededDemo } from "./demo/seed-demo";
export { seedBench } from "./seed-bench";
