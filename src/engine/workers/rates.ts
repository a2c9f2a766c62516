import { jobs } from '../jobs/rates.ts'
import { serve } from '../serve.ts'

serve(self as never, jobs)
