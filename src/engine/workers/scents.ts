import { jobs } from '../jobs/scents.ts'
import { serve } from '../serve.ts'

serve(self as never, jobs)
