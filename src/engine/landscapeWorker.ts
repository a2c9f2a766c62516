import { landscapeJobs } from './landscapeJobs.ts'
import { serve } from './serve.ts'

serve(self as never, landscapeJobs)
