import { jobs } from '../jobs/landscape.ts'
import { serve } from '../serve.ts'

serve(self as never, jobs)
