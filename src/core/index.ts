// The mathematics of Descent: no DOM, no React, no worker. It runs wherever JavaScript runs.
export { bugs } from './bugs/index.ts'
export type { Outcome, Trace } from './descent/trace.ts'
export {
  type Experiment,
  ExperimentError,
  type RunSpec,
  type ScheduleSpec,
} from './experiment/experiment.ts'
export { csv } from './export/csv.ts'
export { torchScript } from './export/torch/script.ts'
export { functions } from './functions/index.ts'
export { optimizers } from './optimizers/index.ts'
export { runExperiment } from './runs/descend.ts'
export { schedules } from './schedules/index.ts'
