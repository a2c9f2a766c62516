import { jobs } from '../jobs/networkSlices.ts'
import { serve } from '../serve.ts'

serve(self as never, jobs)
