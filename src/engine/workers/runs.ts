// engine/workers/: one file of a few lines for each worker.
import { jobs } from '../jobs/runs.ts'
import { serve } from '../serve.ts'

serve(self as never, jobs)
