// What workers can do. Each file of this folder but this one is the table of the worker of the same name (workers/), and
// each value that it exports is a job: how it is done, from which specification and in pieces of which kind, and what of a
// piece moves to the page.
//
// To add a job: export a `Job` (or a `ListeningJob`) from the file of the worker that shall do it, and ask for it by its
// name, `engine.run(name, spec)`. To add a worker: a file here, one of four lines in workers/, and a line below. Jobs that
// must not wait for each other belong to different workers. The page knows of all this the types, and from
// `virtual:workers` (vite.config.ts reads the folder) which worker does which job; never how.
import type * as landscape from './landscape.ts'
import type * as runs from './runs.ts'
import type * as scents from './scents.ts'

export type Jobs = typeof runs & typeof scents & typeof landscape
