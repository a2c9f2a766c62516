// The mathematics of Descent: no DOM, no React, no worker. It runs wherever JavaScript runs.
export { bugs } from './bugs/index.ts'
export { torchScript } from './export/script.ts'
export { functions } from './functions/index.ts'
export { optimizers } from './optimizers/index.ts'
export { csv } from './runs/csv.ts'
export { runExperiment } from './runs/descend.ts'
export {
  type Experiment,
  ExperimentError,
  type RunSpec,
  type ScheduleSpec,
} from './runs/experiment.ts'

export type { Outcome, Trace } from './runs/trace.ts'
export { schedules } from './schedules/index.ts'
