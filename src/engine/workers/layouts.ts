import { jobs } from '../jobs/layouts.ts'
import { serve } from '../serve.ts'

serve(self as never, jobs)
