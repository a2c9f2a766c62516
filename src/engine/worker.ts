import { jobs } from './jobs.ts'
import { serve } from './serve.ts'

serve(self as never, jobs)
