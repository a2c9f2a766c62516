// core/: pure mathematics: no DOM, no React, no worker; each of its folders imports only those that stand below it
// here.
//
// The mathematics of Descent: no DOM, no React, no worker. It runs wherever JavaScript runs.
import { advice } from './language/advice/advice.ts'
import { takeAdviser } from './language/adviser.ts'

export { bugs } from './bugs/index.ts'
export type { Outcome } from './descent/trace.ts'
export type { Experiment, RunSpec, ScheduleSpec } from './experiment/experiment.ts'
export type { NetworkExperiment } from './experiment/networkExperiment.ts'
export { ExperimentError } from './experimentError.ts'
export { csv } from './export/csv.ts'
export { mapCsv } from './export/mapCsv.ts'
export { notebook } from './export/notebook/notebook.ts'
export { torchScript } from './export/torch/script.ts'
export { functions } from './functions/index.ts'
export { type Differentiation, differentiate } from './graphs/differentiate.ts'
export type { MapExperiment } from './maps/mapExperiment.ts'
export { experimentAt } from './maps/prepareMap.ts'
export { type Sweep, sweep } from './maps/sweep.ts'
export { optimizers } from './optimizers/index.ts'
export { runExperiment, type ToldTrace as Trace } from './runs/runExperiment.ts'
export { type Training, trainNetwork } from './runs/trainNetwork.ts'
export { schedules } from './schedules/index.ts'

takeAdviser(advice)
