import { jobs } from '../jobs/trainings.ts'
import { serve } from '../serve.ts'

serve(self as never, jobs)
