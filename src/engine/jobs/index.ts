// engine/jobs/: one table for each worker: its jobs, each with how it is done and what it transfers.
//
// What workers can do. Each file of this folder but this one and areas.ts is the table of the worker of the same name
// (workers/), and each row a job: how it is done, from which specification and in pieces of which kind, and what of a piece
// moves to the page.
//
// To add a job: one row, `name: job<Spec, Chunk>({ run, transfers })`, in the table of the worker that shall do it; whoever
// wants it asks for `engine.run('name', spec)`. One that is spoken to while it runs is a `listeningJob`. To add a worker: a
// table here, a file of four lines in workers/, and a line below; one without a table is started by another worker. Jobs
// that must not wait for each other belong to different workers. The page knows the types of all this, and from
// `virtual:workers` (vite.config.ts reads the folders) which worker does what; never how.
import type { jobs as landscape } from './landscape.ts'
import type { jobs as layouts } from './layouts.ts'
import type { jobs as maps } from './maps.ts'
import type { jobs as networkSlices } from './networkSlices.ts'
import type { jobs as rates } from './rates.ts'
import type { jobs as rateTrials } from './rateTrials.ts'
import type { jobs as runs } from './runs.ts'
import type { jobs as scents } from './scents.ts'
import type { jobs as trainings } from './trainings.ts'

export type Jobs = typeof runs &
  typeof rates &
  typeof scents &
  typeof landscape &
  typeof layouts &
  typeof maps &
  typeof trainings &
  typeof networkSlices &
  typeof rateTrials
